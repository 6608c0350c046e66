using System.Net;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>A story is taken back at the worst moment.</summary>
public sealed class WithdrawnWhilePrintingTests
{
    private const string Headline = "Words To Be Taken Back";

    [Theory]
    [InlineData("killed")]
    [InlineData("retracted")]
    public async Task What_was_read_before_a_withdrawal_is_not_handed_out_after_it(string verb)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var paused = new PausedSql(site, "\"Stories\"", "ORDER BY").Watch();
        var story = await site.PublishAsync(Sample.Copy(Headline) with { Markdown = "The text that is taken back." });
        using var client = site.Visit();
        paused.Watch();

        // The text is read, and what stands beside it takes long.
        var asked = client.GetAsync(new Uri(story.Address!, UriKind.Relative));
        await paused.ReachedAsync();
        if (verb == "killed") await site.Desk.KillAsync(story.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        else await site.Desk.RetractAsync(story.Id, "It was not so.", SiteUnderTest.By, CancellationToken.None);
        paused.LetGo();
        using var answer = await asked;
        using var next = await client.GetAsync(new Uri(story.Address!, UriKind.Relative));

        foreach (var got in new[] { answer, next })
        {
            Assert.Equal(verb == "killed" ? HttpStatusCode.Gone : HttpStatusCode.OK, got.StatusCode);
            Assert.DoesNotContain("The text that is taken back", await got.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kill_before_the_database_goes_away_takes_the_story_from_every_page_and_leaves_the_others()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var killed = await site.PublishAsync(Sample.Copy(Headline) with { Topics = ["prayer"] });
        // Enough newer ones that the older story's page shows none of the killed one.
        for (var i = 0; i < 8; i++) await site.PublishAsync(Sample.Copy($"A Story That Stays {i}") with { Topics = [] });
        var stays = await site.PublishAsync(Sample.Copy("The Newest That Stays") with { Topics = [] });
        using var client = site.Visit();
        string[] withIt = ["/", killed.Address!, $"/text{killed.Address}", "/topics/prayer", "/feeds/all.rss", "/feeds/topics/prayer.json", "/embed/headlines?count=12", "/embed/headlines.json?from=topics/prayer", "/sitemap-news.xml", "/text"];
        foreach (var path in withIt.Append(stays.Address!)) using (await client.GetAsync(new Uri(path, UriKind.Relative))) { }

        await site.Desk.KillAsync(killed.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        await site.Store.GoAwayAsync();

        foreach (var path in withIt)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.DoesNotContain(Headline, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var other = await client.GetAsync(new Uri(stays.Address!, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        await site.Store.ComeBackAsync();
    }

    [Fact]
    public async Task A_correction_stands_on_every_page_with_the_next_request_and_a_page_it_does_not_touch_is_not_printed_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        var story = await site.PublishAsync(Sample.Copy("A Word That Was Wrong") with { Topics = ["prayer"] });
        await site.PublishAsync(Sample.Copy("Beside It") with { Topics = ["youth"], Bureau = null, Section = null });
        using var client = site.Visit();
        string[] touched = ["/", story.Address!, "/topics/prayer", "/feeds/all.atom", "/feeds/topics/prayer.rss", "/embed/cards", "/corrections"];
        string[] others = ["/feeds/topics/youth.rss", "/embed/headlines?from=topics/youth", "/about"];
        foreach (var path in touched.Concat(others)) using (await client.GetAsync(new Uri(path, UriKind.Relative))) { }

        var revision = await site.ReviseAsync(story, Sample.Copy("A Word That Is Right") with { Topics = ["prayer"] });
        await site.Desk.CorrectAsync(story.Id, revision, "A word was wrong.", SiteUnderTest.By, CancellationToken.None);
        foreach (var path in touched.Where(p => p != "/corrections"))
            Assert.Contains("A Word That Is Right", await client.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("A word was wrong.", await client.GetStringAsync(new Uri("/corrections", UriKind.Relative)), StringComparison.Ordinal);
        heard.Forget();
        foreach (var path in others) using (await client.GetAsync(new Uri(path, UriKind.Relative))) { }

        // Each is looked up and handed out: one look at the wire and no story read.
        Assert.All(heard.Commands, sql => Assert.Contains("\"WireEntries\"", sql, StringComparison.Ordinal));
        Assert.InRange(heard.Commands.Count, others.Length, others.Length);
    }
}
