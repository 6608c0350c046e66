using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Publishing;

public sealed class ScheduleTests
{
    private static readonly Author Ben = DeskUnderTest.Ben;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Where_a_bureau_can_undo_what_is_sent_waits_and_then_goes_out()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.LetUndoAsync("middle-east", 5, None);
        var id = await ApprovedAsync(desk);

        var sent = await desk.Publishing.SendAsync(id, 1, Ben, None);

        Assert.Null(sent.Entry);
        Assert.Equal((Sample.Noon.AddMinutes(5), true), (sent.Dispatch.PublishAt!.Value, sent.Dispatch.IsBeingSent));
        desk.Clock.Advance(TimeSpan.FromMinutes(4));
        await desk.Publishing.SendAsync(id, 1, Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([id], await desk.Publishing.DueAsync(None));
        Assert.NotNull((await desk.Publishing.PublishDueAsync(id, None)).Entry);
    }

    [Fact]
    public async Task What_was_sent_can_be_undone_until_it_goes_out_and_not_after()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.LetUndoAsync("middle-east", 10, None);
        var id = await ApprovedAsync(desk);
        await desk.Publishing.SendAsync(id, 1, Ben, None);

        await desk.Publishing.UnscheduleAsync(id, Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Empty(await desk.Publishing.DueAsync(None));
        Assert.Null((await desk.Publishing.PublishDueAsync(id, None)).Entry);
        Assert.Equal(DispatchState.Approved, (await desk.ReadAsync(id)).State);
        await desk.Publishing.PublishAsync(id, 1, null, Ben, None);
        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.UnscheduleAsync(id, Ben, None));
    }

    [Fact]
    public async Task Where_no_bureau_can_undo_it_goes_out_at_once()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.LetUndoAsync("europe", 5, None);
        await desk.Publishing.LetUndoAsync("middle-east", 5, None);
        await desk.Publishing.LetUndoAsync("middle-east", 0, None);
        var id = await ApprovedAsync(desk);

        Assert.NotNull((await desk.Publishing.SendAsync(id, 1, Ben, None)).Entry);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.Publishing.LetUndoAsync("europe", 11, None));
    }

    [Fact]
    public async Task An_unapproved_revision_is_neither_sent_nor_scheduled_nor_published()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.LetUndoAsync("middle-east", 5, None);
        var id = await desk.DraftAsync();

        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.SendAsync(id, 1, Ben, None));
        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddHours(1), "Etc/UTC", Ben, None));
        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.PublishAsync(id, 1, null, Ben, None));

        await using var db = desk.OpenDb();
        Assert.Empty(await db.WireEntries.ToListAsync());
    }

    [Fact]
    public async Task A_watched_name_keeps_from_the_wire_whoever_publishes()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddMinutes(1), "Etc/UTC", Ben, None);
        await desk.Editing.WatchAsync(id, ["Basil Merton"], Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.PublishAsync(id, 1, null, SiteUnderTest.By, None));
        var refusal = await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.PublishDueAsync(id, None));
        await desk.Publishing.FailAsync(id, refusal, None);

        var dispatch = await desk.ReadAsync(id);
        Assert.Equal((PublicState.NotPublic, "A name from its watch-list stands in its byline."), (dispatch.Public, dispatch.Failure));
    }

    [Fact]
    public async Task A_refused_dispatch_waits_for_a_person_and_is_asked_again_when_one_acts()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddMinutes(1), "Etc/UTC", Ben, None);
        var watched = (await desk.Editing.WatchAsync(id, ["Basil Merton"], Ben, None)).Watched[0];
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Publishing.FailAsync(id, await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.PublishDueAsync(id, None)), None);

        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await desk.Publishing.DueAsync(None));
        Assert.Null((await desk.Publishing.PublishDueAsync(id, None)).Entry);
        await desk.Editing.UnwatchAsync(id, watched.Id, Ben, None);

        Assert.Equal([id], await desk.Publishing.DueAsync(None));
        Assert.NotNull((await desk.Publishing.PublishDueAsync(id, None)).Entry);
        Assert.Null((await desk.ReadAsync(id)).Failure);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_after_ever_longer_and_then_waits_for_a_person()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddMinutes(1), "Etc/UTC", Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        var waits = new List<double?>();
        for (var i = 0; i < 5; i++)
        {
            await desk.Publishing.FailAsync(id, new InvalidOperationException("It names what nobody should read."), None);
            var failed = await desk.ReadAsync(id);
            waits.Add((failed.NextTryAt - failed.FailedAt)?.TotalSeconds);
            Assert.Empty(await desk.Publishing.DueAsync(None));
            if (failed.NextTryAt is { } next) desk.Clock.SetUtcNow(next);
        }

        Assert.Equal([5, 20, 80, 320, null], waits);
        Assert.Equal("The program met a fault (InvalidOperationException). Its log says more.", (await desk.ReadAsync(id)).Failure);
    }

    [Fact]
    public async Task A_failure_of_what_went_out_meanwhile_is_none()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddMinutes(1), "Etc/UTC", Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Publishing.PublishDueAsync(id, None);

        await desk.Publishing.FailAsync(id, new TimeoutException(), None);

        Assert.Null((await desk.ReadAsync(id)).FailedAt);
    }

    [Fact]
    public async Task An_embargo_holds_everybody_until_its_instant_or_until_it_is_lifted()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        await desk.Publishing.EmbargoAsync(id, Sample.Noon.AddHours(2), Ben, None);

        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.PublishAsync(id, 1, null, SiteUnderTest.By, None));
        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddHours(1), "Etc/UTC", Ben, None));
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddHours(2), "Etc/UTC", Ben, None);
        await desk.Publishing.LiftEmbargoAsync(id, await desk.PersonAsync(Role.Chief, "middle-east"), None);

        Assert.NotNull((await desk.Publishing.PublishAsync(id, 1, null, Ben, None)).Entry);
    }

    [Theory]
    [InlineData(Role.Editor, "middle-east")]
    [InlineData(Role.Chief, "asia")]
    [InlineData(Role.Administrator, null)]
    public async Task Nobody_but_a_chief_of_its_bureau_lifts_or_shortens_an_embargo(Role role, string? bureau)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await ApprovedAsync(desk);
        var person = await desk.PersonAsync(role, bureau);
        await desk.Publishing.EmbargoAsync(id, Sample.Noon.AddHours(2), Ben, None);

        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.LiftEmbargoAsync(id, person, None));
        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Publishing.EmbargoAsync(id, Sample.Noon.AddMinutes(1), person, None));
        await desk.Publishing.EmbargoAsync(id, Sample.Noon.AddHours(3), person, None);

        Assert.Equal(Sample.Noon.AddHours(3), (await desk.ReadAsync(id)).EmbargoedUntil);
        desk.Clock.Advance(TimeSpan.FromHours(4));
        await desk.Publishing.LiftEmbargoAsync(id, person, None);
        Assert.Null((await desk.ReadAsync(id)).EmbargoedUntil);
    }

    [Fact]
    public async Task One_dispatch_that_fails_does_not_keep_the_next_from_going_out()
    {
        await using var site = await SiteUnderTest.StartWithItsClockAsync();
        var broken = await site.DraftAsync(Sample.Copy("Broken"));
        var sound = await site.DraftAsync(Sample.Copy("Sound"));
        foreach (var (dispatch, minutes) in new[] { (broken, 10), (sound, 11) })
            await site.Desk.ScheduleAsync(dispatch.Id, 1, Sample.Noon.AddMinutes(minutes), "Etc/UTC", SiteUnderTest.By, None);
        await using (var db = site.OpenDb())
        {
            await db.Revisions.Where(r => r.DispatchId == broken.Id).ExecuteDeleteAsync();
        }

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        var found = false;
        for (var i = 0; i < 200 && !found; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
            found = (await site.Newsstand.LatestAsync(1, null, None)).Stories is [{ Headline: "Sound" }];
        }

        Assert.True(found);
        await using var after = site.OpenDb();
        var failed = await after.Dispatches.SingleAsync(d => d.FailedAt != null);
        Assert.Equal((broken.Id, "The program met a fault (InvalidOperationException). Its log says more."), (failed.Id, failed.Failure));
        Assert.Equal([WireKind.Published], await after.WireEntries.Where(e => e.StoryId != null).Select(e => e.Kind).ToListAsync());
    }

    private static async Task<Guid> ApprovedAsync(DeskUnderTest desk)
    {
        var id = await desk.DraftAsync();
        await desk.Editing.ApproveAsync(id, 1, null, Ben, None);
        return id;
    }
}
