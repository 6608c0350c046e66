using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Lists;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Text;

/// <summary>The newest headlines, for slow lines and old machines.</summary>
[OpenToReaders]
public sealed class TextFrontModel(Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, ITextPage
{
    private const int OnAPage = 30;

    public TextHead Head { get; private set; } = null!;

    public StoryList List { get; private set; } = StoryList.Empty;

    public bool IsFirstPage { get; private set; }

    /// <summary>Null when nothing is breaking, and on older pages.</summary>
    public Breaking? Breaking { get; private set; }

    public NewsTimes Times { get; } = NewsTimes.Of(settings);

    public DateOnly Today { get; } = NewsTimes.Of(settings).DayOf(time.GetUtcNow());

    public string? Older => List.Older is { } cursor ? SiteLinks.Older(SiteLinks.Text, cursor) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Query.TryGetBefore(out var before)) return BadRequest();
        IsFirstPage = before is null;
        if (IsFirstPage) Breaking = await newsstand.BreakingAsync(time.GetUtcNow(), cancel);
        List = TextSize.Fit(await newsstand.LatestAsync(OnAPage, before, cancel), TextSize.Of(Breaking?.Text) + TextSize.Of(Breaking?.Address));
        Head = new TextHead(IsFirstPage ? settings.SiteName : "Older headlines", IsFirstPage ? "/" : null)
        {
            IsFront = IsFirstPage,
            IsUnlisted = !IsFirstPage,
            ShowsSamples = List.Stories.Any(s => s.Sample),
        };
        return Page();
    }
}
