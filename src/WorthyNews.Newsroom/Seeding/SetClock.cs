namespace WorthyNews.Newsroom.Seeding;

/// <summary>A clock that stands where it is put, so that samples are published one after the other in the hours before the first start.</summary>
internal sealed class SetClock(TimeProvider real) : TimeProvider
{
    public DateTimeOffset At { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => At;

    public override long GetTimestamp() => real.GetTimestamp();
}
