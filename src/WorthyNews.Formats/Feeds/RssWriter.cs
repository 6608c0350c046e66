using System.Globalization;
using System.Xml.Linq;

using static WorthyNews.Formats.Feeds.FeedXml;

namespace WorthyNews.Formats.Feeds;

/// <summary>Writes RSS 2.0. The same feed gives the same bytes.</summary>
/// <remarks>
/// Source: RSS 2.0.11 (RSS Advisory Board) with its best practices: a guid that is no address says so, one
/// <c>dc:creator</c> for each person, <c>content:encoded</c> for the whole text, an <c>atom:link</c> to itself.
/// </remarks>
public static class RssWriter
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    /// <param name="stylesheet">CSS for whoever opens the feed in a browser.</param>
    public static byte[] Write(Feed feed, Uri? stylesheet = null) => Bytes(Tree(feed), stylesheet);

    private static XElement Tree(Feed feed) => new("rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute(XNamespace.Xmlns + "content", Content),
        new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XAttribute(XNamespace.Xmlns + "media", Media),
        feed.History is null ? null : new XAttribute(XNamespace.Xmlns + "fh", History),
        new XElement("channel",
            Text("title", feed.Title),
            new XElement("link", feed.Link.AbsoluteUri),
            Link("self", feed.Self, new XAttribute("type", "application/rss+xml")),
            feed.Hubs.Select(hub => Link("hub", hub)),
            feed.License is { } license ? Link("license", license) : null,
            Walk(feed.History),
            Text("description", Escape(feed.Description)),
            Text("language", feed.Language),
            feed.Rights is { } rights ? Text("copyright", rights) : null,
            new XElement("lastBuildDate", Rfc822(feed.Updated)),
            feed.Icon is { } icon ? new XElement("image", new XElement("url", icon.AbsoluteUri), Text("title", feed.Title), new XElement("link", feed.Link.AbsoluteUri), new XElement("width", 144), new XElement("height", 144)) : null,
            feed.Items.Select(item => Item(item, feed))));

    private static XElement Item(FeedItem item, Feed feed) => new("item",
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.Id),
        item.Link is { } link ? new XElement("link", link.AbsoluteUri) : null,
        Text("title", item.Title),
        item.Authors.Select(author => Text(Dc + "creator", author.Name)),
        new XElement("pubDate", Rfc822(item.Published)),
        item.Updated > item.Published ? new XElement(Atom + "updated", Date(item.Updated)) : null,
        item.Language is { } language && language != feed.Language ? Text(Dc + "language", language) : null,
        item.Categories.Select(category => Text("category", category.Name)),
        item.Rights is { } rights ? Text(Dc + "rights", rights) : null,
        item.Rights is not null && item.MaySyndicate && feed.License is { } license ? Link("license", license) : null,
        // Readers take a description for HTML: a plain text is escaped once for that, and once more as XML.
        Text("description", Escape(item.Summary)),
        item.ContentHtml is { } html ? Text(Content + "encoded", html) : null,
        // More than one enclosure confuses readers; the others are media.
        item.Images.Where(i => i.Bytes is not null).Take(1).Select(image =>
            new XElement("enclosure", new XAttribute("url", image.Url.AbsoluteUri), new XAttribute("length", image.Bytes!), new XAttribute("type", image.Type))),
        Pictures(item));

    private static string Escape(string plain) => plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <remarks>Source: RFC 822, 5.1, with the year of four digits that RSS asks for.</remarks>
    private static string Rfc822(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
