namespace WorthyNews.Newsroom.Maps;

/// <summary>Lambert's azimuthal equal-area projection of the hemisphere around a point: north is up in the middle.</summary>
/// <remarks>Source: Snyder, Map Projections: A Working Manual (1987), chapter 24.</remarks>
internal sealed class Azimuthal : Projection
{
    private const double RimStep = 8 * Math.PI / 180;
    private readonly Vector middle, east, north;

    public Azimuthal(Vector middle)
    {
        this.middle = middle;
        var longitude = middle.Longitude * Math.PI / 180;
        east = new(-Math.Sin(longitude), Math.Cos(longitude), 0);
        north = new(-middle.Z * Math.Cos(longitude), -middle.Z * Math.Sin(longitude), Math.Sqrt(Math.Max(0, 1 - middle.Z * middle.Z)));
    }

    public override Spot On(Vector point)
    {
        var k = Math.Sqrt(2 / Math.Max(1e-9, 1 + middle.Dot(point)));
        return new(k * point.Dot(east), -k * point.Dot(north));
    }

    /// <summary>The point that falls on a spot no farther than the rim.</summary>
    public Vector Under(Spot spot)
    {
        var far = Math.Sqrt(spot.X * spot.X + spot.Y * spot.Y);
        if (far < 1e-12) return middle;
        var (sin, cos) = Math.SinCos(2 * Math.Asin(Math.Min(1, far / 2)));
        return (middle * cos + east * (sin * spot.X / far) + north * (-sin * spot.Y / far)).Unit();
    }

    public override IEnumerable<List<Spot>> Ring(IReadOnlyList<Vector> ring)
    {
        var seen = new List<Spot>(ring.Count);
        Vector? rim = null;
        var last = ring[^1];
        var lastIn = last.Dot(middle) > 0;
        foreach (var point in ring)
        {
            var isIn = point.Dot(middle) > 0;
            if (isIn != lastIn)
            {
                var edge = Edge(last, point);
                if (isIn && rim is { } from) seen.AddRange(AlongRim(from, edge));
                seen.Add(On(edge));
                rim = edge;
            }
            if (isIn) seen.Add(On(point));
            (last, lastIn) = (point, isIn);
        }
        // The list ends outside: back along the rim to where it came in first.
        if (rim is { } left && ring[^1].Dot(middle) <= 0 && seen.Count > 0) seen.AddRange(AlongRim(left, FirstEdge(ring)));
        if (seen.Count > 2) yield return seen;
    }

    public override IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line)
    {
        var seen = new List<Spot>();
        foreach (var point in line)
        {
            if (point.Dot(middle) > 0)
            {
                seen.Add(On(point));
            }
            else if (seen.Count > 0)
            {
                yield return seen;
                seen = [];
            }
        }
        if (seen.Count > 1) yield return seen;
    }

    private Vector Edge(Vector one, Vector other)
    {
        var (a, b) = (one.Dot(middle), other.Dot(middle));
        return one.Towards(other, a / (a - b));
    }

    private Vector FirstEdge(IReadOnlyList<Vector> ring)
    {
        var last = ring[^1];
        foreach (var point in ring)
        {
            if (point.Dot(middle) > 0) return Edge(last, point);
            last = point;
        }
        return ring[0];
    }

    /// <summary>The shorter way along the rim: no land is wider than half of it.</summary>
    private IEnumerable<Spot> AlongRim(Vector from, Vector to)
    {
        var steps = (int)(from.AngleTo(to) / RimStep);
        for (var i = 1; i <= steps; i++) yield return On(from.Towards(to, (double)i / (steps + 1)));
    }
}
