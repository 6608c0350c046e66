namespace WorthyNews.Newsroom.Maps;

/// <summary>Chooses the frame for some places.</summary>
internal static class FramePlan
{
    /// <summary>A map of one town is at least this wide.</summary>
    private const double LeastKm = 1700;

    /// <summary>A town far from everything gets more around it, up to this.</summary>
    private const double MostKm = 5600;

    /// <summary>Countries, its own too, by which a reader knows where he is.</summary>
    private const int EnoughCountries = 3;

    private const double WideKm = 3300;
    private const double WidestAngle = 42 * Math.PI / 180;

    /// <summary>Of the frame; at 90° the earth's rim would come in sight.</summary>
    private const double MostRadius = 72 * Math.PI / 180;

    /// <param name="points">One at least.</param>
    /// <param name="size">For pages the sides are chosen here.</param>
    public static Frame For(IReadOnlyList<Vector> points, MapSize size)
    {
        if (MiddleOf(points) is not { } middle) return World(points, size);

        var bounds = Bounds(new Azimuthal(middle), points);
        for (var i = 0; i < 3; i++)
        {
            middle = new Azimuthal(middle).Under(new((bounds.Left + bounds.Right) / 2, (bounds.Top + bounds.Bottom) / 2));
            bounds = Bounds(new Azimuthal(middle), points);
        }
        if (points.Max(p => p.AngleTo(middle)) > WidestAngle) return World(points, size);

        var (width, height) = Sides(size, Math.Max(bounds.Width, bounds.Height) * Vector.EarthKm > WideKm);
        var projection = new Azimuthal(middle);
        var least = Math.Max(bounds.Width / (1 - 2 * 0.15), bounds.Height / (1 - 2 * 0.16) * width / height) * Vector.EarthKm;
        for (var km = Math.Max(LeastKm, least); ; km *= 1.3)
        {
            var scale = width * Vector.EarthKm / km;
            var frame = new Frame(projection, scale, new(
                width / 2d - (bounds.Left + bounds.Right) / 2 * scale, height / 2d - (bounds.Top + bounds.Bottom) / 2 * scale), width, height);
            if (frame.Cap!.Value.Radius > MostRadius) return World(points, size);
            if (km * 1.3 > MostKm || CountriesIn(frame) >= EnoughCountries) return frame;
        }
    }

    /// <summary>Round the world from the widest gap between the places; without Antarctica unless one of them is there.</summary>
    private static Frame World(IReadOnlyList<Vector> points, MapSize size)
    {
        var (width, height) = Sides(size, isWide: true);
        var projection = new Cylinder(MiddleLongitude(points));
        var spots = points.Select(projection.On).ToList();
        var top = Math.Min(projection.On(Vector.Of(80, 0)).Y, spots.Min(s => s.Y) - 0.25);
        var bottom = Math.Max(projection.On(Vector.Of(-57, 0)).Y, spots.Max(s => s.Y) + 0.25);
        var scale = Math.Min(height / (bottom - top), width * (0.5 - 0.1) / Math.Max(0.1, spots.Max(s => Math.Abs(s.X))));
        return new(projection, scale, new(width / 2d, height / 2d - (top + bottom) / 2 * scale), width, height);
    }

    private static double MiddleLongitude(IReadOnlyList<Vector> points)
    {
        var around = points.Select(p => p.Longitude).Order().ToList();
        around.Add(around[0] + 360);
        var gap = Enumerable.Range(1, around.Count - 1).MaxBy(i => around[i] - around[i - 1]);
        return (around[gap] + around[gap - 1]) / 2 + 180;
    }

    private static (int Width, int Height) Sides(MapSize size, bool isWide) => size switch
    {
        MapSize.Card => (1200, 300),
        _ => isWide ? (1200, 600) : (900, 600),
    };

    /// <summary>Null when the places lie all around the earth.</summary>
    private static Vector? MiddleOf(IReadOnlyList<Vector> points)
    {
        var sum = points.Aggregate((a, b) => a + b);
        if (sum.Length < 0.3 * points.Count) return null;
        var middle = sum.Unit();
        return points.All(p => p.Dot(middle) > 0.2) ? middle : null;
    }

    private static Box Bounds(Azimuthal projection, IReadOnlyList<Vector> points)
    {
        var spots = points.Select(projection.On).ToList();
        return new(spots.Min(s => s.X), spots.Min(s => s.Y), spots.Max(s => s.X), spots.Max(s => s.Y));
    }

    /// <summary>Countries with a point in the frame and land enough to be seen; all of them when it is wide.</summary>
    private static int CountriesIn(Frame frame)
    {
        var inner = frame.Box.Grown(-0.12 * frame.Width);
        var atlas = Atlas.World;
        var count = 0;
        foreach (var country in atlas.Countries)
        {
            var isSeen = country.Rings.Any(ring => ring.Sum(l => atlas.Arcs[l.Arc].Radius) * frame.Scale > 25 && ring.Any(leg =>
                frame.Sees(atlas.Arcs[leg.Arc]) && Array.Exists(atlas.Arcs[leg.Arc].Far, p => p.Dot(frame.Cap!.Value.Middle) > 0 && inner.Holds(frame.On(p)))));
            if (isSeen && ++count >= EnoughCountries) break;
        }
        return count;
    }
}
