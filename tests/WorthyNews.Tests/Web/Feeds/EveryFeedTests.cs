using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>What holds for each feed there is, as the list of all names them.</summary>
public sealed class EveryFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Every_list_has_a_feed_in_each_format_that_anybody_may_read_from_anywhere()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var client = site.Visit();

        var feeds = await ListedAsync(client);

        Assert.Equal(
            ["all", "bureaus", "contributors", "corrections", "languages", "places", "sections", "topics"],
            feeds.Select(f => f.Split('/')[2].Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
        foreach (var (feed, format) in feeds.SelectMany(f => Formats.Select(format => (f, format))))
        {
            using var answer = await client.GetAsync($"{feed}.{format}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(format == "json" ? "application/feed+json" : $"application/{format}+xml", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Contains("It was a Thursday.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kill_reaches_every_feed_and_asks_those_who_hold_the_story_to_drop_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        var feeds = (await ListedAsync(client)).SelectMany(f => Formats.Select(format => $"{f}.{format}")).ToList();
        var held = new Dictionary<string, HttpResponseMessage>(StringComparer.Ordinal);
        foreach (var feed in feeds) held[feed] = await client.GetAsync(feed);

        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var feed in feeds)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, feed);
            ask.Headers.IfNoneMatch.Add(held[feed].Headers.ETag!);
            using var answer = await client.SendAsync(ask);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("We have taken this story down.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("bishops", text.Replace(feed, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        var atom = XDocument.Parse(await client.GetStringAsync("/feeds/topics/councils.atom"));
        Assert.Equal($"urn:uuid:{dispatch.StoryId}", Assert.Single(atom.Descendants(Tombstones + "deleted-entry")).Attribute("ref")!.Value);
        Assert.Equal("Worthy News", atom.Root!.Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task A_kill_dates_every_line_of_the_corrections_that_named_the_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var client = site.Visit();
        var before = XDocument.Parse(await client.GetStringAsync("/feeds/corrections.atom")).Descendants(Atom + "entry").Single();
        site.Clock.Advance(TimeSpan.FromHours(1));

        await site.Desk.KillAsync(dispatch.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        var after = XDocument.Parse(await client.GetStringAsync("/feeds/corrections.atom")).Descendants(Atom + "entry").Single(e => e.Element(Atom + "id")!.Value == before.Element(Atom + "id")!.Value);

        Assert.Contains("Council", before.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Council", after.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            (DateTimeOffset)before.Element(Atom + "updated")! + TimeSpan.FromHours(1),
            (DateTimeOffset)after.Element(Atom + "updated")!);
    }

    [Fact]
    public async Task Who_has_a_feed_already_is_told_so_without_a_story_being_read()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        foreach (var path in new[] { "/feeds/all.rss", "/feeds/topics/councils.json?items=5", "/feeds/corrections.atom" })
        {
            using var first = await client.GetAsync(path);
            using var ask = new HttpRequestMessage(HttpMethod.Get, path);
            ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            Assert.Contains(heard.Commands, sql => sql.Contains("Snapshot", StringComparison.Ordinal));

            heard.Forget();
            using var answer = await client.SendAsync(ask);

            Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
            Assert.NotEmpty(heard.Commands);
            Assert.DoesNotContain(heard.Commands, sql => sql.Contains("Stories", StringComparison.Ordinal) || sql.Contains("Snapshot", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_removal_is_told_for_ninety_days_and_its_notice_for_thirty()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "Withdrawn.", SiteUnderTest.By, None);
        using var client = site.Visit();

        site.Clock.Advance(TimeSpan.FromDays(31));
        var after31 = JsonDocument.Parse(await client.GetStringAsync("/feeds/all.json")).RootElement;
        site.Clock.Advance(TimeSpan.FromDays(60));
        using var answer = await client.GetAsync("/feeds/all.json");
        var after91 = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(0, after31.GetProperty("items").GetArrayLength());
        Assert.Equal($"urn:uuid:{dispatch.StoryId}", after31.GetProperty("_worthy_news").GetProperty("removed")[0].GetProperty("id").GetString());
        Assert.Equal(0, after91.GetProperty("_worthy_news").GetProperty("removed").GetArrayLength());
        Assert.Equal(site.Clock.GetUtcNow().Date, answer.Content.Headers.LastModified!.Value.UtcDateTime.Date);
    }

    [Fact]
    public async Task An_id_stays_whatever_the_site_is_called_and_wherever_it_stands()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var before = site.Visit();
        var first = Ids(await before.GetStringAsync("/feeds/bureaus/middle-east.atom"));

        await using var moved = site.SecondNode(("Site:PublicUrl", "http://elsewhere.test"), ("Site:Name", "Another Name"));
        using var after = moved.CreateClient();
        var text = await after.GetStringAsync("/feeds/bureaus/middle-east.atom");

        Assert.Contains("elsewhere.test", text, StringComparison.Ordinal);
        Assert.Equal(2, first.Count);
        Assert.Equal(first, Ids(text));
    }

    [Fact]
    public async Task Fewer_items_and_summaries_are_asked_for_in_the_address_and_nonsense_is_told()
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 3; i++) await site.PublishAsync(Sample.Copy($"Dispatch {i}"));
        using var client = site.Visit();

        var few = XDocument.Parse(await client.GetStringAsync("/feeds/all.atom?content=summary&items=2&utm_source=x"));
        using var wrong = await client.GetAsync("/feeds/all.atom?items=101");
        using var unread = await client.GetAsync("/feeds/all.atom?content=much");

        Assert.Equal(2, few.Descendants(Atom + "entry").Count());
        Assert.Empty(few.Descendants(Atom + "content"));
        Assert.Equal($"{SiteUnderTest.PublicUrl}/feeds/all.atom?items=2&content=summary", few.Root!.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal((HttpStatusCode.BadRequest, "items is a number from 1 to 100."), (wrong.StatusCode, await wrong.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.BadRequest, "content is full or summary."), (unread.StatusCode, await unread.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_correction_of_a_story_that_fell_out_brings_it_back_in_its_place()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var old = await site.PublishAsync(Sample.Copy("An Old Story"));
        for (var i = 0; i < 2; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.PublishAsync(Sample.Copy($"Dispatch {i}"));
        }

        using var client = site.Visit();
        var before = await client.GetStringAsync("/feeds/topics/councils.json?items=2");
        await site.Desk.CorrectAsync(old.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        var after = JsonDocument.Parse(await client.GetStringAsync("/feeds/topics/councils.json?items=2")).RootElement.GetProperty("items");

        Assert.DoesNotContain("An Old Story", before, StringComparison.Ordinal);
        Assert.Equal(["Dispatch 1", "Dispatch 0", "An Old Story"], after.EnumerateArray().Select(i => i.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task The_feed_of_a_merged_name_is_that_of_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Topics = ["synods"] });
        await site.PublishAsync(Sample.Copy("Another") with { Topics = ["councils"] });
        await site.Services.GetRequiredService<DirectoryDesk>().MergeAsync(NameKind.Topic, "synods", "councils", None);
        using var client = site.Visit();

        using var answer = await client.GetAsync("/feeds/topics/synods.json?items=5");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/feeds/topics/councils.json?items=5"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_page_names_its_own_feed_before_that_of_everything()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());

        foreach (var (path, own) in new[] { ("/", "all"), ("/topics/councils", "topics/councils"), (dispatch.Address!, "bureaus/middle-east"), ("/corrections", "corrections") })
        {
            var page = await site.ReadAsync(path);
            var named = page.QuerySelectorAll("link[rel=alternate][type$=xml], link[rel=alternate][type$=json]").Select(l => l.GetAttribute("href")!).ToList();
            Assert.Equal($"{SiteUnderTest.PublicUrl}/feeds/{own}.rss", named[0]);
            Assert.Equal(own == "all" ? 3 : 6, named.Count);
        }
    }

    [Fact]
    public async Task The_page_of_the_feeds_gives_the_address_of_what_was_chosen()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var chosen = await site.ReadAsync("/feeds?of=topics%2Fcouncils&format=json&content=summary&items=5");
        var none = await site.ReadAsync("/feeds?of=topics%2Fnever-named&format=rss");
        var wrong = await site.ReadAsync("/feeds?of=all&format=rss&items=0");

        Assert.Equal($"{SiteUnderTest.PublicUrl}/feeds/topics/councils.json?items=5&content=summary", chosen.QuerySelector(".address code")!.TextContent);
        Assert.Contains("no such feed", none.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("no such format", (await site.ReadAsync("/feeds?of=all&format=xml")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("from 1 to 100", wrong.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> Ids(string atom) => [.. XDocument.Parse(atom).Descendants(Atom + "id").Select(id => id.Value)];

    /// <summary>Without their endings, as OPML lists them.</summary>
    private static async Task<List<string>> ListedAsync(HttpClient client) =>
        [.. XDocument.Parse(await client.GetStringAsync("/feeds.opml")).Descendants("outline").Attributes("xmlUrl").Select(u => new Uri(u.Value).AbsolutePath[..^".rss".Length])];
}
