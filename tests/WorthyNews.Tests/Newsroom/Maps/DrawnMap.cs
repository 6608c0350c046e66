using System.Globalization;
using System.Text;
using System.Xml.Linq;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Maps;

/// <summary>A map read back from its SVG.</summary>
internal sealed class DrawnMap(MapDrawing drawing)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static MapPlace Place(string name, double latitude, double longitude, string? country = null) =>
        new(name, new GeoPoint(latitude, longitude), country);

    public static DrawnMap Of(params MapPlace[] places) => new(LocatorMap.Draw(places) ?? throw new InvalidOperationException("No map."));

    public MapDrawing Drawing { get; } = drawing;

    public XElement Root { get; } = XDocument.Parse(drawing.Svg).Root!;

    public int Bytes => Encoding.UTF8.GetByteCount(Drawing.Svg);

    public bool Has(string kind) => Root.Descendants().Any(e => Classes(e).Contains(kind));

    public string PathOf(string kind) => (string?)Root.Descendants(Svg + "path").FirstOrDefault(e => Classes(e).Contains(kind))?.Attribute("d") ?? "";

    public IReadOnlyList<string> Names(string kind) =>
        [.. Root.Descendants(Svg + "text").Where(e => Classes(e).Contains(kind)).Select(e => e.Value)];

    /// <summary>Whole names: one in several lines is one.</summary>
    public int NameCount => Root.Descendants(Svg + "text").GroupBy(t => (object?)t.Ancestors(Svg + "g").FirstOrDefault() ?? t).Count();

    public IReadOnlyList<(double X, double Y)> Dots => [.. from circle in Root.Descendants(Svg + "circle")
        where Classes(circle).Contains("dot")
        select Shift(circle)];

    /// <summary>The lines of all names, by the widths that the maps reckon with.</summary>
    public IReadOnlyList<(string Name, Box Box, object Owner)> Lines => [.. Root.Descendants(Svg + "text").Select(text =>
    {
        var (x, y) = Shift(text);
        (x, y) = (x + Number(text, "x"), y + Number(text, "y"));
        var kind = Classes(text)[0];
        var isWide = Drawing.Width > 900;
        var size = kind switch { "city" => isWide ? 26 : 23, "country" => isWide ? 19 : 16, _ => isWide ? 22d : 19 };
        var width = (Label.Width(text.Value) + (kind == "country" ? text.Value.Length * 0.1 : 0)) * size * (kind == "water" ? 0.9 : 1);
        var anchor = (string?)text.Attribute("text-anchor") ?? "start";
        if ((string?)text.Attribute("direction") == "rtl") anchor = anchor switch { "start" => "end", "end" => "start", _ => anchor };
        var left = anchor switch { "start" => x, "end" => x - width, _ => x - width / 2 };
        return (text.Value, new Box(left, y - size * 0.8, left + width, y + size * 0.22), (object?)text.Ancestors(Svg + "g").FirstOrDefault() ?? text);
    })];

    private static string[] Classes(XElement element) => ((string?)element.Attribute("class") ?? "").Split(' ');

    private static (double X, double Y) Shift(XElement element)
    {
        var shift = element.Ancestors(Svg + "g").Select(g => (string?)g.Attribute("transform"))
            .FirstOrDefault(t => t?.StartsWith("translate(", StringComparison.Ordinal) == true);
        if (shift is null) return (0, 0);
        var parts = shift["translate(".Length..^1].Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
