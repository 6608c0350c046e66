using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Publishing;

public sealed class PublishingTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_published_dispatch_stands_in_every_list_it_belongs_to()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var copy = Sample.Copy() with { Dateline = Sample.Dateline("Nicaea", "Rome") };

        await site.PublishAsync(copy);

        foreach (var (kind, slug) in new[]
        {
            (NameKind.Bureau, "middle-east"), (NameKind.Section, "church-life"), (NameKind.Topic, "councils"), (NameKind.Language, "en"),
            (NameKind.Contributor, "basil-merton"), (NameKind.Place, "nicaea"), (NameKind.Place, "rome"),
        })
        {
            Assert.Single((await site.Newsstand.LatestAsync(kind, slug, 10, null, None)).Stories);
        }
    }

    [Fact]
    public async Task A_new_name_is_said_on_the_wire_before_the_story_that_bears_it()
    {
        await using var site = await SiteUnderTest.StartAsync();

        await site.PublishAsync(Sample.Copy());

        await using var db = site.OpenDb();
        var kinds = await db.WireEntries.OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync();
        Assert.Equal(WireKind.Published, kinds[^1]);
        Assert.Equal(5, kinds.Count(k => k == WireKind.DirectoryChanged));
        Assert.Equal("Middle East", (await site.Newsstand.NameAsync(NameKind.Bureau, "middle-east", None))!.Name);
    }

    [Fact]
    public async Task Two_stories_of_a_day_never_share_an_address()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var first = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(first.Id, "Gone.", "A reason.", SiteUnderTest.By, None);
        var second = await site.PublishAsync(Sample.Copy() with { Standfirst = "Another story." });

        Assert.Equal("/2026/11/23/council-at-nicaea-agrees-on-creed", first.Address);
        Assert.Equal("/2026/11/23/council-at-nicaea-agrees-on-creed-2", second.Address);
        Assert.Equal("council-at-nicaea-agrees-on-creed-2", second.Slug);
    }

    [Fact]
    public async Task The_longest_slug_twice_on_a_day_gives_two_addresses_that_are_found()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var headline = new string('a', 80);
        await site.PublishAsync(Sample.Copy(headline));

        var second = await site.PublishAsync(Sample.Copy(headline));

        using var client = site.Visit();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync(second.Address)).StatusCode);
    }

    [Fact]
    public async Task A_kill_does_not_lose_to_somebody_who_saves_a_draft_at_the_same_time()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());

        var saves = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    await site.ReviseAsync(dispatch, Sample.Copy($"Draft Number {i}"));
                }
                catch (DbUpdateException)
                {
                    // The desk's own save may lose; it is asked again by whoever typed it.
                }
            }
        });
        var killed = await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);
        await saves;

        Assert.NotNull(killed.Entry);
        Assert.Equal(StoryState.Killed, (await site.Newsstand.AtAsync(dispatch.Address!, None))!.Story.State);
    }

    [Fact]
    public async Task The_wire_never_tells_a_time_before_its_newest_entry()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var before = await site.Newsstand.LastEntryAtAsync(None);

        site.Clock.AdjustTime(Sample.Noon.AddSeconds(-30));
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);

        Assert.Equal(before!.Value.AddSeconds(1), await site.Newsstand.LastEntryAtAsync(None));
    }

    [Fact]
    public async Task A_name_the_desk_hid_stays_hidden_when_a_story_that_bears_it_is_corrected()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var topic = (await site.Newsstand.NameAsync(NameKind.Topic, "councils", None))!;
        await site.NameAsync(topic with { IsHidden = true });

        await site.Desk.CorrectAsync(dispatch.Id, 1, "A comma was missing.", SiteUnderTest.By, None);

        Assert.Null(await site.Newsstand.NameAsync(NameKind.Topic, "councils", None));
    }

    [Fact]
    public async Task A_story_held_up_past_its_minute_was_published_when_it_was()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        await site.Desk.ScheduleAsync(dispatch.Id, 1, Sample.Noon.AddMinutes(10), "Etc/UTC", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromHours(8));

        var outcome = await site.Desk.PublishDueAsync(dispatch.Id, None);

        Assert.Equal(Sample.Noon.AddHours(8), outcome.Dispatch.PublishedAt);
    }

    [Fact]
    public async Task A_new_slug_moves_the_story_and_the_old_address_still_finds_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Slug = "creed-of-nicaea" });

        var moved = await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);

        Assert.Equal("/2026/11/23/creed-of-nicaea", moved.Dispatch.Address);
        var found = await site.Newsstand.AtAsync(dispatch.Address!, None);
        Assert.Equal(("/2026/11/23/creed-of-nicaea", dispatch.StoryId), (found!.Story.Address, found.Story.Id));
    }

    [Fact]
    public async Task A_new_headline_moves_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy("Bishops Agree On Words That Will Last"));

        var updated = await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);

        Assert.Equal(dispatch.Address, updated.Dispatch.Address);
    }

    [Fact]
    public async Task An_update_leaves_the_lists_of_the_old_text_and_joins_those_of_the_new()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Topics = ["creeds"] });

        await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);

        Assert.Empty((await site.Newsstand.LatestAsync(NameKind.Topic, "councils", 10, null, None)).Stories);
        Assert.Single((await site.Newsstand.LatestAsync(NameKind.Topic, "creeds", 10, null, None)).Stories);
    }

    [Fact]
    public async Task A_version_cannot_stand_on_the_wire_twice()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var story = (await site.Newsstand.AtAsync(dispatch.Address!, None))!.Story;

        await using var db = site.OpenDb();
        db.WireEntries.Add(WireEntry.Of(WireKind.Updated, story, Sample.Noon));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Many_who_publish_one_dispatch_at_once_publish_it_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.Desk.PublishAsync(dispatch.Id, 1, null, SiteUnderTest.By, None))));

        Assert.Single(outcomes, o => o.Entry is not null);
        await using var db = site.OpenDb();
        Assert.Equal(1, await db.WireEntries.CountAsync(e => e.StoryId == dispatch.StoryId));
    }

    [Fact]
    public async Task Entries_of_many_who_publish_at_once_are_numbered_in_the_order_they_are_seen()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var drafts = new List<Dispatch>();
        for (var i = 0; i < 24; i++) drafts.Add(await site.DraftAsync(Sample.Copy($"Dispatch Number {i}")));

        using var done = new CancellationTokenSource();
        var seen = Task.Run(() => TailAsync(site, done.Token));
        await Task.WhenAll(drafts.Select(d => Task.Run(() => site.Desk.PublishAsync(d.Id, 1, null, SiteUnderTest.By, None))));
        await done.CancelAsync();
        var tailed = await seen;

        await using var db = site.OpenDb();
        Assert.Equal(await db.WireEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(), tailed);
    }

    [Fact]
    public async Task A_refusal_leaves_nothing_behind()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy() with { Bylines = [] });

        await Assert.ThrowsAsync<DispatchRefusedException>(() => site.Desk.PublishAsync(dispatch.Id, 1, null, SiteUnderTest.By, None));

        await using var db = site.OpenDb();
        Assert.Empty(await db.WireEntries.ToListAsync());
        Assert.Empty(await db.Addresses.ToListAsync());
    }

    [Fact]
    public async Task A_scheduled_dispatch_goes_out_at_its_minute_and_not_before()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        await site.Desk.ScheduleAsync(dispatch.Id, 1, Sample.Noon.AddMinutes(10), "Etc/UTC", SiteUnderTest.By, None);

        Assert.Empty(await site.Desk.DueAsync(None));
        Assert.Null((await site.Desk.PublishDueAsync(dispatch.Id, None)).Entry);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains(dispatch.Id, await site.Desk.DueAsync(None));
        var outcome = await site.Desk.PublishDueAsync(dispatch.Id, None);

        Assert.Equal(PublicState.Live, outcome.Dispatch.Public);
        Assert.Equal(Sample.Noon.AddMinutes(10), outcome.Dispatch.PublishedAt);
    }

    [Fact]
    public async Task The_clock_of_the_site_publishes_what_is_due()
    {
        await using var site = await SiteUnderTest.StartWithItsClockAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        await site.Desk.ScheduleAsync(dispatch.Id, 1, Sample.Noon.AddMinutes(10), "Etc/UTC", SiteUnderTest.By, None);

        StandingPath? found = null;
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 200 && found is null; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
            if ((await site.Newsstand.LatestAsync(1, null, None)).Stories is [var card]) found = new StandingPath(card.Address);
        }

        Assert.NotNull(found);
    }

    private sealed record StandingPath(string Address);

    private static async Task<List<long>> TailAsync(SiteUnderTest site, CancellationToken until)
    {
        var seen = new List<long>();
        while (true)
        {
            var isOver = until.IsCancellationRequested;
            await using var db = site.OpenDb();
            var last = seen.Count == 0 ? 0 : seen[^1];
            seen.AddRange(await db.WireEntries.Where(e => e.Sequence > last).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(None));
            if (isOver) return seen;
        }
    }
}
