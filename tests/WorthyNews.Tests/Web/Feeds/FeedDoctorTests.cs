using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Work;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>Rows as a fault of ours or a bad migration could leave them.</summary>
public sealed class FeedDoctorTests
{
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("It is cut off", "Its snapshot cannot be read (JsonException).")]
    [InlineData("It has no topics", "Its snapshot cannot be read (ArgumentNullException).")]
    [InlineData("It is another's", "Its snapshot is not the one that the lists speak of.")]
    [InlineData("It comes from the future", "Its first publication is in the future.")]
    [InlineData("It leads elsewhere", "Its address is none of this site.")]
    [InlineData("It is too large", "Its texts have 1")]
    [InlineData("It is in no language", "Its language is no tag of a language.")]
    public async Task A_faulty_item_is_left_out_and_told_at_the_desk_until_it_is_mended(string fault, string told)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var good = await site.PublishAsync(Sample.Copy("A Good Story"));
        var bad = await site.PublishAsync(Sample.Copy("A Faulty Story"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        using var whole = await client.GetAsync("/feeds/all.atom");
        using var clock = ActivatorUtilities.CreateInstance<FeedClock>(site.Services);
        var whatItWas = await BreakAsync(site, bad, fault);
        await site.Desk.CorrectAsync(good.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        await ExamineAsync(clock);

        foreach (var (feed, format) in new[] { "all", "topics/councils", "bureaus/middle-east" }.SelectMany(f => Formats.Select(format => (f, format))))
        {
            using var answer = await client.GetAsync($"/feeds/{feed}.{format}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal([$"urn:uuid:{good.StoryId}"], Ids(format, await answer.Content.ReadAsStringAsync()));
            Assert.Null(answer.Content.Headers.LastModified);
            Assert.NotEqual(whole.Headers.ETag, answer.Headers.ETag);
        }

        using var chief = await site.SignInAsync(Role.Chief);
        var lane = (await chief.GoAsync("/desk")).QuerySelector("[aria-labelledby=lane-feeds]")!;
        Assert.Contains(told, lane.TextContent, StringComparison.Ordinal);
        Assert.Contains("in 7 feeds", lane.TextContent, StringComparison.Ordinal);
        Assert.NotNull(lane.QuerySelector($"a[href='/desk/dispatches/{bad.Id}']"));

        await MendAsync(site, bad, whatItWas);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExamineAsync(clock);

        Assert.Null((await chief.GoAsync("/desk")).QuerySelector("[aria-labelledby=lane-feeds]"));
        using var mended = await client.GetAsync("/feeds/all.atom");
        Assert.Equal(2, Ids("atom", await mended.Content.ReadAsStringAsync()).Count);
        Assert.NotNull(mended.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_fault_is_told_in_the_log_once_and_its_end_as_well()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("worthynews-log-").FullName;
        await using (var site = await SiteUnderTest.StartAsync(("Log:Directory", folder)))
        {
            var bad = await site.PublishAsync(Sample.Copy());
            using var clock = ActivatorUtilities.CreateInstance<FeedClock>(site.Services);
            var whatItWas = await BreakAsync(site, bad, "It is cut off");
            await ExamineAsync(clock);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await ExamineAsync(clock);
            await MendAsync(site, bad, whatItWas);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await ExamineAsync(clock);
        }

        var lines = System.IO.Directory.GetFiles(folder).SelectMany(File.ReadAllLines).Where(l => l.Contains("\"Feed\":\"all\"", StringComparison.Ordinal)).ToList();
        System.IO.Directory.Delete(folder, recursive: true);
        Assert.Equal(2, lines.Count);
        Assert.Contains("\"@l\":\"Error\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("no longer has the fault", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_the_corrections_that_cannot_be_read_breaks_neither_page_nor_feed()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var bad = await site.PublishAsync(Sample.Copy("A Faulty Story"));
        await site.Desk.CorrectAsync(bad.Id, 1, "It was a Friday.", SiteUnderTest.By, None);
        var good = await site.PublishAsync(Sample.Copy("A Good Story"));
        await site.Desk.CorrectAsync(good.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        await BreakAsync(site, bad, "It is cut off");
        using var clock = ActivatorUtilities.CreateInstance<FeedClock>(site.Services);
        await ExamineAsync(clock);

        var page = await site.ReadAsync("/corrections");
        using var client = site.Visit();

        Assert.Contains("It was a Thursday.", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var format in Formats) Assert.Single(Ids(format, await client.GetStringAsync($"/feeds/corrections.{format}")));
        await using var db = site.OpenDb();
        Assert.Contains("corrections", await db.FeedFaults.Where(f => f.StoryId == bad.StoryId).Select(f => f.Feed).ToListAsync());
    }

    [Fact]
    public async Task Of_thirty_entries_each_feed_is_examined_once_and_the_place_on_the_wire_is_kept()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        using var clock = ActivatorUtilities.CreateInstance<FeedClock>(site.Services);
        await site.PublishAsync(Sample.Copy());
        await ExamineAsync(clock);

        await site.PublishAsync(Sample.Copy("One More"));
        heard.Forget();
        await ExamineAsync(clock);
        var ofOne = heard.Commands.Count;
        for (var i = 0; i < 30; i++) await site.PublishAsync(Sample.Copy($"Story {i}"));
        heard.Forget();
        await ExamineAsync(clock);
        var ofThirty = heard.Commands.Count;
        heard.Forget();
        await ExamineAsync(clock);

        Assert.Equal(ofOne, ofThirty);
        Assert.InRange(heard.Commands.Count, 1, 2);
        await using var db = site.OpenDb();
        Assert.Equal(await db.WireEntries.MaxAsync(e => e.Sequence), (await db.WireTails.SingleAsync()).Sequence);
    }

    [Fact]
    public async Task Two_nodes_that_find_the_same_fault_keep_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var node = site.SecondNode();
        var bad = await site.PublishAsync(Sample.Copy());
        await BreakAsync(site, bad, "It is cut off");
        using var here = ActivatorUtilities.CreateInstance<FeedClock>(site.Services);
        using var there = ActivatorUtilities.CreateInstance<FeedClock>(node.Services);

        await Task.WhenAll(ExamineAsync(here), ExamineAsync(there));

        await using var db = site.OpenDb();
        Assert.Equal(7, await db.FeedFaults.CountAsync());
        Assert.Single(await db.WireTails.ToListAsync());
    }

    private static async Task ExamineAsync(FeedClock clock)
    {
        while (await clock.RoundAsync(None))
        {
        }
    }

    /// <returns>What stood there.</returns>
    private static async Task<(string Snapshot, string Address)> BreakAsync(SiteUnderTest site, Dispatch dispatch, string fault)
    {
        await using var db = site.OpenDb();
        var card = await db.Stories.AsNoTracking().SingleAsync(c => c.StoryId == dispatch.StoryId);
        var snapshot = (await db.WireEntries.AsNoTracking().SingleAsync(e => e.Sequence == card.EntrySequence)).Snapshot;
        var (broken, address) = fault switch
        {
            "It is cut off" => (snapshot[..40], card.Address),
            "It has no topics" => (snapshot.Replace("\"topics\":[\"councils\"]", "\"topics\":null", StringComparison.Ordinal), card.Address),
            "It is another's" => (snapshot.Replace($"{dispatch.StoryId}", $"{Guid.NewGuid()}", StringComparison.Ordinal), card.Address),
            "It comes from the future" => (snapshot.Replace("At\":\"2026-", "At\":\"2027-", StringComparison.Ordinal), card.Address),
            "It leads elsewhere" => (snapshot.Replace(card.Address, "//evil.test/x", StringComparison.Ordinal), "//evil.test/x"),
            "It is too large" => (snapshot.Replace("Two bishops", new string('x', 1_100_000), StringComparison.Ordinal), card.Address),
            "It is in no language" => (snapshot.Replace("\"language\":\"en\"", "\"language\":\"\\u0001\"", StringComparison.Ordinal), card.Address),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
        Assert.NotEqual(snapshot, broken);
        await PutAsync(site, dispatch, broken, address);
        return (snapshot, card.Address);
    }

    private static Task MendAsync(SiteUnderTest site, Dispatch dispatch, (string Snapshot, string Address) was) => PutAsync(site, dispatch, was.Snapshot, was.Address);

    private static async Task PutAsync(SiteUnderTest site, Dispatch dispatch, string snapshot, string address)
    {
        await using var db = site.OpenDb();
        var sequence = await db.Stories.Where(c => c.StoryId == dispatch.StoryId).Select(c => c.EntrySequence).SingleAsync();
        await db.WireEntries.Where(e => e.Sequence == sequence).ExecuteUpdateAsync(set => set.SetProperty(e => e.Snapshot, snapshot));
        await db.Stories.Where(c => c.StoryId == dispatch.StoryId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Address, address));
    }

    private static List<string> Ids(string format, string text) => format switch
    {
        "json" => [.. JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)],
        "rss" => [.. XDocument.Parse(text).Descendants("guid").Select(g => g.Value)],
        _ => [.. XDocument.Parse(text).Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom")).Select(e => e.Element(XName.Get("id", "http://www.w3.org/2005/Atom"))!.Value)],
    };
}
