using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Formats.Rss;

/// <summary>Writes RSS 2.0. The same feed gives the same bytes.</summary>
/// <remarks>
/// Source: RSS 2.0.11 (RSS Advisory Board) with its best practices: a guid that is no address says so, one
/// <c>dc:creator</c> for each person, <c>content:encoded</c> for the whole text, an <c>atom:link</c> to itself.
/// </remarks>
public static class RssWriter
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(Feed feed)
    {
        var document = new XDocument(Tree(feed));
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(buffer, settings)) document.Save(writer);
        return buffer.ToArray();
    }

    private static XElement Tree(Feed feed) => new("rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute(XNamespace.Xmlns + "content", Content),
        new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XElement("channel",
            Text("title", feed.Title),
            new XElement("link", feed.Link.AbsoluteUri),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml"), new XAttribute("href", feed.Self.AbsoluteUri)),
            Text("description", Escape(feed.Description)),
            Text("language", feed.Language),
            feed.Copyright is { } copyright ? Text("copyright", copyright) : null,
            feed.Updated is { } updated ? new XElement("lastBuildDate", Date(updated)) : null,
            feed.Items.Select(Item)));

    private static XElement Item(FeedItem item) => new("item",
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.Id),
        item.Link is { } link ? new XElement("link", link.AbsoluteUri) : null,
        Text("title", item.Title),
        item.Authors.Select(author => Text(Dc + "creator", author)),
        new XElement("pubDate", Date(item.Published)),
        item.Updated > item.Published ? new XElement(Atom + "updated", item.Updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)) : null,
        item.Categories.Select(category => Text("category", category)),
        // Readers take a description for HTML: a plain text is escaped once for that, and once more as XML.
        Text("description", Escape(item.Summary)),
        item.ContentHtml is { } html ? Text(Content + "encoded", html) : null);

    private static XElement Text(XName name, string value) => new(name, XmlText.Clean(value));

    private static string Escape(string plain) => plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <remarks>Source: RFC 822, 5.1, with the year of four digits that RSS asks for.</remarks>
    private static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
