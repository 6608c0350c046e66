namespace WorthyNews.Newsroom.Maps;

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
        var flat = Unrolling.Of(ring, middle);
        var (low, high) = (flat.Min(p => p.X), flat.Max(p => p.X));
        for (var turn = -360; turn <= 360; turn += 360)
        {
            if (low + turn >= 180 || high + turn <= -180) continue;
            var piece = Clipping.Half(Clipping.Half([.. flat.Select(p => p with { X = p.X + turn })], p => 180 - p.X), p => p.X + 180);
            if (piece.Count > 2) yield return [.. piece.Select(p => At(p.X, p.Y))];
        }
    }

    public override IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line) =>
        Unrolling.Pieces(line, middle).Select(piece => piece.ConvertAll(p => At(p.X, p.Y)));

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
