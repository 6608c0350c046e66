namespace WorthyNews.Newsroom.Places;

/// <summary>The country and state of a dateline's place, for programs that read addresses.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2, and XK for Kosovo.</param>
/// <param name="Region">The state or province that the dateline prints; null when it prints none.</param>
public sealed record PlaceAddress(string CountryCode, string? Region)
{
    /// <summary>How far around a place in disputed lands nothing is said.</summary>
    private const double DisputedKm = 30;

    /// <param name="land">As printed after the place; null for nothing.</param>
    /// <returns>
    /// Null when nobody knows where the place lies, and in lands that the house calls by their own name and by no country's: there
    /// the code is for maps only, and an address would settle for a program what is left open to readers.
    /// </returns>
    /// <remarks>Source: docs/decisions/0011.</remarks>
    public static PlaceAddress? Of(DatelinePlace place, string? land)
    {
        if (place is not { Point: { } point, CountryCode: { } code }) return null;
        var isOpen = NearbyPlaces.Around(point, DisputedKm) is [var nearest, ..] && DisputedPlaces.Find(nearest.Country, nearest.Region, nearest.Name) is not null;
        return isOpen ? null : new PlaceAddress(code, PrintedLand.Read(land)?.RegionIn(code));
    }
}
