using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Lists;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Text;

/// <summary>What leads, and the newest headlines, for slow lines and old machines.</summary>
[OpenToReaders]
public sealed class TextFrontModel(Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, ITextPage
{
    private const int OnAPage = 30;

    public TextHead Head { get; private set; } = null!;

    public StoryList List { get; private set; } = StoryList.Empty;

    public bool IsFirstPage { get; private set; }

    /// <summary>What stands before the newest: the desk's choice, or an urgent story that leads. Empty when the newest leads, and on older pages.</summary>
    public IReadOnlyList<StoryCard> Leading { get; private set; } = [];

    /// <summary>Null when nothing is breaking, and on older pages.</summary>
    public Breaking? Breaking { get; private set; }

    public NewsTimes Times { get; } = NewsTimes.Of(settings);

    public DateOnly Today { get; } = NewsTimes.Of(settings).DayOf(time.GetUtcNow());

    public string? Older => List.Older is { } cursor ? SiteLinks.Older(SiteLinks.Text, cursor) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Query.TryGetBefore(out var before)) return BadRequest();
        IsFirstPage = before is null;
        var newest = await newsstand.LatestAsync(OnAPage, before, cancel);
        if (IsFirstPage)
        {
            Breaking = await newsstand.BreakingAsync(time.GetUtcNow(), cancel);
            Leading = LeadingOf(await newsstand.FrontAsync(FrontPage.MaxPlaces, time.GetUtcNow(), cancel), newest);
        }

        List = TextSize.Fit(newest, TextSize.Of(Breaking?.Text) + TextSize.Of(Breaking?.Address) + Leading.Sum(TextSize.OfItem));
        // Told once; the older page goes on where this one would have.
        List = List with { Stories = [.. List.Stories.Where(s => Leading.All(l => l.StoryId != s.StoryId))] };
        Head = new TextHead(IsFirstPage ? settings.SiteName : "Older headlines", IsFirstPage ? "/" : null)
        {
            IsFront = IsFirstPage,
            IsUnlisted = !IsFirstPage,
            ShowsSamples = Leading.Concat(List.Stories).Any(s => s.Sample),
        };
        return Page();
    }

    private static List<StoryCard> LeadingOf(IReadOnlyList<FrontStory> front, StoryList newest)
    {
        List<StoryCard> chosen = [.. front.Where(s => s.Place is not null).Select(s => s.Card)];
        if (chosen.Count == 0) chosen = [.. front.Take(1).Select(s => s.Card)];
        return chosen is [var lead] && newest.Stories is [var first, ..] && lead.StoryId == first.StoryId ? [] : chosen;
    }
}
