using System.Xml.Linq;

using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A place on the map of all datelines.</summary>
/// <param name="Name">As it is to be read.</param>
/// <param name="Point">Where it lies.</param>
/// <param name="Stories">How many were filed from there; one at least.</param>
public sealed record WorldDot(string Name, GeoPoint Point, int Stories);

/// <summary>The inhabited world, without Antarctica, in the Equal Earth projection, cut at the Bering Strait.</summary>
public static class WorldMap
{
    public const int Width = 1200;
    public const int Height = 540;

    private const double Southernmost = -56, Northernmost = 83.7;
    private const double Fineness = 1.1, LeastIsland = 1.6;

    private static readonly MapStyle Style = new(20, 16, 18, [1, 1.7, 2.4]);
    private static readonly Frame Frame = PlanFrame();
    private static readonly Lazy<Layers> Drawn = new(() => new(new(Frame)));

    /// <summary>Sizes of dots: from so many stories on, so large a radius.</summary>
    private static readonly (int Stories, double Radius)[] Steps = [(50, 11), (15, 9), (5, 7), (2, 5), (0, 3.5)];

    /// <summary>The <c>d</c> of the land, on a grid of half units of the view box: to be set in a group with <c>scale(0.5)</c>.</summary>
    public static string Land => Drawn.Value.Land;

    /// <summary>The <c>d</c> of the borders, likewise.</summary>
    public static string Borders => Drawn.Value.Borders;

    /// <summary>The <c>d</c> of the lines in dispute, to be dashed; likewise.</summary>
    public static string Disputes => Drawn.Value.Disputes;

    /// <summary>The map without dots, a whole document that never changes; a page may set its own dots over it by <see cref="PointOn"/>.</summary>
    public static MapDrawing Base => Drawn.Value.Base;

    /// <summary>Where a point falls in the view box, 0 0 <see cref="Width"/> <see cref="Height"/>; kept inside it.</summary>
    public static (double X, double Y) PointOn(GeoPoint point)
    {
        var (x, y) = Frame.On(Vector.Of(point));
        return (Math.Round(Math.Clamp(x, 14, Width - 14), 1), Math.Round(Math.Clamp(y, 14, Height - 14), 1));
    }

    /// <summary>The radius of a dot, in units of the view box.</summary>
    public static double RadiusOf(int stories) => Array.Find(Steps, s => stories >= s.Stories) is { Radius: > 0 } step ? step.Radius : Steps[^1].Radius;

    /// <summary>The map with its dots, the smaller over the larger.</summary>
    /// <returns>Null without dots.</returns>
    public static MapDrawing? Draw(IReadOnlyList<WorldDot> dots)
    {
        if (dots.Count == 0) return null;

        var alt = dots.Count == 1 ? "Map of the world with one place" : $"Map of the world with {dots.Count} places";
        var marks = dots.OrderByDescending(d => d.Stories).ThenBy(d => d.Name, StringComparer.Ordinal).Select(Mark);
        return new(SvgParts.Document(Width, Height, alt, [.. Drawn.Value.Elements(), .. marks]), Width, Height, alt);
    }

    private static XElement Mark(WorldDot dot)
    {
        var (x, y) = PointOn(dot.Point);
        var radius = RadiusOf(dot.Stories);
        var stories = dot.Stories == 1 ? "1 story" : $"{dot.Stories} stories";
        return SvgParts.At(Style, new(x, y), "", [
            new XElement(SvgParts.Svg + "title", $"{Label.Clean(dot.Name, 60)}: {stories}"),
            SvgParts.Circle(Style, "halo", radius + 1.5), SvgParts.Circle(Style, "dot", radius)]);
    }

    private static Frame PlanFrame()
    {
        var projection = new EqualEarth();
        var scale = Width / (2 * EqualEarth.Side) * 0.995;
        var (top, bottom) = (projection.On(Vector.Of(Northernmost, 0)).Y, projection.On(Vector.Of(Southernmost, 0)).Y);
        return new(projection, scale, new(Width / 2d, Height / 2d - (top + bottom) / 2 * scale), Width, Height);
    }

    private sealed class Layers(Outlines outlines)
    {
        public string Land { get; } = Text(outlines.Rings(Atlas.World.Land, Fineness, LeastIsland), closed: true);

        public string Borders { get; } = Text(outlines.Borders(isDisputed: false, Fineness), closed: false);

        public string Disputes { get; } = Text(outlines.Borders(isDisputed: true, Fineness), closed: false);

        public MapDrawing Base => field ??= new(SvgParts.Document(Width, Height, "Map of the world", Elements()), Width, Height, "Map of the world");

        public IEnumerable<XElement> Elements()
        {
            var paper = SvgParts.Paper();
            paper.Add(SvgParts.Land(Style, Path(Land)), SvgParts.Coast(Style), Style.Dress(Path(Borders), "border"), Style.Dress(Path(Disputes), "dispute"));
            return [new(SvgParts.Svg + "style", Style.Sheet), SvgParts.Sea(Style, Width, Height), paper];
        }

        private static XElement Path(string text) => new(SvgParts.Svg + "path", new XAttribute("d", text));

        private static string Text(List<List<Spot>> lines, bool closed)
        {
            var path = new PathText();
            foreach (var line in lines) path.Add(line, closed);
            return path.ToString();
        }
    }
}
