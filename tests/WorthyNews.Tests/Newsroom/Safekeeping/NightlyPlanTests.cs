using System.Globalization;

using WorthyNews.Newsroom.Safekeeping;

namespace WorthyNews.Tests.Newsroom.Safekeeping;

public sealed class NightlyPlanTests
{
    [Theory]
    [InlineData("Etc/UTC", "03:15", "2026-11-23T12:00Z", "2026-11-23T03:15Z")]
    [InlineData("Etc/UTC", "03:15", "2026-11-23T03:15Z", "2026-11-23T03:15Z")]
    [InlineData("Etc/UTC", "03:15", "2026-11-23T03:14Z", "2026-11-22T03:15Z")]
    [InlineData("Pacific/Auckland", "03:15", "2026-11-23T14:15Z", "2026-11-23T14:15Z")]
    [InlineData("America/Los_Angeles", "23:30", "2026-11-23T03:00Z", "2026-11-22T07:30Z")]
    // The hour that a night in March lacks, and the one that a night in October has twice.
    [InlineData("Europe/Budapest", "02:30", "2026-03-29T12:00Z", "2026-03-29T01:30Z")]
    [InlineData("Europe/Budapest", "02:30", "2026-10-25T00:45Z", "2026-10-25T00:30Z")]
    [InlineData("Europe/Budapest", "02:30", "2026-10-25T01:45Z", "2026-10-25T00:30Z")]
    public void A_night_has_one_instant_for_its_backup(string zone, string at, string now, string expected)
    {
        var plan = new NightlyPlan("/backups", TimeOnly.Parse(at, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone), 7);

        Assert.Equal(Instant(expected), plan.LatestUntil(Instant(now)));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
