using System.Globalization;
using System.Net;
using System.Xml.Linq;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>What fell out of the feeds, by months (RFC 5005, 4).</summary>
public sealed class ArchiveTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("all", "rss")]
    [InlineData("all", "atom")]
    [InlineData("all", "json")]
    [InlineData("topics/councils", "atom")]
    [InlineData("bureaus/middle-east", "rss")]
    [InlineData("languages/en", "json")]
    public async Task Who_walks_back_meets_every_story_once_besides_the_overlap(string of, string format)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await PublishAsync(site, 2, "2026-07-31T23:59:59.999Z");
        await PublishAsync(site, 3, "2026-09-01T00:00:00Z");
        await PublishAsync(site, 4, "2026-10-15T00:00:00Z");
        await PublishAsync(site, 48, "2026-11-02T00:00:00Z");
        await PublishAsync(site, 5, null);
        await site.PublishAsync(Sample.Copy("Not Listed There") with { Topics = [], Bureau = "europe", Language = "ar" }, At("2026-08-01T00:00:00Z"));
        using var client = site.Visit();
        var live = $"{SiteUnderTest.PublicUrl}/feeds/{of}.{format}";

        var now = await WalkedDocument.ReadAsync(client, live);
        var archives = new List<WalkedDocument>();
        var addresses = new List<string>();
        for (var prev = now.Prev; prev is not null; prev = archives[^1].Prev)
        {
            addresses.Add(prev);
            archives.Add(await WalkedDocument.ReadAsync(client, prev));
        }

        string[] months = of == "all" ? ["2026-11-22", "2026-10", "2026-09", "2026-08", "2026-07"] : ["2026-11-22", "2026-10", "2026-09", "2026-07"];
        int[] counts = of == "all" ? [48, 4, 3, 1, 2] : [48, 4, 3, 2];
        Assert.Equal(months.Select(m => $"{SiteUnderTest.PublicUrl}/feeds/{of}/{m}.{format}"), addresses);
        Assert.Equal(counts, archives.Select(a => a.Items.Count));
        Assert.False(now.IsArchive);
        Assert.Equal((50, null), (now.Items.Count, now.Next));
        Assert.All(archives, a => Assert.Equal((true, live, now.Id), (a.IsArchive, a.Current, a.Id)));
        Assert.Equal([null, .. addresses[..^1]], archives.Select(a => a.Next));
        var met = archives.SelectMany(a => a.Items).Select(i => i.Id).ToList();
        Assert.Equal(met.Count, met.Distinct().Count());
        Assert.Equal(of == "all" ? 63 : 62, met.Union(now.Items.Select(i => i.Id)).Count());
        Assert.Equal(45, now.Items.Count(i => archives[0].Items.Contains(i)));
    }

    [Fact]
    public async Task Who_walks_while_we_work_has_all_that_stands_after_the_next_look_though_the_month_ends()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Clock.SetUtcNow(At("2026-11-30T23:59:00Z"));
        var old = await PublishAsync(site, 3, "2026-09-01T00:00:00Z");
        await PublishAsync(site, 3, "2026-10-01T00:00:00Z");
        var newer = await PublishAsync(site, 60, "2026-11-01T00:00:00Z");
        await PublishAsync(site, 2, null);
        using var client = site.Visit();
        var walker = new FeedWalker(client, $"{SiteUnderTest.PublicUrl}/feeds/all.atom");

        var step = 0;
        await walker.WalkAsync(async () =>
        {
            step++;
            site.Clock.Advance(TimeSpan.FromSeconds(45));     // over midnight with the second step
            await site.PublishAsync(Sample.Copy($"Meanwhile {step}"));
            await site.Desk.CorrectAsync(newer[step].Id, await site.ReviseAsync(newer[step], Sample.Copy($"Put Right {step}")), "It was wrong.", SiteUnderTest.By, None);
            await site.Desk.KillAsync(newer[10 + step].Id, "Gone.", "A reason.", SiteUnderTest.By, None);
            await site.Desk.RetractAsync(old[step % 3].Id, $"Withdrawn {step}.", SiteUnderTest.By, None);
        });
        Assert.Equal(3, step);
        await walker.WalkAsync();

        await using var db = site.OpenDb();
        var standing = db.Stories.Where(c => c.State == StoryState.Live).ToDictionary(c => $"urn:uuid:{c.StoryId}", c => c.Headline);
        Assert.Equal(68 + 3 - 6, standing.Count);
        Assert.Equal(standing.OrderBy(s => s.Key), walker.Held.OrderBy(s => s.Key));
    }

    [Fact]
    public async Task Who_looks_once_a_day_misses_nothing_of_a_busy_day()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await PublishAsync(site, 3, "2026-11-05T00:00:00Z");
        using var client = site.Visit();
        var walker = new FeedWalker(client, $"{SiteUnderTest.PublicUrl}/feeds/all.json");

        for (var day = 0; day < 3; day++)
        {
            await PublishAsync(site, 30, null);
            await walker.WalkAsync();
            await PublishAsync(site, 25, null);
            site.Clock.Advance(TimeSpan.FromDays(1));
        }

        await walker.WalkAsync();
        Assert.Equal(3 + (3 * 55), walker.Held.Count);
    }

    [Fact]
    public async Task The_feed_of_now_has_all_of_today_and_its_way_back_is_called_by_yesterday()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await PublishAsync(site, 1, "2026-11-22T23:59:59.999Z");
        await PublishAsync(site, 55, null);
        using var client = site.Visit();

        var today = await WalkedDocument.ReadAsync(client, "/feeds/all.atom?items=50");
        var few = await WalkedDocument.ReadAsync(client, "/feeds/all.atom?items=49");
        using var held = await client.GetAsync("/feeds/all.atom");
        site.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await WalkedDocument.ReadAsync(client, "/feeds/all.atom");
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/feeds/all.atom");
        ask.Headers.IfModifiedSince = held.Content.Headers.LastModified ?? Sample.Noon;
        using var dated = await client.SendAsync(ask);

        Assert.Equal((55, $"{SiteUnderTest.PublicUrl}/feeds/all/2026-11-22.atom"), (today.Items.Count, today.Prev));
        Assert.Equal((49, null), (few.Items.Count, few.Prev));
        Assert.Equal((50, $"{SiteUnderTest.PublicUrl}/feeds/all/2026-11-23.atom"), (tomorrow.Items.Count, tomorrow.Prev));
        Assert.Equal(HttpStatusCode.OK, dated.StatusCode);
        Assert.Equal(56, (await WalkedDocument.ReadAsync(client, tomorrow.Prev!)).Items.Count);
        // What was named yesterday has not grown, and leads on to what has.
        var kept = await WalkedDocument.ReadAsync(client, today.Prev!);
        Assert.Equal((1, tomorrow.Prev), (kept.Items.Count, kept.Next));
    }

    [Theory]
    [InlineData("2026-11-23", "today")]
    [InlineData("2026-11-24", "a day to come")]
    [InlineData("2026-11", "the running month")]
    [InlineData("2026-12", "a month to come")]
    [InlineData("9999-12", "the last month there is")]
    [InlineData("2026-08", "a month without a story")]
    [InlineData("2026-10-31", "a whole month by its last day")]
    [InlineData("2026-10-01", "days before the first story")]
    [InlineData("2026-13", "no month")]
    [InlineData("0000-01", "no year")]
    [InlineData("2026-1", "another spelling")]
    [InlineData("2026-11-", "no day")]
    [InlineData("now", "no date")]
    public async Task There_is_no_archive_of(string archive, string what)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await PublishAsync(site, 1, "2026-10-15T00:00:00Z");
        await PublishAsync(site, 1, "2026-11-15T00:00:00Z");
        using var client = site.Visit();

        using var answer = await client.GetAsync($"/feeds/all/{archive}.atom");
        using var there = await client.GetAsync("/feeds/all/2026-10.atom");
        using var unnamed = await client.GetAsync("/feeds/topics/never-named/2026-10.atom");

        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{archive}, {what}, answers {(int)answer.StatusCode}.");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (there.StatusCode, unnamed.StatusCode));
    }

    [Fact]
    public async Task An_archive_has_the_text_of_today_and_nothing_of_what_was_withdrawn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var all = await PublishAsync(site, 4, "2026-10-15T00:00:00Z");
        await site.DraftAsync(Sample.Copy("A Draft"));
        await site.Desk.CorrectAsync(all[0].Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        await site.Desk.RetractAsync(all[1].Id, "It did not stand.", SiteUnderTest.By, None);
        await site.Desk.KillAsync(all[2].Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        using var client = site.Visit();

        foreach (var format in new[] { "rss", "atom", "json" })
        {
            var path = $"/feeds/topics/councils/2026-10.{format}";
            var archive = await WalkedDocument.ReadAsync(client, path);
            var text = await client.GetStringAsync(path);
            Assert.Equal([$"urn:uuid:{all[3].StoryId}", $"urn:uuid:{all[0].StoryId}"], archive.Items.Select(i => i.Id));
            Assert.Contains("It was a Thursday.", text, StringComparison.Ordinal);
            foreach (var withdrawn in all[1..3]) Assert.DoesNotContain(withdrawn.StoryId.ToString(), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archive_whose_last_story_was_withdrawn_is_not_named_any_more_and_leads_on_who_was_on_the_way_to_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await PublishAsync(site, 1, "2026-08-15T00:00:00Z");
        var killed = Assert.Single(await PublishAsync(site, 1, "2026-09-15T00:00:00Z"));
        await PublishAsync(site, 1, "2026-10-15T00:00:00Z");
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        using var client = site.Visit();

        foreach (var of in new[] { "all", "topics/councils" })
        {
            var at = $"{SiteUnderTest.PublicUrl}/feeds/{of}";
            var emptied = await WalkedDocument.ReadAsync(client, $"{at}/2026-09.atom");
            var newer = await WalkedDocument.ReadAsync(client, $"{at}/2026-10.atom");
            Assert.Empty(emptied.Items);
            Assert.Equal(($"{at}/2026-08.atom", $"{at}/2026-10.atom", $"{at}/2026-08.atom"), (emptied.Prev, emptied.Next, newer.Prev));
        }
    }

    [Fact]
    public async Task Options_are_carried_along_and_how_many_is_no_question()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var month in new[] { "08", "09", "10" }) await PublishAsync(site, 2, $"2026-{month}-15T00:00:00Z");
        using var client = site.Visit();

        var now = await WalkedDocument.ReadAsync(client, "/feeds/all.atom?items=80&content=summary");
        var text = await client.GetStringAsync("/feeds/all/2026-09.atom?content=summary&items=1");
        var archive = await WalkedDocument.ReadAsync(client, "/feeds/all/2026-09.atom?items=none&content=summary");

        var at = $"{SiteUnderTest.PublicUrl}/feeds/all";
        Assert.Equal($"{at}/2026-08.atom?content=summary", now.Prev);
        Assert.Equal(($"{at}.atom?content=summary", $"{at}/2026-08.atom?content=summary", $"{at}/2026-10.atom?content=summary", 2), (archive.Current, archive.Prev, archive.Next, archive.Items.Count));
        Assert.Empty(XDocument.Parse(text).Descendants(Atom + "content"));
        Assert.Equal($"{at}/2026-09.atom?content=summary", XDocument.Parse(text).Root!.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
    }

    [Fact]
    public async Task An_archive_of_a_merged_name_is_that_of_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Topics = ["synods"] }, At("2026-10-15T00:00:00Z"));
        await site.PublishAsync(Sample.Copy("Another"));
        await site.Services.GetRequiredService<DirectoryDesk>().MergeAsync(NameKind.Topic, "synods", "councils", None);
        using var client = site.Visit();

        using var answer = await client.GetAsync("/feeds/topics/synods/2026-10.json?content=summary");
        var survivor = await WalkedDocument.ReadAsync(client, "/feeds/topics/councils/2026-10.json");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/feeds/topics/councils/2026-10.json?content=summary"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Single(survivor.Items);
    }

    [Fact]
    public async Task Who_has_an_archive_already_is_told_so_without_a_story_being_read()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        var dispatch = Assert.Single(await PublishAsync(site, 1, "2026-10-15T00:00:00Z"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        const string Path = "/feeds/bureaus/middle-east/2026-10.rss";
        using var first = await client.GetAsync(Path);
        heard.Forget();

        using var again = await client.SendAsync(Holding(Path, first));
        var commands = heard.Commands;
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Path));
        await site.Desk.KillAsync(dispatch.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        using var killed = await client.SendAsync(Holding(Path, first));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (again.StatusCode, head.StatusCode, killed.StatusCode));
        Assert.NotEmpty(commands);
        Assert.DoesNotContain(commands, sql => sql.Contains("Stories", StringComparison.Ordinal) || sql.Contains("Listings", StringComparison.Ordinal) || sql.Contains("Snapshot", StringComparison.Ordinal));
        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static HttpRequestMessage Holding(string path, HttpResponseMessage held)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.IfNoneMatch.Add(held.Headers.ETag!);
        return ask;
    }

    /// <param name="at">When all of them were published; now when null.</param>
    private static async Task<List<Dispatch>> PublishAsync(SiteUnderTest site, int count, string? at)
    {
        var published = new List<Dispatch>();
        for (var i = 0; i < count; i++) published.Add(await site.PublishAsync(Sample.Copy($"Dispatch {i} Of {at ?? "Now"}"), at is null ? null : At(at)));
        return published;
    }
}
