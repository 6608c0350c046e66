using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;

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
        app.MapMethods("/feeds/all/{archive}." + Formats, Reads, AllAsync).WithName("archive-all").AllowAnonymous();
        app.MapMethods("/feeds/{folder:regex(^(bureaus|sections|topics|contributors|places)$)}/{slug:slug}/{archive}." + Formats, Reads, NamedAsync).WithName("archive-named").AllowAnonymous();
        app.MapMethods("/feeds/languages/{tag:maxlength(35)}/{archive}." + Formats, Reads, LanguageAsync).WithName("archive-language").AllowAnonymous();
        app.MapMethods("/feeds.opml", Reads, OpmlAsync).WithName("feeds-opml").AllowAnonymous();
    }

    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Printed(string path, IQueryCollection query)
    {
        const string Folder = "/feeds/";
        if (path == "/feeds.opml") return new PublicAddress(path, IsForPrograms: true);
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || path.LastIndexOf('.') is not (> 7 and var dot) || !FeedAddress.TryFormat(path[(dot + 1)..], out var format)) return null;
        FeedArchive? archive = null;
        var of = path[Folder.Length..dot];
        if (of.Split('/') is { Length: 2 or 3 } parts && (parts is [FeedAddress.All, _] or [_, _, _]))
        {
            if (!FeedArchive.TryParse(parts[^1], out archive)) return null;
            of = string.Join('/', parts[..^1]);
        }

        return FeedAddress.TryRead(of, format, query, out var address, out _, archive) && (of == FeedAddress.Corrections || address.Source is not null)
            ? new PublicAddress(address.Path, IsForPrograms: true)
            : null;
    }

    /// <param name="archive">Null for the feed of now, here and below.</param>
    private static Task AllAsync(string? archive, string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel) =>
        AnswerAsync(context, parts, FeedAddress.All, archive, format, cancel);

    private static async Task NamedAsync(string folder, string slug, string? archive, string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel)
    {
        // An address has one spelling.
        if (!Kinds.TryGetValue(folder, out var kind)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await AnswerAsync(context, parts, FeedAddress.OfName(kind, slug), archive, format, cancel);
    }

    private static async Task LanguageAsync(string tag, string? archive, string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel)
    {
        if (!LanguageTag.IsValid(tag)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await AnswerAsync(context, parts, FeedAddress.OfName(NameKind.Language, tag), archive, format, cancel);
    }

    private static Task CorrectionsAsync(string format, HttpContext context, [AsParameters] FeedParts parts, CancellationToken cancel) =>
        AnswerAsync(context, parts, FeedAddress.Corrections, null, format, cancel);

    private static async Task AnswerAsync(HttpContext context, FeedParts parts, string of, string? stretch, string format, CancellationToken cancel)
    {
        FeedArchive? archive = null;
        if (stretch is not null && !FeedArchive.TryParse(stretch, out archive))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.AccessControlAllowOrigin = "*";
        _ = FeedAddress.TryFormat(format, out var kind);     // the route lets no other through
        if (!FeedAddress.TryRead(of, kind, context.Request.Query, out var address, out var problem, archive))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(problem, cancel);
            return;
        }

        if (await parts.Press.TodayAsync(address, cancel) is var today && today != address)
        {
            context.Response.Redirect(today.Path, permanent: true);
            return;
        }

        // Nobody subscribes to what is over.
        if (archive is null) context.Response.Headers.Link = parts.Links.HubLinks(address.Path);
        var now = parts.Time.GetUtcNow();
        if (parts.Tags.Find(address.Path, await parts.Newsstand.MarkAsync(now, cancel)) is { } tag && Conditional.IsHeld(context, tag.ETag, tag.LastModified, now, Stays)) return;

        if (await parts.Press.PrintAsync(address, cancel) is { } printed)
        {
            await Conditional.WriteAsync(context, printed.Bytes, printed.ContentType, printed.LastModified, now, Stays);
            return;
        }

        context.Response.Headers.Remove("Link");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task OpmlAsync(HttpContext context, [AsParameters] FeedParts parts, HouseSettings settings, CancellationToken cancel)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var lastChange = await parts.Newsstand.LastEntryAtAsync(cancel);
        var bytes = OpmlWriter.Write($"{settings.SiteName}: feeds", await parts.Feeds.GroupsAsync(FeedFormat.Rss, cancel));
        await Conditional.WriteAsync(context, bytes, OpmlWriter.ContentType, lastChange, parts.Time.GetUtcNow(), Stays);
    }

    /// <summary>What each of these needs.</summary>
    private readonly record struct FeedParts(NewsFeeds Feeds, FeedPress Press, Newsstand Newsstand, FeedTags Tags, SiteLinks Links, TimeProvider Time);
}
