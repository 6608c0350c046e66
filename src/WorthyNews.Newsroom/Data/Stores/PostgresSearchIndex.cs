using System.Globalization;
using System.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>A tsvector and a GIN index. Both the vector and the query are written out by us; no parser or dictionary of the server reads them.</summary>
/// <remarks>Source: the PostgreSQL manual, 8.11 (tsvector, tsquery) and 12.11 (limitations).</remarks>
internal sealed class PostgresSearchIndex : ISearchIndex
{
    // Beyond these the server drops positions by itself, or refuses the whole.
    private const int LastPosition = 16_383;
    private const int MostPositions = 255;

    /// <summary>No phrase reaches from one field into the next.</summary>
    private const int BetweenFields = 8;

    public Task PutAsync(DatabaseFacade database, long key, SearchFields fields, CancellationToken cancel)
    {
        var words = Vector(fields);
        return database.ExecuteSqlAsync($"""UPDATE "SearchTexts" SET "Words" = CAST({words} AS tsvector) WHERE "Key" = {key}""", cancel);
    }

    /// <summary>The words stand in the row that goes.</summary>
    public Task RemoveAsync(DatabaseFacade database, long key, CancellationToken cancel) => Task.CompletedTask;

    public Task<List<SearchHit>> FindAsync(DatabaseFacade database, SearchAsk ask, int max, CancellationToken cancel)
    {
        var wanted = Query(ask);
        var ranked = Ranked(ask);
        var since = ask.Since is { } at ? SearchText.KeyFrom(at) : long.MinValue;
        // Weights of D, C, B and A; 1 divides by the logarithm of the length.
        return database.SqlQuery<SearchHit>(
            $$"""
            SELECT found."Key", CAST(ts_rank('{0.1, 0.2, 0.4, 1.0}', found."Words", CAST({{ranked}} AS tsquery), 1) AS double precision) AS "Relevance", found."Listed"
            FROM (SELECT "Key", "Words", "Listed" FROM "SearchTexts" WHERE "Words" @@ CAST({{wanted}} AS tsquery) AND "Key" >= {{since}} ORDER BY "Key" DESC LIMIT {{max}}) AS found
            ORDER BY found."Key" DESC
            """).ToListAsync(cancel);
    }

    private static string Query(SearchAsk ask)
    {
        var with = ask.Query.With.Select(Phrase).Concat(ask.Marks.Select(OneOf)).ToList();
        if (with.Count == 0) with.Add(Quoted(SearchFields.All));
        return string.Join(" & ", with.Concat(ask.Query.Without.Select(t => $"!{Phrase(t)}")));
    }

    /// <summary>Without the filters, which would rank all alike.</summary>
    private static string Ranked(SearchAsk ask) => string.Join(" & ", ask.Query.With.Select(Phrase));

    private static string OneOf(IReadOnlyList<string> marks) => $"({string.Join(" | ", marks.Select(Quoted))})";

    private static string Phrase(SearchTerm term) => $"({string.Join(" <-> ", term.Words.Select(Quoted))})";

    /// <summary>A lexeme: in it nothing is syntax; a quote and a backslash are doubled.</summary>
    private static string Quoted(string word) =>
        $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Vector(SearchFields fields)
    {
        var places = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var position = 0;
        foreach (var (words, weight) in new[] { (fields.Headline, "A"), (fields.Kicker, "C"), (fields.Standfirst, "B"), (fields.Credits, "B"), (fields.Body, "") })
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                position = Math.Min(position + 1, LastPosition);
                if (!places.TryGetValue(word, out var at)) places.Add(word, at = []);
                if (at.Count < MostPositions) at.Add(string.Create(CultureInfo.InvariantCulture, $"{position}{weight}"));
            }

            position += BetweenFields;
        }

        var vector = new StringBuilder();
        foreach (var mark in fields.Listed.Split(' ')) vector.Append(Quoted(mark)).Append(' ');
        foreach (var (word, at) in places) vector.Append(Quoted(word)).Append(':').AppendJoin(',', at).Append(' ');
        return vector.ToString();
    }
}
