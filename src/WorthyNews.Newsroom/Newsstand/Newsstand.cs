using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>A page of a list.</summary>
/// <param name="Stories">Newest first; may be empty.</param>
/// <param name="Older">Where the next page goes on; null on the last one.</param>
public sealed record StoryList(IReadOnlyList<StoryCard> Stories, Cursor? Older)
{
    public static readonly StoryList Empty = new([], null);
}

/// <summary>A story with the card that stands for it.</summary>
/// <param name="ChangedAt">When the wire last said anything of it.</param>
public sealed record StandingStory(Story Story, DateTimeOffset ChangedAt);

/// <summary>All that the public may see, read from the wire alone. Nothing here can write, and nothing here knows a draft.</summary>
public sealed partial class Newsstand(IDbContextFactory<WireDb> contexts)
{
    /// <summary>The story that has or ever had this address, whatever became of it; null when none had. Compare its own address to tell an old one.</summary>
    public async Task<StandingStory?> AtAsync(string address, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Mergers);
        var found = await (
            from a in db.Addresses
            where a.Path == address
            join card in db.Stories on a.StoryId equals card.StoryId
            join entry in db.WireEntries on card.EntrySequence equals entry.Sequence
            select new { entry.Snapshot, entry.Format, card.ChangedAt }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var story = WireJson.ReadStory(found.Snapshot, found.Format);
        Ingredients.Note(WireTags.Story(story.Id));
        Ingredients.Show(story.Id);
        return new StandingStory(story.Under(await MergersAsync(db, cancel)), found.ChangedAt);
    }

    /// <summary>Live stories, newest first.</summary>
    public async Task<StoryList> LatestAsync(int count, Cursor? before, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.All);
        return Page(await db.Stories.Live().Before(before).NewestFirst().Take(count + 1).ToListAsync(cancel), count);
    }

    /// <summary>Live stories of a bureau, section, topic, contributor, place or language, newest first.</summary>
    public async Task<StoryList> LatestAsync(NameKind kind, string slug, int count, Cursor? before, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.List(kind, slug));
        return Page(await InList(db, kind, slug, count + 1, before).ToListAsync(cancel), count);
    }

    /// <summary>Live stories whose first publication fell on this UTC day, newest first.</summary>
    public async Task<StoryList> OfDayAsync(DateOnly day, int count, Cursor? before, CancellationToken cancel)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        await using var db = await contexts.OpenAsync(cancel, WireTags.All);
        var cards = db.Stories.Live().Before(before).Where(c => c.PublishedAt >= start);
        // The last day there is has no day after it.
        if (day < DateOnly.MaxValue) cards = cards.Where(c => c.PublishedAt < start.AddDays(1));
        return Page(await cards.NewestFirst().Take(count + 1).ToListAsync(cancel), count);
    }

    /// <summary>The newest live stories of each bureau that is shown, in the order of the bureaus.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StoryCard>>> ByBureauAsync(IEnumerable<string> bureaus, int count, CancellationToken cancel)
    {
        var slugs = bureaus.ToList();
        await using var db = await contexts.OpenAsync(cancel, [.. slugs.Select(s => WireTags.List(NameKind.Bureau, s))]);
        if (slugs.Count == 0) return new Dictionary<string, IReadOnlyList<StoryCard>>(StringComparer.Ordinal);

        // One command for all: each bureau's part walks its own stretch of the index, as it would alone.
        var listings = slugs.Select(s => db.Listings.Of(NameKind.Bureau, s).NewestFirst().Take(count)).Aggregate((all, next) => all.Concat(next));
        var found = await (
            from listing in listings
            join card in db.Stories on listing.StoryId equals card.StoryId
            orderby listing.PublishedAt descending, listing.FirstSequence descending
            select new { listing.Slug, Card = card }).ToListAsync(cancel);
        Ingredients.Show(found.Select(f => f.Card));
        var under = found.ToLookup(f => f.Slug, f => f.Card, StringComparer.Ordinal);
        return slugs.ToDictionary(s => s, s => (IReadOnlyList<StoryCard>)[.. under[s]], StringComparer.Ordinal);
    }

    /// <summary>When the wire last said anything; null while it is silent.</summary>
    public async Task<DateTimeOffset?> LastEntryAtAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        return await db.WireEntries.OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
    }

    /// <summary>So many live ones, newest first.</summary>
    private static IQueryable<StoryCard> InList(WireDb db, NameKind kind, string slug, int count, Cursor? before) =>
        from listing in db.Listings.Of(kind, slug).Before(before).NewestFirst().Take(count)
        join card in db.Stories on listing.StoryId equals card.StoryId
        orderby listing.PublishedAt descending, listing.FirstSequence descending
        select card;

    private static IQueryable<CardWithEntry> Texts(WireDb db, IQueryable<StoryCard> cards) =>
        from card in cards
        join entry in db.WireEntries on card.EntrySequence equals entry.Sequence
        select new CardWithEntry(card, entry);

    private static StoryList Page(List<StoryCard> cards, int count)
    {
        Ingredients.Show(cards);
        if (cards.Count <= count) return new StoryList(cards, null);
        cards.RemoveRange(count, cards.Count - count);
        return new StoryList(cards, new Cursor(cards[^1].PublishedAt, cards[^1].FirstSequence));
    }

    private sealed record CardWithEntry(StoryCard Card, WireEntry Entry);
}
