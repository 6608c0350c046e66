using System.Globalization;
using System.Text;

using WorthyNews.Formats.Sitemaps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Web.Sitemaps;

/// <summary>What search engines ask for first.</summary>
public static class SitemapRoutes
{
    public const string Index = "/sitemap.xml";
    public const string News = "/sitemap-news.xml";
    public const string Lists = "/sitemaps/lists.xml";
    public const string Robots = "/robots.txt";

    private static readonly string[] Verbs = ["GET", "HEAD"];

    public static string OfMonth(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"/sitemaps/{year:0000}-{month:00}.xml");

    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Printed(string path) =>
        path is Robots or Index or News or Lists || (path.Length == "/sitemaps/2026-11.xml".Length && path.StartsWith("/sitemaps/", StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal))
            ? new PublicAddress(path)
            : null;

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Robots, Verbs, RobotsAsync).WithName("robots").AllowAnonymous();
        app.MapMethods(Index, Verbs, IndexAsync).WithName("sitemap").AllowAnonymous();
        app.MapMethods(News, Verbs, NewsAsync).WithName("sitemap-news").AllowAnonymous();
        app.MapMethods(Lists, Verbs, ListsAsync).WithName("sitemap-lists").AllowAnonymous();
        app.MapMethods("/sitemaps/{year:year}-{month:two}.xml", Verbs, MonthAsync).WithName("sitemap-month").AllowAnonymous();
    }

    // A report of an error is the same page for every story; there is nothing to find.
    private static Task RobotsAsync(HttpContext context, SiteLinks links, TimeProvider time) => Conditional.WriteAsync(
        context,
        Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /contact?\n\nSitemap: {links.Absolute(Index).AbsoluteUri}\nSitemap: {links.Absolute(News).AbsoluteUri}\n"),
        "text/plain; charset=utf-8", lastModified: null, time.GetUtcNow());

    // Each asks for the last change first: an entry that comes in between is then in the bytes but not yet in the date.
    private static async Task IndexAsync(HttpContext context, NewsSitemaps sitemaps, Newsstand newsstand, TimeProvider time, CancellationToken cancel)
    {
        var lastChange = await newsstand.LastEntryAtAsync(cancel);
        await WriteAsync(context, SitemapWriter.WriteIndex(await sitemaps.IndexAsync(cancel)), lastChange, time);
    }

    private static async Task ListsAsync(HttpContext context, NewsSitemaps sitemaps, Newsstand newsstand, TimeProvider time, CancellationToken cancel)
    {
        var lastChange = await newsstand.LastEntryAtAsync(cancel);
        await WriteAsync(context, SitemapWriter.WriteUrls(await sitemaps.ListsAsync(cancel)), lastChange, time);
    }

    private static async Task NewsAsync(HttpContext context, NewsSitemaps sitemaps, Newsstand newsstand, HouseSettings settings, TimeProvider time, CancellationToken cancel)
    {
        var entry = await newsstand.LastEntryAtAsync(cancel);
        var left = await sitemaps.LastLeftAsync(cancel);
        await WriteAsync(context, SitemapWriter.WriteNews(settings.SiteName, await sitemaps.NewsAsync(cancel)), left is null || entry > left ? entry : left, time);
    }

    private static async Task MonthAsync(string year, string month, HttpContext context, NewsSitemaps sitemaps, Newsstand newsstand, TimeProvider time, CancellationToken cancel)
    {
        var lastChange = await newsstand.LastEntryAtAsync(cancel);
        var (y, m) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture));
        var urls = m is >= 1 and <= 12 ? await sitemaps.OfMonthAsync(y, m, cancel) : [];
        if (urls.Count == 0) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else await WriteAsync(context, SitemapWriter.WriteUrls(urls), lastChange, time);
    }

    private static Task WriteAsync(HttpContext context, byte[] bytes, DateTimeOffset? lastChange, TimeProvider time) =>
        Conditional.WriteAsync(context, bytes, SitemapWriter.ContentType, lastChange, time.GetUtcNow());
}
