using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

using CsCheck;

using WorthyNews.Formats;
using WorthyNews.Formats.Rss;

namespace WorthyNews.Tests.Formats.Rss;

public sealed class RssWriterTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 3, 9, 5, 7, TimeSpan.Zero);

    [Fact]
    public void A_feed_is_written_as_it_always_was()
    {
        var feed = Feed(
            Item() with { Authors = ["Basil Merton", "Edmund Farleigh"], Categories = ["Councils"], ContentHtml = "<p>NICAEA (Worthy News) – A &amp; B.</p>" },
            Item() with { Id = "urn:uuid:2", Updated = At.AddHours(1) });

        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>Worthy News</title>
                <link>https://news.test/</link>
                <atom:link rel="self" type="application/rss+xml" href="https://news.test/feeds/all.rss" />
                <description>All dispatches.</description>
                <language>en</language>
                <lastBuildDate>Tue, 03 Nov 2026 10:05:07 +0000</lastBuildDate>
                <item>
                  <guid isPermaLink="false">urn:uuid:1</guid>
                  <link>https://news.test/2026/11/03/council</link>
                  <title>Council Agrees</title>
                  <dc:creator>Basil Merton</dc:creator>
                  <dc:creator>Edmund Farleigh</dc:creator>
                  <pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>
                  <category>Councils</category>
                  <description>They agreed.</description>
                  <content:encoded>&lt;p&gt;NICAEA (Worthy News) – A &amp;amp; B.&lt;/p&gt;</content:encoded>
                </item>
                <item>
                  <guid isPermaLink="false">urn:uuid:2</guid>
                  <link>https://news.test/2026/11/03/council</link>
                  <title>Council Agrees</title>
                  <pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>
                  <atom:updated>2026-11-03T10:05:07.000Z</atom:updated>
                  <description>They agreed.</description>
                </item>
              </channel>
            </rss>
            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(RssWriter.Write(feed)));
    }

    [Theory]
    [InlineData("AT&T <b> \"x\" ’ ]]>")]
    [InlineData("البطريرك والخليفة")]
    [InlineData("&amp; is not &lt;")]
    public void A_title_comes_back_as_it_was_through_another_reader(string title)
    {
        using var xml = XmlReader.Create(new MemoryStream(RssWriter.Write(Feed(Item() with { Title = title }))));

        Assert.Equal(title, SyndicationFeed.Load(xml).Items.Single().Title.Text);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("hu-HU")]
    public void Dates_are_the_same_in_every_culture(string culture)
    {
        var here = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
            Assert.Contains("<pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>", Encoding.UTF8.GetString(RssWriter.Write(Feed(Item()))), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = here;
        }
    }

    [Fact]
    public void No_text_breaks_the_document_and_two_writings_are_equal() => Gen.String.Sample(text =>
    {
        var feed = Feed(Item() with { Title = text, Summary = text, Authors = [text], Categories = [text], ContentHtml = text });

        var bytes = RssWriter.Write(feed);

        Assert.Equal(bytes, RssWriter.Write(feed));
        var item = XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace).Descendants("item").Single();
        Assert.Equal(WorthyNews.Formats.Xml.XmlText.Clean(text).ReplaceLineEndings("\n"), item.Element("title")!.Value.ReplaceLineEndings("\n"));
    });

    private static Feed Feed(params FeedItem[] items) => new()
    {
        Title = "Worthy News",
        Description = "All dispatches.",
        Link = new Uri("https://news.test/"),
        Self = new Uri("https://news.test/feeds/all.rss"),
        Language = "en",
        Items = items,
    };

    private static FeedItem Item() => new()
    {
        Id = "urn:uuid:1",
        Title = "Council Agrees",
        Link = new Uri("https://news.test/2026/11/03/council"),
        Published = At,
        Updated = At,
        Summary = "They agreed.",
    };
}
