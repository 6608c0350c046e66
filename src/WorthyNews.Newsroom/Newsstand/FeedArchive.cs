using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>A stretch of a feed that has an address of its own: a month that is over, or of the running one its days up to one that is.</summary>
/// <remarks>
/// Whoever read an archive does not read it again (RFC 5005, 4), so what may still grow has no lasting address: tomorrow it is called by another day.
/// Written "2026-11", or "2026-11-22" for November 1 to 22. Days and months are UTC, by first publication.
/// </remarks>
/// <param name="Through">The last day of it; null for the whole month.</param>
public sealed record FeedArchive(int Year, int Month, int? Through = null)
{
    public DateTimeOffset Start => new(Year, Month, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => Through is { } day ? Start.AddDays(day) : Start.AddMonths(1);

    /// <summary>The archive that has what was published then, as it is named today.</summary>
    /// <param name="publishedAt">Before today (UTC).</param>
    public static FeedArchive Holding(DateTimeOffset publishedAt, DateTimeOffset now)
    {
        var month = new FeedArchive(publishedAt.UtcDateTime.Year, publishedAt.UtcDateTime.Month);
        return month.IsOver(now) ? month : month with { Through = now.UtcDateTime.Day - 1 };
    }

    /// <summary>False while it could still grow by what is published now.</summary>
    public bool IsOver(DateTimeOffset now)
    {
        // Compared as a calendar does: the last month there is has no month after it.
        var today = now.UtcDateTime;
        return (Year, Month).CompareTo((today.Year, today.Month)) switch
        {
            < 0 => true,
            0 => Through < today.Day,
            _ => false,
        };
    }

    /// <summary>Reads what <see cref="ToString"/> writes. A month through its last day is called by the month alone: one spelling for each.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeedArchive? archive)
    {
        archive = null;
        if (text is { Length: 7 } && DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            archive = new FeedArchive(month.Year, month.Month);
        else if (text is { Length: 10 } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Day < DateTime.DaysInMonth(day.Year, day.Month))
            archive = new FeedArchive(day.Year, day.Month, day.Day);
        return archive is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}{(Through is { } day ? $"-{day:00}" : "")}");
}
