using System.Text;

using WorthyNews.Formats.Sitemaps;

namespace WorthyNews.Tests.Formats.Sitemaps;

public sealed class SitemapWriterTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 14, 2, 3, TimeSpan.FromHours(2));

    [Fact]
    public void Pages_are_listed_with_their_last_change_in_UTC()
    {
        var xml = Read(SitemapWriter.WriteUrls([new(new Uri("https://news.test/a?b=1&c=2"), At), new(new Uri("https://news.test/"))]));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://news.test/a?b=1&amp;c=2</loc>
                <lastmod>2026-11-23T12:02:03Z</lastmod>
              </url>
              <url>
                <loc>https://news.test/</loc>
              </url>
            </urlset>
            """, xml);
    }

    [Fact]
    public void News_says_who_published_it_in_what_language_and_when_first()
    {
        var xml = Read(SitemapWriter.WriteNews("Worthy <News>", [new(new Uri("https://news.test/a"), "A \u0001& B", "pt-BR", At, At.AddHours(1))]));

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://news.test/a</loc>
                <lastmod>2026-11-23T13:02:03Z</lastmod>
                <news:news>
                  <news:publication>
                    <news:name>Worthy &lt;News&gt;</news:name>
                    <news:language>pt</news:language>
                  </news:publication>
                  <news:publication_date>2026-11-23T12:02:03Z</news:publication_date>
                  <news:title>A &amp; B</news:title>
                </news:news>
              </url>
            </urlset>
            """, xml);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("arc", "arc")]
    [InlineData("zh", "zh-cn")]
    [InlineData("zh-Hant-HK", "zh-tw")]
    [InlineData("zh-TW", "zh-tw")]
    public void A_language_has_the_code_the_format_asks_for(string tag, string expected) =>
        Assert.Contains($"<news:language>{expected}</news:language>",
            Read(SitemapWriter.WriteNews("N", [new(new Uri("https://news.test/a"), "T", tag, At, At)])), StringComparison.Ordinal);

    private static string Read(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
