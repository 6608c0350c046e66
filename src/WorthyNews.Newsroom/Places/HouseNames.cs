namespace WorthyNews.Newsroom.Places;

/// <summary>How far the house has made up its mind about a name.</summary>
internal enum HouseReading
{
    /// <summary>One reading among others.</summary>
    Known,

    /// <summary>The house means this one; the namesakes are said.</summary>
    First,

    /// <summary>The house means this one and no other.</summary>
    Alone,
}

/// <summary>The names of <c>house-names.tsv</c>: what wire copy calls places that GeoNames names otherwise, and places it has not.</summary>
internal static class HouseNames
{
    private static readonly Dictionary<string, string[][]> ByKey = HandTable.Rows("house-names.tsv")
        .GroupBy(row => PlaceKey.Of(row[0]), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static readonly Lazy<Dictionary<GazetteerPlace, string>> OwnNames = new(() => ByKey.Values.SelectMany(rows => rows)
        .Where(row => Marks(row).Contains("ours")).Select(row => (Place: City(row[1])!, Name: row[0])).ToDictionary(r => r.Place, r => r.Name));

    /// <summary>What the house calls a place; null for the name in the table.</summary>
    public static string? Ours(GazetteerPlace place) => OwnNames.Value.GetValueOrDefault(place);

    public static IEnumerable<(GazetteerPlace Place, HouseReading Reading)> Named(string key) =>
        from row in ByKey.GetValueOrDefault(key) ?? []
        let place = char.IsAsciiDigit(row[1][^1]) ? OwnPlace(row) : City(row[1])
        where place is not null
        select (place, Marks(row).Contains("alone") ? HouseReading.Alone : Marks(row).Contains("first") ? HouseReading.First : HouseReading.Known);

    private static string[] Marks(string[] row) => [.. row.Skip(2).SelectMany(field => field.Split(' '))];

    /// <summary>"Köln, DE": the largest of that name there.</summary>
    private static GazetteerPlace? City(string target)
    {
        var comma = target.LastIndexOf(", ", StringComparison.Ordinal);
        var country = target[(comma + 2)..];
        var found = PlaceTable.Present.Named(PlaceKey.Of(target[..comma])).Where(p => p.Country == country).Take(1).ToArray();
        return found is [var place] ? PlaceFinding.From(place) : null;
    }

    private static GazetteerPlace OwnPlace(string[] row)
    {
        var (name, point, land) = (row[0], HandTable.Point(row[1]), row[2]);
        var kind = row is [_, _, _, "area", ..] ? PlaceKind.Region : PlaceKind.City;
        if (Lands.Country(land) is { } country)
            return new GazetteerPlace(name, country.Country, country.Name, null, point, 0, kind) { Country = country.Country };
        var label = DisputedPlaces.Labelled(land);
        return new GazetteerPlace(name, label?.Code, land == name ? null : land, null, point, 0, kind) { Country = label?.Code ?? "" };
    }
}
