using System.Net;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

public sealed class ChangesTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Each_story_is_told_once_as_it_is_now_in_the_order_in_which_they_last_changed()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var first = await site.PublishAsync(Sample.Copy("First"));
        var second = await site.PublishAsync(Sample.Copy("Second") with { Language = "ar", MaySyndicate = false });
        await site.Desk.CorrectAsync(first.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var client = site.Visit();

        using var page = JsonDocument.Parse(await client.GetStringAsync("/changes"));

        var changes = page.RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal([("upsert", "published", $"urn:uuid:{second.StoryId}"), ("upsert", "corrected", $"urn:uuid:{first.StoryId}")], changes.Select(c => (Text(c, "change"), Text(c, "kind"), Text(c, "id"))));
        var (headlineOnly, whole) = (changes[0].GetProperty("item"), changes[1].GetProperty("item"));
        Assert.False(page.RootElement.GetProperty("more").GetBoolean());
        Assert.False(headlineOnly.TryGetProperty("content_html", out _));
        Assert.Equal(("ar", "en"), (Text(headlineOnly, "language"), Text(whole, "language")));
        Assert.Contains("It was a Thursday.", Text(whole, "content_html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_cannot_be_read_stops_no_mirror_and_that_it_was_killed_is_told()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy("First"));
        var killed = await site.PublishAsync(Sample.Copy("Second"));
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        var sound = await site.PublishAsync(Sample.Copy("Third"));
        await using (var db = site.OpenDb())
            await db.WireEntries.Where(e => e.StoryId == live.StoryId || e.StoryId == killed.StoryId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Snapshot, "{"));
        using var client = site.Visit();

        using var page = JsonDocument.Parse(await client.GetStringAsync("/changes"));
        using var feed = JsonDocument.Parse(await client.GetStringAsync("/feeds/all.json"));

        Assert.Equal(
            [("delete", $"urn:uuid:{killed.StoryId}"), ("upsert", $"urn:uuid:{sound.StoryId}")],
            page.RootElement.GetProperty("changes").EnumerateArray().Select(c => (Text(c, "change"), Text(c, "id"))));
        Assert.Equal($"urn:uuid:{killed.StoryId}", Text(Assert.Single(feed.RootElement.GetProperty("_worthy_news").GetProperty("removed").EnumerateArray()), "id"));
    }

    [Fact]
    public async Task A_deletion_is_told_for_ever_and_a_kill_tells_neither_headline_nor_address()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var retracted = await site.PublishAsync(Sample.Copy("First"));
        var killed = await site.PublishAsync(Sample.Copy("Unspeakable"));
        await site.Desk.RetractAsync(retracted.Id, "It did not stand.", SiteUnderTest.By, None);
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A private reason.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromDays(400));
        using var client = site.Visit();

        var text = await client.GetStringAsync("/changes");

        using var page = JsonDocument.Parse(text);
        var changes = page.RootElement.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(["delete retracted: It did not stand.", "delete killed: It is gone."], changes.Select(c => $"{Text(c, "change")} {Text(c, "kind")}: {Text(c, "notice")}"));
        Assert.Equal(SiteUnderTest.PublicUrl + retracted.Address, Text(changes[0], "url"));
        Assert.Equal(["change", "id", "when", "kind", "notice"], changes[1].EnumerateObject().Select(m => m.Name));
        Assert.DoesNotContain("unspeakable", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("private", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("First", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_bounded_and_lead_on_and_what_is_no_story_is_passed_over()
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 5; i++) await site.PublishAsync(Sample.Copy($"Dispatch {i}"));
        using var client = site.Visit();

        var titles = new List<string>();
        var next = "/changes?limit=2";
        var pages = 0;
        for (var more = true; more; pages++)
        {
            using var page = JsonDocument.Parse(await client.GetStringAsync(next));
            titles.AddRange(page.RootElement.GetProperty("changes").EnumerateArray().Select(c => Text(c.GetProperty("item"), "title")));
            (next, more) = (Text(page.RootElement, "next"), page.RootElement.GetProperty("more").GetBoolean());
        }

        await site.NameAsync(Sample.Bureau("africa", "Africa"));
        using var named = JsonDocument.Parse(await client.GetStringAsync(next));

        Assert.Equal(["Dispatch 0", "Dispatch 1", "Dispatch 2", "Dispatch 3", "Dispatch 4"], titles);
        Assert.Equal(3, pages);
        Assert.StartsWith($"{SiteUnderTest.PublicUrl}/changes?since=", next, StringComparison.Ordinal);
        Assert.EndsWith("&limit=2", next, StringComparison.Ordinal);
        Assert.Equal(0, named.RootElement.GetProperty("changes").GetArrayLength());
        Assert.NotEqual(next, Text(named.RootElement, "next"));
    }

    [Fact]
    public async Task A_place_on_an_empty_wire_holds_when_it_begins()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        var next = await NextAsync(client, "/changes");
        await site.PublishAsync(Sample.Copy());

        using var page = JsonDocument.Parse(await client.GetStringAsync(next));
        Assert.Equal(1, page.RootElement.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_place_on_the_wire_of_another_house_is_gone()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var other = await SiteUnderTest.StartAsync();
        foreach (var house in new[] { site, other }) await house.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        using var there = other.Visit();

        using var gone = await client.GetAsync(await NextAsync(there, "/changes"));

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("begin again at /changes", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("*", Assert.Single(gone.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [SqliteFact]
    public async Task A_place_that_a_restore_took_back_is_gone_even_when_the_wire_is_longer_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Before"));
        using var client = site.Visit();
        var before = await NextAsync(client, "/changes");
        var file = Path.Combine(site.Store.Folder, "older.db");
        await using (var db = site.OpenDb()) await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(Sample.Copy("Lost"));
        var lost = await NextAsync(client, "/changes");

        await using var restored = site.SecondNode(("Database:ConnectionString", $"Data Source={file}"));
        using var after = restored.CreateClient();
        using var beyond = await after.GetAsync(new Uri(lost).PathAndQuery);
        using var held = await after.GetAsync(new Uri(before).PathAndQuery);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++) await restored.PublishAsync(Sample.Copy($"Another {i}"));
        using var overgrown = await after.GetAsync(new Uri(lost).PathAndQuery);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.Gone), (beyond.StatusCode, held.StatusCode, overgrown.StatusCode));
    }

    [Theory]
    [InlineData("since=", "since is what an earlier answer gave in its next, or is left out to begin at the beginning.")]
    [InlineData("since=1", null)]
    [InlineData("since=0-zzzzzzzzzzzzzzzz", null)]
    [InlineData("since=01-0123456789abcdef", null)]
    [InlineData("since=-1-0123456789abcdef", null)]
    [InlineData("since=ffffffffffffffff-0123456789abcdef", null)]
    [InlineData("since=1-0123456789ABCDEF", null)]
    [InlineData("limit=0", "limit is a number from 1 to 500.")]
    [InlineData("limit=501", "limit is a number from 1 to 500.")]
    [InlineData("limit=x", "limit is a number from 1 to 500.")]
    public async Task Nonsense_is_told(string query, string? problem)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        using var answer = await client.GetAsync($"/changes?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        if (problem is not null) Assert.Equal(problem, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Anybody_may_ask_from_anywhere_and_who_has_it_is_told_so_without_a_story_being_read()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        var dispatch = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        using var first = await client.GetAsync("/changes");
        heard.Forget();

        using var again = await client.SendAsync(Holding(first));
        var commands = heard.Commands;
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/changes"));
        await site.Desk.KillAsync(dispatch.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        using var killed = await client.SendAsync(Holding(first));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (again.StatusCode, head.StatusCode, killed.StatusCode));
        Assert.NotEmpty(commands);
        Assert.DoesNotContain(commands, sql => sql.Contains("Stories", StringComparison.Ordinal) || sql.Contains("Snapshot", StringComparison.Ordinal));
        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=10", first.Headers.CacheControl!.ToString());
        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal((first.Headers.ETag, first.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    private static HttpRequestMessage Holding(HttpResponseMessage held)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, "/changes");
        ask.Headers.IfNoneMatch.Add(held.Headers.ETag!);
        return ask;
    }

    private static async Task<string> NextAsync(HttpClient client, string path)
    {
        using var page = JsonDocument.Parse(await client.GetStringAsync(path));
        return Text(page.RootElement, "next");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
