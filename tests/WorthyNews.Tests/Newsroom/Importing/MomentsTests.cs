using WorthyNews.Newsroom.Importing;

namespace WorthyNews.Tests.Newsroom.Importing;

public sealed class MomentsTests
{
    private static readonly TimeZoneInfo Budapest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest");

    [Theory]
    [InlineData("2026-11-23T09:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23 09:00+01:00", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-23T09:00:30.5Z", "2026-11-23T09:00:30.5Z")]
    [InlineData("2026-11-23T09:00", "2026-11-23T08:00:00Z")]
    [InlineData("2026-07-12 09:00", "2026-07-12T07:00:00Z")]
    public void A_time_is_read_with_its_offset_or_in_the_zone(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Moments.Read(text, Budapest));

    [Theory]
    [InlineData("2026-03-29T02:30", "skip")]
    [InlineData("2026-10-25T02:30", "twice")]
    [InlineData("0001-01-01 00:00", "outside")]
    [InlineData("yesterday", "no time")]
    [InlineData("23/11/2026", "no time")]
    public void A_time_that_means_nothing_or_two_things_is_asked_about(string text, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => Moments.Read(text, Budapest)).Message, StringComparison.Ordinal);
}
