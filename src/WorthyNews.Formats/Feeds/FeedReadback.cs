using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace WorthyNews.Formats.Feeds;

/// <summary>Reads a document back as a stranger would, and compares it with the feed it was written from.</summary>
public static class FeedReadback
{
    /// <summary>Readers give up on more. Such a document goes out all the same: cut, it would lose stories of which none is at fault.</summary>
    public const int MostBytes = 5_000_000;

    /// <param name="bytes">RSS, Atom or JSON Feed.</param>
    /// <returns>Sentences; empty when nothing is wrong.</returns>
    public static IReadOnlyList<string> FaultsOf(byte[] bytes, Feed feed)
    {
        var faults = new List<string>();
        if (bytes.Length > MostBytes) faults.Add(FormattableString.Invariant($"It has {bytes.Length} bytes, and readers may give up at {MostBytes}."));
        try
        {
            var ids = bytes is [(byte)'{', ..] ? OfJson(bytes) : OfXml(bytes);
            if (!ids.SequenceEqual(feed.Items.Select(i => i.Id), StringComparer.Ordinal)) faults.Add("Read back, it does not have the items that were written.");
        }
        catch (Exception error) when (error is XmlException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            faults.Add("It cannot be read back.");
        }

        return faults;
    }

    private static List<string> OfXml(byte[] bytes)
    {
        var root = XDocument.Load(new MemoryStream(bytes)).Root!;
        return root.Name == FeedXml.Atom + "feed"
            ? [.. root.Elements(FeedXml.Atom + "entry").Select(e => e.Element(FeedXml.Atom + "id")?.Value ?? "")]
            : [.. root.Descendants("item").Select(i => i.Element("guid")?.Value ?? "")];
    }

    private static List<string> OfJson(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString() ?? "")];
    }
}
