namespace WorthyNews.Newsroom.Places;

/// <summary>The country, state or region that a dateline prints after a place: "Idaho", "Ga.", "Idaho, United States".</summary>
internal sealed class PrintedLand
{
    private readonly (string Key, IReadOnlyList<Land> Lands)[] parts;

    private PrintedLand((string, IReadOnlyList<Land>)[] parts) => this.parts = parts;

    /// <summary>Null when it says nothing that is known, which is no mistake: few regions are known.</summary>
    public static PrintedLand? Read(string? text)
    {
        if (text is null) return null;
        (string Key, IReadOnlyList<Land> Lands)[] read = [.. text.Split(',').Select(PlaceKey.Of).Select(key => (key, Lands.Named(key)))];
        return Array.TrueForAll(read, p => p.Lands.Count > 0 || DisputedPlaces.IsLabel(p.Key)) ? new PrintedLand(read) : null;
    }

    /// <summary>True when the place lies there, by the borders of GeoNames or by the house's label.</summary>
    public bool Holds(GazetteerPlace place) => Array.TrueForAll(parts, part =>
        part.Lands.Any(land => land.Country == place.Country && (land.Admin.Length == 0 || land.Admin == place.Admin))
        || (place.CountryCode is { } code && part.Lands.Any(land => land.Country == code && land.Admin.Length == 0))
        || (place.CountryName is { } label && PlaceKey.Of(label) == part.Key));

    /// <summary>True when a place of this country may lie there; a label of disputed lands may hold any.</summary>
    public bool MayHold(string? code) => Array.TrueForAll(parts, part => part.Lands.Any(land => land.Country == code) || DisputedPlaces.IsLabel(part.Key));

    /// <summary>"Georgia" of "Ga." in the United States; null when no state or region of this country is printed.</summary>
    public string? RegionIn(string code) => parts.SelectMany(part => part.Lands).FirstOrDefault(land => land.Country == code && land.Admin.Length > 0)?.Name;
}
