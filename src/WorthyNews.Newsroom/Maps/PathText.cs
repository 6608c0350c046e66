using System.Globalization;
using System.Text;

namespace WorthyNews.Newsroom.Maps;

/// <summary>The <c>d</c> of an SVG path on a grid of half pixels, relative, as short as it goes.</summary>
internal sealed class PathText
{
    /// <summary>Steps of the grid in a pixel; the paths stand in a group scaled down by it.</summary>
    public const int Grid = 2;

    private readonly StringBuilder text = new();

    public int Length => text.Length;

    public override string ToString() => text.ToString();

    /// <summary>Adds nothing when no two points differ on the grid.</summary>
    public void Add(IReadOnlyList<Spot> points, bool closed)
    {
        var steps = new List<(int X, int Y)>(points.Count);
        foreach (var point in points)
        {
            var step = ((int)Math.Round(point.X * Grid), (int)Math.Round(point.Y * Grid));
            if (steps.Count > 0 && steps[^1] == step) continue;
            if (steps.Count > 1 && OnTheWay(steps[^2], steps[^1], step)) steps[^1] = step;
            else steps.Add(step);
        }
        if (closed && steps.Count > 1 && steps[0] == steps[^1]) steps.RemoveAt(steps.Count - 1);
        if (steps.Count < (closed ? 3 : 2)) return;

        text.Append('M');
        Append(steps[0].X, first: true);
        Append(steps[0].Y);
        text.Append('l');
        for (var i = 1; i < steps.Count; i++)
        {
            Append(steps[i].X - steps[i - 1].X, first: i == 1);
            Append(steps[i].Y - steps[i - 1].Y);
        }
        if (closed) text.Append('z');
    }

    private static bool OnTheWay((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        (b.X - a.X) * (c.Y - b.Y) == (b.Y - a.Y) * (c.X - b.X) && (b.X - a.X) * (c.X - b.X) >= 0 && (b.Y - a.Y) * (c.Y - b.Y) >= 0;

    private void Append(int number, bool first = false)
    {
        if (!first && number >= 0) text.Append(' ');
        text.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
