using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class BreakingLineTests
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(3);

    [Fact]
    public async Task A_breaking_line_stands_on_the_front_page_and_leads_to_its_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());

        await FrontDeskOf(site).BreakAsync("Bishops agree & rejoice", live.StoryId, Hours, CancellationToken.None);

        var link = (await site.ReadAsync("/")).QuerySelector(".breaking a")!;
        Assert.Equal("Bishops agree & rejoice", link.TextContent);
        Assert.Equal(live.Address, link.GetAttribute("href"));
    }

    [Fact]
    public async Task A_line_may_stand_before_its_story_is_written()
    {
        await using var site = await SiteUnderTest.StartAsync();

        await FrontDeskOf(site).BreakAsync("Bishops agree", null, Hours, CancellationToken.None);

        var line = (await site.ReadAsync("/")).QuerySelector(".breaking")!;
        Assert.Contains("Bishops agree", line.TextContent, StringComparison.Ordinal);
        Assert.Null(line.QuerySelector("a"));
    }

    [Fact]
    public async Task It_is_over_when_its_time_is_over_or_the_desk_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var desk = FrontDeskOf(site);

        await desk.BreakAsync("First", null, Hours, CancellationToken.None);
        site.Clock.Advance(Hours);
        Assert.Null((await site.ReadAsync("/")).QuerySelector(".breaking"));

        await desk.BreakAsync("Second", null, Hours, CancellationToken.None);
        Assert.NotNull((await site.ReadAsync("/")).QuerySelector(".breaking"));
        Assert.NotNull(await desk.EndBreakingAsync(CancellationToken.None));
        Assert.Null((await site.ReadAsync("/")).QuerySelector(".breaking"));
        Assert.Null(await desk.EndBreakingAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_goes_with_its_story_and_does_not_come_back_by_itself(bool isKilled)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var desk = FrontDeskOf(site);
        var live = await site.PublishAsync(Sample.Copy());
        await desk.BreakAsync("Bishops agree", live.StoryId, Hours, CancellationToken.None);

        if (isKilled) await site.Desk.KillAsync(live.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);
        else await site.Desk.RetractAsync(live.Id, "It was wrong.", SiteUnderTest.By, CancellationToken.None);
        Assert.Null((await site.ReadAsync("/")).QuerySelector(".breaking"));
        Assert.Null(await desk.EndBreakingAsync(CancellationToken.None));

        await site.Desk.ReinstateAsync(live.Id, "It was right.", SiteUnderTest.By, CancellationToken.None);
        Assert.Null((await site.ReadAsync("/")).QuerySelector(".breaking"));

        await desk.BreakAsync("Bishops agree", live.StoryId, Hours, CancellationToken.None);
        Assert.NotNull((await site.ReadAsync("/")).QuerySelector(".breaking"));
    }

    [Fact]
    public async Task It_loses_the_signs_that_nobody_sees_and_so_does_a_headline()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy("\uFEFFBishops\u200B ag\u00ADree"));

        await FrontDeskOf(site).BreakAsync("\uFEFFBishops\u200B ag\u00ADree", live.StoryId, Hours, CancellationToken.None);

        var page = await site.ReadAsync("/");
        Assert.Equal("Bishops agree", page.QuerySelector(".breaking a")!.TextContent);
        Assert.Equal("Bishops agree", page.QuerySelector(".lead h2")!.TextContent);
    }

    [Fact]
    public async Task It_does_not_go_with_another_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        var other = await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        await FrontDeskOf(site).BreakAsync("Bishops agree", live.StoryId, Hours, CancellationToken.None);

        await site.Desk.KillAsync(other.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);

        Assert.NotNull((await site.ReadAsync("/")).QuerySelector(".breaking"));
    }

    [Fact]
    public async Task A_line_that_says_nothing_or_too_much_is_refused_with_reasons()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var draft = await site.DraftAsync(Sample.Copy());
        var desk = FrontDeskOf(site);

        async Task<IReadOnlyList<string>> Reasons(string text, Guid? story, TimeSpan lasts) =>
            (await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.BreakAsync(text, story, lasts, CancellationToken.None))).Reasons;

        Assert.Equal("It needs words.", Assert.Single(await Reasons(" – ", null, Hours)));
        Assert.Contains("160", Assert.Single(await Reasons(new string('a', 161), null, Hours)), StringComparison.Ordinal);
        Assert.Contains("24 hours", Assert.Single(await Reasons("Bishops agree", null, TimeSpan.FromDays(2))), StringComparison.Ordinal);
        Assert.Contains("one minute", Assert.Single(await Reasons("Bishops agree", null, TimeSpan.FromSeconds(59))), StringComparison.Ordinal);
        Assert.Equal("Its story is not public.", Assert.Single(await Reasons("Bishops agree", draft.StoryId, Hours)));
        Assert.Null((await site.ReadAsync("/")).QuerySelector(".breaking"));
    }

    private static FrontDesk FrontDeskOf(SiteUnderTest site) => site.Services.GetRequiredService<FrontDesk>();
}
