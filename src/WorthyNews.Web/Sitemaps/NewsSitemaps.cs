using WorthyNews.Formats.Sitemaps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Sitemaps;

/// <summary>Counts out the live pages, before they have a dialect. What is killed or retracted is in none of them.</summary>
public sealed class NewsSitemaps(Inventory inventory, SiteLinks links, TimeProvider time)
{
    /// <summary>Pages that stand whatever is published.</summary>
    private static readonly string[] Always = ["/", "/about", "/contact", "/corrections", "/corrections-policy", "/feeds", "/plugins", SiteLinks.Newsletter, PluginTerms.Path, "/privacy"];

    private static readonly TimeSpan IsNews = TimeSpan.FromDays(2);

    /// <summary>A file of lists, and one for each month that has stories.</summary>
    public async Task<IReadOnlyList<SitemapUrl>> IndexAsync(CancellationToken cancel) =>
    [
        new SitemapUrl(links.Absolute(SitemapRoutes.Lists)),
        .. (await inventory.MonthsAsync(cancel)).Take(SitemapWriter.MaxUrls - 1)
            .Select(m => new SitemapUrl(links.Absolute(SitemapRoutes.OfMonth(m.Year, m.Month)), m.ChangedAt)),
    ];

    public async Task<IReadOnlyList<SitemapUrl>> ListsAsync(CancellationToken cancel) =>
    [
        .. Always.Select(path => new SitemapUrl(links.Absolute(path))),
        .. (await inventory.ListsAsync(SitemapWriter.MaxUrls - Always.Length, cancel)).Select(name => new SitemapUrl(links.Absolute(SiteLinks.To(name)))),
    ];

    /// <summary>The stories of a month, and its days; empty when it has none. Of a month with more than fifty thousand, the newest.</summary>
    public async Task<IReadOnlyList<SitemapUrl>> OfMonthAsync(int year, int month, CancellationToken cancel)
    {
        var stories = await inventory.OfMonthAsync(year, month, SitemapWriter.MaxUrls - 31, cancel);
        return
        [
            .. stories.Select(s => new SitemapUrl(links.Absolute(s.Address), s.UpdatedAt)),
            .. stories.Select(s => DateOnly.FromDateTime(s.PublishedAt.UtcDateTime)).Distinct().Select(day => new SitemapUrl(links.Absolute(SiteLinks.ToDay(day)))),
        ];
    }

    /// <summary>What was first published in the last two days, by the minute.</summary>
    public async Task<IReadOnlyList<NewsSitemapUrl>> NewsAsync(CancellationToken cancel)
    {
        Ingredients.Ends(Minute(time.GetUtcNow()) + TimeSpan.FromMinutes(1));
        var cards = await inventory.NewsSinceAsync(NewsSince, SitemapWriter.MaxNewsUrls, cancel);
        return [.. cards.Select(c => new NewsSitemapUrl(links.Absolute(c.Address), c.Headline, c.Language, c.PublishedAt, c.UpdatedAt))];
    }

    /// <summary>When the last story grew too old to be news; null when none ever did.</summary>
    public async Task<DateTimeOffset?> LastLeftAsync(CancellationToken cancel) =>
        await inventory.NewestBeforeAsync(NewsSince, cancel) is { } published ? Minute(published) + TimeSpan.FromMinutes(1) + IsNews : null;

    private DateTimeOffset NewsSince => Minute(time.GetUtcNow()) - IsNews;

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}
