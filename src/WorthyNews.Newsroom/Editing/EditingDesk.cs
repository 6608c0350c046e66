using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Editing;

/// <summary>Carries out what is done to a dispatch before readers notice: saving here, review in <c>EditingDesk.Review.cs</c>.</summary>
/// <remarks>Who may do what is asked before, by whoever calls. A dispatch that is not there is an <see cref="InvalidOperationException"/>.</remarks>
public sealed partial class EditingDesk(IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>The id that a new dispatch will have. The page that asks for the text holds it, so that sending the form twice makes one dispatch.</summary>
    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Saves a first text. Sent again by the same person it is nothing new; with another text it is a save that started from revision 1.</summary>
    /// <param name="id">From <see cref="NewId"/>.</param>
    /// <param name="workingCopy">The working copy that this text contains, which is dropped; null for none.</param>
    /// <exception cref="InvalidOperationException">Somebody else has a dispatch of this id.</exception>
    public Task<SaveResult> CreateAsync(Guid id, Copy copy, Guid? workingCopy, Author author, CancellationToken cancel) => SafelyAsync(async db =>
    {
        if (await db.ToWorkOnAsync(store, id, d => [d.NewestRevision, 1], cancel) is { } held)
        {
            if (held.CreatedById != author.PersonId || held.CreatedBy != author.Name) throw new InvalidOperationException("Another person has a dispatch of this id.");
            return await SaveAsync(db, held, copy, 1, workingCopy, author, cancel);
        }

        copy = await OfTodayAsync(db, copy, cancel);
        var dispatch = new Dispatch(copy, author, time.Now(), id);
        db.Dispatches.Add(dispatch);
        db.Audit(dispatch, author);
        await DropAsync(db, id, copy, workingCopy, author, cancel);
        return new SaveResult.Saved(id, dispatch.NewestRevision);
    }, cancel);

    /// <inheritdoc cref="CreateAsync(Guid, Copy, Guid?, Author, CancellationToken)"/>
    public Task<SaveResult> CreateAsync(Copy copy, Author author, CancellationToken cancel) => CreateAsync(NewId(), copy, null, author, cancel);

    /// <summary>Makes a text the newest revision, if it started from the one that is.</summary>
    /// <param name="baseRevision">The revision its author began with.</param>
    /// <param name="workingCopy">The working copy that this text contains, which is dropped; one that is kept in a conflict takes its place. Null for none.</param>
    public Task<SaveResult> SaveAsync(Guid dispatchId, Copy copy, int baseRevision, Guid? workingCopy, Author author, CancellationToken cancel) => SafelyAsync(async db =>
    {
        var dispatch = await FindAsync(db, dispatchId, d => [d.NewestRevision, baseRevision], cancel);
        return await SaveAsync(db, dispatch, copy, baseRevision, workingCopy, author, cancel);
    }, cancel);

    /// <inheritdoc cref="SaveAsync(Guid, Copy, int, Guid?, Author, CancellationToken)"/>
    public Task<SaveResult> SaveAsync(Guid dispatchId, Copy copy, int baseRevision, Author author, CancellationToken cancel) =>
        SaveAsync(dispatchId, copy, baseRevision, null, author, cancel);

    /// <summary>Makes the text of an older revision the newest, as a save of that text would.</summary>
    /// <param name="revision">The one that comes back.</param>
    /// <param name="baseRevision">The newest that the person saw.</param>
    public Task<SaveResult> RestoreAsync(Guid dispatchId, int revision, int baseRevision, Author author, CancellationToken cancel) => SafelyAsync(async db =>
    {
        var dispatch = await FindAsync(db, dispatchId, d => [d.NewestRevision, baseRevision, revision], cancel);
        var old = await OfTodayAsync(db, dispatch.Revision(revision).Copy, cancel);
        if (dispatch.Newest.Copy == old) return new SaveResult.Unchanged(dispatchId, dispatch.NewestRevision);
        if (baseRevision != dispatch.NewestRevision) return new SaveResult.Conflict(dispatchId, dispatch.Revision(baseRevision), dispatch.Newest, old, null);
        var restored = dispatch.Restore(old, baseRevision, author, time.Now());
        db.Audit(dispatch, author);
        return new SaveResult.Saved(dispatchId, restored.Number);
    }, cancel);

    private async Task<SaveResult> SaveAsync(NewsDb db, Dispatch dispatch, Copy copy, int baseRevision, Guid? workingCopy, Author author, CancellationToken cancel)
    {
        copy = await OfTodayAsync(db, copy, cancel);
        if (dispatch.Newest.Copy == copy)
        {
            await DropAsync(db, dispatch.Id, copy, workingCopy, author, cancel);
            return new SaveResult.Unchanged(dispatch.Id, dispatch.NewestRevision);
        }

        if (baseRevision != dispatch.NewestRevision)
        {
            var kept = author.PersonId is { } person ? await WorkingCopies.KeepAsync(db, workingCopy ?? NewId(), dispatch.Id, person, copy, baseRevision, isInConflict: true, time.Now(), cancel) : (Guid?)null;
            return new SaveResult.Conflict(dispatch.Id, dispatch.Revision(baseRevision), dispatch.Newest, copy, kept);
        }

        var revision = dispatch.Save(copy, baseRevision, author, time.Now());
        db.Audit(dispatch, author);
        await DropAsync(db, dispatch.Id, copy, workingCopy, author, cancel);
        return new SaveResult.Saved(dispatch.Id, revision.Number);
    }

    /// <summary>An old revision, and a page that was opened before a merger, name a bureau that is part of another by now: who may see and do what is asked by that one.</summary>
    private static async Task<Copy> OfTodayAsync(NewsDb db, Copy copy, CancellationToken cancel)
    {
        if (copy.Bureau is not { } bureau) return copy;
        var into = await db.Names.Where(n => n.Kind == NameKind.Bureau && n.Slug == bureau).Select(n => n.MergedInto).SingleOrDefaultAsync(cancel);
        return into is null ? copy : copy with { Bureau = into };
    }

    /// <summary>What is saved need not be kept for its author: the window it was typed in, and any other that holds the same text.</summary>
    private static async Task DropAsync(NewsDb db, Guid dispatchId, Copy copy, Guid? workingCopy, Author author, CancellationToken cancel)
    {
        if (author.PersonId is not { } person) return;
        var mine = await db.WorkingCopies.Where(w => w.DispatchId == dispatchId && w.PersonId == person).ToListAsync(cancel);
        db.WorkingCopies.RemoveRange(mine.Where(w => w.Id == workingCopy || w.Copy == copy));
    }

    private async Task<Dispatch> FindAsync(NewsDb db, Guid id, Func<Dispatch, IEnumerable<int?>> revisions, CancellationToken cancel) =>
        await db.ToWorkOnAsync(store, id, revisions, cancel) ?? throw new InvalidOperationException("There is no such dispatch.");

    private async Task<SaveResult> SafelyAsync(Func<NewsDb, Task<SaveResult>> save, CancellationToken cancel)
    {
        try
        {
            return await InTransactionAsync(save, cancel);
        }
        catch (Exception error) when (DatabaseFailure.IsBusy(error))
        {
            return new SaveResult.Busy();
        }
    }

    /// <summary>Somebody may write between our reading and our writing: asked again, the work meets what they wrote.</summary>
    private async Task<T> InTransactionAsync<T>(Func<NewsDb, Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancel);
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var result = await work(db);
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return result;
            }
            catch (DbUpdateException error) when (attempt < Attempts && !DatabaseFailure.IsBusy(error))
            {
                // Once more, from what is there now.
            }
        }
    }
}
