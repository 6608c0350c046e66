using System.Globalization;

namespace WorthyNews.Newsroom.Importing;

/// <summary>Reads an instant as a person types it.</summary>
public static class Moments
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] Exact =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <param name="text">"2026-11-23T09:00Z", "2026-11-23 09:00+01:00", or without an offset a local time of <paramref name="zone"/>.</param>
    /// <exception cref="FormatException">It is no time, or a local time that the clocks skip or strike twice; the message says which, fit to print.</exception>
    public static DateTimeOffset Read(string text, TimeZoneInfo zone)
    {
        text = text.Trim();
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            if (zone.IsInvalidTime(local)) throw new FormatException($"{text} does not exist in {zone.Id}: the clocks skip it. Say the offset too, as in 2026-11-23T09:00+01:00.");
            if (zone.IsAmbiguousTime(local)) throw new FormatException($"{text} comes twice in {zone.Id}, when the clocks go back. Say the offset too, as in 2026-11-23T09:00+01:00.");
            var offset = zone.GetUtcOffset(local);
            if (local.Ticks < offset.Ticks || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks) throw new FormatException($"{text} lies outside the years that can be counted.");
            return new DateTimeOffset(local, offset).ToUniversalTime();
        }

        return DateTimeOffset.TryParseExact(text, Exact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new FormatException($"“{text}” is no time. Write it as 2026-11-23T09:00Z, or without an offset for {zone.Id}.");
    }
}
