using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Imaging;

/// <summary>Draws the card of each story that was published or changed. Safe to run twice, and from two nodes.</summary>
/// <param name="siteName">As it stands on the card.</param>
public sealed class CardPictures(IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time, string siteName)
{
    /// <summary>Links to older stories are rarely shared; an archive that is imported costs no drawing. They have the card of the house.</summary>
    public static readonly TimeSpan Youth = TimeSpan.FromDays(30);

    /// <summary>How many are found at a time.</summary>
    private const int AtATime = 50;

    /// <summary>The newest entry of the wire; while it stays the same nothing new lacks a card.</summary>
    public async Task<long> NewestEntryAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.WireEntries.MaxAsync(e => (long?)e.Sequence, cancel) ?? 0;
    }

    /// <summary>Live stories without a card, the newest first; at most fifty.</summary>
    /// <param name="without">Not these.</param>
    public async Task<IReadOnlyList<Guid>> LackingAsync(IReadOnlyCollection<Guid> without, CancellationToken cancel)
    {
        var since = time.Now() - Youth;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Stories
            .Where(c => c.State == StoryState.Live && c.PublishedAt >= since && !db.CardPictures.Any(p => p.StoryId == c.StoryId) && !without.Contains(c.StoryId))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.FirstSequence)
            .Select(c => c.StoryId).Take(AtATime).ToListAsync(cancel);
    }

    /// <summary>Draws the card of a story, unless it was withdrawn or drawn by another node meanwhile.</summary>
    public async Task DrawAsync(Guid storyId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var entry = await db.Stories.Where(c => c.StoryId == storyId && c.State == StoryState.Live)
            .Join(db.WireEntries, c => c.EntrySequence, e => e.Sequence, (_, e) => e).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (entry is null) return;

        // Outside the lock: publishing waits for no picture.
        var story = entry.Story();
        var png = CardDrawing.Draw(new CardWords(
            siteName, story.Headline, story.Kicker, DatelineMap.CardOf(story.Dateline), LanguageTag.IsRightToLeft(story.Language)));

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        if (!await db.Stories.AnyAsync(c => c.StoryId == storyId && c.Version == story.Version && c.State == StoryState.Live, cancel)) return;
        if (await db.CardPictures.AnyAsync(p => p.StoryId == storyId, cancel)) return;
        db.CardPictures.Add(new CardPicture(storyId, story.Version, png));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
