using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>What is left of a story that is taken back. That nothing else is left, on any surface: <see cref="EverySurfaceTests"/>.</summary>
public sealed class WithdrawalTests
{
    private const string Feed = "/feeds/all.rss";
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_killed_story_answers_410_with_its_notice_and_no_list_knows_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        using var client = site.Visit();

        using var page = await client.GetAsync(dispatch.Address);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("We have taken this story down.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nicaea", html, StringComparison.OrdinalIgnoreCase);
        foreach (var list in new[] { "/", "/bureaus/middle-east", "/2026/11/23" })
            Assert.DoesNotContain(dispatch.Headline, await client.GetStringAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_the_desk_has_put_in_order_outlives_its_stories()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(new DirectoryName { Kind = NameKind.Section, Slug = "church-life", Name = "Life of the church", Order = 2 });
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A source was in danger.", SiteUnderTest.By, None);

        var page = await site.ReadAsync("/sections/church-life");

        Assert.Equal("Life of the church", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_retracted_story_keeps_its_address_and_shows_only_the_notice()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "It rested on a forged letter.", SiteUnderTest.By, None);
        using var client = site.Visit();

        using var page = await client.GetAsync(dispatch.Address);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("It rested on a forged letter.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The bishops agreed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Basil Merton", html, StringComparison.Ordinal);
        Assert.Empty((await site.Newsstand.LatestAsync(NameKind.Bureau, "middle-east", 10, null, None)).Stories);
    }

    [Fact]
    public async Task A_reinstated_story_is_back_at_its_address_in_its_lists_and_in_its_place()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);

        await site.Desk.ReinstateAsync(dispatch.Id, "It was right after all.", SiteUnderTest.By, None);

        var page = await site.ReadAsync(dispatch.Address!);
        Assert.Contains("It was right after all.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The bishops agreed", page.Body.TextContent, StringComparison.Ordinal);
        var list = await site.Newsstand.LatestAsync(NameKind.Bureau, "middle-east", 10, null, None);
        Assert.Equal([later.StoryId, dispatch.StoryId], list.Stories.Select(s => s.StoryId));
    }

    [Fact]
    public async Task The_feed_carries_the_notice_under_the_same_id_and_its_validators_move_forward()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        using var before = await client.GetAsync(Feed);

        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var after = await AskAgainAsync(client, before);
        var rss = await after.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.True(after.Content.Headers.LastModified > before.Content.Headers.LastModified);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        var item = XDocument.Parse(rss).Descendants("item").Single(i => i.Element("guid")!.Value == $"urn:uuid:{dispatch.StoryId}");
        Assert.Equal("We have taken this story down.", item.Element("description")!.Value);
        Assert.DoesNotContain("Council", item.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("in danger", rss, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_answers_304_with_its_validators_and_nothing_else()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        using var first = await client.GetAsync(Feed);

        using var second = await AskAgainAsync(client, first);
        using var byDate = new HttpRequestMessage(HttpMethod.Get, Feed) { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        using var third = await client.SendAsync(byDate);
        using var stale = new HttpRequestMessage(HttpMethod.Get, Feed) { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
        stale.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        using var fourth = await client.SendAsync(stale);

        Assert.Equal([HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK], [second.StatusCode, third.StatusCode, fourth.StatusCode]);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_the_bytes()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        var dispatch = await site.PublishAsync(Sample.Copy());

        foreach (var path in new[] { Feed, "/", dispatch.Address! })
        {
            using var get = await client.GetAsync(path);
            using var ask = new HttpRequestMessage(HttpMethod.Head, path);
            using var head = await client.SendAsync(ask);
            Assert.Equal((get.StatusCode, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_notice_leaves_the_feed_after_thirty_days()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "Withdrawn.", SiteUnderTest.By, None);
        using var client = site.Visit();

        site.Clock.Advance(TimeSpan.FromDays(30));
        using var held = await client.GetAsync(Feed);
        var on30 = await held.Content.ReadAsStringAsync();
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var byDate = new HttpRequestMessage(HttpMethod.Get, Feed) { Headers = { IfModifiedSince = held.Content.Headers.LastModified } };
        using var answer = await client.SendAsync(byDate);
        var on31 = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"{dispatch.StoryId}", on30, StringComparison.Ordinal);
        Assert.DoesNotContain($"{dispatch.StoryId}", on31, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAgainAsync(HttpClient client, HttpResponseMessage held)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, Feed);
        ask.Headers.IfNoneMatch.Add(held.Headers.ETag!);
        ask.Headers.IfModifiedSince = held.Content.Headers.LastModified;
        return client.SendAsync(ask);
    }
}
