using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>The map of a dateline with the key it is kept under.</summary>
/// <param name="Key">32 hexadecimal digits: a hash of the drawing, so that the same drawing has one address.</param>
public sealed record DatelineMap(string Key, MapDrawing Drawing)
{
    /// <summary>News comes from few places at a time: the last ones drawn serve most saves. About a megabyte.</summary>
    private const int MaxKept = 100;

    private static readonly ConcurrentDictionary<string, DatelineMap?> Kept = new(StringComparer.Ordinal);

    public string Svg => Drawing.Svg;

    /// <summary>Null when nobody knows where any of its places lies.</summary>
    public static DatelineMap? Of(Dateline dateline)
    {
        var places = PlacesOf(dateline);
        if (places.Count == 0) return null;

        var name = string.Join('\n', places);
        if (Kept.TryGetValue(name, out var kept)) return kept;
        if (Kept.Count >= MaxKept) Kept.Clear();
        return Kept[name] = LocatorMap.Draw(places) is { } drawing ? new DatelineMap(KeyOf(drawing), drawing) : null;
    }

    /// <summary>The same map for the card of a story: see <see cref="LocatorMap"/>. Null when nobody knows where any of its places lies.</summary>
    public static string? CardOf(Dateline dateline) => PlacesOf(dateline) is { Count: > 0 } places ? LocatorMap.Draw(places, MapSize.Card)?.Svg : null;

    private static List<MapPlace> PlacesOf(Dateline dateline) =>
        [.. dateline.Places.Where(p => p.Point is not null).Select(MapPlace.Of).Distinct()];

    private static string KeyOf(MapDrawing drawing) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drawing.Svg)).AsSpan(0, 16));
}
