namespace WorthyNews.Newsroom.Text;

/// <summary>What a time on the clock of a zone means. Three answers, and no guess.</summary>
public abstract record LocalTime
{
    private LocalTime()
    {
    }

    /// <summary>The clock shows it once.</summary>
    public sealed record One(DateTimeOffset At) : LocalTime;

    /// <summary>The clock jumps over it.</summary>
    /// <param name="Earlier">The same time as if the clock had jumped already: as far before the jump as the time stands before its end.</param>
    /// <param name="Later">The same time as if the clock had not jumped yet: as far after the jump as the time stands after its start.</param>
    public sealed record Skipped(DateTimeOffset Earlier, DateTimeOffset Later) : LocalTime;

    /// <summary>The clock is put back, and shows it again.</summary>
    public sealed record Twice(DateTimeOffset First, DateTimeOffset Second) : LocalTime;
}

public static class LocalTimes
{
    private static readonly TimeSpan Around = TimeSpan.FromHours(36);
    private static readonly TimeSpan Step = TimeSpan.FromHours(3);

    /// <summary>Finds the instants at which the clock of a zone shows this time.</summary>
    /// <param name="local">Its kind is not looked at.</param>
    /// <returns>Instants carry the offset that the zone has at them.</returns>
    /// <remarks>
    /// Asks for the offset at instants alone: <c>TimeZoneInfo</c>'s own answers for local times know daylight saving, but not
    /// the days on which a country moved to another zone (Samoa skipped 30 December 2011), nor Morocco's way of going back for Ramadan.
    /// </remarks>
    public static LocalTime Resolve(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var offsets = new List<TimeSpan>();
        for (var at = asUtc - Around; at <= asUtc + Around; at += Step)
        {
            var offset = zone.GetUtcOffset(at);
            if (!offsets.Contains(offset)) offsets.Add(offset);
        }

        var shown = offsets.Select(offset => (At: asUtc - offset, offset)).Where(s => zone.GetUtcOffset(s.At) == s.offset)
            .Select(s => s.At.ToOffset(s.offset)).Order().ToList();
        return shown switch
        {
            [var once] => new LocalTime.One(once),
            [var first, .., var second] => new LocalTime.Twice(first, second),
            _ => new LocalTime.Skipped(In(zone, asUtc - offsets.Max()), In(zone, asUtc - offsets.Min())),
        };
    }

    /// <param name="zone">IANA name.</param>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static LocalTime Resolve(DateTime local, string zone) => Resolve(local, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset In(TimeZoneInfo zone, DateTimeOffset instant) => instant.ToOffset(zone.GetUtcOffset(instant));
}
