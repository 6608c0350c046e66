using AngleSharp.Dom;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>Which story leads: the desk's choice, else the newest and most urgent.</summary>
public sealed class FrontOrderTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(Urgency.Normal, 1, "Newer")]
    [InlineData(Urgency.Urgent, 239, "Older")]
    [InlineData(Urgency.Urgent, 241, "Newer")]
    [InlineData(Urgency.Breaking, 719, "Older")]
    [InlineData(Urgency.Breaking, 721, "Newer")]
    public async Task An_urgent_story_leads_until_its_head_start_is_used_up(Urgency urgency, int minutesBefore, string leads)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Older") with { Urgency = urgency }, Sample.Noon.AddMinutes(-minutesBefore));
        await site.PublishAsync(Sample.Copy("Newer"));
        await site.PublishAsync(Sample.Copy("Long Ago"), Sample.Noon.AddDays(-2));

        var page = await site.ReadAsync("/");

        Assert.Equal(leads, LeadOf(page));
        Assert.Equal([leads == "Newer" ? "Older" : "Newer", "Long Ago"], OthersOf(page));
        Assert.Equal(["Newer", "Older", "Long Ago"], page.QuerySelectorAll(".latest li > a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Breaking_goes_before_urgent_and_an_update_can_raise_and_lower_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var first = await site.PublishAsync(Sample.Copy("First") with { Urgency = Urgency.Breaking }, Sample.Noon.AddHours(-2));
        await site.PublishAsync(Sample.Copy("Second") with { Urgency = Urgency.Urgent });
        Assert.Equal("First", LeadOf(await site.ReadAsync("/")));

        await site.Desk.UpdateAsync(first.Id, await site.ReviseAsync(first, Sample.Copy("First")), SiteUnderTest.By, None);
        Assert.Equal("Second", LeadOf(await site.ReadAsync("/")));

        await site.Desk.UpdateAsync(first.Id, await site.ReviseAsync(first, Sample.Copy("First") with { Urgency = Urgency.Breaking }), SiteUnderTest.By, None);
        Assert.Equal("First", LeadOf(await site.ReadAsync("/")));
    }

    [Fact]
    public async Task What_the_desk_chose_stays_in_its_order_whatever_comes_after()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);

        await DeskOf(site).ArrangeAsync([a.StoryId, b.StoryId], None);
        await site.PublishAsync(Sample.Copy("Newest") with { Urgency = Urgency.Breaking });

        var page = await site.ReadAsync("/");
        Assert.Equal("A", LeadOf(page));
        Assert.Equal(["B", "Newest", "C"], OthersOf(page));
    }

    [Fact]
    public async Task A_withdrawn_story_leaves_its_place_for_good_and_the_rest_moves_up()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        await DeskOf(site).ArrangeAsync([a.StoryId, b.StoryId], None);

        await site.Desk.RetractAsync(a.Id, "It was wrong.", SiteUnderTest.By, None);
        Assert.Equal("B", LeadOf(await site.ReadAsync("/")));

        await site.Desk.ReinstateAsync(a.Id, "It was right.", SiteUnderTest.By, None);
        var page = await site.ReadAsync("/");
        Assert.Equal("B", LeadOf(page));
        Assert.Equal(["C", "A"], OthersOf(page));
    }

    [Fact]
    public async Task A_place_can_end_by_itself_and_the_next_moves_up()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        var desk = DeskOf(site);
        await desk.PlaceAsync(b.StoryId, 1, null, None);
        await desk.PlaceAsync(a.StoryId, 1, Sample.Noon.AddHours(2), None);
        Assert.Equal("A", LeadOf(await site.ReadAsync("/")));

        // Moved by hand it keeps its end.
        await desk.ArrangeAsync([b.StoryId, a.StoryId], None);
        await desk.ArrangeAsync([a.StoryId, b.StoryId], None);
        site.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Equal("A", LeadOf(await site.ReadAsync("/")));

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var page = await site.ReadAsync("/");
        Assert.Equal("B", LeadOf(page));
        Assert.Equal(["C", "A"], OthersOf(page));
    }

    [Fact]
    public async Task A_story_can_be_moved_and_released_and_twice_the_same_is_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        var desk = DeskOf(site);

        Assert.NotNull(await desk.ArrangeAsync([a.StoryId, b.StoryId], None));
        Assert.Null(await desk.ArrangeAsync([a.StoryId, b.StoryId], None));
        Assert.NotNull(await desk.PlaceAsync(b.StoryId, 1, null, None));
        Assert.Equal("B", LeadOf(await site.ReadAsync("/")));

        Assert.NotNull(await desk.ReleaseAsync(b.StoryId, None));
        Assert.Null(await desk.ReleaseAsync(b.StoryId, None));
        Assert.Equal("A", LeadOf(await site.ReadAsync("/")));

        Assert.NotNull(await desk.ReleaseAllAsync(None));
        Assert.Equal("C", LeadOf(await site.ReadAsync("/")));
    }

    [Fact]
    public async Task What_cannot_stand_there_is_refused_with_reasons()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, c) = await ThreeAsync(site);
        var draft = await site.DraftAsync(Sample.Copy("Draft"));
        var killed = await site.PublishAsync(Sample.Copy("Killed"));
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A test.", SiteUnderTest.By, None);
        var (d, e) = (await site.PublishAsync(Sample.Copy("D")), await site.PublishAsync(Sample.Copy("E")));
        await site.Desk.RetractAsync(e.Id, "It was wrong.", SiteUnderTest.By, None);
        var f = await site.PublishAsync(Sample.Copy("F"));
        var desk = DeskOf(site);

        async Task<IReadOnlyList<string>> Reasons(Func<Task> act) => (await Assert.ThrowsAsync<DispatchRefusedException>(act)).Reasons;
        Task<IReadOnlyList<string>> Arranged(params Dispatch[] stories) => Reasons(() => desk.ArrangeAsync([.. stories.Select(s => s.StoryId)], None));

        Assert.Equal(["“A” would stand there twice."], await Arranged(a, a));
        Assert.Equal(["One of these stories is not public."], await Arranged(draft));
        Assert.Equal(["One of these stories is not public any more."], await Arranged(killed));
        Assert.Equal(["“E” is not public any more."], await Arranged(e));
        Assert.Contains("4 places", Assert.Single(await Arranged(a, b, c, d, f)), StringComparison.Ordinal);

        await desk.ArrangeAsync([a.StoryId, b.StoryId, c.StoryId, d.StoryId], None);
        Assert.Contains("Release one first", Assert.Single(await Reasons(() => desk.PlaceAsync(f.StoryId, 1, null, None))), StringComparison.Ordinal);
        Assert.Contains("from 1 to 4", Assert.Single(await Reasons(() => desk.PlaceAsync(a.StoryId, 5, null, None))), StringComparison.Ordinal);
        Assert.Contains("past", Assert.Single(await Reasons(() => desk.PlaceAsync(a.StoryId, 1, Sample.Noon, None))), StringComparison.Ordinal);
        Assert.Equal("A", LeadOf(await site.ReadAsync("/")));
    }

    [Fact]
    public async Task A_translation_that_the_desk_chose_stands_beside_its_original()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        var arabic = await site.PublishAsync(Sample.Copy("مجمع") with { Language = "ar", TranslationOf = a.StoryId, Slug = "council-ar" });

        await DeskOf(site).ArrangeAsync([b.StoryId, a.StoryId, arabic.StoryId], None);

        Assert.Equal(["A", "مجمع", "C"], OthersOf(await site.ReadAsync("/")));
    }

    [Fact]
    public async Task The_text_edition_tells_what_leads_before_the_newest_and_tells_it_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, b, _) = await ThreeAsync(site);
        Assert.DoesNotContain("Leading", (await site.ReadAsync("/text")).Body!.TextContent, StringComparison.Ordinal);

        await DeskOf(site).ArrangeAsync([a.StoryId, b.StoryId], None);
        Assert.Equal(["A", "B", "C"], HeadlinesOf(await site.ReadAsync("/text")));

        await DeskOf(site).ReleaseAllAsync(None);
        await site.PublishAsync(Sample.Copy("D") with { Urgency = Urgency.Urgent }, Sample.Noon.AddHours(-2));
        var page = await site.ReadAsync("/text");
        Assert.Equal(["D", "C", "B", "A"], HeadlinesOf(page));
        Assert.Equal("Leading", page.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task What_the_wire_said_before_there_was_an_order_is_still_read()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (a, _, _) = await ThreeAsync(site);
        await using (var db = site.OpenDb())
        {
            // As the program wrote it before.
            db.WireEntries.Add(WireEntry.Of(FrontPage.Undecided, Sample.Noon));
            await db.SaveChangesAsync();
            await db.WireEntries.Where(e => e.Kind == WireKind.FrontChanged)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Snapshot, """{"breaking":{"text":"Bishops agree","at":"2026-11-23T12:00:00+00:00","until":"2026-11-23T15:00:00+00:00"}}"""));
        }

        var page = await site.ReadAsync("/");
        Assert.Contains("Bishops agree", page.QuerySelector(".breaking")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("C", LeadOf(page));

        await DeskOf(site).PlaceAsync(a.StoryId, 1, null, None);
        page = await site.ReadAsync("/");
        Assert.Contains("Bishops agree", page.QuerySelector(".breaking")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A", LeadOf(page));
    }

    [Fact]
    public async Task A_story_that_says_nothing_of_urgency_is_normal_and_one_that_is_normal_says_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Normal"));
        await site.PublishAsync(Sample.Copy("Urgent") with { Urgency = Urgency.Urgent });

        await using var db = site.OpenDb();
        var entries = await db.WireEntries.Where(e => e.Kind == WireKind.Published).OrderBy(e => e.Sequence).ToListAsync();

        Assert.Equal([Urgency.Normal, Urgency.Urgent], entries.Select(e => e.Story().Urgency));
        Assert.Equal([false, true], entries.Select(e => e.Snapshot.Contains("urgency", StringComparison.Ordinal)));
    }

    /// <summary>A, then B, then C, a minute apart: C is the newest.</summary>
    private static async Task<(Dispatch A, Dispatch B, Dispatch C)> ThreeAsync(SiteUnderTest site) =>
    (
        await site.PublishAsync(Sample.Copy("A"), Sample.Noon.AddMinutes(-3)),
        await site.PublishAsync(Sample.Copy("B"), Sample.Noon.AddMinutes(-2)),
        await site.PublishAsync(Sample.Copy("C"), Sample.Noon.AddMinutes(-1))
    );

    private static FrontDesk DeskOf(SiteUnderTest site) => site.Services.GetRequiredService<FrontDesk>();

    private static string LeadOf(IDocument page) => page.QuerySelector(".lead h2")!.TextContent;

    private static IEnumerable<string> OthersOf(IDocument page) => page.QuerySelectorAll("section[aria-labelledby=others] h3").Select(h => h.TextContent);

    private static IEnumerable<string> HeadlinesOf(IDocument page) => page.QuerySelectorAll("main li a").Select(a => a.TextContent);
}
