using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Examining;

/// <summary>What a new look at a feed changed.</summary>
public sealed record FaultChange(IReadOnlyList<StandingFault> New, IReadOnlyList<StandingFault> Gone)
{
    public static readonly FaultChange None = new([], []);
}

/// <summary>One thing that is wrong, in however many feeds.</summary>
/// <param name="Headline">As the public knows it; null where it is not a story, and for one that is killed.</param>
/// <param name="DispatchId">Null where it is not a story, and where the asker may not see its dispatch.</param>
/// <param name="Feeds">By address, never empty.</param>
public sealed record FaultOnBoard(string? Headline, Guid? DispatchId, string What, DateTimeOffset Since, bool IsOfItem, IReadOnlyList<string> Feeds);

/// <summary>Keeps what is wrong with the feeds, and how far the wire was followed. Safe to run twice, and from two nodes.</summary>
public sealed class FaultBook(IDbContextFactory<NewsDb> contexts)
{
    private const string Tail = "feeds";
    private const int MostOnBoard = 500;

    /// <summary>The last entry whose feeds were examined; null before the first time.</summary>
    public async Task<long?> DoneAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.WireTails.Where(t => t.Name == Tail).Select(t => (long?)t.Sequence).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Every name that has or had a story.</summary>
    public async Task<IReadOnlyList<(NameKind Kind, string Slug)>> EveryNameAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await db.Listings.Select(l => new { l.Kind, l.Slug }).Distinct().ToListAsync(cancel);
        return [.. names.Select(n => (n.Kind, n.Slug))];
    }

    /// <summary>All before and with this entry is done. Never goes back.</summary>
    public async Task AdvanceAsync(long sequence, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.WireTails.Where(t => t.Name == Tail && t.Sequence < sequence).ExecuteUpdateAsync(set => set.SetProperty(t => t.Sequence, sequence), cancel) > 0
            || await db.WireTails.AnyAsync(t => t.Name == Tail, cancel)) return;
        try
        {
            db.WireTails.Add(new WireTail(Tail, sequence));
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (!DatabaseFailure.IsAway(error))
        {
            // Another node was first; it says how far it has come.
        }
    }

    /// <summary>The faults of a feed are these and no others.</summary>
    public async Task<FaultChange> KeepAsync(string feed, IEnumerable<(string? Item, string What)> found, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var held = await db.FeedFaults.Where(f => f.Feed == feed).ToListAsync(cancel);
        var seen = found.Select(f => new StandingFault(feed, f.Item, f.What, now)).DistinctBy(f => f.Id).ToList();
        var change = new FaultChange([.. seen.ExceptBy(held.Select(f => f.Id), f => f.Id)], [.. held.ExceptBy(seen.Select(f => f.Id), f => f.Id)]);
        if (change.New.Count == 0 && change.Gone.Count == 0) return change;
        db.FeedFaults.AddRange(change.New);
        db.FeedFaults.RemoveRange(change.Gone);
        try
        {
            await db.SaveChangesAsync(cancel);
            return change;
        }
        catch (DbUpdateException error) when (!DatabaseFailure.IsAway(error))
        {
            // Another node kept or dropped the same at the same time, and has said so.
            return FaultChange.None;
        }
    }

    /// <summary>What is wrong now, the oldest first.</summary>
    public async Task<IReadOnlyList<FaultOnBoard>> BoardAsync(Sight sight, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var faults = await db.FeedFaults.AsNoTracking().OrderBy(f => f.Since).ThenBy(f => f.Feed).Take(MostOnBoard).ToListAsync(cancel);
        if (faults.Count == 0) return [];
        var stories = faults.Select(f => f.StoryId).OfType<Guid>().Distinct().ToList();
        var headlines = await db.Stories.Where(c => stories.Contains(c.StoryId) && c.State != StoryState.Killed).ToDictionaryAsync(c => c.StoryId, c => c.Headline, cancel);
        var seen = await db.Dispatches.AsNoTracking().SeenBy(sight).Where(d => stories.Contains(d.StoryId)).ToDictionaryAsync(d => d.StoryId, d => d.Id, cancel);
        return [.. faults.GroupBy(f => (f.Item, f.What)).Select(same => same.First().StoryId is { } id
            ? new FaultOnBoard(headlines.GetValueOrDefault(id), seen.TryGetValue(id, out var dispatch) ? dispatch : null, same.Key.What, same.Min(f => f.Since), true, [.. same.Select(f => f.Feed)])
            : new FaultOnBoard(null, null, same.Key.What, same.Min(f => f.Since), same.Key.Item is not null, [.. same.Select(f => f.Feed)]))];
    }

    /// <summary>Those that have a fault now.</summary>
    public async Task<IReadOnlyList<string>> FaultyFeedsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.FeedFaults.Select(f => f.Feed).Distinct().ToListAsync(cancel);
    }
}
