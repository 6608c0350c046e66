using System.Xml.Linq;

using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>The inhabited world, without Antarctica, in the Equal Earth projection, cut at the Bering Strait.</summary>
public static class WorldMap
{
    public const int Width = 1200;
    public const int Height = 540;

    private const double Southernmost = -56, Northernmost = 83.7;
    private const double Fineness = 1.1, LeastIsland = 1.6;

    private static readonly MapStyle Style = new(20, 16, 18, [1, 1.7, 2.4]);
    private static readonly Frame Frame = PlanFrame();
    private static readonly Lazy<MapDrawing> Drawn = new(Draw);

    /// <summary>Sizes of dots: from so many stories on, so large a radius.</summary>
    private static readonly (int Stories, double Radius)[] Steps = [(50, 11), (15, 9), (5, 7), (2, 5), (0, 3.5)];

    /// <summary>The map without dots, a whole document that never changes; a page may set its own dots over it by <see cref="PointOn"/>.</summary>
    public static MapDrawing Base => Drawn.Value;

    /// <summary>Where a point falls in the view box, 0 0 <see cref="Width"/> <see cref="Height"/>; kept inside it.</summary>
    public static (double X, double Y) PointOn(GeoPoint point)
    {
        var (x, y) = Frame.On(Vector.Of(point));
        return (Math.Round(Math.Clamp(x, 14, Width - 14), 1), Math.Round(Math.Clamp(y, 14, Height - 14), 1));
    }

    /// <summary>The radius of a dot, in units of the view box.</summary>
    public static double RadiusOf(int stories) => Array.Find(Steps, s => stories >= s.Stories) is { Radius: > 0 } step ? step.Radius : Steps[^1].Radius;

    private static Frame PlanFrame()
    {
        var projection = new EqualEarth();
        var scale = Width / (2 * EqualEarth.Side) * 0.995;
        var (top, bottom) = (projection.On(Vector.Of(Northernmost, 0)).Y, projection.On(Vector.Of(Southernmost, 0)).Y);
        return new(projection, scale, new(Width / 2d, Height / 2d - (top + bottom) / 2 * scale), Width, Height);
    }

    private static MapDrawing Draw()
    {
        var outlines = new Outlines(Frame);
        var paper = SvgParts.Paper();
        paper.Add(
            SvgParts.Land(Style, Path(outlines.Rings(Atlas.World.Land, Fineness, LeastIsland), closed: true)),
            SvgParts.Coast(Style),
            Style.Dress(Path(outlines.Borders(isDisputed: false, Fineness), closed: false), "border"),
            Style.Dress(Path(outlines.Borders(isDisputed: true, Fineness), closed: false), "dispute"));
        return new(SvgParts.Document(Width, Height, "Map of the world", [new XElement(SvgParts.Svg + "style", Style.Sheet), SvgParts.Sea(Style, Width, Height), paper]), Width, Height, "Map of the world");
    }

    private static XElement Path(List<List<Spot>> lines, bool closed)
    {
        var path = new PathText();
        foreach (var line in lines) path.Add(line, closed);
        return new(SvgParts.Svg + "path", new XAttribute("d", path.ToString()));
    }
}
