namespace WorthyNews.Newsroom.Maps;

/// <summary>Cuts rings and lines at straight edges.</summary>
internal static class Clipping
{
    /// <summary>The part of a ring where <paramref name="side"/> is not negative; where the ring leaves and comes back it follows the edge.</summary>
    /// <remarks>Source: Sutherland and Hodgman, Reentrant polygon clipping (1974).</remarks>
    /// <param name="ring">Closed, the first point not repeated (a repeated one does no harm).</param>
    /// <param name="side">Grows evenly to the inside, zero on the edge.</param>
    public static List<Spot> Half(List<Spot> ring, Func<Spot, double> side)
    {
        if (ring.Count == 0 || !ring.Exists(p => side(p) < 0)) return ring;
        var seen = new List<Spot>(ring.Count);
        var last = ring[^1];
        var lastSide = side(last);
        foreach (var point in ring)
        {
            var own = side(point);
            if (own < 0 != lastSide < 0) seen.Add(last.Towards(point, lastSide / (lastSide - own)));
            if (own >= 0) seen.Add(point);
            (last, lastSide) = (point, own);
        }
        return seen;
    }

    public static List<Spot> Ring(List<Spot> ring, Box box)
    {
        ring = Half(ring, p => p.X - box.Left);
        ring = Half(ring, p => box.Right - p.X);
        ring = Half(ring, p => p.Y - box.Top);
        return Half(ring, p => box.Bottom - p.Y);
    }

    /// <summary>The parts of a line inside a box, in order.</summary>
    /// <remarks>Source: Liang and Barsky (1984), for each piece of the line.</remarks>
    public static IEnumerable<List<Spot>> Line(List<Spot> line, Box box)
    {
        var seen = new List<Spot>();
        for (var i = 1; i < line.Count; i++)
        {
            var (from, to) = (0d, 1d);
            var (a, b) = (line[i - 1], line[i]);
            var cuts = Cut(a.X - b.X, a.X - box.Left, ref from, ref to) && Cut(b.X - a.X, box.Right - a.X, ref from, ref to)
                && Cut(a.Y - b.Y, a.Y - box.Top, ref from, ref to) && Cut(b.Y - a.Y, box.Bottom - a.Y, ref from, ref to);
            if (!cuts) continue;

            if (seen.Count > 0 && from > 0)
            {
                yield return seen;
                seen = [];
            }
            if (seen.Count == 0) seen.Add(a.Towards(b, from));
            seen.Add(a.Towards(b, to));
            if (to < 1)
            {
                yield return seen;
                seen = [];
            }
        }
        if (seen.Count > 1) yield return seen;
    }

    private static bool Cut(double step, double room, ref double from, ref double to)
    {
        if (step == 0) return room >= 0;
        var at = room / step;
        if (step < 0) from = Math.Max(from, at);
        else to = Math.Min(to, at);
        return from < to;
    }
}

/// <summary>An upright rectangle of a drawing.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Holds(Spot spot) => spot.X >= Left && spot.X <= Right && spot.Y >= Top && spot.Y <= Bottom;

    public static Box Around(Spot middle, double width, double height) =>
        new(middle.X - width / 2, middle.Y - height / 2, middle.X + width / 2, middle.Y + height / 2);
}
