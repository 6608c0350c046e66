using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>What came of a verb.</summary>
/// <param name="Dispatch">As it stands now.</param>
/// <param name="Entry">What was appended to the wire; null when there was nothing to do.</param>
public sealed record Outcome(Dispatch Dispatch, WireEntry? Entry);

/// <summary>Carries out the verbs that readers notice: check, append, project, in one transaction.</summary>
public sealed partial class PublishingDesk(IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time)
{
    private const int Attempts = 5;

    /// <param name="publishedAt">The first public moment as readers are told it; now when null or later than now.</param>
    /// <exception cref="DispatchRefusedException">The newsroom says no.</exception>
    public Task<Outcome> PublishAsync(Guid id, int revision, DateTimeOffset? publishedAt, Author by, CancellationToken cancel) =>
        ActAsync(id, by, _ => [revision], (db, dispatch, now) => PublishAsync(db, dispatch, revision, publishedAt, by, now, cancel), cancel);

    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> UpdateAsync(Guid id, int revision, Author by, CancellationToken cancel) => ActAsync(id, by, _ => [revision], async (db, dispatch, now) =>
    {
        var text = dispatch.Revision(revision);
        var entry = dispatch.Update(text, await AddressAsync(db, dispatch, text, cancel), by, now);
        return entry is null ? null : await PrintAsync(db, dispatch, text, entry, now, cancel);
    }, cancel);

    /// <summary>Puts right a slip of the pen: see <see cref="Dispatch.Mend"/>.</summary>
    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> MendAsync(Guid id, int revision, Author by, CancellationToken cancel) => ActAsync(id, by, d => [revision, d.PublicRevision], async (db, dispatch, now) =>
    {
        var text = dispatch.Revision(revision);
        var entry = dispatch.Mend(text, await AddressAsync(db, dispatch, text, cancel), by, now);
        return entry is null ? null : await PrintAsync(db, dispatch, text, entry, now, cancel);
    }, cancel);

    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> CorrectAsync(Guid id, int revision, string notice, Author by, CancellationToken cancel) => ActAsync(id, by, _ => [revision], async (db, dispatch, now) =>
    {
        var text = dispatch.Revision(revision);
        var entry = dispatch.Correct(text, await AddressAsync(db, dispatch, text, cancel), notice, by, now);
        return entry is null ? null : await PrintAsync(db, dispatch, text, entry, now, cancel);
    }, cancel);

    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> RetractAsync(Guid id, string notice, Author by, CancellationToken cancel) =>
        ActAsync(id, by, d => [d.PublicRevision], (_, dispatch, now) => Task.FromResult(dispatch.Retract(notice, by, now)), cancel);

    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> KillAsync(Guid id, string notice, string reason, Author by, CancellationToken cancel) =>
        ActAsync(id, by, d => [d.PublicRevision], (_, dispatch, now) => Task.FromResult(dispatch.Kill(notice, reason, by, now)), cancel);

    /// <inheritdoc cref="PublishAsync(Guid, int, DateTimeOffset?, string, CancellationToken)"/>
    public Task<Outcome> ReinstateAsync(Guid id, string notice, Author by, CancellationToken cancel) =>
        ActAsync(id, by, d => [d.PublicRevision], (_, dispatch, now) => Task.FromResult(dispatch.Reinstate(notice, by, now)), cancel);

    /// <summary>Says names in public, in the place of what was said of them before; the same words again are nothing new.</summary>
    public async Task NameAsync(IEnumerable<DirectoryName> names, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        var now = await WireLog.NowAsync(db, time, cancel);
        foreach (var name in names) await WireLog.NameAsync(db, name, now, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Somebody may save a draft between our reading and our writing. A kill does not lose to that: verbs are idempotent and simply asked again.</summary>
    private async Task<Outcome> ActAsync(Guid id, Author by, Func<Dispatch, IEnumerable<int?>> revisions, Func<NewsDb, Dispatch, DateTimeOffset, Task<WireEntry?>> verb, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ActOnceAsync(id, by, revisions, verb, cancel);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Once more, from what is there now.
            }
        }
    }

    private async Task<Outcome> ActOnceAsync(Guid id, Author by, Func<Dispatch, IEnumerable<int?>> revisions, Func<NewsDb, Dispatch, DateTimeOffset, Task<WireEntry?>> verb, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);

        var dispatch = await db.ToWorkOnAsync(store, id, revisions, cancel) ?? throw new InvalidOperationException("There is no such dispatch.");
        var entry = await verb(db, dispatch, await WireLog.NowAsync(db, time, cancel));
        db.Audit(dispatch, by);
        if (entry is not null) await WireLog.AppendAsync(db, entry, cancel);
        else await db.SaveChangesAsync(cancel);

        await transaction.CommitAsync(cancel);
        return new Outcome(dispatch, entry);
    }

    private static async Task<WireEntry?> PublishAsync(NewsDb db, Dispatch dispatch, int revision, DateTimeOffset? at, Author by, DateTimeOffset now, CancellationToken cancel)
    {
        var text = dispatch.Revision(revision);
        var publishedAt = at is { } earlier && earlier < now ? earlier.Kept() : now;
        var address = await WireLog.FreeAddressAsync(db, dispatch.StoryId, publishedAt, text.Copy.AddressSlug.Value, cancel);
        var entry = dispatch.Publish(text, address, publishedAt, by, now);
        return entry is null ? null : await PrintAsync(db, dispatch, text, entry, now, cancel);
    }

    /// <summary>Where the story stands after this revision: an address changes only when the desk gives another slug on purpose.</summary>
    private static async Task<string> AddressAsync(NewsDb db, Dispatch dispatch, Revision text, CancellationToken cancel) =>
        text.Copy.Slug is null || dispatch.PublishedAt is not { } day
            ? dispatch.Address ?? ""
            : await WireLog.FreeAddressAsync(db, dispatch.StoryId, day, text.Copy.AddressSlug.Value, cancel);

    /// <summary>Before a text is public, so are the names it is listed under.</summary>
    private static async Task<WireEntry> PrintAsync(NewsDb db, Dispatch dispatch, Revision text, WireEntry entry, DateTimeOffset now, CancellationToken cancel)
    {
        var mergers = await WireLog.MergersAsync(db, cancel);
        var names = NamesIn(text.Copy)
            .Select(n => n with { Slug = mergers.SurvivorOf(n.Kind, n.Slug), Bureau = mergers.SurvivorOrNull(NameKind.Bureau, n.Bureau) })
            .DistinctBy(n => (n.Kind, n.Slug)).ToList();
        var slugs = names.Select(n => n.Slug).ToList();
        var known = await db.Names.AsNoTracking().Where(n => slugs.Contains(n.Slug)).ToListAsync(cancel);
        foreach (var name in names)
        {
            var held = known.Find(n => n.Kind == name.Kind && n.Slug == name.Slug);
            // Only what was cleared with the samples comes back by itself; what the desk hid stays hidden.
            var wanted = held is not { IsSample: true } ? held ?? name : held with { IsHidden = false, IsSample = text.Copy.Sample };
            if (held == wanted) continue;
            await WireLog.NameAsync(db, wanted, now, cancel);
        }

        return entry;
    }

    private static IEnumerable<DirectoryName> NamesIn(Copy copy)
    {
        DirectoryName Named(NameKind kind, string slug, string? name = null) => new()
        {
            Kind = kind,
            Slug = slug,
            Name = name ?? WrittenFor(kind, slug) ?? DirectoryName.NameFromSlug(slug),
            IsSample = copy.Sample && kind == NameKind.Contributor,
            Order = DirectoryName.LastOrder,
        };

        string? WrittenFor(NameKind kind, string slug) => copy.WrittenNames.FirstOrDefault(w => w.Kind == kind && w.Slug == slug)?.Name;

        if (copy.Bureau is { } bureau) yield return Named(NameKind.Bureau, bureau);
        if (copy.Section is { } section) yield return Named(NameKind.Section, section);
        foreach (var topic in copy.Topics) yield return Named(NameKind.Topic, topic);
        foreach (var place in copy.Dateline.Places)
            yield return Named(NameKind.Place, place.Slug, WrittenFor(NameKind.Place, place.Slug) ?? place.Name) with { Country = place.BelievedCountry };
        foreach (var byline in copy.Bylines.Select(b => b.Printed).Where(b => b.Contributor is not null))
            yield return Named(NameKind.Contributor, byline.Contributor!, byline.Name) with { Role = byline.Role, Bureau = copy.Bureau };
    }
}
