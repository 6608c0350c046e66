using Microsoft.Net.Http.Headers;

using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <param name="Through">The newest entry of the wire that is certainly in it.</param>
/// <param name="LastModified">Null when nothing was ever published, or something had to be left out.</param>
public sealed record PrintedFeed(byte[] Bytes, string ContentType, EntityTagHeaderValue ETag, DateTimeOffset? LastModified, long Through);

/// <summary>Writes feeds as they stand now.</summary>
public sealed class FeedPress(NewsFeeds feeds, Newsstand newsstand, FeedTags tags, SiteLinks links, TimeProvider time)
{
    /// <summary>How long one is handed out from which something was left out.</summary>
    private static readonly TimeSpan FaultyStays = TimeSpan.FromSeconds(15);

    /// <summary>Where the feed is found since its name was merged into another; else the same.</summary>
    public async Task<FeedAddress> TodayAsync(FeedAddress address, CancellationToken cancel) =>
        address.Source is { Kind: { } kind, Slug: { } slug }
            ? address with { Of = FeedAddress.OfName(kind, (await newsstand.MergersAsync(cancel)).SurvivorOf(kind, slug)) }
            : address;

    /// <returns>Null when there is no such feed.</returns>
    public async Task<PrintedFeed?> PrintAsync(FeedAddress address, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Asked first: an entry that comes in between is then in the bytes but not yet in the date and the mark, never the other way round.
        var mark = await newsstand.MarkAsync(now, cancel);
        var lastChange = await newsstand.LastFeedChangeAsync(now, cancel);
        if (await feeds.OfAsync(address, now, cancel) is not { } feed) return null;

        // Its ways into the archives have other names from each midnight on.
        if (feed.History is not null && Newsstand.Midnight(now) is var midnight && !(lastChange > midnight)) lastChange = midnight;
        var (bytes, written) = FeedDocument.Write(feed, address.Format, links, lastChange > now ? lastChange.Value : now);
        var type = FeedDocument.TypeOf(address.Format);
        // What is left out may come back without an entry of the wire: neither a date nor a mark vouches for such bytes.
        var isWhole = written.LeftOut.Count == 0;
        var printed = new PrintedFeed(bytes, type, Conditional.TagOf(bytes, type), isWhole ? lastChange : null, mark.Sequence);
        if (isWhole) tags.Keep(address.Path, new FeedTag(mark, printed.ETag, lastChange));
        else Ingredients.Ends(now + FaultyStays);
        return printed;
    }
}
