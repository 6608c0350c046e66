using System.Net;

using AngleSharp.Dom;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class WeekPageTests
{
    [Fact]
    public async Task A_week_stands_on_one_page_from_Monday_on()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Sunday Before"), Sample.Noon.AddDays(-1));
        await site.PublishAsync(Sample.Copy("Monday Noon"));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PublishAsync(Sample.Copy("Tuesday Noon"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        var killed = await site.PublishAsync(Sample.Copy("Tuesday Afternoon"));
        await site.Desk.KillAsync(killed.Id, "Gone.", "A reason.", SiteUnderTest.By, CancellationToken.None);

        var page = await site.ReadAsync("/week/2026-W48");

        Assert.Equal("Week 48 of 2026", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Monday, November 23, 2026", "Tuesday, November 24, 2026"], page.QuerySelectorAll(".day h2").Select(h => h.TextContent));
        Assert.Equal(["Monday Noon", "Tuesday Noon"], page.QuerySelectorAll(".week-list h3").Select(h => h.TextContent));
        Assert.Equal("/week/2026-W47", page.QuerySelector(".days a[rel=prev]")!.GetAttribute("href"));
        Assert.NotNull((await site.ReadAsync("/2026/11/23")).QuerySelector("a[href='/week/2026-W48']"));
    }

    [Theory]
    [InlineData("/week/2026-W49", HttpStatusCode.NotFound)]
    [InlineData("/week/2027-W01", HttpStatusCode.NotFound)]
    [InlineData("/week/9999-W53", HttpStatusCode.NotFound)]
    [InlineData("/week/2026-W00", HttpStatusCode.NotFound)]
    [InlineData("/week/2025-W53", HttpStatusCode.NotFound)]
    [InlineData("/week/2020-W53", HttpStatusCode.OK)]
    [InlineData("/week/0001-W01", HttpStatusCode.OK)]
    [InlineData("/week/2026-w48", HttpStatusCode.NotFound)]
    [InlineData("/week/2026-W8", HttpStatusCode.NotFound)]
    public async Task Only_weeks_that_the_calendar_has_and_that_have_begun_are_there(string path, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        using var answer = await client.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_week_without_stories_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();

        Assert.Contains("Nothing is published yet this week.", (await site.ReadAsync("/week/2026-W48")).Body!.TextContent, StringComparison.Ordinal);
    }
}
