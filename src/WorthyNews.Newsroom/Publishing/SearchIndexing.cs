using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>Keeps the search index in step with the stories: what is live can be found, what is withdrawn cannot.</summary>
public sealed class SearchIndexing(IDbContextFactory<NewsDb> contexts, IStore store)
{
    private const int InOneTransaction = 200;

    /// <summary>Indexes the stories that are older than the index, or were indexed in another way. Goes on where an earlier one was cut off.</summary>
    /// <returns>The stories at which it had to stop, because indexing them changed nothing; empty when none is behind.</returns>
    public async Task<IReadOnlyList<Guid>> CatchUpAsync(CancellationToken cancel)
    {
        while (true)
        {
            var (tried, left) = await CatchUpSomeAsync(cancel);
            // As long as one of them was indexed, the next time others are tried as well.
            if (left.Count == tried) return left;
        }
    }

    /// <summary>In the transaction at hand.</summary>
    internal static async Task FollowAsync(NewsDb db, Story story, StoryCard card, CancellationToken cancel)
    {
        var index = SearchIndex.Of(db.Database);
        var text = await db.SearchTexts.SingleOrDefaultAsync(t => t.StoryId == story.Id, cancel);
        if (card.State != StoryState.Live)
        {
            if (text is null) return;
            await index.RemoveAsync(db.Database, text.Key, cancel);
            db.SearchTexts.Remove(text);
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (text is null)
        {
            await AddAsync(db, story, card, cancel);
            return;
        }

        text.Take(story, card);
        await db.SaveChangesAsync(cancel);
        await index.PutAsync(db.Database, text.Key, SearchFields.Of(story, text), cancel);
    }

    /// <summary>In the transaction at hand, for a story that is live and not in the index. Saves what else was added to the context.</summary>
    internal static async Task AddAsync(NewsDb db, Story story, StoryCard card, CancellationToken cancel)
    {
        var text = SearchText.For(story, card);
        while (await db.SearchTexts.AnyAsync(t => t.Key == text.Key, cancel)) text.StepAside();
        db.SearchTexts.Add(text);
        await db.SaveChangesAsync(cancel);
        await SearchIndex.Of(db.Database).PutAsync(db.Database, text.Key, SearchFields.Of(story, text), cancel);
    }

    /// <returns>How many were behind, of a transaction's share, and those that still are.</returns>
    private async Task<(int Tried, IReadOnlyList<Guid> Left)> CatchUpSomeAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var behind = db.Stories.Where(c => c.State == StoryState.Live
            ? !db.SearchTexts.Any(t => t.StoryId == c.StoryId && t.Format == SearchText.PresentFormat)
            : db.SearchTexts.Any(t => t.StoryId == c.StoryId));
        if (!await behind.AnyAsync(cancel)) return (0, []);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        var ids = await behind.OrderBy(c => c.PublishedAt).Select(c => c.StoryId).Take(InOneTransaction).ToListAsync(cancel);
        var some = await db.Stories.Where(c => ids.Contains(c.StoryId)).OrderBy(c => c.PublishedAt)
            .Join(db.WireEntries, c => c.EntrySequence, e => e.Sequence, (card, entry) => new { card, entry })
            .Where(o => o.entry.StoryId == o.card.StoryId).AsNoTracking().ToListAsync(cancel);
        var mergers = await WireLog.MergersAsync(db, cancel);
        foreach (var one in some) await FollowAsync(db, one.entry.Story().Under(mergers), one.card, cancel);
        var left = await behind.Where(c => ids.Contains(c.StoryId)).Select(c => c.StoryId).ToListAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (ids.Count, left);
    }
}
