namespace WorthyNews.Newsroom.Directory;

/// <summary>The names that were merged into others, and where each of them is now.</summary>
/// <remarks>Snapshots and revisions go on naming what they named; whoever reads them asks here. One step is always enough: what is merged into a name that is merged later moves on with it.</remarks>
/// <param name="names">Those that were merged; others are passed over.</param>
public sealed class Mergers(IEnumerable<DirectoryName> names)
{
    public static readonly Mergers None = new([]);

    private readonly Dictionary<(NameKind Kind, string Slug), DirectoryName> merged =
        names.Where(n => n.MergedInto is not null).ToDictionary(n => (n.Kind, n.Slug));

    public IReadOnlyCollection<DirectoryName> Names => merged.Values;

    public bool AreNone => merged.Count == 0;

    /// <summary>The slug under which it is found today: its own, unless it was merged.</summary>
    public string SurvivorOf(NameKind kind, string slug) => merged.TryGetValue((kind, slug), out var name) ? name.MergedInto! : slug;

    /// <inheritdoc cref="SurvivorOf"/>
    /// <param name="slug">Null stays null.</param>
    public string? SurvivorOrNull(NameKind kind, string? slug) => slug is null ? null : SurvivorOf(kind, slug);

    /// <summary>All slugs that mean this one: its own first, then those that were merged into it.</summary>
    public IReadOnlyList<string> SlugsOf(NameKind kind, string survivor) =>
        [survivor, .. merged.Values.Where(n => n.Kind == kind && n.MergedInto == survivor).Select(n => n.Slug).Order(StringComparer.Ordinal)];
}

public static class DirectoryFilters
{
    extension(IQueryable<DirectoryName> names)
    {
        /// <summary>Few, and found by an index of their own.</summary>
        // As a range, for SQLite takes no index to find what is not null.
#pragma warning disable CA1309 // The database compares.
        public IQueryable<DirectoryName> Merged() => names.Where(n => string.Compare(n.MergedInto, "") > 0);
#pragma warning restore CA1309
    }
}
