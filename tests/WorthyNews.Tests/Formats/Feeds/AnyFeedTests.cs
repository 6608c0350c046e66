using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

using CodeHollow.FeedReader;

using CsCheck;

using WorthyNews.Formats.Feeds;
using WorthyNews.Tests.Newsroom.Text;

using XmlText = WorthyNews.Formats.Xml.XmlText;
using Feed = WorthyNews.Formats.Feeds.Feed;
using FeedItem = WorthyNews.Formats.Feeds.FeedItem;

namespace WorthyNews.Tests.Formats.Feeds;

/// <summary>What holds for all three formats, told by readers that others wrote.</summary>
public sealed class AnyFeedTests
{
    private static readonly Uri About = new("https://news.test/feeds");

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("AT&T <b> \"x\" ’ ]]>")]
    [InlineData("البطريرك والخليفة")]
    [InlineData("&amp; is not &lt;")]
    public void A_title_comes_back_as_it_was_through_two_other_readers(string title)
    {
        var feed = AFeed.Of(AFeed.Full() with { Title = title });

        foreach (var bytes in new[] { RssWriter.Write(feed), AtomWriter.Write(feed) })
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes));
            Assert.Equal(title, SyndicationFeed.Load(xml).Items.Single().Title.Text);
            Assert.Equal(title, FeedReader.ReadFromByteArray(bytes).Items.Single().Title);
        }

        Assert.Equal(title, Json(feed).GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void No_text_breaks_a_document_and_two_writings_are_equal() => AnyText.Wild.Sample(text =>
    {
        var feed = AFeed.Of(AnItem(text)) with
        {
            Title = text,
            Description = text,
            Rights = text,
            Publisher = new FeedAuthor(text),
            Removed = [new RemovedItem("urn:uuid:3", AFeed.At, text)],
        };
        // XML has one line end (XML 1.0, 2.11), and a reader may not tell white space at the edges.
        var clean = XmlText.Clean(text);

        Assert.Equal(RssWriter.Write(feed), RssWriter.Write(feed));
        Assert.Equal(AtomWriter.Write(feed), AtomWriter.Write(feed));
        Assert.Equal(JsonFeedWriter.Write(feed, About), JsonFeedWriter.Write(feed, About));
        Assert.Equal(Lines(clean), Lines(Parse(RssWriter.Write(feed)).Descendants("item").Single().Element("title")!.Value));
        Assert.Equal(Lines(clean), Lines(Parse(AtomWriter.Write(feed)).Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value));
        Assert.Equal(clean, Json(feed).GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal(clean, Json(feed).GetProperty("items")[0].GetProperty("content_html").GetString());
    });

    [Fact]
    public void A_json_feed_has_what_the_format_requires_and_names_its_own_as_extensions()
    {
        var json = Json(AFeed.WithAll());

        Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
        Assert.Equal("urn:uuid:2", json.GetProperty("_worthy_news").GetProperty("removed")[0].GetProperty("id").GetString());
        var item = json.GetProperty("items")[0];
        Assert.Equal("urn:uuid:1", item.GetProperty("id").GetString());
        Assert.Equal("Edmund Farleigh", item.GetProperty("authors")[1].GetProperty("name").GetString());
        Assert.Equal("corrected", item.GetProperty("_worthy_news").GetProperty("notices")[0].GetProperty("kind").GetString());
        Assert.Equal("They agreed.", json.GetProperty("items")[1].GetProperty("content_text").GetString());
        Assert.Equal("WebSub", json.GetProperty("hubs")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void A_list_of_feeds_can_be_taken_whole()
    {
        var bytes = OpmlWriter.Write("Feeds & more", [new FeedGroup("Bureaus", [new ListedFeed("Europe <>", new Uri("https://news.test/feeds/bureaus/europe.rss"), About)])]);

        var outline = XDocument.Load(new MemoryStream(bytes)).Descendants("outline").Last();
        Assert.Equal("Europe <>", outline.Attribute("text")!.Value);
        Assert.Equal("rss", outline.Attribute("type")!.Value);
        Assert.Equal("https://news.test/feeds/bureaus/europe.rss", outline.Attribute("xmlUrl")!.Value);
    }

    private static FeedItem AnItem(string text) => AFeed.Full() with
    {
        Title = text,
        Summary = text,
        ContentHtml = text,
        Rights = text,
        Authors = [new FeedAuthor(text)],
        Categories = [new FeedCategory("c", text)],
        Notices = [new FeedNotice("corrected", AFeed.At, text)],
        Images = [new FeedImage(About, "image/png", null, null, null, text, text)],
    };

    private static XDocument Parse(byte[] bytes) => XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace);

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static JsonElement Json(Feed feed) => JsonDocument.Parse(Encoding.UTF8.GetString(JsonFeedWriter.Write(feed, About))).RootElement;
}
