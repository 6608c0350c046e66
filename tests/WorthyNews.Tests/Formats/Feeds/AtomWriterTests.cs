using System.Text;

using WorthyNews.Formats.Feeds;

namespace WorthyNews.Tests.Formats.Feeds;

public sealed class AtomWriterTests
{
    [Fact]
    public void A_feed_is_written_as_it_always_was() => Assert.Equal("""
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet type="text/css" href="https://news.test/feed.css"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="en">
          <id>urn:uuid:f</id>
          <title>Worthy News</title>
          <subtitle>All dispatches.</subtitle>
          <updated>2026-11-03T10:05:07.000Z</updated>
          <link rel="self" href="https://news.test/feeds/all" type="application/atom+xml" />
          <link rel="alternate" href="https://news.test/" type="text/html" />
          <link rel="hub" href="https://news.test/hub" />
          <link rel="license" href="https://news.test/feeds" />
          <link rel="prev-archive" href="https://news.test/feeds/all/2026-10" />
          <author>
            <name>Worthy News</name>
            <uri>https://news.test/</uri>
          </author>
          <rights>© Worthy News. Free.</rights>
          <icon>https://news.test/icon-144.png</icon>
          <at:deleted-entry ref="urn:uuid:2" when="2026-11-03T10:05:07.000Z">
            <at:comment>It did not stand.</at:comment>
          </at:deleted-entry>
          <entry>
            <id>urn:uuid:1</id>
            <title>Council Agrees</title>
            <link rel="alternate" href="https://news.test/2026/11/03/council" type="text/html" />
            <published>2026-11-03T09:05:07.000Z</published>
            <updated>2026-11-03T09:05:07.000Z</updated>
            <author>
              <name>Basil Merton</name>
              <uri>https://news.test/contributors/basil-merton</uri>
            </author>
            <author>
              <name>Edmund Farleigh</name>
            </author>
            <category term="councils" label="Councils &amp; Creeds" />
            <rights>© Worthy News.</rights>
            <link rel="license" href="https://news.test/feeds" />
            <link rel="enclosure" href="https://news.test/card.png?a=1&amp;b=2" type="image/png" length="1234" />
            <summary>They agreed.</summary>
            <content type="html">&lt;p&gt;NICAEA (Worthy News) – A &amp;amp; B.&lt;/p&gt;</content>
            <media:content url="https://news.test/card.png?a=1&amp;b=2" type="image/png" medium="image" fileSize="1234" width="1200" height="630">
              <media:description type="plain">A map of "Nicaea"</media:description>
              <media:credit>Worthy News</media:credit>
            </media:content>
          </entry>
          <entry xml:lang="ar">
            <id>urn:uuid:2</id>
            <title>اتفاق</title>
            <published>2026-11-03T09:05:07.000Z</published>
            <updated>2026-11-03T10:05:07.000Z</updated>
            <summary>They agreed.</summary>
            <content type="text">They agreed.</content>
          </entry>
        </feed>
        """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(AtomWriter.Write(AFeed.WithAll(), new Uri("https://news.test/feed.css"))));

    [Fact]
    public void An_archive_says_so_and_leads_to_its_neighbors_and_to_now()
    {
        var feed = AFeed.WithAll() with { History = new FeedHistory(true, new Uri("https://news.test/now"), new Uri("https://news.test/2026-09"), new Uri("https://news.test/2026-11")) };

        var text = Encoding.UTF8.GetString(AtomWriter.Write(feed));

        Assert.Contains("<fh:archive />", text, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"current\" href=\"https://news.test/now\" />", text, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"prev-archive\" href=\"https://news.test/2026-09\" />", text, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"next-archive\" href=\"https://news.test/2026-11\" />", text, StringComparison.Ordinal);
    }
}
