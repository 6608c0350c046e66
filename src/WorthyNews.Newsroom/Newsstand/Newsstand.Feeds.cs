using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>What a feed is of: all that is published, or what is listed under one name.</summary>
/// <param name="Kind">Null for all.</param>
public sealed record FeedSource(NameKind? Kind, string? Slug)
{
    public static readonly FeedSource All = new(null, null);
}

/// <summary>How far the wire has come; while it is the same nothing that is read from it has changed.</summary>
/// <param name="Sequence">Of its newest entry; 0 while it is silent.</param>
/// <param name="Day">UTC: notices are over at a midnight.</param>
public sealed record WireMark(long Sequence, DateOnly Day);

/// <param name="Name">As people read it; null when nothing that is public bears it any more, and only notices are left.</param>
/// <param name="Stories">Newest publication first; live ones and notices.</param>
/// <param name="Removed">What was withdrawn in the last ninety days, newest first.</param>
/// <param name="Older">The archive in which a reader goes on, so that nothing lies between; null when there is none, or so few stories were asked for that nobody walks from here.</param>
/// <param name="Unread">Stories that belong here and whose snapshots cannot be used; they are in neither of the two.</param>
public sealed record FeedReading(string? Name, IReadOnlyList<StandingStory> Stories, IReadOnlyList<StandingStory> Removed, FeedArchive? Older, IReadOnlyList<UnreadStory> Unread);

/// <param name="Why">A sentence that repeats nothing of the story.</param>
/// <param name="WithdrawnAt">When it was retracted or killed: that is known without its snapshot, and told. Null for a live one.</param>
public sealed record UnreadStory(Guid StoryId, string Why, DateTimeOffset? WithdrawnAt = null);

/// <content>What the feeds carry.</content>
public sealed partial class Newsstand
{
    /// <summary>How long a withdrawn story's notice stays in the feeds.</summary>
    public static readonly TimeSpan NoticesStay = TimeSpan.FromDays(30);

    /// <summary>How long feeds say that a story was removed.</summary>
    public static readonly TimeSpan RemovalsStay = TimeSpan.FromDays(90);

    /// <summary>More notices than this are a clearing-out, and would make the feed too large to read.</summary>
    private const int MaxNotices = 200;

    /// <summary>A feed of at least so many stories leads into the archives, and has all that was published today (UTC), which is in no archive yet.</summary>
    public const int WalkedFrom = 50;

    /// <summary>More than this on one day is an import, and is in the archive tomorrow.</summary>
    private const int MostOfToday = 500;

    public async Task<WireMark> MarkAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        return new WireMark(await db.WireEntries.OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(cancel), DateOnly.FromDateTime(now.UtcDateTime));
    }

    /// <summary>The newest live stories of a feed with their texts, the older ones that were changed of late, and the notices of what was withdrawn from it.</summary>
    /// <returns>Null when there is no such feed: nothing public bears the name, and nothing of late did.</returns>
    public async Task<FeedReading?> FeedAsync(FeedSource source, int count, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, TagsOf(source));
        var name = await FeedNameAsync(db, source, cancel);
        var today = Midnight(now);
        var live = await Texts(db, Newest(db, source, count)).ToListAsync(cancel);
        FeedArchive? older = null;
        if (count >= WalkedFrom && live.Count > 0)
        {
            if (live.Count == count && live.All(t => t.Card.PublishedAt >= today)) live = await Texts(db, Newest(db, source, MostOfToday, today)).ToListAsync(cancel);
            DateTimeOffset? oldest = live.Select(t => t.Card.PublishedAt).DefaultIfEmpty(today).Min();
            if (oldest >= today) oldest = await NewestBeforeAsync(db, source, today, cancel);
            if (oldest is { } at) older = FeedArchive.Holding(at, now);
        }

        // An older story that was put right comes back into the document of now: nobody reads an archive twice (RFC 5005, 4).
        // What readers need not know of, such as a letter that was wrong, brings nothing back.
        live.AddRange(await Texts(db, Under(db, source, db.Stories.Where(c => c.State == StoryState.Live && c.ChangedAt >= today - NoticesStay && c.Version > 1
                && c.UpdatedAt > c.PublishedAt && c.UpdatedAt >= today - NoticesStay))
            .OrderByDescending(c => c.ChangedAt).Take(count)).ToListAsync(cancel));
        var withdrawn = new List<CardWithEntry>();
        // One question for each state walks its index in order; one for both would sort.
        foreach (var state in new[] { StoryState.Retracted, StoryState.Killed })
            withdrawn.AddRange(await Texts(db, Withdrawn(db, source, state, today - RemovalsStay)).ToListAsync(cancel));
        if (name is null && source.Kind is not null && withdrawn.Count == 0) return null;
        Ingredients.Show(live.Concat(withdrawn).Select(t => t.Card));

        var mergers = await MergersAsync(db, cancel);
        var noticesSince = today - NoticesStay;
        var unread = new Dictionary<Guid, UnreadStory>();
        return new FeedReading(
            name,
            // A story may be withdrawn between the two questions: the later answer about it counts.
            [.. live.Concat(withdrawn.Where(w => w.Card.ChangedAt >= noticesSince))
                .GroupBy(t => t.Card.StoryId, (_, twice) => twice.MaxBy(t => t.Entry.Sequence)!)
                .OrderByDescending(t => t.Card.PublishedAt).ThenByDescending(t => t.Card.FirstSequence)
                .Select(t => Standing(t, mergers, unread)).OfType<StandingStory>()],
            [.. withdrawn.OrderByDescending(t => t.Card.ChangedAt).ThenByDescending(t => t.Card.FirstSequence).Select(t => Standing(t, mergers, unread)).OfType<StandingStory>()],
            older,
            [.. unread.Values]);
    }

    /// <summary>Under which names there are live stories to feed.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await db.Listings.Where(l => l.Kind == NameKind.Language && l.State == StoryState.Live).Select(l => l.Slug).Distinct().OrderBy(s => s).ToListAsync(cancel);
    }

    /// <summary>The id of a feed, <c>urn:uuid:</c>: made of the house's own and of what it is of, so that no change of title, address or host changes it.</summary>
    public async Task<string> FeedIdAsync(string of, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel);
        var house = await db.House.Select(h => h.Id).SingleAsync(cancel);
        return $"urn:uuid:{NamedUuid.Of(house, of):D}";
    }

    /// <summary>When what a feed of now shows last changed: by an entry, or because the days of a notice or a removal were over at a UTC midnight.</summary>
    public async Task<DateTimeOffset?> LastFeedChangeAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var latest = await LastEntryAtAsync(cancel);
        await using var db = await contexts.OpenAsync(cancel);
        foreach (var stays in new[] { NoticesStay, RemovalsStay })
        {
            var until = Midnight(now) - stays;
            foreach (var state in new[] { StoryState.Retracted, StoryState.Killed })
            {
                var over = await db.Stories.Where(c => c.State == state && c.ChangedAt < until).MaxAsync(c => (DateTimeOffset?)c.ChangedAt, cancel);
                if (over is { } at && Midnight(at) + stays + TimeSpan.FromDays(1) is var left && !(latest > left)) latest = left;
            }
        }

        return latest;
    }

    /// <param name="since">What was published before is left out; null leaves nothing out.</param>
    private static IQueryable<StoryCard> Newest(WireDb db, FeedSource source, int count, DateTimeOffset? since = null)
    {
        if (source is not { Kind: { } kind, Slug: { } slug })
            return (since is { } start ? db.Stories.Live().Where(c => c.PublishedAt >= start) : db.Stories.Live()).NewestFirst().Take(count);
        var listings = since is { } first ? db.Listings.Of(kind, slug).Where(l => l.PublishedAt >= first) : db.Listings.Of(kind, slug);
        return from listing in listings.NewestFirst().Take(count)
               join card in db.Stories on listing.StoryId equals card.StoryId
               orderby listing.PublishedAt descending, listing.FirstSequence descending
               select card;
    }

    private static IQueryable<StoryCard> Withdrawn(WireDb db, FeedSource source, StoryState state, DateTimeOffset since) =>
        EverUnder(db, source, db.Stories.Where(c => c.State == state && c.ChangedAt >= since)).OrderByDescending(c => c.ChangedAt).Take(MaxNotices);

    private static IQueryable<StoryCard> Under(WireDb db, FeedSource source, IQueryable<StoryCard> cards) => source is not { Kind: { } kind, Slug: { } slug }
        ? cards
        : cards.Where(c => db.Listings.Any(l => l.StoryId == c.StoryId && l.Kind == kind && l.Slug == slug));

    /// <summary>Those too that left the list before: who follows it may hold them.</summary>
    private static IQueryable<StoryCard> EverUnder(WireDb db, FeedSource source, IQueryable<StoryCard> cards) => source is not { Kind: { } kind, Slug: { } slug }
        ? cards
        : cards.Where(c => db.Listings.Any(l => l.StoryId == c.StoryId && l.Kind == kind && l.Slug == slug)
            || db.FormerListings.Any(f => f.StoryId == c.StoryId && f.Kind == kind && f.Slug == slug));

    private static string[] TagsOf(FeedSource source) => source is { Kind: { } kind, Slug: { } slug }
        ? [WireTags.List(kind, slug), WireTags.Name(kind, slug), WireTags.Mergers]
        : [WireTags.All, WireTags.Mergers];

    /// <summary>A language has no line in the directory: it is shown while a live story is in it.</summary>
    private static async Task<string?> FeedNameAsync(WireDb db, FeedSource source, CancellationToken cancel)
    {
        if (source is not { Kind: { } kind, Slug: { } slug }) return null;
        if (kind != NameKind.Language) return (await db.Names.Shown(db.Listings).SingleOrDefaultAsync(n => n.Kind == kind && n.Slug == slug, cancel))?.Name;
        return await db.Listings.AnyAsync(l => l.Kind == kind && l.Slug == slug && l.State == StoryState.Live, cancel) ? LanguageTag.NativeName(slug) : null;
    }

    /// <returns>Null, and a word in <paramref name="unread"/>, for a story whose snapshot cannot be used: the others stand.</returns>
    private static StandingStory? Standing(CardWithEntry read, Mergers mergers, Dictionary<Guid, UnreadStory> unread)
    {
        var card = read.Card;
        DateTimeOffset? withdrawnAt = card.State == StoryState.Live ? null : card.ChangedAt;
        try
        {
            var story = read.Entry.Story().Under(mergers);
            // Walked once, so that a part that is missing is missed here.
            _ = Listing.For(story, card).Count() + story.Notices.Count + story.Body.Count;
            if (story.Id == card.StoryId && story.Version == card.Version && story.State == card.State && story.Address == card.Address)
                return new StandingStory(story, card.ChangedAt);
            unread[card.StoryId] = new UnreadStory(card.StoryId, "Its snapshot is not the one that the lists speak of.", withdrawnAt);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A fault of ours or of a migration, whatever its type; its words may quote the text.
            unread[card.StoryId] = new UnreadStory(card.StoryId, $"Its snapshot cannot be read ({error.GetType().Name}).", withdrawnAt);
        }

        return null;
    }

    /// <summary>The last UTC midnight, at which days are over.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);
}
