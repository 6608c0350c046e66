using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>A page of ours that has something to read.</summary>
/// <param name="UpdatedAt">The last change a reader should know of.</param>
public sealed record StandingPage(string Address, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt);

/// <summary>A month of UTC, by first publication, that has live stories.</summary>
/// <param name="ChangedAt">When the wire last said anything of a story of that month, withdrawals included.</param>
public sealed record StandingMonth(int Year, int Month, DateTimeOffset ChangedAt);

/// <summary>All that stands at the Newsstand, counted out for search engines.</summary>
public sealed class Inventory(IDbContextFactory<WireDb> contexts)
{
    private static readonly StoryState[] States = [StoryState.Live, StoryState.Retracted, StoryState.Killed];

    // The pages of languages do not exist yet.
    private static readonly NameKind[] Listed = [NameKind.Bureau, NameKind.Section, NameKind.Topic, NameKind.Contributor, NameKind.Place];

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<StandingMonth>> MonthsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        var months = new List<StandingMonth>();
        var before = DateTimeOffset.MaxValue;
        // From month to month along the index: a question for each that has stories, however many those are.
        while (await db.Stories.Live().Where(c => c.PublishedAt < before).MaxAsync(c => (DateTimeOffset?)c.PublishedAt, cancel) is { } newest)
        {
            var (start, end) = Bounds(newest.Year, newest.Month);
            var changed = await Within(db.Stories.Where(c => States.Contains(c.State)), start, end).MaxAsync(c => c.ChangedAt, cancel);
            months.Add(new StandingMonth(newest.Year, newest.Month, changed));
            before = start;
        }

        return months;
    }

    /// <summary>Live stories of a month, newest first.</summary>
    public async Task<IReadOnlyList<StandingPage>> OfMonthAsync(int year, int month, int count, CancellationToken cancel)
    {
        var (start, end) = Bounds(year, month);
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await Within(db.Stories.Live(), start, end).NewestFirst().Take(count)
            .Select(c => new StandingPage(c.Address, c.PublishedAt, c.UpdatedAt)).ToListAsync(cancel);
    }

    /// <summary>The bureaus, sections, topics, contributors and places that are shown and have a live story.</summary>
    public async Task<IReadOnlyList<DirectoryName>> ListsAsync(int count, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, [WireTags.All, .. Listed.Select(WireTags.Names)]);
        return await db.Names
            .Where(n => Listed.Contains(n.Kind) && !n.IsHidden && db.Listings.Any(l => l.Kind == n.Kind && l.Slug == n.Slug && l.State == StoryState.Live))
            .OrderBy(n => n.Kind).ThenBy(n => n.Slug).Take(count).ToListAsync(cancel);
    }

    /// <summary>Live stories first published since then, newest first, without samples: those are no news.</summary>
    public async Task<IReadOnlyList<StoryCard>> NewsSinceAsync(DateTimeOffset since, int count, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await db.Stories.Live().Where(c => c.PublishedAt >= since && !c.Sample).NewestFirst().Take(count).ToListAsync(cancel);
    }

    /// <summary>The newest first publication before then; null when there is none.</summary>
    public async Task<DateTimeOffset?> NewestBeforeAsync(DateTimeOffset until, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await db.Stories.Live().Where(c => c.PublishedAt < until).MaxAsync(c => (DateTimeOffset?)c.PublishedAt, cancel);
    }

    // The last month there is has no month after it.
    private static (DateTimeOffset Start, DateTimeOffset End) Bounds(int year, int month)
    {
        var start = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        return (start, (year, month) == (9999, 12) ? DateTimeOffset.MaxValue : start.AddMonths(1));
    }

    private static IQueryable<StoryCard> Within(IQueryable<StoryCard> cards, DateTimeOffset start, DateTimeOffset end) =>
        cards.Where(c => c.PublishedAt >= start && c.PublishedAt < end);
}
