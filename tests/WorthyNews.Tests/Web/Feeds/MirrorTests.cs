using System.Text.Json;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>Who keeps a copy by <c>/changes</c> has what the Newsstand has, whatever was done in between.</summary>
public sealed class MirrorTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task After_any_work_a_mirror_has_what_stands_and_nothing_else(int seed)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        var mirror = new Mirror(client);
        var random = new Random(seed);
        var dispatches = new List<Dispatch>();

        for (var step = 0; step < 60; step++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await ActAsync(site, dispatches, random, step);
            if (random.Next(4) == 0) await mirror.ReadAsync(random.Next(1, 6));
        }

        await WithdrawTwoAsync(site);
        await mirror.CatchUpAsync(random.Next(1, 9));
        await AssertMirrorsAsync(site, client, mirror);
    }

    [Fact]
    public async Task While_another_writes_nothing_is_missed_and_nothing_comes_out_of_order()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        var mirror = new Mirror(client);
        var random = new Random(7);
        var dispatches = new List<Dispatch>();

        var writing = Task.Run(async () =>
        {
            for (var step = 0; step < 80; step++)
            {
                site.Clock.Advance(TimeSpan.FromSeconds(1));
                await ActAsync(site, dispatches, random, step);
            }
        });
        while (!writing.IsCompleted) await mirror.ReadAsync(2);
        await writing;
        await WithdrawTwoAsync(site);
        await mirror.CatchUpAsync(2);

        Assert.Equal(mirror.Told.Order(), mirror.Told);
        await AssertMirrorsAsync(site, client, mirror);
    }

    private static async Task ActAsync(SiteUnderTest site, List<Dispatch> dispatches, Random random, int step)
    {
        var act = random.Next(8);
        if (dispatches.Count == 0 || act < 3)
        {
            dispatches.Add(await site.PublishAsync(Sample.Copy($"Dispatch {step}") with { MaySyndicate = random.Next(5) > 0, Topics = [$"topic-{random.Next(3)}"] }));
            return;
        }

        var dispatch = dispatches[random.Next(dispatches.Count)];
        try
        {
            await (act switch
            {
                3 => site.Desk.UpdateAsync(dispatch.Id, await site.ReviseAsync(dispatch, Sample.Copy($"Updated {step}")), SiteUnderTest.By, None),
                4 => site.Desk.CorrectAsync(dispatch.Id, await site.ReviseAsync(dispatch, Sample.Copy($"Corrected {step}")), $"It was wrong {step}.", SiteUnderTest.By, None),
                5 => site.Desk.RetractAsync(dispatch.Id, $"Withdrawn {step}.", SiteUnderTest.By, None),
                6 => site.Desk.KillAsync(dispatch.Id, $"Gone {step}.", "A reason.", SiteUnderTest.By, None),
                _ => site.Desk.ReinstateAsync(dispatch.Id, $"It stands {step}.", SiteUnderTest.By, None),
            });
        }
        catch (DispatchRefusedException)
        {
            // Not every act is possible with every dispatch; what the desk refuses changes nothing.
        }
    }

    /// <summary>So that whatever chance brought there is something to be told.</summary>
    private static async Task WithdrawTwoAsync(SiteUnderTest site)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.Desk.RetractAsync((await site.PublishAsync(Sample.Copy("Withdrawn Last"))).Id, "Withdrawn.", SiteUnderTest.By, None);
        await site.Desk.KillAsync((await site.PublishAsync(Sample.Copy("Killed Last"))).Id, "Gone.", "A reason.", SiteUnderTest.By, None);
    }

    private static async Task AssertMirrorsAsync(SiteUnderTest site, HttpClient client, Mirror mirror)
    {
        await using var db = site.OpenDb();
        var stories = db.Stories.ToList();
        Assert.Equal(Urns(stories, StoryState.Live), mirror.Items.Keys.Order(StringComparer.Ordinal));
        foreach (var (state, kind) in new[] { (StoryState.Retracted, "retracted"), (StoryState.Killed, "killed") })
            Assert.Equal(Urns(stories, state), mirror.Dropped.Where(d => d.Value == kind).Select(d => d.Key).Order(StringComparer.Ordinal));
        Assert.All([StoryState.Live, StoryState.Retracted, StoryState.Killed], state => Assert.Contains(stories, s => s.State == state));

        // Each item to the letter as the feed has it, which says its language once for all.
        using var feed = JsonDocument.Parse(await client.GetStringAsync("/feeds/all.json?items=100"));
        var fed = feed.RootElement.GetProperty("items").EnumerateArray().Where(i => mirror.Items.ContainsKey(i.GetProperty("id").GetString()!)).ToList();
        Assert.Equal(mirror.Items.Count, fed.Count);
        foreach (var item in fed) Assert.Equal(Members(item), Members(mirror.Items[item.GetProperty("id").GetString()!]));
    }

    private static IEnumerable<string> Urns(IEnumerable<StoryCard> stories, StoryState state) =>
        stories.Where(s => s.State == state).Select(s => $"urn:uuid:{s.StoryId}").Order(StringComparer.Ordinal);

    private static List<(string, string)> Members(JsonElement item) =>
        [.. item.EnumerateObject().Where(m => m.Name != "language").Select(m => (m.Name, string.Concat(m.Value.ToString().Where(c => !char.IsWhiteSpace(c)))))];
}
