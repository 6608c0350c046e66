using System.Globalization;
using System.Text;

using WorthyNews.Formats.Feeds;

namespace WorthyNews.Tests.Formats.Feeds;

public sealed class RssWriterTests
{
    [Fact]
    public void A_feed_is_written_as_it_always_was() => Assert.Equal("""
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet type="text/css" href="https://news.test/feed.css"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0">
          <channel>
            <title>Worthy News</title>
            <link>https://news.test/</link>
            <atom:link rel="self" href="https://news.test/feeds/all" type="application/rss+xml" />
            <atom:link rel="hub" href="https://news.test/hub" />
            <atom:link rel="license" href="https://news.test/feeds" />
            <atom:link rel="prev-archive" href="https://news.test/feeds/all/2026-10" />
            <description>All dispatches.</description>
            <language>en</language>
            <copyright>© Worthy News. Free.</copyright>
            <lastBuildDate>Tue, 03 Nov 2026 10:05:07 +0000</lastBuildDate>
            <image>
              <url>https://news.test/icon-144.png</url>
              <title>Worthy News</title>
              <link>https://news.test/</link>
              <width>144</width>
              <height>144</height>
            </image>
            <item>
              <guid isPermaLink="false">urn:uuid:1</guid>
              <link>https://news.test/2026/11/03/council</link>
              <title>Council Agrees</title>
              <dc:creator>Basil Merton</dc:creator>
              <dc:creator>Edmund Farleigh</dc:creator>
              <pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>
              <category>Councils &amp; Creeds</category>
              <dc:rights>© Worthy News.</dc:rights>
              <atom:link rel="license" href="https://news.test/feeds" />
              <description>They agreed.</description>
              <content:encoded>&lt;p&gt;NICAEA (Worthy News) – A &amp;amp; B.&lt;/p&gt;</content:encoded>
              <enclosure url="https://news.test/card.png?a=1&amp;b=2" length="1234" type="image/png" />
              <media:content url="https://news.test/card.png?a=1&amp;b=2" type="image/png" medium="image" fileSize="1234" width="1200" height="630">
                <media:description type="plain">A map of "Nicaea"</media:description>
                <media:credit>Worthy News</media:credit>
              </media:content>
            </item>
            <item>
              <guid isPermaLink="false">urn:uuid:2</guid>
              <title>اتفاق</title>
              <pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>
              <atom:updated>2026-11-03T10:05:07.000Z</atom:updated>
              <dc:language>ar</dc:language>
              <description>They agreed.</description>
            </item>
          </channel>
        </rss>
        """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(RssWriter.Write(AFeed.WithAll(), new Uri("https://news.test/feed.css"))));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("hu-HU")]
    public void Dates_are_the_same_in_every_culture(string culture)
    {
        var here = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Contains("<pubDate>Tue, 03 Nov 2026 09:05:07 +0000</pubDate>", Encoding.UTF8.GetString(RssWriter.Write(AFeed.Of(AFeed.Item()))), StringComparison.Ordinal);
            Assert.Contains("<published>2026-11-03T09:05:07.000Z</published>", Encoding.UTF8.GetString(AtomWriter.Write(AFeed.Of(AFeed.Item()))), StringComparison.Ordinal);
            Assert.Contains("\"date_published\": \"2026-11-03T09:05:07.000Z\"", Encoding.UTF8.GetString(JsonFeedWriter.Write(AFeed.Of(AFeed.Item()), new Uri("https://news.test/feeds"))), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = here;
        }
    }

    [Fact]
    public void A_picture_of_unknown_length_is_no_enclosure()
    {
        var item = AFeed.Full();
        var feed = AFeed.Of(item with { Images = [item.Images[0] with { Bytes = null }] });

        Assert.DoesNotContain("enclosure", Encoding.UTF8.GetString(RssWriter.Write(feed)), StringComparison.Ordinal);
        Assert.DoesNotContain("enclosure", Encoding.UTF8.GetString(AtomWriter.Write(feed)), StringComparison.Ordinal);
        Assert.DoesNotContain("size_in_bytes", Encoding.UTF8.GetString(JsonFeedWriter.Write(feed, feed.Link)), StringComparison.Ordinal);
    }
}
