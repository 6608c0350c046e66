namespace WorthyNews.Web.Http.Widgets;

/// <summary>How tall a frame needs to be, told beforehand: for those whom no script tells. Rather too much than too little, for a column of about 400 pixels.</summary>
public static class WidgetHeight
{
    private const int Paper = 32;
    private const int Head = 40;
    private const int Credit = 38;
    private const int Pager = 48;
    private const int Padding = 24;
    private const int Headline = 66;
    private const int Summary = 70;
    private const int Meta = 24;
    private const int MapOnTop = 250;
    private const int MapBeside = 84;

    /// <returns>Pixels of CSS.</returns>
    public static int Of(WidgetChoices choices)
    {
        var words = Headline + (choices.HasSummaries ? Summary : 0) + (choices.HasTimes ? Meta : 0);
        var story = Padding + (choices.PicturesShown switch
        {
            WidgetPictures.None => words,
            WidgetPictures.Top => words + MapOnTop,
            _ => Math.Max(words, MapBeside),
        });
        if (choices.IsCompact) story = story * 4 / 5;
        var (count, pager, head) = choices.Kind == WidgetKind.Story ? (1, 0, 0) : (choices.Count, choices.HasPager ? Pager : 0, choices.HasHeading ? Head : 0);
        return Math.Clamp(Paper + head + (story * count) + pager + Credit, WidgetChoices.LeastHeight, WidgetChoices.MostHeight);
    }
}
