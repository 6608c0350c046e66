namespace WorthyNews.Newsroom.Places;

/// <summary>A place as the gazetteer knows it.</summary>
/// <param name="Name">As GeoNames has it ("Köln"), which need not be the name that was asked for.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, "XK" for Kosovo; null where the house names no country.</param>
/// <param name="CountryName">In English, or the land as the house calls it ("West Bank"); null where it says neither.</param>
/// <param name="Region">The state or province, of some countries only; null otherwise.</param>
/// <param name="Point">Of a city its middle, to about a kilometer; of a country or region the middle of its largest part.</param>
/// <param name="Population">Rounded; 0 of what nobody counts.</param>
public sealed record GazetteerPlace(
    string Name, string? CountryCode, string? CountryName, string? Region, GeoPoint Point, int Population, PlaceKind Kind)
{
    /// <summary>"Moscow, Idaho, United States"; "Jerusalem".</summary>
    public string Text => string.Join(", ", new[] { Name, Region, CountryName }.Where(part => part is not null).Distinct(StringComparer.Ordinal));

    /// <summary>What sets it apart from its namesakes: the state, else the country; null where the house says neither.</summary>
    public string? Within => Region ?? CountryName;

    /// <summary>The country of GeoNames, whatever the house prints: "Jerusalem, Israel" is understood.</summary>
    internal string Country { get; init; } = "";

    /// <summary>The GeoNames admin1 code; empty for a country.</summary>
    internal string Admin { get; init; } = "";
}
