using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Lists;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Text;

/// <summary>The headlines of a day of UTC.</summary>
[OpenToReaders]
public sealed class TextDayModel(Newsstand newsstand, TimeProvider time) : PageModel, ITextPage
{
    private const int OnAPage = 30;

    public TextHead Head { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public StoryList List { get; private set; } = StoryList.Empty;

    public bool IsFirstPage { get; private set; }

    /// <summary>The nearest earlier day that has a story; null when none has.</summary>
    public DateOnly? Earlier { get; private set; }

    public string? Older => List.Older is { } cursor ? SiteLinks.Older(SiteLinks.ToText(SiteLinks.ToDay(Day)), cursor) : null;

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)) return NotFound();
        if (asked > NewsTimes.Utc.DayOf(time.GetUtcNow())) return NotFound();
        if (!Request.Query.TryGetBefore(out var before)) return BadRequest();

        Day = asked;
        IsFirstPage = before is null;
        List = TextSize.Fit(await newsstand.OfDayAsync(asked, OnAPage, before, cancel));
        var midnight = new DateTimeOffset(asked, TimeOnly.MinValue, TimeSpan.Zero);
        if ((await newsstand.LatestAsync(1, new Cursor(midnight, 0), cancel)).Stories is [var last]) Earlier = NewsTimes.Utc.DayOf(last.PublishedAt);
        Head = new TextHead(NewsTimes.DayName(asked), SiteLinks.ToDay(asked))
        {
            IsUnlisted = !IsFirstPage || List.Stories.Count == 0,
            ShowsSamples = List.Stories.Any(s => s.Sample),
        };
        return Page();
    }
}
