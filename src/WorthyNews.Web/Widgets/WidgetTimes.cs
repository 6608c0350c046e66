using System.Globalization;

namespace WorthyNews.Web.Widgets;

/// <summary>Times as widgets print them: of today the hour, else the day, always UTC, in the language of the widget.</summary>
internal static class WidgetTimes
{
    /// <param name="today">UTC; what is printed is over at midnight.</param>
    public static string Print(DateTimeOffset at, DateOnly today, string language)
    {
        var utc = at.UtcDateTime;
        var day = DateOnly.FromDateTime(utc);
        if (day == today) return utc.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var culture = Culture(language);
        return day.ToString(day.Year == today.Year ? culture.DateTimeFormat.MonthDayPattern : LongWithoutWeekday(culture), culture);
    }

    /// <summary>For programs: UTC, to the second.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string LongWithoutWeekday(CultureInfo culture) => culture.Name == "en" ? "MMMM d, yyyy" : $"{culture.DateTimeFormat.MonthDayPattern} yyyy";

    /// <summary>Days are counted as our addresses count them, also where a country has a calendar of its own.</summary>
    private static CultureInfo Culture(string language)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(language).Clone();
        if (culture.Calendar is not GregorianCalendar) culture.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() ?? new GregorianCalendar();
        return culture;
    }
}
