using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

public enum ImportOutcome
{
    /// <summary>A new dispatch.</summary>
    Imported,

    /// <summary>A new revision of a dispatch that this file became before.</summary>
    Revised,

    /// <summary>Nothing that was not known.</summary>
    Unchanged,
}

/// <param name="Dispatch">As it stands after the import.</param>
/// <param name="Revision">The revision that the file is.</param>
/// <param name="Published">What the publication did; null when none was asked for or there was nothing to publish.</param>
/// <param name="NotPublished">Why it was not published though that was asked for; empty otherwise.</param>
public sealed record ImportResult(ImportOutcome Outcome, Dispatch Dispatch, int Revision, ReadCopy Read, Verb? Published, IReadOnlyList<string> NotPublished);

/// <param name="Publish">Put it on the wire; a draft otherwise.</param>
/// <param name="At">Past: the first public moment as readers are told it. Future: the minute at which a clock publishes it.</param>
/// <param name="Zone">Of times in a file without an offset, and of <paramref name="At"/> as the person typed it.</param>
/// <param name="Key">What the file is known by when it comes again; its full path when null.</param>
/// <param name="By">Who does it, for the record. An operator: what is published so is approved by that.</param>
public sealed record ImportOptions(Author By, TimeZoneInfo Zone, bool Publish = false, DateTimeOffset? At = null, CopyDefaults? Defaults = null, string? Key = null);

/// <summary>Turns files into dispatches. Each file is its own transaction: what was reported is there, whatever happens to the next.</summary>
public sealed class CopyImport(IDbContextFactory<NewsDb> contexts, IStore store, PublishingDesk publishing, TimeProvider time)
{
    public static readonly IReadOnlyList<string> Endings = [".txt", ".md"];

    /// <exception cref="UnreadableCopyException">The file cannot be read as copy; nothing was kept.</exception>
    /// <exception cref="RevisionConflictException">The dispatch was changed elsewhere since this file became a revision of it; nothing was kept.</exception>
    public async Task<ImportResult> ImportAsync(string path, ImportOptions options, CancellationToken cancel)
    {
        var (file, read) = await ReadFileAsync(path, options, cancel);
        var (outcome, id, revision) = await SaveAsync(options.Key ?? Path.GetFullPath(path), file.Hash, read, options.Defaults?.Bureau, options.By, cancel);
        var (dispatch, verb, reasons) = options.Publish
            ? await PublishAsync(id, revision, options.At ?? read.PublishedAt, options, cancel)
            : (await FindAsync(id, cancel), null, []);
        return new ImportResult(outcome, dispatch, revision, read, verb, reasons);
    }

    /// <summary>What an import would keep; nothing is kept.</summary>
    /// <exception cref="UnreadableCopyException">The file cannot be read as copy.</exception>
    public async Task<ReadCopy> ReadAsync(string path, ImportOptions options, CancellationToken cancel) => (await ReadFileAsync(path, options, cancel)).Read;

    private async Task<(CopyFile File, ReadCopy Read)> ReadFileAsync(string path, ImportOptions options, CancellationToken cancel)
    {
        var file = await CopyFile.ReadAsync(path, cancel);
        return (file, await PairAsync(Read(path, file, options, await NamesAsync(cancel)), cancel));
    }

    private static ReadCopy Read(string path, CopyFile file, ImportOptions options, KnownNames names)
    {
        var defaults = options.Defaults ?? CopyDefaults.None;
        var isMarkdown = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var read = isMarkdown ? MarkdownFile.Read(file.Text, defaults, names, options.Zone) : WireCopyFile.Read(file.Text, defaults, names);
        return file.Doubt is { } doubt ? read with { Doubts = [doubt, .. read.Doubts] } : read;
    }

    /// <summary>Finds the original of a translation. A pair that cannot be made is a doubt and keeps no news back.</summary>
    private async Task<ReadCopy> PairAsync(ReadCopy read, CancellationToken cancel)
    {
        if (read.TranslationOf is not { } named) return read;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.DispatchesNamed(named).AsNoTracking().ToListAsync(cancel);
        var (original, problem) = await Originals.PairAsync(db, named, found, read.Copy, null, cancel);
        return problem is null ? read with { Copy = read.Copy with { TranslationOf = original } } : NoPair(read, problem);
    }

    private static ReadCopy NoPair(ReadCopy read, string why) => read with { Doubts = [.. read.Doubts, $"translation_of: {why}, so the two are not shown as a pair."] };

    private async Task<KnownNames> NamesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new KnownNames(await db.Names.AsNoTracking().ToListAsync(cancel));
    }

    private async Task<Dispatch> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == id, cancel);
    }

    private async Task<(ImportOutcome Outcome, Guid Id, int Revision)> SaveAsync(
        string key, string hash, ReadCopy read, string? bureau, Author by, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);      // two imports of one file at once: the second finds what the first kept
        var now = time.Now();

        var known = await db.ImportedFiles.SingleOrDefaultAsync(f => f.Path == key, cancel)
            ?? await db.ImportedFiles.Where(f => f.Hash == hash).OrderBy(f => f.Path).FirstOrDefaultAsync(cancel);
        if (known is null)
        {
            var dispatch = new Dispatch(read.Copy, by, now);
            if (read.EmbargoedUntil is { } until) dispatch.Embargo(until, by, now);
            db.Dispatches.Add(dispatch);
            db.Audit(dispatch, by);
            db.ImportedFiles.Add(new ImportedFile(key, hash, dispatch.Id, dispatch.NewestRevision, now));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return (ImportOutcome.Imported, dispatch.Id, dispatch.NewestRevision);
        }

        var changed = (await db.ToWorkOnAsync(store, known.DispatchId, d => [d.NewestRevision, known.Revision], cancel))!;
        // The same bytes are the same copy, unless somebody says now that another bureau filed them.
        if (known.Hash == hash && (bureau is null || changed.Revision(known.Revision).Copy.Bureau == bureau))
        {
            if (known.Path != key && !File.Exists(known.Path))
            {
                // It was moved: known by its new path from now on, and by its bytes no longer needed.
                db.ImportedFiles.Add(new ImportedFile(key, hash, known.DispatchId, known.Revision, now));
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
            }

            return (ImportOutcome.Unchanged, known.DispatchId, known.Revision);
        }

        var before = changed.NewestRevision;
        var revision = changed.Save(read.Copy, known.Revision, by, now);
        // A file can hold a dispatch back longer; that it no longer says so lets nothing out.
        if (read.EmbargoedUntil is { } later && changed.Public == PublicState.NotPublic && !(changed.EmbargoedUntil >= later)) changed.Embargo(later, by, now);
        known.Take(hash, revision.Number, now);
        db.Audit(changed, by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (revision.Number == before ? ImportOutcome.Unchanged : ImportOutcome.Revised, changed.Id, revision.Number);
    }

    /// <summary>Asks what the public has, not what this import did: one that was cut off before it published is finished by the next.</summary>
    private async Task<(Dispatch Dispatch, Verb? Verb, IReadOnlyList<string> Reasons)> PublishAsync(
        Guid id, int revision, DateTimeOffset? at, ImportOptions options, CancellationToken cancel)
    {
        var dispatch = await FindAsync(id, cancel);
        try
        {
            switch (dispatch.Public)
            {
                case PublicState.NotPublic when at > time.Now():
                    var scheduled = await publishing.ScheduleAsync(id, revision, at.Value, options.Zone.Id, options.By, cancel);
                    return (scheduled, Verb.Schedule, []);
                case PublicState.NotPublic:
                    var published = await publishing.PublishAsync(id, revision, at, options.By, cancel);
                    return (published.Dispatch, published.Entry is null ? null : Verb.Publish, []);
                case PublicState.Live when revision > dispatch.PublicRevision:
                    var updated = await publishing.UpdateAsync(id, revision, options.By, cancel);
                    return (updated.Dispatch, updated.Entry is null ? null : Verb.Update, []);
                case PublicState.Retracted or PublicState.Killed when revision > dispatch.PublicRevision:
                    return (dispatch, null, dispatch.ReasonsNotToTouch());
                default:
                    return (dispatch, null, []);
            }
        }
        catch (DispatchRefusedException refusal)
        {
            return (await FindAsync(id, cancel), null, refusal.Reasons);
        }
    }
}
