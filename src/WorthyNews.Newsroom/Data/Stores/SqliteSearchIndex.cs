using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>FTS5. Its row numbers are our keys, so that the newest come first without sorting, and a time is a range of them.</summary>
/// <remarks>
/// The table, made by the migration StoriesAreSearchable, deletes securely: a plain delete leaves the words in the index until it
/// happens to be merged. Source: sqlite.org/fts5.html, "Full-text Query Syntax", "The bm25() function", "The 'secure-delete' Configuration Option".
/// </remarks>
internal sealed class SqliteSearchIndex : ISearchIndex
{
    public async Task PutAsync(DatabaseFacade database, long key, SearchFields fields, CancellationToken cancel)
    {
        await RemoveAsync(database, key, cancel);
        await database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SearchWords"(rowid, "Listed", "Headline", "Kicker", "Standfirst", "Credits", "Body")
            VALUES ({key}, {fields.Listed}, {fields.Headline}, {fields.Kicker}, {fields.Standfirst}, {fields.Credits}, {fields.Body})
            """,
            cancel);
    }

    public Task RemoveAsync(DatabaseFacade database, long key, CancellationToken cancel) =>
        database.ExecuteSqlAsync($"""DELETE FROM "SearchWords" WHERE rowid = {key}""", cancel);

    public Task<List<SearchHit>> FindAsync(DatabaseFacade database, SearchAsk ask, int max, CancellationToken cancel)
    {
        var match = Match(ask);
        var since = ask.Since is { } at ? SearchText.KeyFrom(at) : long.MinValue;
        return database.SqlQuery<SearchHit>(
            $"""
            SELECT "SearchWords".rowid AS "Key", -bm25("SearchWords", 0.0, 8.0, 2.0, 4.0, 4.0, 1.0) AS "Relevance", t."Listed"
            FROM "SearchWords" CROSS JOIN "SearchTexts" AS t ON t."Key" = "SearchWords".rowid
            WHERE "SearchWords" MATCH {match} AND "SearchWords".rowid >= {since} ORDER BY "SearchWords".rowid DESC LIMIT {max}
            """).ToListAsync(cancel);
    }

    private static string Match(SearchAsk ask)
    {
        var with = ask.Query.With.Select(Quoted).Concat(ask.Marks.Select(OneOf)).ToList();
        // FTS5 takes words away from others only.
        var needed = string.Join(" AND ", with.Count > 0 ? with : [Quoted(SearchFields.All)]);
        return ask.Query.Without.Count == 0 ? needed : $"({needed}) NOT ({string.Join(" OR ", ask.Query.Without.Select(Quoted))})";
    }

    private static string OneOf(IReadOnlyList<string> marks) => $"({string.Join(" OR ", marks.Select(Quoted))})";

    private static string Quoted(SearchTerm term) => Quoted(string.Join(' ', term.Words));

    /// <summary>A string of FTS5: in it nothing is syntax, and a quote is doubled.</summary>
    private static string Quoted(string words) => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
