using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A place to be shown on a map.</summary>
/// <param name="Name">As it is to be read, in any script.</param>
/// <param name="Point">Where it lies; null leaves it out.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, or XK; null or unknown: no country is shaded or said.</param>
public sealed record MapPlace(string Name, GeoPoint? Point, string? CountryCode)
{
    public static MapPlace Of(DatelinePlace place) => new(place.Name, place.Point, place.CountryCode);
}

/// <summary>A map, ready to be kept.</summary>
/// <param name="Svg">A whole document, less than <see cref="LocatorMap.MaxBytes"/> of UTF-8.</param>
/// <param name="Width">Of its own measure; the sides are what matters.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Alt">One sentence without a full stop: "Map: Lagos in Nigeria".</param>
public sealed record MapDrawing(string Svg, int Width, int Height, string Alt);

/// <summary>For which outlet a map is drawn.</summary>
public enum MapSize
{
    /// <summary>For pages: 900×600, or 1200×600 for long distances; follows the reader's light and the width of its column.</summary>
    Page,

    /// <summary>For the card of a story, the upper 1200×300 of it: light only, plain attributes, no style sheet, larger names.</summary>
    Card,
}
