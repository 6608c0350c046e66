using System.Globalization;
using System.Xml.Linq;

using WorthyNews.Formats.OEmbed;
using WorthyNews.Formats.Xml;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>Makes the card by which a story's address is shown.</summary>
public sealed class OEmbedCards(Newsstand newsstand, SiteLinks links, HouseSettings settings)
{
    /// <summary>The card itself is asked for each time it is seen and obeys a kill; only the title is kept.</summary>
    private static readonly TimeSpan Stays = TimeSpan.FromMinutes(5);

    /// <param name="story">Live.</param>
    public async Task<OEmbedCard> OfAsync(Story story, OEmbedAddress asked, CancellationToken cancel)
    {
        var title = story.Sample ? $"Sample: {story.Headline}" : story.Headline;
        var summary = BlockText.Summary(story.Standfirst is { } standfirst ? [new Paragraph([new TextRun(standfirst)])] : story.Body, WidgetSheets.SummaryChars);
        var shape = new CardShape(story.Headline, summary.Length == 0 ? null : summary, story.Map is not null, story.IsCorrected || story.Sample);
        if (story.Map is { } map) shape = shape with { MapShare = (double)map.Height / map.Width };
        return new OEmbedCard
        {
            Title = title,
            ProviderName = settings.SiteName,
            ProviderUrl = links.Home,
            AuthorName = story.Bylines.Count == 0 ? null : string.Join(", ", story.Bylines.Select(b => b.Name)),
            AuthorUrl = story.Bylines is [{ Contributor: { } slug }] && await newsstand.NameAsync(NameKind.Contributor, slug, cancel) is { } contributor ? links.Absolute(SiteLinks.To(contributor)) : null,
            Stays = Stays,
            Thumbnail = !(asked.MaxWidth < CardPicture.Width) && !(asked.MaxHeight < CardPicture.Height)
                ? new OEmbedPicture(links.Absolute(SiteLinks.ToCard(story.Address, story.Version)), CardPicture.Width, CardPicture.Height)
                : null,
            Frame = CardShape.Fit(shape, asked.MaxWidth, asked.MaxHeight) is var (fitted, width, height) ? Frame(story, title, shape, fitted, width, height) : null,
        };
    }

    /// <param name="whole">What the card would show had it room.</param>
    private OEmbedFrame Frame(Story story, string title, CardShape whole, CardShape fitted, int width, int height)
    {
        var source = new WidgetChoices
        {
            Kind = WidgetKind.Story,
            Story = story.Id,
            HasSummaries = whole.Summary is null || fitted.Summary is not null,
            // In a wide frame the map stands beside the words: as tall as it is wide, it would be nearly all of the card.
            Pictures = !whole.HasMap ? null : !fitted.HasMap ? WidgetPictures.None : fitted.IsBesideAt(width) ? WidgetPictures.End : null,
        }.FramePath;
        var frame = new XElement("iframe",
            new XAttribute("src", links.Absolute(source).AbsoluteUri),
            new XAttribute("title", XmlText.Clean($"{settings.SiteName}: {title}")),
            new XAttribute("width", width.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("height", height.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("loading", "lazy"),
            new XAttribute("sandbox", WidgetChoices.Sandbox),
            "");     // In HTML it has an end tag.
        return new OEmbedFrame(frame.ToString(SaveOptions.DisableFormatting), width, height);
    }
}
