using System.Xml.Linq;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

public sealed class FeedTests
{
    private const string All = "/feeds/all.rss";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_published_dispatch_is_in_the_feed_with_its_whole_text()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Bylines = [Sample.Byline("Basil Merton"), Sample.Byline("Edmund Farleigh")] });

        var item = Assert.Single(await ItemsAsync(site));

        Assert.Equal($"urn:uuid:{dispatch.StoryId}", item.Element("guid")!.Value);
        Assert.Equal(SiteUnderTest.PublicUrl + dispatch.Address, item.Element("link")!.Value);
        Assert.Equal(["Basil Merton", "Edmund Farleigh"], item.Elements(Dc + "creator").Select(c => c.Value));
        Assert.Equal(
            "<p>NICAEA (Worthy News) – The bishops agreed on a creed on Thursday.</p>\n<h2>TWO REFUSE</h2>\n<p>Two bishops would not sign it.</p>",
            item.Element(Content + "encoded")!.Value);
    }

    [Fact]
    public async Task The_newest_publication_stands_first_whatever_was_corrected_since()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var first = await site.PublishAsync(Sample.Copy("First"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(Sample.Copy("Second"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        await site.Desk.CorrectAsync(first.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);

        var items = await ItemsAsync(site);
        Assert.Equal(["Second", "First"], items.Select(i => i.Element("title")!.Value));
        Assert.StartsWith("<p><strong>Correction</strong>, November 23, 2026: It was a Thursday.</p>", items[1].Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_may_not_be_syndicated_appears_with_summary_and_link_only()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { MaySyndicate = false });

        var item = Assert.Single(await ItemsAsync(site));

        Assert.Null(item.Element(Content + "encoded"));
        Assert.NotEqual("", item.Element("description")!.Value);
    }

    [Fact]
    public async Task Links_to_our_own_pages_are_absolute()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Markdown = "See [all of them](/topics/councils)." });

        var item = Assert.Single(await ItemsAsync(site));

        Assert.Contains("<a href=\"https://news.test/topics/councils\">", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_byline_is_in_the_feed_only_as_it_is_printed()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Bylines = [new DeskByline(new Byline("Worthy News Asia Desk", "asia-desk"), Behind: "Somebody Unnamed")] });

        var item = Assert.Single(await ItemsAsync(site));

        Assert.Equal("Worthy News Asia Desk", item.Element(Dc + "creator")!.Value);
        Assert.DoesNotContain("Somebody", item.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<XElement>> ItemsAsync(SiteUnderTest site)
    {
        using var client = site.Visit();
        return [.. XDocument.Parse(await client.GetStringAsync(All)).Descendants("item")];
    }
}
