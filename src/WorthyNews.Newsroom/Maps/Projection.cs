namespace WorthyNews.Newsroom.Maps;

/// <summary>From the sphere to a plane; lengths in radii of the earth, y down.</summary>
internal abstract class Projection
{
    /// <summary>Where a point falls.</summary>
    public abstract Spot On(Vector point);

    /// <summary>A ring as rings of the plane: cut where the plane ends, empty when nothing of it is seen.</summary>
    public abstract IEnumerable<List<Spot>> Ring(IReadOnlyList<Vector> ring);

    /// <summary>A line, cut likewise.</summary>
    public abstract IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line);
}

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

/// <summary>The Equal Earth projection of the whole world.</summary>
/// <remarks>Source: Šavrič, Patterson and Jenny, The Equal Earth map projection (2018).</remarks>
/// <param name="middle">Degrees of longitude; the map is cut opposite of it. 11° cuts the Bering Strait and no land.</param>
internal sealed class EqualEarth(double middle = EqualEarth.ThroughBering) : Projection
{
    public const double ThroughBering = 11;
    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
    private static readonly double HalfRoot3 = Math.Sqrt(3) / 2;

    /// <summary>Half the width of the equator.</summary>
    public static readonly double Side = At(180, 0).X;

    public override Spot On(Vector point) => At(Math.IEEERemainder(point.Longitude - middle, 360), point.Latitude);

    public override IEnumerable<List<Spot>> Ring(IReadOnlyList<Vector> ring)
    {
        var flat = Unrolled(ring.Append(ring[0]));
        var around = flat[^1].X - flat[0].X;
        if (Math.Abs(around) > 180)
        {
            var pole = flat.Average(p => p.Y) < 0 ? -90 : 90;
            flat.Add(new(flat[^1].X, pole));
            flat.Add(new(flat[0].X, pole));
        }
        var (low, high) = (flat.Min(p => p.X), flat.Max(p => p.X));
        for (var turn = -360; turn <= 360; turn += 360)
        {
            if (low + turn >= 180 || high + turn <= -180) continue;
            var piece = Clipping.Half(Clipping.Half([.. flat.Select(p => p with { X = p.X + turn })], p => 180 - p.X), p => p.X + 180);
            if (piece.Count > 2) yield return [.. piece.Select(p => At(p.X, p.Y))];
        }
    }

    public override IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line)
    {
        var seen = new List<Spot>();
        double? last = null;
        foreach (var point in line)
        {
            var x = Math.IEEERemainder(point.Longitude - middle, 360);
            if (last is { } before && Math.Abs(before - x) > 180)
            {
                if (seen.Count > 1) yield return seen;
                seen = [];
            }
            seen.Add(At(x, point.Latitude));
            last = x;
        }
        if (seen.Count > 1) yield return seen;
    }

    private List<Spot> Unrolled(IEnumerable<Vector> ring)
    {
        var flat = new List<Spot>();
        foreach (var point in ring)
        {
            var x = Math.IEEERemainder(point.Longitude - middle, 360);
            if (flat.Count > 0) x += 360 * Math.Round((flat[^1].X - x) / 360);
            flat.Add(new(x, point.Latitude));
        }
        return flat;
    }

    /// <param name="x">Degrees from the middle.</param>
    /// <param name="latitude">Degrees.</param>
    private static Spot At(double x, double latitude)
    {
        var t = Math.Asin(HalfRoot3 * Math.Sin(latitude * Math.PI / 180));
        var t2 = t * t;
        var t6 = t2 * t2 * t2;
        return new(
            x * Math.PI / 180 * Math.Cos(t) / (HalfRoot3 * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))),
            -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)));
    }
}
