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
    private const double WidestAngle = 52 * Math.PI / 180;

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
            if (km * 1.3 > MostKm || CountriesIn(frame) >= EnoughCountries) return frame;
        }
    }

    /// <summary>The whole world, or the inhabited part when all places are in it; wider than the world, so that no dot is at an edge.</summary>
    private static Frame World(IReadOnlyList<Vector> points, MapSize size)
    {
        var projection = new EqualEarth();
        var (width, height) = Sides(size, isWide: true);
        var bottom = points.Min(p => p.Latitude) < -57 ? -90 : -57;
        var (top, low) = (projection.On(Vector.Of(84, 0)).Y, projection.On(Vector.Of(bottom, 0)).Y);
        var scale = Math.Min(width * (1 - 2 * Frame.Edge) / (2 * EqualEarth.Side), height * (bottom > -60 ? 1.0 : 0.94) / (low - top));
        return new(projection, scale, new(width / 2d, height / 2d - (top + low) / 2 * scale), width, height);
    }

    private static (int Width, int Height) Sides(MapSize size, bool isWide) => size switch
    {
        MapSize.Card => (1200, 630),
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
        var inner = frame.Box.Grown(-0.06 * frame.Width);
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
