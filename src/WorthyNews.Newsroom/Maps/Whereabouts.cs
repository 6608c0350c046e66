using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>In which country a place lies, as we shade it and as we say it.</summary>
internal static class Whereabouts
{
    private const int SaidPlaces = 8;
    private const int SaidLetters = 60;
    private const double JerusalemKm = 12;
    private static readonly Vector Jerusalem = Vector.Of(31.778, 35.22);

    /// <summary>Names that ask for an article.</summary>
    private static readonly HashSet<string> WithArticle = new(StringComparer.Ordinal)
    {
        "AE", "BS", "CD", "CF", "CG", "CK", "DO", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MP", "MV", "NL", "PH", "SB", "SC", "TC", "UM", "US", "VG", "VI",
    };

    /// <summary>Lands with a code of their own that the atlas counts to a country.</summary>
    private static readonly Dictionary<string, (string Country, string Name)> Within = new(StringComparer.Ordinal)
    {
        ["SJ"] = ("NO", "Svalbard"), ["BV"] = ("NO", "Bouvet Island"), ["GF"] = ("FR", "French Guiana"), ["GP"] = ("FR", "Guadeloupe"),
        ["MQ"] = ("FR", "Martinique"), ["RE"] = ("FR", "Réunion"), ["YT"] = ("FR", "Mayotte"), ["BQ"] = ("NL", "the Caribbean Netherlands"),
        ["TK"] = ("NZ", "Tokelau"), ["CC"] = ("AU-IOT", "the Cocos Islands"), ["CX"] = ("AU-IOT", "Christmas Island"),
    };

    /// <summary>The country to shade: a place on land that <see cref="DisputedBorders"/> gives to somebody goes with that.</summary>
    public static AtlasCountry? CountryOf(MapPlace place) =>
        Atlas.World.Country(MovedTo(place) is { } unit ? DisputedBorders.OwnerOf(unit)
            : place.CountryCode is { } code && Within.TryGetValue(code, out var within) ? within.Country : place.CountryCode);

    /// <summary>The piece of land that <see cref="DisputedBorders"/> gives to somebody, else the country; null when neither is known.</summary>
    public static string? LandOf(MapPlace place) => MovedTo(place) ?? CountryOf(place)?.Code;

    /// <summary>"Map: Pyongyang in North Korea, Moscow in Russia and Kyiv in Ukraine".</summary>
    public static string Alt(IReadOnlyList<MapPlace> places)
    {
        var said = places.Take(SaidPlaces).Select(p => (Name: Label.Clean(p.Name, SaidLetters), Where: Said(p))).ToList();
        var rest = places.Count - said.Count;
        var oneCountry = said[0].Where is { } where && rest == 0 && said.Count > 1 && said.TrueForAll(s => s.Where == where) ? said[0].Where : null;
        var parts = said.Select(s => s.Where is null || oneCountry is not null || s.Where == s.Name ? s.Name : $"{s.Name} in {s.Where}").ToList();
        if (rest > 0) parts.Add(rest == 1 ? "one more place" : $"{rest} more places");
        var list = parts.Count == 1 ? parts[0] : string.Join(", ", parts.SkipLast(1)) + " and " + parts[^1];
        return "Map: " + list + (oneCountry is null ? "" : " in " + oneCountry);
    }

    /// <summary>The region where the country is the question, else the country; null when there is nothing neutral to say.</summary>
    private static string? Said(MapPlace place)
    {
        var point = place.Point!.Value;
        if (Vector.Of(point).AngleTo(Jerusalem) * Vector.EarthKm < JerusalemKm) return null;
        if (place.CountryCode == "PS") return point.Longitude < 34.7 ? "the Gaza Strip" : "the West Bank";
        if (MovedTo(place) is "UA-43") return "Crimea";
        if (MovedTo(place) is "SO-SL") return "Somaliland";
        if (place.CountryCode is "IL" or "SY" && IsGolan(point)) return "the Golan Heights";
        if (place.CountryCode is "IN" or "PK" or "CN" && IsKashmir(point)) return "Kashmir";
        if (place.CountryCode is { } code && Within.TryGetValue(code, out var within)) return within.Name;
        if (CountryOf(place) is not { } country) return null;
        return WithArticle.Contains(country.Code) ? "the " + country.Name : country.Name;
    }

    private static bool IsGolan(GeoPoint p) => p is { Latitude: > 32.72 and < 33.3, Longitude: > 35.65 and < 35.88 };

    /// <summary>The old state of Jammu and Kashmir, roughly and rather too small.</summary>
    private static bool IsKashmir(GeoPoint p) =>
        p is { Latitude: > 32.5 and < 36.9, Longitude: > 72.6 and < 79.5 }
        && p.Latitude > 33.15 - (p.Longitude - 73.9) * 0.3 && p.Longitude > 73.45 - Math.Max(0, p.Latitude - 35) * 0.6;

    private static string? MovedTo(MapPlace place) => place.Point is { } point ? Atlas.World.GivenAt(point)?.Code : null;
}
