namespace WorthyNews.Newsroom.Maps;

/// <summary>Says of each corner of a line how much it matters.</summary>
internal static class Thinning
{
    /// <summary>The area of the triangle a corner spans when all lesser corners are gone; endless for both ends.</summary>
    /// <remarks>Source: Visvalingam and Whyatt, Line generalisation by repeated elimination of points (1993).</remarks>
    public static double[] Weights(IReadOnlyList<Spot> line)
    {
        var count = line.Count;
        var weights = new double[count];
        var present = new double[count];
        var before = new int[count];
        var after = new int[count];
        var gone = new bool[count];
        var least = new PriorityQueue<int, double>(count);
        for (var i = 0; i < count; i++) (before[i], after[i], weights[i]) = (i - 1, i + 1, double.PositiveInfinity);
        for (var i = 1; i < count - 1; i++) Measure(i);

        var reached = 0d;
        while (least.TryDequeue(out var i, out var area))
        {
            if (gone[i] || area != present[i]) continue;
            weights[i] = reached = Math.Max(reached, area);
            gone[i] = true;
            after[before[i]] = after[i];
            before[after[i]] = before[i];
            if (before[i] > 0) Measure(before[i]);
            if (after[i] < count - 1) Measure(after[i]);
        }
        return weights;

        void Measure(int i)
        {
            var (a, b, c) = (line[before[i]], line[i], line[after[i]]);
            present[i] = Math.Abs((a.X - b.X) * (c.Y - b.Y) - (a.Y - b.Y) * (c.X - b.X)) / 2;
            least.Enqueue(i, present[i]);
        }
    }
}
