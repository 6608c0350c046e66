namespace WorthyNews.Newsroom.Maps;

/// <summary>Projections that unroll the earth from a meridian: a ring is followed along its longitudes first.</summary>
internal static class Unrolling
{
    /// <summary>Degrees from the middle, never jumping, and latitudes. A ring around a pole is closed along it.</summary>
    public static List<Spot> Of(IReadOnlyList<Vector> ring, double middle)
    {
        var flat = new List<Spot>(ring.Count + 3);
        foreach (var point in ring.Append(ring[0]))
        {
            var x = Math.IEEERemainder(point.Longitude - middle, 360);
            if (flat.Count > 0) x += 360 * Math.Round((flat[^1].X - x) / 360);
            flat.Add(new(x, point.Latitude));
        }
        if (Math.Abs(flat[^1].X - flat[0].X) > 180)
        {
            var pole = flat.Average(p => p.Y) < 0 ? -90 : 90;
            flat.Add(new(flat[^1].X, pole));
            flat.Add(new(flat[0].X, pole));
        }
        return flat;
    }

    /// <summary>A line in pieces, each without a jump.</summary>
    public static IEnumerable<List<Spot>> Pieces(IReadOnlyList<Vector> line, double middle)
    {
        var seen = new List<Spot>();
        foreach (var point in line)
        {
            var x = Math.IEEERemainder(point.Longitude - middle, 360);
            if (seen.Count > 0 && Math.Abs(seen[^1].X - x) > 180)
            {
                if (seen.Count > 1) yield return seen;
                seen = [];
            }
            seen.Add(new(x, point.Latitude));
        }
        if (seen.Count > 1) yield return seen;
    }
}

/// <summary>Patterson's cylindrical projection: goes round and round, so that any meridian may be in the middle.</summary>
/// <remarks>Source: Patterson, Šavrič and Jenny, Introducing the Patterson Cylindrical Projection (2014).</remarks>
/// <param name="middle">Degrees of longitude.</param>
internal sealed class Cylinder(double middle) : Projection
{
    private const double C1 = 1.0148, C2 = 0.23185, C3 = -0.14499, C4 = 0.02406;

    public override Spot On(Vector point) => At(new(Math.IEEERemainder(point.Longitude - middle, 360), point.Latitude));

    public override IEnumerable<List<Spot>> Ring(IReadOnlyList<Vector> ring) => Rounds(Unrolling.Of(ring, middle));

    public override IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line) => Unrolling.Pieces(line, middle).SelectMany(Rounds);

    private static IEnumerable<List<Spot>> Rounds(List<Spot> flat) =>
        new[] { 0, -360, 360 }.Select(turn => flat.ConvertAll(p => At(p with { X = p.X + turn })));

    private static Spot At(Spot flat)
    {
        var y = flat.Y * Math.PI / 180;
        var y2 = y * y;
        var y4 = y2 * y2;
        return new(flat.X * Math.PI / 180, -y * (C1 + y4 * (C2 + y2 * (C3 + C4 * y2))));
    }
}
