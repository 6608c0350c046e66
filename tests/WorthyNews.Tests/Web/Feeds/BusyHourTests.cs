using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>A hundred stories in one go, some of them taken back at once, while twenty programs read every feed and follow every link.</summary>
public sealed class BusyHourTests
{
    private const int Stories = 100;
    private const int Readers = 20;
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(3);

    private static readonly string[] Feeds = [.. new[] { "all", "bureaus/middle-east", "sections/church-life", "topics/councils", "contributors/basil-merton", "places/nicaea", "languages/en", "corrections" }
        .SelectMany(feed => new[] { "rss", "atom", "json" }.Select(format => $"/feeds/{feed}.{format}"))];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task No_reader_sees_a_dead_link_an_item_twice_or_half_a_document()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy("The First"));
        await site.Desk.CorrectAsync((await site.PublishAsync(Sample.Copy("The Second"))).Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        var drafts = new List<Dispatch>();
        for (var i = 0; i < Stories; i++) drafts.Add(await site.DraftAsync(Sample.Copy($"Story {i}")));
        var talk = new Talk(client);
        using var over = new CancellationTokenSource(Most);
        var isWritten = false;

        // Each goes round by itself, from a feed of its own on; once more when the last story is out.
        var readers = Enumerable.Range(0, Readers).Select(n => Task.Run(async () =>
        {
            for (var isLast = false; !isLast;)
            {
                isLast = Volatile.Read(ref isWritten);
                for (var i = 0; i < Feeds.Length; i++) await talk.ReadAsync(n, Feeds[(n + i) % Feeds.Length], over.Token);
            }
        })).ToList();
        var killed = new List<Dispatch>();
        foreach (var draft in drafts)
        {
            site.Clock.Advance(TimeSpan.FromMilliseconds(10));      // patience is told by this clock too
            var story = (await site.Desk.PublishAsync(draft.Id, 1, null, SiteUnderTest.By, None)).Dispatch;
            if (drafts.IndexOf(draft) % 10 != 5) continue;
            await site.Desk.KillAsync(story.Id, "Taken down.", "A reason.", SiteUnderTest.By, None);
            killed.Add(story);
        }

        Volatile.Write(ref isWritten, true);
        await Task.WhenAll(readers);

        Assert.True(talk.Faults.IsEmpty, string.Join('\n', talk.Faults.Take(20)));
        Assert.InRange(talk.Followed, Stories * 9 / 10, 100_000);
        foreach (var story in killed)
        {
            using var page = await client.GetAsync(story.Address);
            Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        }
    }

    /// <summary>What is asked and heard. Each reader keeps what it was given, as a polite one does; a link is followed when somebody first sees it.</summary>
    private sealed class Talk(HttpClient client)
    {
        private readonly ConcurrentDictionary<(int Reader, string Feed), (EntityTagHeaderValue ETag, DateTimeOffset? LastModified)> held = new();
        private readonly ConcurrentDictionary<string, bool> links = new(StringComparer.Ordinal);

        public ConcurrentQueue<string> Faults { get; } = new();

        public int Followed => links.Count;

        public async Task ReadAsync(int reader, string feed, CancellationToken cancel)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, feed);
            if (held.TryGetValue((reader, feed), out var last))
            {
                ask.Headers.IfNoneMatch.Add(last.ETag);
                ask.Headers.IfModifiedSince = last.LastModified;
            }

            using var answer = await client.SendAsync(ask, cancel);
            if (answer.StatusCode == HttpStatusCode.NotModified) return;
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Faults.Enqueue($"{feed} answers {answer.StatusCode}.");
                return;
            }

            held[(reader, feed)] = (answer.Headers.ETag!, answer.Content.Headers.LastModified);
            foreach (var link in Parse(feed, await answer.Content.ReadAsByteArrayAsync(cancel)))
            {
                if (links.TryAdd(link, true)) await FollowAsync(feed, link, cancel);
            }
        }

        /// <summary>Killed in between it answers 410, and that is no dead link.</summary>
        private async Task FollowAsync(string feed, string link, CancellationToken cancel)
        {
            using var page = await client.GetAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative), cancel);
            if (page.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Gone)) Faults.Enqueue($"{link}, which {feed} names, answers {page.StatusCode}.");
        }

        private List<string> Parse(string feed, byte[] bytes)
        {
            try
            {
                var items = feed.EndsWith(".json", StringComparison.Ordinal) ? OfJson(bytes) : OfXml(bytes);
                if (items.DistinctBy(i => i.Id).Count() != items.Count) Faults.Enqueue($"{feed} has an item twice.");
                return [.. items.Select(i => i.Link).OfType<string>()];
            }
            catch (Exception error) when (error is System.Xml.XmlException or JsonException)
            {
                Faults.Enqueue($"{feed} does not parse: {error.Message}");
                return [];
            }
        }

        private static List<(string Id, string? Link)> OfJson(byte[] bytes)
        {
            using var json = JsonDocument.Parse(bytes);
            return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("id").GetString()!, i.TryGetProperty("url", out var url) ? url.GetString() : null))];
        }

        private static List<(string Id, string? Link)> OfXml(byte[] bytes)
        {
            XNamespace atom = "http://www.w3.org/2005/Atom";
            var root = XDocument.Load(new MemoryStream(bytes)).Root!;
            return root.Name == atom + "feed"
                ? [.. root.Elements(atom + "entry").Select(e => (e.Element(atom + "id")!.Value, e.Elements(atom + "link").FirstOrDefault(l => l.Attribute("rel")!.Value == "alternate")?.Attribute("href")!.Value))]
                : [.. root.Descendants("item").Select(i => (i.Element("guid")!.Value, i.Element("link")?.Value))];
        }
    }
}
