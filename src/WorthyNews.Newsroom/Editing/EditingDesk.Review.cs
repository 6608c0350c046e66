using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Editing;

/// <content>Review, notes and the watch-list. Each returns the dispatch as it stands after it, without its revisions.</content>
public sealed partial class EditingDesk
{
    /// <summary>Gives the newest revision to an editor.</summary>
    /// <param name="note">What the editor should know; null or empty for nothing.</param>
    /// <param name="forWhom">Null for anybody.</param>
    /// <exception cref="DispatchRefusedException">The newsroom says no.</exception>
    public Task<Dispatch> SubmitAsync(Guid dispatchId, int revision, string? note, Author? forWhom, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.Submit, revision, note, author, (dispatch, now) => dispatch.Submit(revision, forWhom, author, now), cancel);

    /// <summary>Asks for more; the note should say what.</summary>
    /// <inheritdoc cref="SubmitAsync"/>
    public Task<Dispatch> SendBackAsync(Guid dispatchId, int revision, string? note, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.SendBack, revision, note, author, (dispatch, now) => dispatch.SendBack(revision, author, now), cancel);

    /// <summary>Lets the revision that was read go out. One's own text another person approves, where there is one: see <see cref="Approvals"/>.</summary>
    /// <inheritdoc cref="SubmitAsync"/>
    public Task<Dispatch> ApproveAsync(Guid dispatchId, int revision, string? note, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.Approve, revision, note, author, (dispatch, now) => dispatch.Approve(KnownOrThrow(dispatch, revision), author, now), cancel, async (db, dispatch) =>
        {
            if (await Approvals.ReasonForAnotherAsync(db, dispatch, revision, author, cancel) is { } reason) throw new DispatchRefusedException(dispatch.Headline, "approve", [reason]);
        });

    /// <summary>Takes it in hand.</summary>
    public Task<Dispatch> TakeAsync(Guid dispatchId, Author author, CancellationToken cancel) => AssignAsync(dispatchId, author, author, cancel);

    /// <summary>Puts it in the hands of one person, or of nobody when null.</summary>
    public Task<Dispatch> AssignAsync(Guid dispatchId, Author? to, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.Assign, null, null, author, (dispatch, now) => dispatch.Assign(to, author, now), cancel);

    /// <summary>Says that what is public needs a correction.</summary>
    /// <param name="note">What is wrong, for colleagues.</param>
    /// <inheritdoc cref="SubmitAsync"/>
    public Task<Dispatch> AskCorrectionAsync(Guid dispatchId, string? note, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.AskCorrection, null, note, author, (dispatch, now) => dispatch.AskCorrection(author, now), cancel);

    /// <summary>Says that no correction is needed after all.</summary>
    public Task<Dispatch> DropCorrectionAsync(Guid dispatchId, string? note, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.DropCorrection, null, note, author, (dispatch, now) => dispatch.DropCorrection(author, now), cancel);

    /// <summary>Puts names on the watch-list: what must not appear in any text of it that the public reads.</summary>
    public Task<Dispatch> WatchAsync(Guid dispatchId, IReadOnlyList<string> names, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.Watch, null, null, author, (dispatch, now) => dispatch.Watch(names, author, now), cancel);

    /// <summary>Takes a name off the watch-list.</summary>
    public Task<Dispatch> UnwatchAsync(Guid dispatchId, Guid watchedId, Author author, CancellationToken cancel) =>
        ActAsync(dispatchId, Verb.Unwatch, null, null, author, (dispatch, now) => dispatch.Unwatch(watchedId, author, now), cancel);

    /// <summary>The watch-list with what was taken off it, in the order in which names were put there.</summary>
    public async Task<IReadOnlyList<WatchedName>> WatchedAsync(Guid dispatchId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.WatchedNames.AsNoTracking().Where(w => w.DispatchId == dispatchId).OrderBy(w => w.AddedAt).ThenBy(w => w.Id).ToListAsync(cancel);
    }

    /// <summary>Leaves a word for the others; nothing when it is empty.</summary>
    public Task NoteAsync(Guid dispatchId, string text, Author author, CancellationToken cancel) => InTransactionAsync(async db =>
    {
        if (string.IsNullOrWhiteSpace(text)) return 0;
        var newest = await db.Dispatches.Where(d => d.Id == dispatchId).Select(d => d.NewestRevision).SingleAsync(cancel);
        var now = time.Now();
        db.DeskNotes.Add(new DeskNote(dispatchId, null, newest, text, author, now));
        db.Audit(dispatchId, "noted", author, now);
        return 1;
    }, cancel);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<DeskNote>> NotesAsync(Guid dispatchId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.DeskNotes.AsNoTracking().Where(n => n.DispatchId == dispatchId).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(cancel);
    }

    private static int KnownOrThrow(Dispatch dispatch, int revision) =>
        revision >= 1 && revision <= dispatch.NewestRevision ? revision : throw new InvalidOperationException("There is no such revision.");

    /// <param name="ask">What is asked of the database before it is done.</param>
    private Task<Dispatch> ActAsync(
        Guid id, Verb verb, int? revision, string? note, Author author, Action<Dispatch, DateTimeOffset> act, CancellationToken cancel, Func<NewsDb, Dispatch, Task>? ask = null) => InTransactionAsync(async db =>
    {
        var dispatch = await FindAsync(db, id, _ => [], cancel);
        if (ask is not null) await ask(db, dispatch);
        var now = time.Now();
        act(dispatch, now);
        db.Audit(dispatch, author);
        if (!string.IsNullOrWhiteSpace(note)) db.DeskNotes.Add(new DeskNote(id, verb, revision ?? dispatch.NewestRevision, note, author, now));
        return dispatch;
    }, cancel);
}
