using System.Globalization;

using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <content>What fell out of the feeds, for who walks back.</content>
public sealed partial class NewsFeeds
{
    /// <summary>A stretch of a feed that is over; null when no story was ever in it. Nobody subscribes to it, so it names no hub.</summary>
    /// <param name="address">Names <paramref name="archive"/>.</param>
    public async Task<Feed?> OfArchiveAsync(FeedAddress address, FeedArchive archive, FeedSource source, DateTimeOffset now, CancellationToken cancel)
    {
        if (await newsstand.ArchiveAsync(source, archive, now, cancel) is not { } reading) return null;
        var names = await NamesAsync(reading.Stories, cancel);
        var made = reading.Stories.Select(s => TryItem(s.Story.Urn, () => Item(s.Story, names, address.IsFull))).ToList();
        var feed = Named(await FrameAsync(address, cancel), source, reading.Name);
        return feed with
        {
            Description = $"The dispatches of {feed.Title} that were published {Days(archive)}.",
            Hubs = [],
            History = new FeedHistory(
                true, To(address.In(null)),
                reading.Previous is { } previous ? To(address.In(previous)) : null,
                reading.Next is { } next ? To(address.In(next)) : null),
            Updated = reading.UpdatedAt,
            Items = [.. made.Select(m => m.Item).OfType<FeedItem>()],
            LeftOut = [.. reading.Unread.Select(FaultOf), .. made.Select(m => m.Fault).OfType<FeedFault>()],
        };
    }

    private static string Days(FeedArchive archive) => archive.Through is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"from {archive.Start:MMMM} 1 to {day}, {archive.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"in {archive.Start:MMMM} {archive.Year}");
}
