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
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        while (await CatchUpSomeAsync(cancel))
        {
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
            text = SearchText.For(story, card);
            while (await db.SearchTexts.AnyAsync(t => t.Key == text.Key, cancel)) text.StepAside();
            db.SearchTexts.Add(text);
        }
        else
        {
            text.Take(story, card);
        }

        await db.SaveChangesAsync(cancel);
        await index.PutAsync(db.Database, text.Key, SearchFields.Of(story, text), cancel);
    }

    /// <returns>False when nothing was behind.</returns>
    private async Task<bool> CatchUpSomeAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var behind = db.Stories.Where(c => c.State == StoryState.Live
            ? !db.SearchTexts.Any(t => t.StoryId == c.StoryId && t.Format == SearchText.PresentFormat)
            : db.SearchTexts.Any(t => t.StoryId == c.StoryId));
        if (!await behind.AnyAsync(cancel)) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        var some = await behind.OrderBy(c => c.PublishedAt).Take(InOneTransaction)
            .Join(db.WireEntries, c => c.EntrySequence, e => e.Sequence, (card, entry) => new { card, entry }).AsNoTracking().ToListAsync(cancel);
        foreach (var one in some) await FollowAsync(db, one.entry.Story(), one.card, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
