using System.Globalization;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Importing;

/// <summary>Coordinates that a file gives for a place, held against the gazetteer and the atlas.</summary>
/// <param name="Place">What the gazetteer knows of that name there; null when it knows none.</param>
/// <param name="HasNamesakes">The gazetteer knows the name, there or elsewhere.</param>
/// <param name="CountryCode">Of the land they lie in, as the house labels it; null at sea and where the house names no country.</param>
/// <param name="Doubts">Sentences for the desk; empty when name, country and coordinates agree.</param>
internal sealed record GivenPoint(GazetteerPlace? Place, bool HasNamesakes, string? CountryCode, IReadOnlyList<string> Doubts)
{
    private const double SamePlaceKm = 50;

    /// <summary>How far from the last town a point still lies in its land, where the coast of the atlas is too coarse to say.</summary>
    private const double SameLandKm = 100;

    private const double NowhereDegrees = 0.05;

    /// <summary>0, 0 is what a form gives that nobody filled in; only a buoy floats there.</summary>
    public static bool IsNowhere(GeoPoint point) => Math.Abs(point.Latitude) < NowhereDegrees && Math.Abs(point.Longitude) < NowhereDegrees;

    /// <param name="within">The country, state or region that the file names; null when it names none.</param>
    public static GivenPoint Read(string name, string? within, GeoPoint point)
    {
        var (code, around) = LandAt(point);
        var namesakes = Gazetteer.Called(name);
        var here = namesakes.Where(IsCity).Where(c => c.Point.KmTo(point) <= SamePlaceKm).MinBy(c => c.Point.KmTo(point))
            ?? namesakes.FirstOrDefault(area => !IsCity(area) && around.Any(c => c.Country == area.Country && (area.Admin.Length == 0 || c.Admin == area.Admin)));
        if (here is not null && IsCity(here)) code = here.CountryCode;

        var doubts = new List<string>();
        if (here is null && namesakes.Where(IsCity).MinBy(c => c.Point.KmTo(point)) is { } nearest)
            doubts.Add($"“{name}” is given at {Said(point)}, {Math.Round(nearest.Point.KmTo(point)).ToString("N0", CultureInfo.InvariantCulture)} km from the nearest place of that name that our gazetteer knows, {nearest.Text}. The coordinates were taken.");
        if (within is not null && !Agrees(within, here, around, code))
            doubts.Add($"“{name}” is said to lie in {within}, but its coordinates, {Said(point)}, lie in {LandText(here, around, code)}. The coordinates were taken.");
        return new GivenPoint(here, namesakes.Count > 0, code, doubts);
    }

    /// <summary>The code of the land there, and the towns of that land around, the nearest first.</summary>
    /// <remarks>The atlas knows on which side of a border a point lies, the gazetteer what the house says of towns in disputed lands.</remarks>
    private static (string? Code, IReadOnlyList<GazetteerPlace> Around) LandAt(GeoPoint point)
    {
        var land = Atlas.World.CountryAt(point);
        List<GazetteerPlace> near = [.. Gazetteer.Around(point, SameLandKm)];
        if (near is [{ CountryCode: null } nearest, ..] && IsOpenTo(land, nearest)) return (null, near);

        var around = near.FindAll(c => land is null || Maps.Whereabouts.CountryOf(new MapPlace(c.Name, c.Point, c.CountryCode))?.Code == land.Code);
        return (around is [var town, ..] ? town.CountryCode : land?.Code is { Length: 2 } code ? code : null, around);
    }

    /// <summary>Jerusalem and the Golan have no country of ours, on either side of the dashed lines beside them.</summary>
    private static bool IsOpenTo(AtlasCountry? land, GazetteerPlace town) =>
        land is null || Atlas.World.CountryAt(town.Point)?.Code is not { } own || own == land.Code || DisputedBorders.Between(own, land.Code) is not null;

    private static bool Agrees(string within, GazetteerPlace? here, IReadOnlyList<GazetteerPlace> around, string? code)
    {
        if ((here is not null && Gazetteer.Lies(here, within)) || around.Any(c => Gazetteer.Lies(c, within))) return true;
        // A region that is not known says nothing against the coordinates.
        if (!Gazetteer.IsLand(within)) return true;
        return here is null && around.Count == 0 && (code is null || Gazetteer.CountryCode(within) is null || Gazetteer.CountryCode(within) == code);
    }

    private static string LandText(GazetteerPlace? here, IReadOnlyList<GazetteerPlace> around, string? code) =>
        (here is not null && IsCity(here) ? here : around is [var nearest, ..] ? nearest : null) is { } town ? town.CountryName ?? town.Text : Gazetteer.CountryName(code) ?? "no country that we know";

    private static bool IsCity(GazetteerPlace place) => place.Kind is PlaceKind.City or PlaceKind.Capital;

    private static string Said(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.##}, {point.Longitude:0.##}");
}
