using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>Makes a feed as readers get it, in all three formats, and says what is wrong with it.</summary>
public sealed class FeedDoctor(NewsFeeds feeds, Newsstand newsstand, SiteLinks links, TimeProvider time)
{
    /// <param name="of">As <see cref="FeedAddress.Of"/>.</param>
    /// <returns>Each fault once; empty when all is well, and where there is no such feed.</returns>
    public async Task<IReadOnlyList<FeedFault>> ExamineAsync(string of, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await feeds.OfAsync(new FeedAddress(of, FeedFormat.Rss), now, cancel) is not { } feed) return [];
        var latest = await newsstand.LastEntryAtAsync(cancel) is { } at && at > now ? at : now;
        var faults = new List<FeedFault>();
        foreach (var format in Enum.GetValues<FeedFormat>())
        {
            var (bytes, written) = FeedDocument.Write(feed, format, links, latest);
            faults.AddRange(written.LeftOut);
            faults.AddRange(FeedReadback.FaultsOf(bytes, written).Select(what => new FeedFault(null, $"{FeedAddress.NameOf(format)}: {what}")));
        }

        return [.. faults.Distinct()];
    }
}
