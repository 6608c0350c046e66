using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <content>What goes out by itself: set, taken back, held back, found due, and what kept it.</content>
public sealed partial class PublishingDesk
{
    private const int InOneLook = 100;

    private static readonly Author TheClock = Author.Operator("the clock");

    /// <summary>Sets the minute at which a clock will publish a revision.</summary>
    /// <param name="zone">The IANA zone in which the editor chose it; see <see cref="LocalTimes"/>.</param>
    /// <exception cref="DispatchRefusedException">The newsroom says no.</exception>
    public Task<Dispatch> ScheduleAsync(Guid id, int revision, DateTimeOffset publishAt, string zone, Author by, CancellationToken cancel) =>
        SetAsync(id, by, _ => [revision], (dispatch, now) => dispatch.Schedule(dispatch.Revision(revision), publishAt.Kept(), zone, by, now), cancel);

    /// <summary>Takes it off the schedule, or undoes that it was sent.</summary>
    /// <exception cref="DispatchRefusedException">It went out before.</exception>
    public Task<Dispatch> UnscheduleAsync(Guid id, Author by, CancellationToken cancel) => SetAsync(id, by, _ => [], (dispatch, now) => dispatch.Unschedule(by, now), cancel);

    /// <summary>Holds it back from everybody until then. An earlier minute in the place of a later one lifts an embargo, and is asked for as that.</summary>
    /// <exception cref="DispatchRefusedException">The newsroom says no, or this person may not.</exception>
    public Task<Dispatch> EmbargoAsync(Guid id, DateTimeOffset until, Author by, CancellationToken cancel) => HoldAsync(id, by, async (db, dispatch, now) =>
    {
        if (until < dispatch.EmbargoedUntil) await MayLiftOrThrowAsync(db, dispatch, by, now, cancel);
        dispatch.Embargo(until.Kept(), by, now);
    }, cancel);

    /// <summary>Holds it back no longer.</summary>
    /// <exception cref="DispatchRefusedException">This person may not.</exception>
    public Task<Dispatch> LiftEmbargoAsync(Guid id, Author by, CancellationToken cancel) => HoldAsync(id, by, async (db, dispatch, now) =>
    {
        await MayLiftOrThrowAsync(db, dispatch, by, now, cancel);
        dispatch.LiftEmbargo(by, now);
    }, cancel);

    private async Task<Dispatch> HoldAsync(Guid id, Author by, Func<NewsDb, Dispatch, DateTimeOffset, Task> set, CancellationToken cancel)
    {
        var outcome = await ActAsync(id, by, _ => [], async (db, dispatch, now) =>
        {
            await set(db, dispatch, now);
            return null;
        }, cancel);
        return outcome.Dispatch;
    }

    /// <summary>An embargo is a promise to others: who may break it is asked here too, of the grants as they stand now, whichever page or program calls.</summary>
    private static async Task MayLiftOrThrowAsync(NewsDb db, Dispatch dispatch, Author by, DateTimeOffset now, CancellationToken cancel)
    {
        if (by.IsOperator || !(dispatch.EmbargoedUntil > now)) return;
        var person = await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == by.PersonId && p.IsActive, cancel);
        if (person?.Granted.May(DeskVerb.LiftEmbargo, dispatch.Bureau) != true) throw new DispatchRefusedException(dispatch.Headline, "lift the embargo of", ["Only a chief of its bureau lifts or shortens an embargo."]);
    }

    /// <summary>Publishes a revision now, or, where its bureau can undo that, when it no longer can: then there is no entry yet, and <see cref="Dispatch.PublishAt"/> says when.</summary>
    /// <exception cref="DispatchRefusedException">The newsroom says no.</exception>
    public Task<Outcome> SendAsync(Guid id, int revision, Author by, CancellationToken cancel) => ActAsync(id, by, _ => [revision], async (db, dispatch, now) =>
    {
        var text = dispatch.Revision(revision);
        var undo = text.Copy.Bureau is { } bureau ? await db.DeskSettings.Where(s => s.Bureau == bureau).Select(s => s.UndoMinutes).SingleOrDefaultAsync(cancel) : 0;
        if (undo == 0 || dispatch.Public == PublicState.Live) return await PublishAsync(db, dispatch, revision, null, by, now, cancel);
        dispatch.Send(text, time.Now().AddMinutes(undo), by, now);
        return null;
    }, cancel);

    /// <summary>Sets for how many minutes, 0 to 10, a bureau can undo a publication.</summary>
    public Task LetUndoAsync(string bureau, int minutes, CancellationToken cancel) => SetDeskAsync(bureau, settings => settings.LetUndo(minutes), cancel);

    /// <summary>Sets whether a second person approves what one of a bureau wrote alone: always, never, or (null) where there is one.</summary>
    public Task AskForSecondAsync(string bureau, bool? always, CancellationToken cancel) => SetDeskAsync(bureau, settings => settings.AskForSecond(always), cancel);

    private async Task SetDeskAsync(string bureau, Action<DeskSettings> set, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);      // two who set it first at once
        var settings = await db.DeskSettings.SingleOrDefaultAsync(s => s.Bureau == bureau, cancel);
        if (settings is null) db.DeskSettings.Add(settings = new DeskSettings(bureau));
        set(settings);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Publishes what a clock finds due. Nothing happens when another node was first, or somebody took it back.</summary>
    /// <exception cref="DispatchRefusedException">The newsroom says no: see <see cref="FailAsync"/>.</exception>
    public async Task<Outcome> PublishDueAsync(Guid id, CancellationToken cancel)
    {
        // Nodes look at the same list: who comes second need not make the others wait to see that it is done.
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var seen = await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == id, cancel);
            if (!seen.IsDueAt(time.Now())) return new Outcome(seen, null);
        }

        return await ActAsync(id, TheClock, d => [d.ScheduledRevision], async (db, dispatch, now) =>
        {
            // Asked of the clock: the wire's own time may be ahead of it, and nothing goes out early.
            if (dispatch.ScheduledRevision is not { } revision || !dispatch.IsDueAt(time.Now())) return null;
            return await PublishAsync(db, dispatch, revision, null, TheClock, now, cancel);
        }, cancel);
    }

    /// <summary>Ids of what is due, in the order of their times; at most 100, so ask again.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Dispatches.DueAt(time.Now()).Select(d => d.Id).Take(InOneLook).ToListAsync(cancel);
    }

    /// <summary>Draws the maps of what goes out within a minute, which takes longer than all the rest: at a full hour many wait for one lock.</summary>
    public async Task DrawAheadAsync(CancellationToken cancel)
    {
        var now = time.Now();
        var soon = now.AddMinutes(1);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var datelines = await db.Dispatches.Where(d => d.PublishAt > now && d.PublishAt <= soon).OrderBy(d => d.PublishAt)
            .Join(db.Revisions, d => new { d.Id, Number = d.ScheduledRevision }, r => new { Id = r.DispatchId, Number = (int?)r.Number }, (_, r) => r.Copy.Dateline)
            .Take(InOneLook).ToListAsync(cancel);
        foreach (var dateline in datelines)
        {
            cancel.ThrowIfCancellationRequested();
            DatelineMap.Of(dateline);
        }
    }

    /// <summary>Keeps for the editors why a dispatch did not go out, and when that is tried again; nothing when it went out meanwhile.</summary>
    public Task<Dispatch> FailAsync(Guid id, Exception error, CancellationToken cancel) => SetAsync(id, TheClock, _ => [], (dispatch, _) =>
    {
        var now = time.Now();
        if (!dispatch.IsDueAt(now)) return;
        // What the newsroom refuses, it refuses until a person does something.
        if (error is DispatchRefusedException refusal) dispatch.Fail(string.Join(' ', refusal.Reasons), mayPass: false, now);
        else if (DatabaseFailure.IsBusy(error)) dispatch.Fail("The database was busy.", mayPass: true, now);
        else if (DatabaseFailure.Is(error)) dispatch.Fail("The database did not take it. The log of the program says why.", mayPass: true, now);
        else dispatch.Fail($"The program met a fault ({error.GetType().Name}). Its log says more.", mayPass: true, now);
    }, cancel);

    private async Task<Dispatch> SetAsync(Guid id, Author by, Func<Dispatch, IEnumerable<int?>> revisions, Action<Dispatch, DateTimeOffset> set, CancellationToken cancel)
    {
        var outcome = await ActAsync(id, by, revisions, (_, dispatch, now) =>
        {
            set(dispatch, now);
            return Task.FromResult<WireEntry?>(null);
        }, cancel);
        return outcome.Dispatch;
    }
}
