namespace WorthyNews.Newsroom.Places;

/// <summary>A country or a region of one.</summary>
/// <param name="Admin">GeoNames admin1 code; empty for the country itself.</param>
internal sealed record Land(string Country, string Admin, string Name, GeoPoint Point);

/// <summary>The countries of the world, and the regions that datelines name.</summary>
internal static class Lands
{
    private static readonly Dictionary<(string Country, string Admin), Land> ByCode;
    private static readonly Dictionary<string, Land[]> ByKey;

    static Lands()
    {
        List<(Land Land, string[] Names)> lands =
        [
            .. HandTable.Rows("countries.tsv").Select(r => (new Land(r[0], "", r[1], HandTable.Point(r[2])), Names(r, 1, 3))),
            .. HandTable.Rows("regions.tsv").Select(r => (new Land(r[0], r[1], r[2], HandTable.Point(r[3])), Names(r, 2, 4))),
        ];
        ByCode = lands.ToDictionary(l => (l.Land.Country, l.Land.Admin), l => l.Land);
        ByKey = lands.SelectMany(l => l.Names.Select(name => (Key: PlaceKey.Of(name), l.Land))).Distinct()
            .GroupBy(l => l.Key, l => l.Land, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Countries first; empty when there is none of this name.</summary>
    public static IReadOnlyList<Land> Named(string key) => ByKey.GetValueOrDefault(key) ?? [];

    public static Land? Country(string code) => ByCode.GetValueOrDefault((code, ""));

    /// <summary>Null for most: only regions that datelines name are known.</summary>
    public static Land? Region(string country, string admin) => admin.Length == 0 ? null : ByCode.GetValueOrDefault((country, admin));

    private static string[] Names(string[] row, int name, int others) => row.Length > others ? [row[name], .. row[others].Split(';')] : [row[name]];
}
