using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Week;

/// <summary>A day of the week on one page.</summary>
/// <param name="Stories">In the order of the day.</param>
/// <param name="HasMore">Whether the day has more than a page for reading can hold; its own page has them all.</param>
public sealed record DayOfWeek(DateOnly Day, IReadOnlyList<StoryCard> Stories, bool HasMore);

/// <summary>A week on one page, Monday first, to read at one sitting or to print.</summary>
/// <remarks>Source: ISO 8601: a week starts on Monday and belongs to the year that has its Thursday. Days are of UTC, as the addresses of stories count them.</remarks>
[OpenToReaders]
public sealed class WeekModel(Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    private const int OfADay = 60;

    public PageHead Head { get; private set; } = null!;

    public DateOnly Monday { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Those that have stories.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; private set; } = [];

    public bool IsThisWeek { get; private set; }

    /// <summary>A day of the nearest earlier week that has a story; null when none has.</summary>
    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later => IsThisWeek ? null : Monday.AddDays(7);

    public string Between => $"{Print(Monday, "MMMM d")} to {Print(Monday.AddDays(6), "MMMM d, yyyy")}";

    public async Task<IActionResult> OnGetAsync(string year, string week, CancellationToken cancel)
    {
        var today = NewsTimes.Utc.DayOf(time.GetUtcNow());
        var (y, w) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(week, CultureInfo.InvariantCulture));
        // An address has one spelling, with a capital W.
        if (!Request.Path.Value!.Contains("-W", StringComparison.Ordinal) || y > ISOWeek.GetYear(today) || w < 1 || w > ISOWeek.GetWeeksInYear(y)) return NotFound();
        Monday = ISOWeek.ToDateOnly(y, w, System.DayOfWeek.Monday);
        if (Monday > today) return NotFound();

        IsThisWeek = Monday.AddDays(6) >= today;
        Name = $"Week {w} of {y}";
        Days = await DaysAsync(today, cancel);
        var midnight = new DateTimeOffset(Monday, TimeOnly.MinValue, TimeSpan.Zero);
        if ((await newsstand.LatestAsync(1, new Cursor(midnight, 0), cancel)).Stories is [var last]) Earlier = NewsTimes.Utc.DayOf(last.PublishedAt);
        Head = new PageHead($"{Name}, on one page", SiteLinks.ToWeek(Monday))
        {
            Description = $"What {settings.SiteName} published from {Between}, day by day on one page.",
            IsUnlisted = Days.Count == 0,
            ShowsSamples = Days.SelectMany(d => d.Stories).Any(s => s.Sample),
        };
        return Page();
    }

    private async Task<IReadOnlyList<DayOfWeek>> DaysAsync(DateOnly today, CancellationToken cancel)
    {
        var days = new List<DayOfWeek>();
        for (var day = Monday; day < Monday.AddDays(7) && day <= today; day = day.AddDays(1))
        {
            var stories = await newsstand.OfDayAsync(day, OfADay, null, cancel);
            if (stories.Stories.Count > 0) days.Add(new DayOfWeek(day, [.. stories.Stories.Reverse()], stories.Older is not null));
        }

        return days;
    }

    private static string Print(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
