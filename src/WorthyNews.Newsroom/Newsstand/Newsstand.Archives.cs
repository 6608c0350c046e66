using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <param name="Name">As people read it; null for all.</param>
/// <param name="Stories">Live ones, newest publication first; empty when all that was in it is withdrawn.</param>
/// <param name="Unread">As in a <see cref="FeedReading"/>.</param>
/// <param name="UpdatedAt">The last change a reader should know of.</param>
/// <param name="Previous">The next older archive that has a story; null in the oldest.</param>
/// <param name="Next">The next newer one; null when nothing that followed is in an archive yet.</param>
public sealed record ArchiveReading(string? Name, IReadOnlyList<StandingStory> Stories, IReadOnlyList<UnreadStory> Unread, DateTimeOffset UpdatedAt, FeedArchive? Previous, FeedArchive? Next);

/// <content>What fell out of the feeds, by months.</content>
public sealed partial class Newsstand
{
    /// <summary>The live stories of an archive with their texts.</summary>
    /// <returns>Null when it never had one, when it is not over yet, or when nothing that is public bears the name.</returns>
    public async Task<ArchiveReading?> ArchiveAsync(FeedSource source, FeedArchive archive, DateTimeOffset now, CancellationToken cancel)
    {
        if (!archive.IsOver(now)) return null;
        await using var db = await contexts.OpenAsync(cancel, TagsOf(source));
        var name = await FeedNameAsync(db, source, cancel);
        if (name is null && source.Kind is not null) return null;
        var (start, end, today) = (archive.Start, archive.End, Midnight(now));
        var found = await Texts(db, Within(db, source, StoryState.Live, start, end)).ToListAsync(cancel);
        Ingredients.Show(found.Select(t => t.Card));
        // No link leads to one that was emptied, but who was told of it before must find the way to those behind it.
        var updated = found.Count > 0 ? found.Max(t => t.Card.UpdatedAt) : await EmptiedAsync(db, source, start, end, cancel);
        if (updated is not { } updatedAt) return null;

        var before = await NewestBeforeAsync(db, source, start, cancel);
        var after = await OldestWithinAsync(db, source, end, today, cancel);
        var mergers = await MergersAsync(db, cancel);
        var unread = new Dictionary<Guid, UnreadStory>();
        return new ArchiveReading(
            name,
            [.. found.OrderByDescending(t => t.Card.PublishedAt).ThenByDescending(t => t.Card.FirstSequence).Select(t => Standing(t, mergers, unread)).OfType<StandingStory>()],
            [.. unread.Values],
            updatedAt,
            before is { } older ? FeedArchive.Holding(older, now) : null,
            after is { } newer ? FeedArchive.Holding(newer, now) : null);
    }

    /// <summary>When the last of what was withdrawn from there was; null when nothing was.</summary>
    private static async Task<DateTimeOffset?> EmptiedAsync(WireDb db, FeedSource source, DateTimeOffset start, DateTimeOffset end, CancellationToken cancel)
    {
        var retracted = await Within(db, source, StoryState.Retracted, start, end).MaxAsync(c => (DateTimeOffset?)c.ChangedAt, cancel);
        var killed = await Within(db, source, StoryState.Killed, start, end).MaxAsync(c => (DateTimeOffset?)c.ChangedAt, cancel);
        return retracted is null || killed > retracted ? killed : retracted;
    }

    private static IQueryable<StoryCard> Within(WireDb db, FeedSource source, StoryState state, DateTimeOffset start, DateTimeOffset end) => source is not { Kind: { } kind, Slug: { } slug }
        ? db.Stories.Where(c => c.State == state && c.PublishedAt >= start && c.PublishedAt < end)
        : from listing in db.Listings
          where listing.Kind == kind && listing.Slug == slug && listing.State == state && listing.PublishedAt >= start && listing.PublishedAt < end
          join card in db.Stories on listing.StoryId equals card.StoryId
          select card;

    private static Task<DateTimeOffset?> NewestBeforeAsync(WireDb db, FeedSource source, DateTimeOffset until, CancellationToken cancel) =>
        Publications(db, source).Where(at => at < until).OrderByDescending(at => at).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(cancel);

    private static Task<DateTimeOffset?> OldestWithinAsync(WireDb db, FeedSource source, DateTimeOffset start, DateTimeOffset end, CancellationToken cancel) =>
        Publications(db, source).Where(at => at >= start && at < end).OrderBy(at => at).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(cancel);

    private static IQueryable<DateTimeOffset> Publications(WireDb db, FeedSource source) => source is not { Kind: { } kind, Slug: { } slug }
        ? db.Stories.Live().Select(c => c.PublishedAt)
        : db.Listings.Of(kind, slug).Select(l => l.PublishedAt);
}
