namespace WorthyNews.Newsroom.Maps;

/// <summary>The coasts and borders of the atlas in one frame, as fine as is asked for.</summary>
internal sealed class Outlines(Frame frame)
{
    /// <summary>From here on the thinned points do.</summary>
    private const double FarKmPerPixel = 4.5;

    /// <summary>From here on a world map's points do.</summary>
    private const double WorldKmPerPixel = 16;

    /// <summary>Of an arc out of sight that is shorter than this only the ends are kept: its chord stays in its cap.</summary>
    private const double ShortRadius = 0.15;

    private static readonly Atlas Atlas = Atlas.World;

    private readonly Dictionary<int, Stroke> strokes = [];
    private readonly Box sight = frame.Bleed.Grown(8);

    /// <summary>An arc on this paper. All three lists are of one length.</summary>
    /// <param name="Points">Those that can matter here.</param>
    /// <param name="Spots">Where they fall.</param>
    /// <param name="Weights">Square pixels that each one's corner spans.</param>
    /// <param name="IsWhole">No point is beyond the projection's half of the earth.</param>
    private sealed record Stroke(Vector[] Points, Spot[] Spots, double[] Weights, bool IsWhole);

    /// <summary>Rings on the frame's paper, cut at its bleed.</summary>
    /// <param name="rings">Of the atlas.</param>
    /// <param name="fineness">Square pixels: a corner that spans less is left out.</param>
    /// <param name="least">Square pixels: rings with less area are left out.</param>
    public List<List<Spot>> Rings(IReadOnlyList<Leg[]> rings, double fineness, double least) => [.. rings
        .Where(ring => ring.Length > 1 || frame.Sees(Atlas.Arcs[ring[0].Arc]))
        .SelectMany(ring => Flat(ring, fineness))
        .Where(flat => flat.Count > 2 && Touches(flat))
        .Select(flat => Clipping.Ring(flat, frame.Bleed))
        .Where(cut => cut.Count > 2 && Math.Abs(Area(cut)) >= least)];

    private IEnumerable<List<Spot>> Flat(Leg[] ring, double fineness)
    {
        if (frame.Projection is Azimuthal && Array.TrueForAll(ring, l => StrokeOf(l.Arc).IsWhole))
        {
            var spots = new List<Spot>();
            foreach (var leg in ring) Walk(leg, fineness, s => s.Spots, spots);
            return [spots];
        }
        var points = new List<Vector>();
        foreach (var leg in ring) Walk(leg, fineness, s => s.Points, points);
        return points.Count < 3 ? [] : frame.Projection.Ring(points).Select(flat => flat.ConvertAll(frame.On));
    }

    private bool Touches(List<Spot> ring)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in ring) (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new Box(left, top, right, bottom).Meets(frame.Bleed);
    }

    /// <summary>The borders of one kind.</summary>
    /// <param name="isDisputed">Those to be dashed, or the others.</param>
    /// <param name="fineness">As for rings.</param>
    public List<List<Spot>> Borders(bool isDisputed, double fineness) => [.. Atlas.Borders
        .Where(b => frame.Sees(Atlas.Arcs[b.Arc])).SelectMany(b => Parts(b, isDisputed, fineness))];

    /// <summary>The countries with a disputed line in sight.</summary>
    public HashSet<string> InDispute() => [.. from border in Atlas.Borders
        where border.Dispute is not null && frame.Sees(Atlas.Arcs[border.Arc])
        where Parts(border, isDisputed: true, 1).Any(l => l.Exists(frame.Box.Holds))
        from side in new[] { border.Between, border.And }
        select side];

    private IEnumerable<List<Spot>> Parts(AtlasBorder border, bool isDisputed, double fineness)
    {
        if (border.Dispute is null && isDisputed) return [];

        var points = new List<Vector>();
        Walk(new(border.Arc, false), fineness, s => s.Points, points);
        return from part in Runs(points, border.Dispute, isDisputed)
            from line in frame.Projection.Line(part)
            from cut in Clipping.Line([.. line.Select(frame.On)], frame.Bleed)
            select cut;
    }

    /// <summary>The stretches of a line that are, or are not, in dispute.</summary>
    private static IEnumerable<List<Vector>> Runs(List<Vector> points, DisputedBorder? dispute, bool isDisputed)
    {
        var run = new List<Vector>();
        for (var i = 1; i < points.Count; i++)
        {
            var holds = dispute is not null && (dispute.Where is null || dispute.Where(points[i - 1].Towards(points[i], 0.5).Geo));
            if (holds == isDisputed)
            {
                if (run.Count == 0) run.Add(points[i - 1]);
                run.Add(points[i]);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
        if (run.Count > 0) yield return run;
    }

    private void Walk<T>(Leg leg, double fineness, Func<Stroke, T[]> points, List<T> into)
    {
        var stroke = StrokeOf(leg.Arc);
        var (all, weights) = (points(stroke), stroke.Weights);
        for (var i = 0; i < all.Length; i++)
        {
            var at = leg.Backwards ? all.Length - 1 - i : i;
            if (weights[at] >= fineness) into.Add(all[at]);
        }
    }

    private Stroke StrokeOf(int number) => strokes.TryGetValue(number, out var stroke) ? stroke : strokes[number] = Trace(Atlas.Arcs[number]);

    private Stroke Trace(Arc arc)
    {
        var isSeen = frame.Sees(arc);
        var points = frame.KmPerPixel > WorldKmPerPixel ? arc.World
            : isSeen && frame.KmPerPixel < FarKmPerPixel ? arc.Near
            : isSeen || arc.Radius > ShortRadius ? arc.Far
            : [arc.Far[0], arc.Far[^1]];

        var spots = new Spot[points.Length];
        var zones = new int[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            spots[i] = frame.On(points[i]);
            zones[i] = Zone(points[i], spots[i]);
        }

        // Of points that follow each other beyond the same side only the first and the last matter.
        var kept = Enumerable.Range(0, points.Length).Where(i => i == 0 || i == points.Length - 1
            || zones[i] is InSight or Beyond || zones[i - 1] != zones[i] || zones[i + 1] != zones[i]).ToArray();
        var (keptPoints, keptSpots) = (Array.ConvertAll(kept, i => points[i]), Array.ConvertAll(kept, i => spots[i]));
        var weights = Thinning.Weights(keptSpots);
        for (var i = 0; i < kept.Length; i++)
        {
            if (zones[kept[i]] != InSight) weights[i] = double.PositiveInfinity;
        }
        return new(keptPoints, keptSpots, weights, !Array.Exists(zones, z => z == Beyond));
    }

    private const int InSight = 0, Beyond = 5;

    private int Zone(Vector point, Spot spot)
    {
        if (frame.Projection is not Azimuthal) return InSight;
        if (point.Dot(frame.Cap!.Value.Middle) < 0.05) return Beyond;
        return spot.X < sight.Left ? 1 : spot.X > sight.Right ? 2 : spot.Y < sight.Top ? 3 : spot.Y > sight.Bottom ? 4 : InSight;
    }

    public static double Area(List<Spot> ring)
    {
        var sum = 0d;
        var last = ring[^1];
        foreach (var point in ring)
        {
            sum += last.X * point.Y - point.X * last.Y;
            last = point;
        }
        return sum / 2;
    }
}
