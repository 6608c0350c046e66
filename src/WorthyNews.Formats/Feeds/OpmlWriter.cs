using System.Xml.Linq;

using static WorthyNews.Formats.Feeds.FeedXml;

namespace WorthyNews.Formats.Feeds;

/// <summary>A group of feeds, such as those of the bureaus.</summary>
public sealed record FeedGroup(string Title, IReadOnlyList<ListedFeed> Feeds);

/// <param name="Link">The page for people; null where there is none.</param>
public sealed record ListedFeed(string Title, Uri Address, Uri? Link);

/// <summary>Writes a list of feeds as OPML 2.0. The same list gives the same bytes.</summary>
/// <remarks>Source: opml.org/spec2.opml, "Subscription lists": type is "rss" whatever the dialect; text is required.</remarks>
public static class OpmlWriter
{
    public const string ContentType = "text/x-opml; charset=utf-8";

    public static byte[] Write(string title, IReadOnlyList<FeedGroup> groups) => Bytes(
        new XElement("opml",
            new XAttribute("version", "2.0"),
            new XElement("head", Text("title", title)),
            new XElement("body", groups.Select(group => new XElement("outline", Titles(group.Title), group.Feeds.Select(Outline))))),
        stylesheet: null);

    private static XElement Outline(ListedFeed feed) => new("outline",
        new XAttribute("type", "rss"),
        Titles(feed.Title),
        new XAttribute("xmlUrl", feed.Address.AbsoluteUri),
        feed.Link is { } link ? new XAttribute("htmlUrl", link.AbsoluteUri) : null);

    private static XAttribute[] Titles(string title) => [new("text", Xml.XmlText.Clean(title)), new("title", Xml.XmlText.Clean(title))];
}
