using System.Net;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Imaging;
using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>What is put right is put right everywhere, also for those who keep what they were given and only ask whether it changed.</summary>
public sealed class EverySurfaceTests
{
    private const string Names = EveryRouteTests.Unseen;
    private const string Head = "quixotic";
    private const string Words = "zephyr";
    private const string Old = "zephyrold";

    private static CancellationToken None => CancellationToken.None;

    // How many surfaces of a kind say the story is not written down here; that they are many is.
    [Theory]
    [InlineData("corrected", false, 10, Old)]
    [InlineData("corrected", true, 10, Old)]
    [InlineData("updated", false, 10, Old)]
    [InlineData("retracted", false, 40, Words, Names)]
    [InlineData("killed", false, 40, Words, Names, Head)]
    [InlineData("killed", true, 40, Words, Names, Head)]
    [InlineData("corrected and killed", false, 40, Words, Names, Head)]
    [InlineData("corrected and retracted", true, 40, Words, Names)]
    public async Task What_was_taken_back_is_on_no_surface_and_nobody_is_told_that_nothing_changed(string fate, bool isHasty, int atLeast, params string[] gone)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var isWithdrawn = fate is not ("corrected" or "updated");
        var (story, key) = await PublishAsync(site);
        if (fate.StartsWith("corrected and", StringComparison.Ordinal)) await ActAsync(site, story, "corrected");
        if (!isHasty) site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        var house = (await HeldAnswer.ReadAsync(client, "/card.png")).Bytes;
        var held = await EverySurface.ReadAsync(site, client, story, [key], Typed(story));
        bool Holds(HeldAnswer answer) => gone.Any(word => answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            || (answer.Status == HttpStatusCode.OK && IsPicture(answer.Path, story, key) && !answer.Bytes.AsSpan().SequenceEqual(house));

        await ActAsync(site, story, fate.Split(' ')[^1]);
        if (!isHasty) site.Clock.Advance(TimeSpan.FromMinutes(1));

        var holding = held.Where(Holds).ToList();
        Assert.True(holding.Count >= atLeast, $"Only {holding.Count} surfaces held it: {string.Join(' ', holding.Select(h => h.Path))}");
        // The page of what was changed shows both on purpose.
        foreach (var before in held.Where(h => !IsComparison(h.Path) || isWithdrawn))
        {
            var fresh = await HeldAnswer.ReadAsync(client, before.Path);
            AssertGone(fresh, gone);
            // A picture shows no words; withdrawn, it is not there any more.
            if (isWithdrawn) Assert.False(Holds(fresh), $"{before.Path} still shows the story's picture.");
            if (fresh.Status == before.Status && fresh.Bytes.AsSpan().SequenceEqual(before.Bytes)) continue;
            foreach (var way in before.WaysToAskAgain())
            {
                var again = await HeldAnswer.ReadAsync(client, before.Path, way);
                Assert.True(again.Status == fresh.Status, $"{before.Path} answers {again.Status} to who holds the old one, and {fresh.Status} to others.");
                AssertGone(again, gone);
            }
        }

        foreach (var after in await EverySurface.ReadAsync(site, client, story, [key], Typed(story)))
        {
            if (!IsComparison(after.Path) || isWithdrawn) AssertGone(after, gone);
        }

        if (!isWithdrawn) return;
        // Names that no other story bears are gone with it.
        foreach (var list in new[] { "topics", "sections", "contributors", "places" })
            Assert.Equal(HttpStatusCode.NotFound, (await HeldAnswer.ReadAsync(client, $"/{list}/{Names}-{list[..^1]}")).Status);
        Assert.Equal(fate.EndsWith("killed", StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.OK, (await HeldAnswer.ReadAsync(client, story.Address!)).Status);
    }

    [Theory]
    [InlineData("killed", "reinstated")]
    [InlineData("retracted", "reinstated")]
    [InlineData("embargoed", "let out")]
    public async Task What_comes_out_or_comes_back_is_told_to_whoever_asks_again(string before, string fate)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var (story, key) = before == "embargoed" ? await EmbargoAsync(site) : await PublishAsync(site);
        if (before != "embargoed") await ActAsync(site, story, before);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        var held = await EverySurface.ReadAsync(site, client, story, [key], Typed(story));
        if (before != "retracted") Assert.All(held, h => AssertGone(h, [Words, Names, Head]));

        site.Clock.Advance(TimeSpan.FromHours(1));
        await ActAsync(site, story, fate);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = 0;
        foreach (var one in held)
        {
            var fresh = await HeldAnswer.ReadAsync(client, one.Path);
            if (fresh.Status == one.Status && fresh.Bytes.AsSpan().SequenceEqual(one.Bytes)) continue;
            changed++;
            foreach (var way in one.WaysToAskAgain())
                Assert.True((await HeldAnswer.ReadAsync(client, one.Path, way)).Status == fresh.Status, $"{one.Path} does not tell of it to who holds the old one.");
        }

        Assert.InRange(changed, 40, 1_000);
        foreach (var list in new[] { "/", "/feeds/all.rss", $"/topics/{Names}-topic", $"/sections/{Names}-section", $"/contributors/{Names}-contributor" })
            Assert.Contains("A Quixotic Headline", await client.GetStringAsync(list), StringComparison.Ordinal);
    }

    private static void AssertGone(HeldAnswer answer, string[] gone)
    {
        foreach (var word in gone)
            Assert.False(answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{answer.Path} still says “{word}”: {Around(answer.Text, word)}");
    }

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 120)];
    }

    private static bool IsComparison(string path) => path.EndsWith("/changes", StringComparison.Ordinal);

    private static bool IsPicture(string path, Dispatch story, string key) =>
        path.Contains(key, StringComparison.Ordinal) || (story.Address is { } address && path.StartsWith($"{address}/card.png", StringComparison.Ordinal));

    private static string[] Typed(Dispatch story) =>
    [
        // A search says the words again that were typed; this one is in the text, and is no secret.
        "/search?q=lighthouse", $"/feeds?of=topics%2F{Names}-topic&format=rss",
        "/feeds/all.rss?items=5", "/feeds/all.json?content=summary", .. story.Address is { } address ? new[] { $"/contact?story={Uri.EscapeDataString(address)}" } : [],
    ];

    private static Copy TheCopy() => Sample.Copy("A Quixotic Headline") with
    {
        Slug = "quixotic-headline",
        Kicker = $"{Words}kicker",
        Standfirst = $"A {Words}standfirst.",
        Bureau = "middle-east",
        Section = $"{Names}-section",
        Topics = [$"{Names}-topic", "councils"],
        Bylines = [Sample.Byline($"{Names} contributor")],
        Dateline = new Dateline([new DatelinePlace($"{Names}-place", $"{Names} place") { Point = new GeoPoint(50.45, 30.52), CountryCode = "UA" }]),
        Markdown = $"The {Words}body said {Old} things of a lighthouse.\n\n## {Words} crosshead\n\nMore {Words}.",
    };

    /// <summary>Beside a story that bears none of its names but the bureau and one topic.</summary>
    private static async Task<(Dispatch Story, string Key)> PublishAsync(SiteUnderTest site)
    {
        await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        var story = await site.PublishAsync(TheCopy());
        await site.Services.GetRequiredService<CardPictures>().DrawAsync(story.StoryId, None);
        return (story, await KeyAsync(site, story));
    }

    private static async Task<(Dispatch Story, string Key)> EmbargoAsync(SiteUnderTest site)
    {
        await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        var story = await site.DraftAsync(TheCopy());
        await site.Desk.EmbargoAsync(story.Id, Sample.Noon.AddMinutes(30), SiteUnderTest.By, None);
        await site.Desk.ScheduleAsync(story.Id, 1, Sample.Noon.AddMinutes(40), "Etc/UTC", SiteUnderTest.By, None);
        return (story, new string('b', 32));
    }

    private static async Task<string> KeyAsync(SiteUnderTest site, Dispatch story)
    {
        await using var db = site.OpenDb();
        return (await db.Stories.Where(c => c.StoryId == story.StoryId).Select(c => c.MapKey).SingleAsync())!;
    }

    private static async Task ActAsync(SiteUnderTest site, Dispatch story, string fate)
    {
        switch (fate)
        {
            case "corrected":
                var right = await site.ReviseAsync(story, TheCopy() with { Markdown = $"The {Words}body said other things of a lighthouse.\n\n## {Words} crosshead\n\nMore {Words}." });
                await site.Desk.CorrectAsync(story.Id, right, "It was said otherwise.", SiteUnderTest.By, None);
                break;
            case "updated":
                var more = await site.ReviseAsync(story, TheCopy() with { Markdown = $"The {Words}body said new things of a lighthouse." });
                await site.Desk.UpdateAsync(story.Id, more, SiteUnderTest.By, None);
                break;
            case "retracted":
                await site.Desk.RetractAsync(story.Id, "It did not stand.", SiteUnderTest.By, None);
                break;
            case "killed":
                await site.Desk.KillAsync(story.Id, "We took it down.", $"The {Words} reason.", SiteUnderTest.By, None);
                break;
            case "reinstated":
                await site.Desk.ReinstateAsync(story.Id, "It was right after all.", SiteUnderTest.By, None);
                break;
            case "let out":
                await site.Desk.PublishDueAsync(story.Id, None);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fate));
        }
    }
}
