using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>How far back is looked, from now.</summary>
public enum SearchSpan
{
    Day,
    Week,
    Month,
    Year,
}

/// <summary>What a reader asks.</summary>
/// <param name="Under">At most one of each kind.</param>
/// <param name="Within">Null for any time.</param>
public sealed record SearchQuestion(SearchQuery Query, IReadOnlyDictionary<NameKind, string> Under, SearchSpan? Within)
{
    public bool AsksAnything => Query.HasTerms || Under.Count > 0 || Within is not null;
}

/// <param name="Headline">Marked where it has what was asked.</param>
/// <param name="Extract">Of the body, marked; null when the body has nothing of it.</param>
public sealed record FoundStory(StoryCard Card, MarkedText Headline, MarkedText? Extract);

/// <summary>A name that the found stories are listed under.</summary>
public sealed record SearchCount(NameKind Kind, string Slug, string Name, int Count);

/// <param name="Stories">One page of them, best first.</param>
/// <param name="Count">How many were found and ranked, at most <see cref="Newsstand.MostFound"/>.</param>
/// <param name="HasMore">There are older ones, which are neither ranked nor counted.</param>
/// <param name="Names">Of each kind at most <see cref="Newsstand.MostNames"/>, most stories first.</param>
/// <param name="Spans">How many are at most so old.</param>
public sealed record SearchAnswer(
    IReadOnlyList<FoundStory> Stories, int Count, bool HasMore, IReadOnlyList<SearchCount> Names, IReadOnlyDictionary<SearchSpan, int> Spans);

/// <remarks>
/// Of what was found the newest <see cref="MostFound"/> are ranked and counted: a search costs no more than that, however much is found.
/// They are ranked by relevance × (1 + 2^(−age / 90 days)): a story of this minute weighs twice as much as a very old one that
/// has the words as well, and half of that lead is gone after 90 days. Equals stand newest first.
/// </remarks>
public sealed partial class Newsstand
{
    public const int MostFound = 200;
    public const int FoundOnAPage = 10;
    public const int MostNames = 8;

    /// <summary>The last page that there can be.</summary>
    public const int LastFoundPage = MostFound / FoundOnAPage;

    private const int ExtractChars = 240;

    private static readonly TimeSpan LeadHalved = TimeSpan.FromDays(90);

    /// <param name="page">Counted from 1.</param>
    public async Task<SearchAnswer> SearchAsync(SearchQuestion question, int page, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        var mergers = await MergersAsync(db, cancel);
        var ask = new SearchAsk(question.Query, [.. question.Under.Select(u => Marks(u.Key, u.Value, mergers))], question.Within is { } span ? Since(span, now) : null);
        var hits = await db.FindAsync(ask, MostFound + 1, cancel);
        var hasMore = hits.Count > MostFound;
        if (hasMore) hits.RemoveAt(MostFound);

        var keys = hits.OrderByDescending(h => Score(h, now)).ThenByDescending(h => h.Key)
            .Skip((page - 1) * FoundOnAPage).Take(FoundOnAPage).Select(h => h.Key).ToList();
        // Asked for the state as well, SQLite would walk all live stories. What is not live is not in the index; it is left out even if it were.
        var found = keys.Count == 0 ? [] : await (
            from text in db.SearchTexts
            where keys.Contains(text.Key)
            join card in db.Stories on text.StoryId equals card.StoryId
            select new { text.Key, text.Text, Card = card }).ToDictionaryAsync(f => f.Key, cancel);

        return new SearchAnswer(
            [.. keys.Where(k => found.TryGetValue(k, out var f) && f.Card.State == StoryState.Live).Select(k => Marked(found[k].Card, found[k].Text, question.Query))],
            hits.Count,
            hasMore,
            await CountAsync(db, hits, mergers, cancel),
            Enum.GetValues<SearchSpan>().ToDictionary(s => s, s => hits.Count(h => h.Key >= SearchText.KeyFrom(Since(s, now)))));
    }

    private static double Score(SearchHit hit, DateTimeOffset now)
    {
        var age = now - SearchText.InstantOf(hit.Key);
        return hit.Relevance * (1 + Math.Pow(2, -Math.Max(0, age / LeadHalved)));
    }

    private static FoundStory Marked(StoryCard card, string text, SearchQuery query)
    {
        var extract = MarkedText.Extract(text, query, ExtractChars);
        return new FoundStory(card, MarkedText.Of(card.Headline, query), extract.HasMarks ? extract : null);
    }

    /// <summary>What was indexed before a merger bears the mark of then.</summary>
    private static IReadOnlyList<string> Marks(NameKind kind, string slug, Mergers mergers) =>
        [.. mergers.SlugsOf(kind, mergers.SurvivorOf(kind, slug)).Select(s => SearchFields.Mark(kind, s))];

    private static async Task<IReadOnlyList<SearchCount>> CountAsync(Data.WireDb db, List<SearchHit> hits, Mergers mergers, CancellationToken cancel)
    {
        var counts = SearchFields.CountMarks(hits.Select(h => h.Listed), mergers)
            .GroupBy(c => c.Key.Kind)
            .SelectMany(kind => kind.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Slug, StringComparer.Ordinal).Take(MostNames))
            .ToList();
        if (counts.Count == 0) return [];

        var slugs = counts.Select(c => c.Key.Slug).Distinct().ToList();
        var kinds = counts.Select(c => c.Key.Kind).Distinct().ToList();     // the key of a name begins with its kind
        var names = (await db.Names.Where(n => kinds.Contains(n.Kind) && slugs.Contains(n.Slug)).ToListAsync(cancel)).ToDictionary(n => (n.Kind, n.Slug));
        return
        [
            .. counts.Where(c => !names.TryGetValue(c.Key, out var name) || !name.IsHidden)
                .Select(c => new SearchCount(c.Key.Kind, c.Key.Slug, NameOf(c.Key.Kind, c.Key.Slug, names.GetValueOrDefault(c.Key)), c.Value)),
        ];
    }

    private static string NameOf(NameKind kind, string slug, DirectoryName? name) =>
        name?.Name ?? (kind == NameKind.Language ? LanguageTag.NativeName(slug) : DirectoryName.NameFromSlug(slug));

    private static DateTimeOffset Since(SearchSpan span, DateTimeOffset now) => span switch
    {
        SearchSpan.Day => now.AddDays(-1),
        SearchSpan.Week => now.AddDays(-7),
        SearchSpan.Month => now.AddMonths(-1),
        SearchSpan.Year => now.AddYears(-1),
        _ => throw new ArgumentOutOfRangeException(nameof(span)),
    };
}
