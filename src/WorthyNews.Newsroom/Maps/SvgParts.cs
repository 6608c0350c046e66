using System.Globalization;
using System.Xml.Linq;

namespace WorthyNews.Newsroom.Maps;

/// <summary>Elements that all our maps are made of.</summary>
internal static class SvgParts
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Document(int width, int height, string title, IEnumerable<XElement> content) => new XElement(Svg + "svg",
        new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
        new XAttribute("width", width),
        new XAttribute("height", height),
        new XAttribute("role", "img"),
        new XElement(Svg + "title", title),
        content).ToString(SaveOptions.DisableFormatting);

    /// <summary>The group in which paths stand.</summary>
    public static XElement Paper() =>
        new(Svg + "g", new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"scale({1d / PathText.Grid})")));

    /// <summary>Null when nothing of it can be seen.</summary>
    public static XElement? Path(IEnumerable<List<Spot>> lines, bool closed)
    {
        var path = new PathText();
        foreach (var line in lines) path.Add(line, closed);
        return path.Length == 0 ? null : new XElement(Svg + "path", new XAttribute("d", path.ToString()));
    }

    public static XElement Sea(MapStyle style, int width, int height) =>
        style.Dress(new(Svg + "rect", new XAttribute("width", width), new XAttribute("height", height)), "sea");

    /// <summary>The land, filled; <see cref="Coast"/> draws its outline.</summary>
    public static IEnumerable<XElement> Land(MapStyle style, XElement path)
    {
        path.SetAttributeValue("id", "l");
        return [new(Svg + "defs", path), style.Dress(Again(), "land")];
    }

    public static XElement Coast(MapStyle style) => style.Dress(Again(), "coast");

    private static XElement Again() => new(Svg + "use", new XAttribute("href", "#l"));

    public static XElement Circle(MapStyle style, string kind, double radius) => style.Dress(new(Svg + "circle", Number("r", radius)), kind);

    /// <summary>Content around a spot, in the group that grows on small screens.</summary>
    public static XElement At(MapStyle style, Spot spot, string kind, params IEnumerable<XElement> content) => new(Svg + "g",
        new XAttribute("transform", string.Create(CultureInfo.InvariantCulture, $"translate({spot.X:0.#} {spot.Y:0.#})")),
        style.IsPlain ? content : [new XElement(Svg + "g", new XAttribute("class", kind.Length == 0 ? "p" : "p " + kind), content)]);

    public static XAttribute Number(string name, double number) => new(name, number.ToString("0.#", CultureInfo.InvariantCulture));
}
