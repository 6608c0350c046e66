namespace WorthyNews.Newsroom.Maps;

/// <summary>The coasts and borders of the atlas in one frame, as fine as is asked for.</summary>
internal sealed class Outlines(Frame frame)
{
    /// <summary>From here on the thinned points do.</summary>
    private const double FarKmPerPixel = 4.5;

    /// <summary>Of an arc out of sight that is shorter than this only the ends are kept: its chord stays in its cap.</summary>
    private const double ShortRadius = 0.15;

    private static readonly Atlas Atlas = Atlas.World;

    private readonly Dictionary<int, (Vector[] Points, double[]? Weights)> lines = [];

    /// <summary>Rings on the frame's paper, cut at its bleed.</summary>
    /// <param name="rings">Of the atlas.</param>
    /// <param name="fineness">Square pixels: a corner that spans less is left out.</param>
    /// <param name="least">Square pixels: rings with less area are left out.</param>
    public List<List<Spot>> Rings(IReadOnlyList<Leg[]> rings, double fineness, double least)
    {
        var drawn = new List<List<Spot>>();
        foreach (var ring in rings)
        {
            if (ring.Length == 1 && !frame.Sees(Atlas.Arcs[ring[0].Arc])) continue;

            var points = new List<Vector>();
            foreach (var leg in ring) Walk(leg, fineness, points);
            if (points.Count < 3) continue;

            drawn.AddRange(from flat in frame.Projection.Ring(points)
                let cut = Clipping.Ring([.. flat.Select(frame.On)], frame.Bleed)
                where cut.Count > 2 && Math.Abs(Area(cut)) >= least
                select cut);
        }
        return drawn;
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
        Walk(new(border.Arc, false), fineness, points);
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

    private void Walk(Leg leg, double fineness, List<Vector> into)
    {
        var (points, weights) = Line(leg.Arc);
        for (var i = 0; i < points.Length; i++)
        {
            var at = leg.Backwards ? points.Length - 1 - i : i;
            if (weights is null || weights[at] >= fineness) into.Add(points[at]);
        }
    }

    private (Vector[] Points, double[]? Weights) Line(int number)
    {
        if (lines.TryGetValue(number, out var line)) return line;

        var arc = Atlas.Arcs[number];
        if (frame.Sees(arc))
        {
            var points = frame.KmPerPixel < FarKmPerPixel ? arc.Near : arc.Far;
            line = (points, Thinning.Weights([.. points.Select(frame.On)]));
        }
        else
        {
            line = (arc.Radius < ShortRadius ? [arc.Far[0], arc.Far[^1]] : arc.Far, null);
        }
        return lines[number] = line;
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
