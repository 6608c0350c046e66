namespace WorthyNews.Newsroom.Data;

/// <summary>What stands in a database at one instant, counted: a copy that counts the same has everything.</summary>
public sealed record Census
{
    /// <summary>How many rows each table has, by its name; the tables behind the search index are counted like any other.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    /// <summary>Ids of the migrations that made the tables, in their order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>Of the newest entry on the wire; 0 on an empty one.</summary>
    public required long NewestSequence { get; init; }

    /// <summary>When the newest entry was made; null on an empty wire.</summary>
    public required DateTimeOffset? NewestEntryAt { get; init; }

    /// <summary>Stories that are live.</summary>
    public required long LiveStories { get; init; }

    /// <summary>The newest first publication of a live story; null when there is none.</summary>
    public required DateTimeOffset? NewestHeadlineAt { get; init; }

    /// <summary>Entries on the wire.</summary>
    public long Entries => Rows.GetValueOrDefault("WireEntries");

    /// <returns>In what the other differs from this, each a sentence; empty when it is the same.</returns>
    public IReadOnlyList<string> Differences(Census other)
    {
        var found = Rows.Keys.Union(other.Rows.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(table => Rows.GetValueOrDefault(table, -1) != other.Rows.GetValueOrDefault(table, -1))
            .Select(table => $"The table {table} has {Said(other, table)}, and should have {Said(this, table)}.").ToList();
        if (!Migrations.SequenceEqual(other.Migrations, StringComparer.Ordinal)) found.Add("Its migrations are others.");
        if ((NewestSequence, NewestEntryAt) != (other.NewestSequence, other.NewestEntryAt))
            found.Add($"Its newest entry is {other.NewestSequence} of {other.NewestEntryAt:u}, and should be {NewestSequence} of {NewestEntryAt:u}.");
        if ((LiveStories, NewestHeadlineAt) != (other.LiveStories, other.NewestHeadlineAt)) found.Add("Its live stories are others.");
        return found;
    }

    private static string Said(Census census, string table) => census.Rows.TryGetValue(table, out var rows) ? $"{rows} rows" : "never been made";
}
