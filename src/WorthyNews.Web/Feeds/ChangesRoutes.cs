using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>The door for mirrors: who keeps a copy of all asks here what changed, and need not ask more than six times a minute.</summary>
public static class ChangesRoutes
{
    private static readonly string[] Reads = ["GET", "HEAD"];
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(10);

    public static void MapChanges(this IEndpointRouteBuilder app) => app.MapMethods(ChangesAddress.Root, Reads, AnswerAsync).WithName("changes").AllowAnonymous();

    private static async Task AnswerAsync(HttpContext context, NewsFeeds feeds, Newsstand newsstand, FeedTags tags, TimeProvider time, CancellationToken cancel)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (!ChangesAddress.TryRead(context.Request.Query, out var address, out var problem))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(problem, cancel);
            return;
        }

        var now = time.GetUtcNow();
        // Asked first, as for a feed: an entry that comes in between is then in the bytes but not yet in the date and the mark.
        var mark = await newsstand.MarkAsync(now, cancel);
        if (tags.Find(address.Path, mark) is { } tag && Conditional.IsHeld(context, tag.ETag, tag.LastModified, now, Stays)) return;

        var lastChange = await newsstand.LastEntryAtAsync(cancel);
        if (await feeds.OfChangesAsync(address, cancel) is not { } page)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            context.Response.Headers.CacheControl = "no-store";      // a cache may keep a 410 that says nothing of it (RFC 9110, 15.5.11)
            await context.Response.WriteAsync($"This place is not on our wire: it is of another house, or of what a restore took back. Drop what you hold and begin again at {ChangesAddress.Root}.", cancel);
            return;
        }

        var bytes = ChangesWriter.Write(page);
        tags.Keep(address.Path, new FeedTag(mark, Conditional.TagOf(bytes, ChangesWriter.ContentType), lastChange));
        await Conditional.WriteAsync(context, bytes, ChangesWriter.ContentType, lastChange, now, Stays);
    }
}
