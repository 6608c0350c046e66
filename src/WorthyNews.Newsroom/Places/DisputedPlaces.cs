namespace WorthyNews.Newsroom.Places;

/// <summary>What the house says of a place whose country is disputed.</summary>
/// <param name="Code">ISO 3166-1 alpha-2; null when the house names no country.</param>
/// <param name="Label">What stands in place of the country; null for nothing.</param>
internal sealed record DisputedLabel(string? Code, string? Label);

/// <summary>The short list of <c>disputed.tsv</c>. Why it says what it says: docs/decisions/0011.</summary>
internal static class DisputedPlaces
{
    private static readonly (string Country, string Admin, string Name, DisputedLabel Label)[] Rows =
        [.. HandTable.Rows("disputed.tsv").Select(r => (r[0], r[1], r[2], new DisputedLabel(Said(r[3]), Said(r[4]))))];

    private static readonly HashSet<string> Keys = [.. Rows.Where(r => r.Label.Label is not null).Select(r => PlaceKey.Of(r.Label.Label!))];

    /// <summary>Null when nothing is disputed.</summary>
    public static DisputedLabel? Find(string country, string admin, string name)
    {
        foreach (var row in Rows)
        {
            if (row.Country == country && (row.Admin == "*" || row.Admin == admin) && (row.Name == "*" || row.Name == name)) return row.Label;
        }

        return null;
    }

    /// <summary>The row that prints this label; null when none does.</summary>
    public static DisputedLabel? Labelled(string label) => Array.Find(Rows, r => r.Label.Label == label).Label;

    public static bool IsLabel(string key) => Keys.Contains(key);

    /// <summary>Crimea and its cities are Ukraine's here, whatever the extract says the next time it is made.</summary>
    public static PlaceRow Placed(PlaceRow place) =>
        place is { Country: "RU", Point: { Latitude: > 44.3 and < 46.2, Longitude: > 32.4 and < 36.65 } } ? place with { Country = "UA", Region = "11" } : place;

    private static string? Said(string field) => field == "-" ? null : field;
}
