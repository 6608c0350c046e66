using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Formats.Sitemaps;

/// <summary>Writes what search engines read to find pages. The same pages give the same bytes.</summary>
/// <remarks>Source: sitemaps.org 0.9; Google's sitemap-news 0.9.</remarks>
public static class SitemapWriter
{
    public const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Of one file or index.</summary>
    public const int MaxUrls = 50_000;

    /// <summary>Of one news sitemap.</summary>
    public const int MaxNewsUrls = 1_000;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    public static byte[] WriteIndex(IEnumerable<SitemapUrl> files) =>
        Bytes(new XElement(Sitemap + "sitemapindex", files.Select(file => Entry("sitemap", file.Location, file.LastChange))));

    public static byte[] WriteUrls(IEnumerable<SitemapUrl> urls) =>
        Bytes(new XElement(Sitemap + "urlset", urls.Select(url => Entry("url", url.Location, url.LastChange))));

    /// <param name="publication">The name of the house.</param>
    /// <param name="urls">May be empty: then the file says that there is no news, which its schema has no words for.</param>
    public static byte[] WriteNews(string publication, IEnumerable<NewsSitemapUrl> urls) => Bytes(new XElement(Sitemap + "urlset",
        new XAttribute(XNamespace.Xmlns + "news", News),
        urls.Select(url =>
        {
            var entry = Entry("url", url.Location, url.LastChange);
            entry.Add(new XElement(News + "news",
                new XElement(News + "publication", Text(News + "name", publication), new XElement(News + "language", Language(url.Language))),
                new XElement(News + "publication_date", Instant(url.PublishedAt)),
                Text(News + "title", url.Title)));
            return entry;
        })));

    /// <summary>The code that the format asks for: two or three letters, and of Chinese the script by its old name.</summary>
    internal static string Language(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        if (parts[0] != "zh") return parts[0];
        return parts.Contains("hant") || parts.Contains("tw") || parts.Contains("hk") || parts.Contains("mo") ? "zh-tw" : "zh-cn";
    }

    private static XElement Entry(string name, Uri location, DateTimeOffset? lastChange) => new(Sitemap + name,
        new XElement(Sitemap + "loc", location.AbsoluteUri),
        lastChange is { } at ? new XElement(Sitemap + "lastmod", Instant(at)) : null);

    private static XElement Text(XName name, string value) => new(name, XmlText.Clean(value));

    /// <remarks>Source: W3C NOTE-datetime.</remarks>
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Bytes(XElement root)
    {
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(buffer, settings)) new XDocument(root).Save(writer);
        return buffer.ToArray();
    }
}
