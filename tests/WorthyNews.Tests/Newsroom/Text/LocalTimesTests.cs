using System.Globalization;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public sealed class LocalTimesTests
{
    [Theory]
    [InlineData("Europe/Amsterdam", "2026-11-23T09:00", "2026-11-23T08:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-23T09:00", "2026-11-23T03:30Z")]
    [InlineData("America/New_York", "2026-03-08T03:00", "2026-03-08T07:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00Z")]
    [InlineData("Etc/UTC", "2026-03-29T02:30", "2026-03-29T02:30Z")]
    public void An_hour_like_any_other_is_one_instant(string zone, string local, string instant)
    {
        var one = Assert.IsType<LocalTime.One>(LocalTimes.Resolve(Local(local), zone));

        Assert.Equal(Instant(instant), one.At);
    }

    [Theory]
    [InlineData("Europe/Budapest", "2026-03-29T02:30", "2026-03-29T00:30Z", "2026-03-29T01:30Z")]
    [InlineData("America/New_York", "2026-03-08T02:00", "2026-03-08T06:00Z", "2026-03-08T07:00Z")]
    // Half an hour only.
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:15Z", "2026-10-03T15:45Z")]
    // Moved back for Ramadan and forward after it, which TimeZoneInfo.IsInvalidTime does not see.
    [InlineData("Africa/Casablanca", "2026-03-22T02:30", "2026-03-22T01:30Z", "2026-03-22T02:30Z")]
    // A midnight that does not exist.
    [InlineData("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T21:30Z", "2026-04-23T22:30Z")]
    // A whole day that does not exist: Samoa moved across the date line.
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-29T22:00Z", "2011-12-30T22:00Z")]
    public void An_hour_that_the_clock_jumps_over_is_asked_about(string zone, string local, string earlier, string later)
    {
        var skipped = Assert.IsType<LocalTime.Skipped>(LocalTimes.Resolve(Local(local), zone));

        Assert.Equal((Instant(earlier), Instant(later)), (skipped.Earlier, skipped.Later));
    }

    [Theory]
    [InlineData("Europe/Budapest", "2026-10-25T02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30Z", "2026-02-15T02:30Z")]
    [InlineData("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00Z", "2026-11-01T06:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z", "2026-04-04T15:15Z")]
    // No daylight saving: North Korea moved its clock back to half an hour behind.
    [InlineData("Asia/Pyongyang", "2015-08-14T23:45", "2015-08-14T14:45Z", "2015-08-14T15:15Z")]
    public void An_hour_that_comes_twice_is_asked_about(string zone, string local, string first, string second)
    {
        var twice = Assert.IsType<LocalTime.Twice>(LocalTimes.Resolve(Local(local), zone));

        Assert.Equal((Instant(first), Instant(second)), (twice.First, twice.Second));
    }

    [Fact]
    public void Each_answer_shows_the_time_that_was_asked_for()
    {
        foreach (var zone in new[] { "Europe/Budapest", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Asuncion", "Asia/Gaza" })
        {
            for (var local = new DateTime(2026, 1, 1, 0, 15, 0); local.Year == 2026; local = local.AddMinutes(30))
            {
                IEnumerable<DateTimeOffset> found = LocalTimes.Resolve(local, zone) switch
                {
                    LocalTime.One one => [one.At],
                    LocalTime.Twice twice => [twice.First, twice.Second],
                    _ => [],
                };
                Assert.All(found, instant => Assert.Equal(local, TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime));
                if (zone != "Africa/Casablanca") Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).IsInvalidTime(local), !found.Any());
            }
        }
    }

    [Fact]
    public void A_zone_that_nobody_knows_is_refused() =>
        Assert.Throws<TimeZoneNotFoundException>(() => LocalTimes.Resolve(Local("2026-11-23T09:00"), "Europe/Nicaea"));

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
