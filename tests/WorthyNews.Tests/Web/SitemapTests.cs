using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>What search engines are told.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Robots_are_told_where_the_sitemaps_are()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        var robots = await client.GetStringAsync("/robots.txt");

        Assert.Contains("Sitemap: https://news.test/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://news.test/sitemap-news.xml\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_leads_to_each_month_and_each_month_to_its_stories_and_days()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var old = await site.PublishAsync(Sample.Copy("Bishops Set Out"), Sample.Noon.AddMonths(-14));
        var today = await site.PublishAsync(Sample.Copy());

        Assert.Equal(["/sitemaps/lists.xml", "/sitemaps/2026-11.xml", "/sitemaps/2025-09.xml"], await PathsAsync(site, "/sitemap.xml"));
        Assert.Equal([today.Address!, "/2026/11/23"], await PathsAsync(site, "/sitemaps/2026-11.xml"));
        Assert.Equal([old.Address!, "/2025/09/23"], await PathsAsync(site, "/sitemaps/2025-09.xml"));
        Assert.Equal(
            ["/", "/about", "/bureaus/middle-east", "/contact", "/contributors/basil-merton", "/corrections", "/corrections-policy", "/feeds", "/places/nicaea", "/plugins", "/plugins/newsletter", "/plugins/terms", "/privacy", "/sections/church-life", "/topics/councils"],
            (await PathsAsync(site, "/sitemaps/lists.xml")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_address_in_a_sitemap_answers_and_wants_to_be_found()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        foreach (var file in await PathsAsync(site, "/sitemap.xml"))
        {
            foreach (var path in await PathsAsync(site, file))
            {
                using var answer = await client.GetAsync(path);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.DoesNotContain("noindex", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/sitemaps/2026-10.xml")]
    [InlineData("/sitemaps/2026-13.xml")]
    [InlineData("/sitemaps/9999-12.xml")]
    [InlineData("/sitemaps/0001-01.xml")]
    [InlineData("/sitemaps/2026-1.xml")]
    public async Task A_month_without_stories_has_no_file(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_withdrawn_is_in_no_sitemap_and_their_validators_move_forward()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var retracted = await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        await site.PublishAsync(Sample.Copy("Third"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        string[] files = ["/sitemap.xml", "/sitemap-news.xml", "/sitemaps/2026-11.xml"];
        var before = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(file);
            before[file] = answer.Content.Headers.LastModified;
        }

        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);
        await site.Desk.RetractAsync(retracted.Id, "Withdrawn.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var file in files)
        {
            using var answer = await client.GetAsync(file);
            var xml = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.Content.Headers.LastModified > before[file], file);
            Assert.DoesNotContain("nicaea", xml, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("bishops-go-home", xml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task News_is_two_days_old_at_most_by_its_first_publication_to_the_minute()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(Sample.Copy("A Sample") with { Sample = true });
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var client = site.Visit();

        site.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(59));
        using var held = await client.GetAsync("/sitemap-news.xml");
        var url = Assert.Single(XDocument.Parse(await held.Content.ReadAsStringAsync()).Descendants(Sitemap + "url"));
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        using var byDate = new HttpRequestMessage(HttpMethod.Get, "/sitemap-news.xml") { Headers = { IfModifiedSince = held.Content.Headers.LastModified } };
        using var gone = await client.SendAsync(byDate);

        Assert.Equal("2026-11-23T12:00:00Z", url.Descendants(News + "publication_date").Single().Value);
        Assert.Equal("2026-11-24T12:00:00Z", url.Element(Sitemap + "lastmod")!.Value);
        Assert.Equal(dispatch.Headline, url.Descendants(News + "title").Single().Value);
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Empty(XDocument.Parse(await gone.Content.ReadAsStringAsync()).Descendants(Sitemap + "url"));
    }

    [Fact]
    public async Task An_unchanged_sitemap_answers_304()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();

        foreach (var file in new[] { "/sitemap.xml", "/sitemap-news.xml", "/sitemaps/lists.xml", "/sitemaps/2026-11.xml", "/robots.txt" })
        {
            using var first = await client.GetAsync(file);
            using var again = new HttpRequestMessage(HttpMethod.Get, file);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task A_story_tells_programs_its_places_its_writers_its_corrections_and_its_house()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with
        {
            Dateline = Sample.Dateline("Nicaea", "Rome"),
            Bylines = [Sample.Byline("Basil Merton"), Sample.Byline("Edmund Farleigh")],
        });
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);

        using var json = JsonDocument.Parse((await site.ReadAsync(dispatch.Address!)).QuerySelector("script")!.TextContent);
        var article = json.RootElement;

        Assert.Equal(["Nicaea", "Rome"], article.GetProperty("contentLocation").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(2, article.GetProperty("author").GetArrayLength());
        Assert.Equal("It was a Thursday.", article.GetProperty("correction")[0].GetProperty("text").GetString());
        Assert.Equal("https://news.test/corrections-policy", article.GetProperty("publisher").GetProperty("correctionsPolicy").GetString());
        Assert.Equal(
            ["https://news.test/", "https://news.test/sections/church-life", $"https://news.test{dispatch.Address}"],
            article.GetProperty("mainEntityOfPage").GetProperty("breadcrumb").GetProperty("itemListElement").EnumerateArray().Select(i => i.GetProperty("item").GetString()));
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(SiteUnderTest site, string file)
    {
        using var client = site.Visit();
        return [.. XDocument.Parse(await client.GetStringAsync(file)).Descendants(Sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath)];
    }
}
