using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>The door for feeds. Programs of everybody may ask, from every page, and need not ask more than once a minute.</summary>
public static class FeedRoutes
{
    public const string All = SiteLinks.Feed;

    private const string Formats = "{format:regex(^(rss|atom|json)$)}";

    private static readonly string[] Reads = ["GET", "HEAD"];
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, NameKind> Kinds = Enum.GetValues<NameKind>().ToDictionary(SiteLinks.Folder, kind => kind, StringComparer.Ordinal);

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/feeds/all." + Formats, Reads, AllAsync).WithName("feed-all").AllowAnonymous();
        app.MapMethods("/feeds/corrections." + Formats, Reads, CorrectionsAsync).WithName("feed-corrections").AllowAnonymous();
        app.MapMethods("/feeds/{folder:regex(^(bureaus|sections|topics|contributors|places)$)}/{slug:slug}." + Formats, Reads, NamedAsync).WithName("feed-named").AllowAnonymous();
        app.MapMethods("/feeds/languages/{tag:maxlength(35)}." + Formats, Reads, LanguageAsync).WithName("feed-language").AllowAnonymous();
        app.MapMethods("/feeds.opml", Reads, OpmlAsync).WithName("feeds-opml").AllowAnonymous();
    }

    private static Task AllAsync(string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel) =>
        StoriesAsync(context, parts, FeedAddress.All, format, FeedSource.All, cancel);

    private static async Task NamedAsync(string folder, string slug, string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel)
    {
        // An address has one spelling.
        if (!Kinds.TryGetValue(folder, out var kind)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await StoriesAsync(context, parts, FeedAddress.OfName(kind, slug), format, new FeedSource(kind, slug), cancel);
    }

    private static async Task LanguageAsync(string tag, string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel)
    {
        if (!LanguageTag.IsValid(tag)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await StoriesAsync(context, parts, FeedAddress.OfName(NameKind.Language, tag), format, new FeedSource(NameKind.Language, tag), cancel);
    }

    private static Task CorrectionsAsync(string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel) =>
        AnswerAsync(context, parts, FeedAddress.Corrections, format, async (address, _) => await parts.Feeds.OfCorrectionsAsync(address, cancel), cancel);

    private static async Task StoriesAsync(HttpContext context, FeedParts parts, string of, string format, FeedSource source, CancellationToken cancel)
    {
        if (source is { Kind: { } kind, Slug: { } slug } && (await parts.Newsstand.MergersAsync(cancel)).SurvivorOf(kind, slug) is var survivor && survivor != slug)
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";       // a script on another site follows only then
            context.Response.Redirect($"/feeds/{FeedAddress.OfName(kind, survivor)}.{format}{context.Request.QueryString}", permanent: true);
            return;
        }

        await AnswerAsync(context, parts, of, format, (address, now) => parts.Feeds.OfStoriesAsync(address, source, now, cancel), cancel);
    }

    private static async Task AnswerAsync(HttpContext context, FeedParts parts, string of, string format, Func<FeedAddress, DateTimeOffset, Task<Feed?>> make, CancellationToken cancel)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        _ = FeedAddress.TryFormat(format, out var kind);     // the route lets no other through
        if (!FeedAddress.TryRead(of, kind, context.Request.Query, out var address, out var problem))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(problem, cancel);
            return;
        }

        var now = parts.Time.GetUtcNow();
        // Asked first: an entry that comes in between is then in the bytes but not yet in the date and the mark, never the other way round.
        var mark = await parts.Newsstand.MarkAsync(now, cancel);
        var type = kind switch
        {
            FeedFormat.Rss => RssWriter.ContentType,
            FeedFormat.Atom => AtomWriter.ContentType,
            _ => JsonFeedWriter.ContentType,
        };
        if (parts.Tags.Find(address.Path, mark) is { } tag && Conditional.IsHeld(context, tag.ETag, tag.LastModified, now, Stays)) return;

        var lastChange = await parts.Newsstand.LastFeedChangeAsync(now, cancel);
        if (await make(address, now) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var stylesheet = parts.Links.Absolute("/css/feed.css");
        var bytes = kind switch
        {
            FeedFormat.Rss => RssWriter.Write(feed, stylesheet),
            FeedFormat.Atom => AtomWriter.Write(feed, stylesheet),
            _ => JsonFeedWriter.Write(feed, parts.Links.Absolute("/feeds")),
        };
        parts.Tags.Keep(address.Path, new FeedTag(mark, Conditional.TagOf(bytes, type), lastChange));
        await Conditional.WriteAsync(context, bytes, type, lastChange, now, Stays);
    }

    private static async Task OpmlAsync(HttpContext context, [AsParameters] FeedParts parts, HouseSettings settings, CancellationToken cancel)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var lastChange = await parts.Newsstand.LastEntryAtAsync(cancel);
        var bytes = OpmlWriter.Write($"{settings.SiteName}: feeds", await parts.Feeds.GroupsAsync(FeedFormat.Rss, cancel));
        await Conditional.WriteAsync(context, bytes, OpmlWriter.ContentType, lastChange, parts.Time.GetUtcNow(), Stays);
    }

    /// <summary>What each of these needs.</summary>
    private readonly record struct FeedParts(NewsFeeds Feeds, Newsstand Newsstand, FeedTags Tags, SiteLinks Links, TimeProvider Time);
}
