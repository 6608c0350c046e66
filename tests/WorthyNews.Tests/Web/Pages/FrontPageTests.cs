using AngleSharp.Dom;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class FrontPageTests
{
    [Fact]
    public async Task A_house_without_stories_says_so_and_offers_a_link()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await site.ReadAsync("/");

        Assert.Equal("Nothing is published yet", page.QuerySelector("main h2")!.TextContent);
        Assert.Single(page.QuerySelectorAll("main a"));
    }

    [Fact]
    public async Task A_lone_story_leads_and_is_not_told_twice()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync("/");

        Assert.Equal("Council At Nicaea Agrees On Creed", page.QuerySelector(".lead h2")!.TextContent);
        Assert.Single(page.QuerySelectorAll("main a"), a => a.TextContent == "Council At Nicaea Agrees On Creed");
        Assert.Contains("#h-two-refuse", page.QuerySelector(".inside a")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "Also today")]
    [InlineData(600, "Also today")]
    [InlineData(800, "More dispatches")]
    public async Task Only_stories_of_today_are_called_so(int minutesAgo, string heading)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("First"));
        await site.PublishAsync(Sample.Copy("Second"), Sample.Noon.AddMinutes(-1));
        await site.PublishAsync(Sample.Copy("Third"), Sample.Noon.AddMinutes(-minutesAgo));

        var page = await site.ReadAsync("/");

        Assert.Equal(heading, page.QuerySelector("#others")!.TextContent);
    }

    [Fact]
    public async Task The_masthead_prints_the_date_of_the_sites_zone()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:TimeZone", "Pacific/Kiritimati"));

        var page = await site.ReadAsync("/");

        Assert.Equal("Tuesday, November 24, 2026", page.QuerySelector(".folio strong")!.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sample_is_called_one_on_top_and_at_itself(bool isSample)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Sample = isSample });

        var page = await site.ReadAsync("/");

        Assert.Equal(isSample, page.QuerySelector(".sample-banner") is not null);
        Assert.Equal(isSample, page.QuerySelector(".lead .tag")?.TextContent == "Sample");
    }

    [Fact]
    public async Task A_withdrawn_story_leaves_the_front()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "It was wrong.", SiteUnderTest.By, CancellationToken.None);

        var page = await site.ReadAsync("/");

        Assert.DoesNotContain("Nicaea", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
