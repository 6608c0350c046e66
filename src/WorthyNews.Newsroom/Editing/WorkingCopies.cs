using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Editing;

/// <summary>What came of an autosave.</summary>
public abstract record AutosaveResult
{
    private AutosaveResult()
    {
    }

    /// <param name="WorkingCopy">Where it is kept: send it with the next one.</param>
    /// <param name="NewestRevision">Null for a dispatch that was never saved. Larger than the base: somebody saved meanwhile.</param>
    /// <param name="Others">Who else has it open.</param>
    public sealed record Kept(Guid WorkingCopy, DateTimeOffset At, int? NewestRevision, IReadOnlyList<Presence> Others) : AutosaveResult;

    /// <summary>As for <see cref="SaveResult.Busy"/>.</summary>
    public sealed record Busy : AutosaveResult;
}

/// <summary>Keeps what people type before they save it, and tells them of each other.</summary>
public sealed class WorkingCopies(IDbContextFactory<NewsDb> contexts, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Keeps the text of a window in the place of what it held before, and tells that its author is here.</summary>
    /// <param name="workingCopy">Given by the page, one for each time it is opened; null makes one.</param>
    /// <param name="baseRevision">Null for a dispatch that is yet to be saved.</param>
    /// <exception cref="ArgumentException">The author has no account.</exception>
    public async Task<AutosaveResult> AutosaveAsync(Guid? workingCopy, Guid dispatchId, Copy copy, int? baseRevision, Author author, CancellationToken cancel)
    {
        var person = author.PersonId ?? throw new ArgumentException("An operator has no working copy.", nameof(author));
        try
        {
            return await WriteAsync(async db =>
            {
                var now = time.Now();
                var id = await KeepAsync(db, workingCopy ?? Guid.CreateVersion7(now), dispatchId, person, copy, baseRevision, isInConflict: false, now, cancel);
                await TouchAsync(db, dispatchId, author, now, cancel);
                var newest = await db.Dispatches.Where(d => d.Id == dispatchId).Select(d => (int?)d.NewestRevision).SingleOrDefaultAsync(cancel);
                return new AutosaveResult.Kept(id, now, newest, await OthersAsync(db, dispatchId, person, now, cancel));
            }, cancel);
        }
        catch (Exception error) when (DatabaseFailure.IsBusy(error))
        {
            return new AutosaveResult.Busy();
        }
    }

    /// <summary>What a person typed in a dispatch and never saved, newest first.</summary>
    public Task<IReadOnlyList<WorkingCopy>> RestoreAsync(Guid dispatchId, Author author, CancellationToken cancel) =>
        ReadAsync(db => db.WorkingCopies.Where(w => w.PersonId == author.PersonId && w.DispatchId == dispatchId), cancel);

    /// <summary>What a person typed for dispatches that were never saved at all, newest first.</summary>
    public Task<IReadOnlyList<WorkingCopy>> RestoreNewAsync(Author author, CancellationToken cancel) =>
        ReadAsync(db => db.WorkingCopies.Where(w => w.PersonId == author.PersonId && !db.Dispatches.Any(d => d.Id == w.DispatchId)), cancel);

    /// <summary>One of them; null when it is somebody else's, or was saved or thrown away.</summary>
    public async Task<WorkingCopy?> FindAsync(Guid workingCopy, Author author, CancellationToken cancel) =>
        (await ReadAsync(db => db.WorkingCopies.Where(w => w.Id == workingCopy && w.PersonId == author.PersonId), cancel)).SingleOrDefault();

    /// <summary>Throws a working copy away, because its author says so.</summary>
    public async Task DropAsync(Guid workingCopy, Author author, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.WorkingCopies.Where(w => w.Id == workingCopy && w.PersonId == author.PersonId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Tells that a person has a dispatch open, and who else does.</summary>
    public Task<IReadOnlyList<Presence>> TouchAsync(Guid dispatchId, Author author, CancellationToken cancel) => WriteAsync(async db =>
    {
        var now = time.Now();
        await TouchAsync(db, dispatchId, author, now, cancel);
        return await OthersAsync(db, dispatchId, author.PersonId!.Value, now, cancel);
    }, cancel);

    /// <summary>Tells that a person has closed it.</summary>
    public async Task LeaveAsync(Guid dispatchId, Author author, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Presences.Where(p => p.DispatchId == dispatchId && p.PersonId == author.PersonId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Who else was seen in it in the last minute, by name.</summary>
    public async Task<IReadOnlyList<Presence>> OthersAsync(Guid dispatchId, Author author, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await OthersAsync(db, dispatchId, author.PersonId ?? Guid.Empty, time.Now(), cancel);
    }

    /// <summary>Writes into a working copy, in the transaction at hand.</summary>
    /// <returns>The id it has: another one when the given id is of another person or another dispatch.</returns>
    internal static async Task<Guid> KeepAsync(NewsDb db, Guid id, Guid dispatchId, Guid personId, Copy copy, int? baseRevision, bool isInConflict, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = await db.WorkingCopies.SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (kept is not null && (kept.PersonId != personId || kept.DispatchId != dispatchId))
        {
            kept = null;
            id = Guid.CreateVersion7(now);
        }

        if (kept is null) db.WorkingCopies.Add(kept = new WorkingCopy(id, dispatchId, personId));
        kept.Take(copy, baseRevision, isInConflict, now);
        return id;
    }

    private static async Task TouchAsync(NewsDb db, Guid dispatchId, Author author, DateTimeOffset now, CancellationToken cancel)
    {
        var here = await db.Presences.SingleOrDefaultAsync(p => p.DispatchId == dispatchId && p.PersonId == author.PersonId, cancel);
        if (here is null) db.Presences.Add(new Presence(dispatchId, author, now));
        else here.Touch(author, now);
        var gone = now - Presence.Lasts;
        await db.Presences.Where(p => p.At < gone && !(p.DispatchId == dispatchId && p.PersonId == author.PersonId)).ExecuteDeleteAsync(cancel);
    }

    private static async Task<IReadOnlyList<Presence>> OthersAsync(NewsDb db, Guid dispatchId, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Presence.Lasts;
        return await db.Presences.AsNoTracking().Where(p => p.DispatchId == dispatchId && p.PersonId != personId && p.At >= since).OrderBy(p => p.Name).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<WorkingCopy>> ReadAsync(Func<NewsDb, IQueryable<WorkingCopy>> which, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await which(db).AsNoTracking().OrderByDescending(w => w.At).ToListAsync(cancel);
    }

    private async Task<T> WriteAsync<T>(Func<NewsDb, Task<T>> work, CancellationToken cancel)
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
                // Two windows wrote the same row first; the second finds it now.
            }
        }
    }
}
