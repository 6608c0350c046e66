using WorthyNews.Formats.Rss;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

public static class FeedRoutes
{
    public const string All = SiteLinks.Feed;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods(All, ["GET", "HEAD"], AllAsync).WithName("feed-all").AllowAnonymous();
    }

    private static async Task AllAsync(HttpContext context, NewsFeeds feeds, TimeProvider time, CancellationToken cancel)
    {
        // Asked first: an entry that comes in between is then in the bytes but not yet in the date, never the other way round.
        var lastChange = await feeds.LastChangeAsync(cancel);
        var feed = await feeds.AllAsync(All, cancel);
        await Conditional.WriteAsync(context, RssWriter.Write(feed), RssWriter.ContentType, lastChange, time.GetUtcNow());
    }
}
