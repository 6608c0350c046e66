using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;

namespace WorthyNews.Bench;

/// <param name="Depth">0 for the outermost.</param>
internal sealed record PlanLine(int Depth, string Text);

/// <summary>How a database answers a query, and what is wrong with that.</summary>
internal abstract class QueryPlan(string sql, IReadOnlyList<PlanLine> lines)
{
    /// <summary>Those that grow with every dispatch.</summary>
    private static readonly string[] BigTables = ["Stories", "Listings", "FormerListings", "WireEntries", "Addresses"];

    public IReadOnlyList<PlanLine> Lines => lines;

    protected string Sql => sql;

    public static async Task<QueryPlan> ExplainAsync(DbContext db, SentSql sent, CancellationToken cancel)
    {
        var isSqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sent.Sql;
        foreach (var (name, value) in sent.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        return isSqlite ? await SqlitePlan.ReadAsync(sent.Sql, reader, cancel) : await PostgresPlan.ReadAsync(sent.Sql, reader, cancel);
    }

    /// <param name="bound">The column that the index must be entered by; null when the query starts at the index's end.</param>
    public IEnumerable<string> Faults(string? bound)
    {
        foreach (var fault in ReadsTooMuch()) yield return fault;
        if (bound is not null && !lines.Any(l => IsBoundedBy(l, bound))) yield return $"no index is entered by {bound}";
    }

    protected abstract IEnumerable<string> ReadsTooMuch();

    protected abstract bool IsBoundedBy(PlanLine line, string column);

    protected static bool IsBig(string table) => BigTables.Contains(table, StringComparer.Ordinal);

    /// <summary>True when nothing is filtered and the query ends after so many rows: a walk along an index that stops.</summary>
    protected bool StopsByItself => sql.Contains("LIMIT", StringComparison.Ordinal) && !sql.Contains("WHERE", StringComparison.Ordinal);
}

/// <remarks>Source: sqlite.org/eqp.html: SCAN reads all of a table or index, SEARCH a part; a sort without index is a temporary B-tree.</remarks>
internal sealed partial class SqlitePlan(string sql, IReadOnlyList<PlanLine> lines) : QueryPlan(sql, lines)
{
    public static async Task<QueryPlan> ReadAsync(string sql, DbDataReader reader, CancellationToken cancel)
    {
        var depths = new Dictionary<long, int> { [0] = -1 };
        var lines = new List<PlanLine>();
        while (await reader.ReadAsync(cancel))
        {
            var depth = depths[reader.GetInt64(0)] = depths[reader.GetInt64(1)] + 1;
            lines.Add(new PlanLine(depth, reader.GetString(3)));
        }

        return new SqlitePlan(sql, lines);
    }

    protected override IEnumerable<string> ReadsTooMuch()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (IsScan(line) && IsOfBigTable(line) && !StopsByItself) yield return line.Text;
            // What is sorted is what the outermost loop beside it goes through: a subquery has ended at its own LIMIT.
            if (line.Text.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal) && OutermostLoopBeside(i) is { } loop && IsOfBigTable(loop))
                yield return $"{line.Text} of {loop.Text}";
        }
    }

    protected override bool IsBoundedBy(PlanLine line, string column) =>
        line.Text.StartsWith("SEARCH", StringComparison.Ordinal) && Regex.IsMatch(line.Text, $@"\b{column}[<>=]", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool IsScan(PlanLine line) => line.Text.StartsWith("SCAN ", StringComparison.Ordinal);

    private static bool IsLoop(PlanLine line) => IsScan(line) || line.Text.StartsWith("SEARCH ", StringComparison.Ordinal);

    private PlanLine? OutermostLoopBeside(int index)
    {
        var first = index;
        while (first > 0 && Lines[first - 1].Depth >= Lines[index].Depth) first--;
        return Lines.Skip(first).TakeWhile(l => l.Depth >= Lines[index].Depth).FirstOrDefault(l => l.Depth == Lines[index].Depth && IsLoop(l));
    }

    private bool IsOfBigTable(PlanLine loop)
    {
        var alias = loop.Text.Split(' ')[1];
        return Aliases().Matches(Sql).Any(m => m.Groups["alias"].Value == alias && IsBig(m.Groups["table"].Value));
    }

    [GeneratedRegex("""
        "(?<table>\w+)" AS "(?<alias>\w+)"
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Aliases();
}

/// <remarks>Source: the PostgreSQL manual, "Using EXPLAIN": a line that begins with an arrow is a node, others tell of the node above.</remarks>
internal sealed partial class PostgresPlan(string sql, IReadOnlyList<PlanLine> lines) : QueryPlan(sql, lines)
{
    private const int FewRows = 200;

    public static async Task<QueryPlan> ReadAsync(string sql, DbDataReader reader, CancellationToken cancel)
    {
        var lines = new List<PlanLine>();
        while (await reader.ReadAsync(cancel))
        {
            var text = reader.GetString(0);
            lines.Add(new PlanLine((text.Length - text.TrimStart().Length) / 2, text.Trim()));
        }

        return new PostgresPlan(sql, lines);
    }

    protected override IEnumerable<string> ReadsTooMuch()
    {
        foreach (var line in Lines)
        {
            if (line.Text.Contains("Seq Scan on", StringComparison.Ordinal) && IsOfBigTable(line)) yield return line.Text;
            // The planner may well take what little an index leaves and sort it; more than a page or two it must walk in order.
            if (Sorts().Match(line.Text) is { Success: true } sort && int.Parse(sort.Groups["rows"].Value, CultureInfo.InvariantCulture) > FewRows)
                yield return line.Text;
        }
    }

    protected override bool IsBoundedBy(PlanLine line, string column) =>
        line.Text.StartsWith("Index Cond:", StringComparison.Ordinal) && line.Text.Contains($"\"{column}\"", StringComparison.Ordinal);

    private static bool IsOfBigTable(PlanLine line) => Tables().Match(line.Text) is { Success: true } match && IsBig(match.Groups["table"].Value);

    [GeneratedRegex(@"^(-> +)?(Incremental )?Sort +\(.* rows=(?<rows>\d+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sorts();

    [GeneratedRegex("""
         on "(?<table>\w+)"
        """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}
