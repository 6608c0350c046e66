namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>When and where the house makes its backup by itself.</summary>
/// <param name="Folder">Full path; null for none.</param>
/// <param name="At">On the clock of <paramref name="Zone"/>.</param>
/// <param name="Keep">So many of the newest stay.</param>
public sealed record NightlyPlan(string? Folder, TimeOnly At, TimeZoneInfo Zone, int Keep)
{
    /// <summary>The newest instant, not after now, at which a backup was to be made.</summary>
    /// <remarks>An hour that a night does not have is taken as the one after it; of one that it has twice, the first counts.</remarks>
    public DateTimeOffset LatestUntil(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        return OnDay(today) is var slot && slot <= now ? slot : OnDay(today.AddDays(-1));
    }

    private DateTimeOffset OnDay(DateOnly day)
    {
        var local = day.ToDateTime(At);
        if (Zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
