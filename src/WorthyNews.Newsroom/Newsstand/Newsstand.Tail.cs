using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>Which feeds may say something else after some entries of the wire.</summary>
/// <param name="IsEverything">A name changed, which any feed may say, or there was too much to look at one by one.</param>
/// <param name="IsCorrections">Something was put right, which the ledger tells.</param>
/// <param name="Lists">The lists that the stories of those entries stand or stood in, under every slug that means them; never <see cref="FeedSource.All"/>. None where there was too much.</param>
/// <param name="IsAll">Whether any story is among them.</param>
public sealed record TouchedFeeds(bool IsEverything, bool IsAll, bool IsCorrections, IReadOnlySet<FeedSource> Lists);

/// <content>What follows the wire.</content>
public sealed partial class Newsstand
{
    /// <summary>More entries than these are not looked at one by one.</summary>
    private const int MostTouching = 5_000;

    /// <summary>Whether a story was retracted or killed after an entry.</summary>
    public async Task<bool> WithdrewAfterAsync(long sequence, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.WireEntries.AnyAsync(e => e.Kind == WireKind.Killed && e.Sequence > sequence, cancel)
            || await db.WireEntries.AnyAsync(e => e.Kind == WireKind.Retracted && e.Sequence > sequence, cancel);
    }

    /// <param name="through">The newest entry that counts.</param>
    public async Task<TouchedFeeds> TouchedAsync(long after, long through, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var entries = await db.WireEntries.Where(e => e.Sequence > after && e.Sequence <= through).OrderBy(e => e.Sequence)
            .Select(e => new { e.Kind, e.StoryId }).Take(MostTouching + 1).ToListAsync(cancel);
        if (entries.Count > MostTouching) return new TouchedFeeds(true, true, true, new HashSet<FeedSource>());

        var stories = entries.Where(e => e.StoryId is not null).Select(e => e.StoryId!.Value).Distinct().ToList();
        var lists = await db.Listings.Where(l => stories.Contains(l.StoryId)).Select(l => new { l.Kind, l.Slug })
            .Union(db.FormerListings.Where(l => stories.Contains(l.StoryId)).Select(l => new { l.Kind, l.Slug })).ToListAsync(cancel);
        var mergers = await MergersAsync(db, cancel);
        return new TouchedFeeds(
            entries.Any(e => e.Kind == WireKind.DirectoryChanged),
            stories.Count > 0,
            entries.Any(e => e.Kind is WireKind.Corrected or WireKind.Retracted or WireKind.Killed or WireKind.Reinstated),
            lists.SelectMany(l => mergers.SlugsOf(l.Kind, l.Slug).Select(slug => new FeedSource(l.Kind, slug))).ToHashSet());
    }
}
