using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>A document of a feed as any of the three formats says it.</summary>
/// <param name="Items">Id, and the title.</param>
internal sealed record WalkedDocument(bool IsArchive, string? Current, string? Prev, string? Next, string Id, IReadOnlyList<(string Id, string Title)> Items, IReadOnlyList<string> Removed)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static async Task<WalkedDocument> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType!.MediaType == "application/feed+json" ? OfJson(JsonDocument.Parse(text).RootElement) : OfXml(XDocument.Parse(text).Root!);
    }

    private static WalkedDocument OfXml(XElement root)
    {
        var isRss = root.Name == "rss";
        var head = isRss ? root.Element("channel")! : root;
        string? Link(string rel) => head.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == rel)?.Attribute("href")!.Value;
        return new WalkedDocument(
            head.Element(History + "archive") is not null, Link("current"), Link("prev-archive"), Link("next-archive"), isRss ? "" : head.Element(Atom + "id")!.Value,
            [.. isRss ? head.Elements("item").Select(i => (i.Element("guid")!.Value, i.Element("title")!.Value)) : head.Elements(Atom + "entry").Select(e => (e.Element(Atom + "id")!.Value, e.Element(Atom + "title")!.Value))],
            [.. head.Elements(Tombstones + "deleted-entry").Select(d => d.Attribute("ref")!.Value)]);
    }

    private static WalkedDocument OfJson(JsonElement feed)
    {
        var ours = feed.GetProperty("_worthy_news");
        string? Link(string name) => ours.TryGetProperty(name, out var link) ? link.GetString() : null;
        return new WalkedDocument(
            ours.TryGetProperty("archive", out var archive) && archive.GetBoolean(), Link("current"), Link("prev_archive"), Link("next_archive"), ours.GetProperty("id").GetString()!,
            [.. feed.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("id").GetString()!, i.GetProperty("title").GetString()!))],
            [.. ours.GetProperty("removed").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)]);
    }
}

/// <summary>Keeps all that a feed ever had, as RFC 5005 says: the document of now each time, and each archive once.</summary>
internal sealed class FeedWalker(HttpClient client, string live)
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>Id and title.</summary>
    public Dictionary<string, string> Held { get; } = new(StringComparer.Ordinal);

    /// <param name="between">What happens in the house after each document that was read.</param>
    public async Task WalkAsync(Func<Task>? between = null)
    {
        var document = await WalkedDocument.ReadAsync(client, live);
        // What came with the document of now is the newest there is.
        foreach (var (id, title) in document.Items) Held[id] = title;
        foreach (var id in document.Removed) Held.Remove(id);
        while (document.Prev is { } prev && read.Add(prev))
        {
            if (between is not null) await between();
            document = await WalkedDocument.ReadAsync(client, prev);
            foreach (var (id, title) in document.Items) Held.TryAdd(id, title);
        }
    }
}
