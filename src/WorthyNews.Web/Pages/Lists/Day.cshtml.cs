using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Lists;

/// <summary>All that was first published on a day of UTC, as the addresses of stories count days.</summary>
[OpenToReaders]
public sealed class DayModel(Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    private const int OnAPage = 30;

    public DateOnly Day { get; private set; }

    public PageHead Head { get; private set; } = null!;

    public DayList List { get; private set; } = null!;

    /// <summary>The nearest earlier day that has a story; null when none has.</summary>
    public DateOnly? Earlier { get; private set; }

    /// <summary>The day after; null when that is not yet.</summary>
    public DateOnly? Later { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)) return NotFound();
        var today = NewsTimes.Utc.DayOf(time.GetUtcNow());
        if (asked > today) return NotFound();
        if (!Request.Query.TryGetBefore(out var before)) return BadRequest();

        Day = asked;
        var path = SiteLinks.ToDay(asked);
        var stories = await newsstand.OfDayAsync(asked, OnAPage, before, cancel);
        List = new DayList(stories, NewsTimes.Utc, today, path, before is null, NamesDays: false);
        Later = asked < today ? asked.AddDays(1) : null;
        var midnight = new DateTimeOffset(asked, TimeOnly.MinValue, TimeSpan.Zero);
        if ((await newsstand.LatestAsync(1, new Cursor(midnight, 0), cancel)).Stories is [var last]) Earlier = NewsTimes.Utc.DayOf(last.PublishedAt);

        var name = NewsTimes.DayName(asked);
        Head = new PageHead(before is null ? name : $"{name}, earlier dispatches", before is { } cursor ? SiteLinks.Older(path, cursor) : path)
        {
            Description = $"What {settings.SiteName} published on {name}.",
            TextPath = SiteLinks.ToText(path),
            IsUnlisted = stories.Stories.Count == 0,
            ShowsSamples = stories.Stories.Any(s => s.Sample),
        };
        return Page();
    }
}
