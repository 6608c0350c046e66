using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Formats.Feeds;

/// <summary>What RSS and Atom write alike.</summary>
internal static class FeedXml
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The slash at its end belongs to the name.</summary>
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    public static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    public static XElement Text(XName name, string value) => new(name, XmlText.Clean(value));

    public static XElement Link(string rel, Uri href, params object?[] more) =>
        new(Atom + "link", new XAttribute("rel", rel), new XAttribute("href", href.AbsoluteUri), more);

    /// <remarks>Source: RFC 3339, 5.6; milliseconds, so that two changes within a second differ.</remarks>
    public static string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The links by which a reader walks from the document of now to the oldest archive.</summary>
    public static IEnumerable<XElement> Walk(FeedHistory? history)
    {
        if (history is null) yield break;
        if (history.IsArchive) yield return new XElement(History + "archive");
        if (history.IsArchive) yield return Link("current", history.Current);
        if (history.PrevArchive is { } prev) yield return Link("prev-archive", prev);
        if (history.NextArchive is { } next) yield return Link("next-archive", next);
    }

    /// <remarks>Source: Media RSS 1.5.1. The description of a picture is where readers look for what it shows.</remarks>
    public static IEnumerable<XElement> Pictures(FeedItem item) => item.Images.Select(image => new XElement(Media + "content",
        new XAttribute("url", image.Url.AbsoluteUri),
        new XAttribute("type", image.Type),
        new XAttribute("medium", "image"),
        image.Bytes is { } bytes ? new XAttribute("fileSize", bytes) : null,
        image.Width is { } width ? new XAttribute("width", width) : null,
        image.Height is { } height ? new XAttribute("height", height) : null,
        new XElement(Media + "description", new XAttribute("type", "plain"), XmlText.Clean(image.Alt)),
        image.Credit is { } credit ? Text(Media + "credit", credit) : null));

    /// <param name="stylesheet">For a browser, which would show a tree of tags; null for none.</param>
    public static byte[] Bytes(XElement root, Uri? stylesheet)
    {
        var document = new XDocument(
            stylesheet is null ? null : new XProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{stylesheet.AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal)}\""),
            root);
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(buffer, settings)) document.Save(writer);
        return buffer.ToArray();
    }
}
