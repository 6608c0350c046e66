using System.Xml.Linq;

using static WorthyNews.Formats.Feeds.FeedXml;

namespace WorthyNews.Formats.Feeds;

/// <summary>Writes Atom 1.0 with tombstones. The same feed gives the same bytes.</summary>
/// <remarks>Source: RFC 4287; RFC 6721 for what was withdrawn; RFC 4946 for the licence.</remarks>
public static class AtomWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <inheritdoc cref="RssWriter.Write"/>
    public static byte[] Write(Feed feed, Uri? stylesheet = null) => Bytes(Tree(feed), stylesheet);

    private static XElement Tree(Feed feed) => new(Atom + "feed",
        new XAttribute("xmlns", Atom),
        new XAttribute(XNamespace.Xmlns + "media", Media),
        feed.History is null ? null : new XAttribute(XNamespace.Xmlns + "fh", History),
        feed.Removed.Count == 0 ? null : new XAttribute(XNamespace.Xmlns + "at", Tombstones),
        new XAttribute(XNamespace.Xml + "lang", feed.Language),
        Text(Atom + "id", feed.Id),
        Text(Atom + "title", feed.Title),
        Text(Atom + "subtitle", feed.Description),
        new XElement(Atom + "updated", Date(feed.Updated)),
        Link("self", feed.Self, new XAttribute("type", "application/atom+xml")),
        Link("alternate", feed.Link, new XAttribute("type", "text/html")),
        feed.Hubs.Select(hub => Link("hub", hub)),
        feed.License is { } license ? Link("license", license) : null,
        Walk(feed.History),
        Author(feed.Publisher),
        feed.Rights is { } rights ? Text(Atom + "rights", rights) : null,
        feed.Icon is { } icon ? new XElement(Atom + "icon", icon.AbsoluteUri) : null,
        feed.Removed.Select(Tombstone),
        feed.Items.Select(item => Entry(item, feed)));

    private static XElement Entry(FeedItem item, Feed feed) => new(Atom + "entry",
        item.Language is { } language && language != feed.Language ? new XAttribute(XNamespace.Xml + "lang", language) : null,
        Text(Atom + "id", item.Id),
        Text(Atom + "title", item.Title),
        item.Link is { } link ? Link("alternate", link, new XAttribute("type", "text/html")) : null,
        new XElement(Atom + "published", Date(item.Published)),
        new XElement(Atom + "updated", Date(item.Updated)),
        item.Authors.Select(Author),
        item.Categories.Select(c => new XElement(Atom + "category", new XAttribute("term", c.Term), new XAttribute("label", Xml.XmlText.Clean(c.Name)))),
        item.Rights is { } rights ? Text(Atom + "rights", rights) : null,
        item.Rights is not null && item.MaySyndicate && feed.License is { } license ? Link("license", license) : null,
        item.Images.Where(i => i.Bytes is not null).Select(image =>
            Link("enclosure", image.Url, new XAttribute("type", image.Type), new XAttribute("length", image.Bytes!))),
        Text(Atom + "summary", item.Summary),
        // An entry without address must have content (RFC 4287, 4.1.2); what is said of it then is its notice.
        item.ContentHtml is { } html ? Content("html", html) : item.Link is null ? Content("text", item.Summary) : null,
        Pictures(item));

    private static XElement Content(string type, string value) =>
        new(Atom + "content", new XAttribute("type", type), Xml.XmlText.Clean(value));

    private static XElement Author(FeedAuthor author) =>
        new(Atom + "author", Text(Atom + "name", author.Name), author.Page is { } page ? new XElement(Atom + "uri", page.AbsoluteUri) : null);

    private static XElement Tombstone(RemovedItem removed) => new(Tombstones + "deleted-entry",
        new XAttribute("ref", removed.Id),
        new XAttribute("when", Date(removed.When)),
        Text(Tombstones + "comment", removed.Notice));
}
