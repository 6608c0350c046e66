using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>What stays as it is in a feed, whatever else changes.</summary>
public sealed class LastingFeedTests
{
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task HEAD_has_all_headers_of_GET(string? coding)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var path in Formats.Select(f => $"/feeds/all.{f}").Append("/feeds/topics/councils.atom").Append("/feeds/corrections.rss").Append("/feeds.opml"))
        {
            var get = await HeadersAsync(client, HttpMethod.Get, path, coding);
            var head = await HeadersAsync(client, HttpMethod.Head, path, coding);

            Assert.Equal(get, head);
            Assert.Contains(get, h => h.StartsWith(coding is null ? "Content-Length" : $"Content-Encoding: {coding}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_letter_that_was_wrong_changes_bytes_and_tag_and_neither_date_nor_place()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy() with { Markdown = "The bishops agreeed." });
        for (var i = 0; i < 3; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await site.PublishAsync(Sample.Copy($"Story {i}"));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        var before = await ReadAsync(client, "");
        var few = await ReadAsync(client, "?items=2");

        await site.Desk.MendAsync(story.Id, await site.ReviseAsync(story, Sample.Copy() with { Markdown = "The bishops agreed." }), SiteUnderTest.By, None);

        var after = await ReadAsync(client, "");
        foreach (var format in Formats)
        {
            Assert.NotEqual(before[format].ETag, after[format].ETag);
            Assert.Contains("agreeed", before[format].Text, StringComparison.Ordinal);
            Assert.DoesNotContain("agreeed", after[format].Text, StringComparison.Ordinal);
            // But for the letter, and the version by which a card is kept, all is as it was: every date too.
            Assert.Equal(before[format].Text.Replace("agreeed", "agreed", StringComparison.Ordinal).Replace("on-creed/card.png?v=1", "on-creed/card.png?v=2", StringComparison.Ordinal), after[format].Text);
            Assert.Equal(few[format].Text, (await ReadAsync(client, "?items=2"))[format].Text);
        }
    }

    [Fact]
    public async Task No_change_of_a_story_changes_an_id()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy() with { Topics = ["councils", "creeds"] });
        await site.Desk.CorrectAsync(story.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var client = site.Visit();
        string[] feeds = ["all", "topics/councils", "places/nicaea", "languages/en", "corrections"];
        var before = new List<string>();
        foreach (var feed in feeds) before.AddRange(await IdsAsync(client, feed));

        site.Clock.Advance(TimeSpan.FromDays(1));
        var revision = await site.ReviseAsync(story, Sample.Copy("Another Headline") with { Slug = "another-slug", Bureau = "europe", Section = "history", Topics = ["councils"] });
        await site.Desk.UpdateAsync(story.Id, revision, SiteUnderTest.By, None);

        var after = new List<string>();
        foreach (var feed in feeds) after.AddRange(await IdsAsync(client, feed));
        Assert.Contains("/another-slug", await client.GetStringAsync("/feeds/all.rss"), StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.InRange(after.Count, 5 * 3, 100);
    }

    [Fact]
    public async Task Every_feed_has_the_same_bytes_in_every_culture()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy());
        await site.Desk.CorrectAsync(story.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        var killed = await site.PublishAsync(Sample.Copy("Another"));
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        using var client = site.Visit();
        // The culture of this thread is that of the site.
        site.Server.PreserveExecutionContext = true;
        var here = CultureInfo.CurrentCulture;
        var said = new List<byte[]>();
        try
        {
            foreach (var culture in new[] { "", "fa-IR", "ar-SA", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var all = new List<byte>();
                foreach (var path in Formats.SelectMany(f => new[] { $"/feeds/all.{f}?items=7", $"/feeds/corrections.{f}", $"/feeds/languages/en.{f}" }).Append("/feeds.opml")) all.AddRange(await client.GetByteArrayAsync(path));
                said.Add([.. all]);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }

        Assert.Contains("2026-11-23", Encoding.UTF8.GetString(said[0]), StringComparison.Ordinal);
        Assert.All(said, bytes => Assert.True(bytes.AsSpan().SequenceEqual(said[0])));
    }

    /// <summary>All but how the bytes travel.</summary>
    private static async Task<IReadOnlyList<string>> HeadersAsync(HttpClient client, HttpMethod method, string path, string? coding)
    {
        using var ask = new HttpRequestMessage(method, path);
        if (coding is not null) ask.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = await client.SendAsync(ask);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (method == HttpMethod.Head) Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        return [.. answer.Headers.Concat(answer.Content.Headers.NonValidated.Select(h => KeyValuePair.Create(h.Key, h.Value.AsEnumerable())))
            .Where(h => h.Key is not ("Date" or "Transfer-Encoding")).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order(StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<string, (string ETag, string Text)>> ReadAsync(HttpClient client, string query)
    {
        var read = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var format in Formats)
        {
            using var answer = await client.GetAsync($"/feeds/all.{format}{query}");
            read[format] = (answer.Headers.ETag!.Tag, await answer.Content.ReadAsStringAsync());
        }

        return read;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient client, string feed)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var json = JsonDocument.Parse(await client.GetStringAsync($"/feeds/{feed}.json")).RootElement;
        return
        [
            .. XDocument.Parse(await client.GetStringAsync($"/feeds/{feed}.rss")).Descendants("guid").Select(g => g.Value),
            .. XDocument.Parse(await client.GetStringAsync($"/feeds/{feed}.atom")).Descendants(atom + "id").Select(i => i.Value),
            json.GetProperty("_worthy_news").GetProperty("id").GetString()!,
            .. json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!),
        ];
    }
}
