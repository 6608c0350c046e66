using System.Globalization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Instants as we print them: 24 hours, always with a zone, never "3 minutes ago".</summary>
public sealed record NewsTimes(TimeZoneInfo Zone)
{
    public static readonly NewsTimes Utc = new(TimeZoneInfo.Utc);

    /// <summary>The zone of the masthead.</summary>
    public static NewsTimes Of(HouseSettings settings) => new(settings.TimeZone);

    /// <summary>The zone of a bureau; the masthead's when there is no bureau, or it has no zone that this machine knows.</summary>
    public static NewsTimes Of(DirectoryName? bureau, HouseSettings settings) =>
        bureau?.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? new NewsTimes(zone) : Of(settings);

    public bool IsUtc => Zone.Id is "UTC" or "Etc/UTC";

    /// <summary>"Budapest", "New York", "UTC".</summary>
    public string City => IsUtc ? "UTC" : Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>"14:02".</summary>
    public string Clock(DateTimeOffset at) => Print(Local(at), "HH:mm");

    /// <summary>"14:02 Budapest", with the day before it when that is not today: "July 11, 14:02 Budapest".</summary>
    public string Brief(DateTimeOffset at, DateOnly today)
    {
        var day = DayOf(at);
        return $"{(day == today ? "" : Print(day, day.Year == today.Year ? "MMMM d, " : "MMMM d, yyyy, "))}{Clock(at)} {City}";
    }

    /// <summary>"November 23, 2026, 14:02 Budapest (12:02 UTC)"; the UTC day too when it is another.</summary>
    public string Full(DateTimeOffset at)
    {
        var local = $"{Print(Local(at), "MMMM d, yyyy, HH:mm")} {City}";
        return IsUtc ? local : $"{local} ({Print(at.ToUniversalTime(), DayOf(at) == Utc.DayOf(at) ? "HH:mm" : "MMMM d, HH:mm")} UTC)";
    }

    /// <summary>For the <c>datetime</c> attribute: UTC, to the second.</summary>
    public static string Machine(DateTimeOffset at) => Print(at.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>"Friday, July 11", with the year when that is not today's.</summary>
    public static string DayName(DateOnly day, DateOnly today) => Print(day, day.Year == today.Year ? "dddd, MMMM d" : "dddd, MMMM d, yyyy");

    /// <summary>"Friday, July 11, 2025".</summary>
    public static string DayName(DateOnly day) => Print(day, "dddd, MMMM d, yyyy");

    private static string Print(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
