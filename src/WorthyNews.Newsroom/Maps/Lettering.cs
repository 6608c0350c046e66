namespace WorthyNews.Newsroom.Maps;

/// <summary>Which side of its point a name stands.</summary>
internal enum Side { Right, Left, Below, Above }

/// <summary>The name of a place, at its dot.</summary>
/// <param name="Lines">One to three.</param>
/// <param name="Dot">Where the dot is.</param>
/// <param name="Side">Of the dot.</param>
/// <param name="FitsUpTo">The last growth at which it touches nothing: 0, 1 or 2.</param>
internal sealed record CityName(IReadOnlyList<string> Lines, Spot Dot, Side Side, int FitsUpTo);

/// <summary>A name in an area.</summary>
/// <param name="Text">As set.</param>
/// <param name="Middle">Of the words.</param>
/// <param name="Kind">"country" or "water".</param>
/// <param name="IsMinor">Goes on small screens.</param>
internal sealed record AreaName(string Text, Spot Middle, string Kind, bool IsMinor);

/// <summary>Finds room for names; the same map gives the same names.</summary>
internal sealed class Lettering
{
    /// <summary>All together: of places, then of countries and seas.</summary>
    public const int MaxNames = 6;

    private const double LineHeight = 1.12;
    private static readonly Side[] Sides = [Side.Right, Side.Left, Side.Below, Side.Above];

    private static readonly Spot[] Offsets = [.. from x in Enumerable.Range(-13, 27)
        from y in Enumerable.Range(-13, 27)
        let offset = new Spot(x * 32, y * 32)
        orderby offset.DistanceTo(default)
        select offset];

    private readonly Frame frame;
    private readonly MapStyle style;
    private readonly List<Spot> dots;
    private readonly List<Box>[] taken;

    public Lettering(Frame frame, MapStyle style, IEnumerable<Spot> dots)
    {
        this.frame = frame;
        this.style = style;
        this.dots = [.. dots];
        taken = [.. style.Growth.Select(_ => new List<Box>())];
    }

    public List<CityName> Cities { get; } = [];

    public List<AreaName> Areas { get; } = [];

    private int Room => MaxNames - Cities.Count - Areas.Count;

    /// <summary>Sets the name of a place on the side where it fits on most screens; leaves it out when it fits nowhere.</summary>
    public void Place(string name, Spot dot)
    {
        if (Room <= 0 || name.Length == 0) return;

        var lines = Label.Lines(name);
        var best = Sides.Select(side => (Side: side, Fits: Enumerable.Range(0, taken.Length).TakeWhile(g => IsFree(BoxOf(lines, dot, side, g), g, dot)).Count()))
            .MaxBy(s => s.Fits);
        if (best.Fits == 0) return;

        for (var g = 0; g < best.Fits; g++) taken[g].Add(BoxOf(lines, dot, best.Side, g));
        Cities.Add(new(lines, dot, best.Side, best.Fits - 1));
    }

    /// <summary>Where the words of a place stand.</summary>
    public Box BoxOf(CityName name) => BoxOf(name.Lines, name.Dot, name.Side, 0);

    private Box BoxOf(IReadOnlyList<string> lines, Spot dot, Side side, int growth)
    {
        var size = style.City * style.Growth[growth];
        var (width, height) = (lines.Max(Label.Width) * size, lines.Count * size * LineHeight);
        var away = size * 0.6;
        return side switch
        {
            Side.Right => new(dot.X + away, dot.Y - height / 2, dot.X + away + width, dot.Y + height / 2),
            Side.Left => new(dot.X - away - width, dot.Y - height / 2, dot.X - away, dot.Y + height / 2),
            Side.Below => new(dot.X - width / 2, dot.Y + away * 0.8, dot.X + width / 2, dot.Y + away * 0.8 + height),
            _ => new(dot.X - width / 2, dot.Y - away * 0.8 - height, dot.X + width / 2, dot.Y - away * 0.8),
        };
    }

    /// <param name="box">Of the words.</param>
    /// <param name="growth">At which the others are looked at.</param>
    /// <param name="own">The dot it belongs to; null for areas.</param>
    private bool IsFree(Box box, int growth, Spot? own = null)
    {
        var halo = style.Halo * style.Growth[growth];
        return frame.Box.Grown(-6).Holds(box) && !taken[growth].Exists(box.Meets)
            && !dots.Exists(d => d != own && box.Meets(Box.Around(d, 2 * halo, 2 * halo)));
    }

    /// <summary>Sets the name of a country where its land in sight is broad; not, when it is nowhere broad enough.</summary>
    /// <param name="name">In normal case.</param>
    /// <param name="rings">Its land as drawn.</param>
    public void Country(string name, List<List<Spot>> rings)
    {
        if (Room <= 0) return;

        var text = name.ToUpperInvariant();
        var (width, height) = ((Label.Width(text) + text.Length * 0.1) * style.Land, style.Land * 1.15);
        var middle = Middle(rings);
        var best = (from spot in Inside(rings, width * 1.02, height)
            where IsFree(Box.Around(spot, width, height).Grown(style.Land * 0.6), 0)
            orderby spot.DistanceTo(middle), spot.X
            select (Spot?)spot).FirstOrDefault();
        if (best is not { } at) return;

        var isMinor = taken.Length > 1;
        taken[0].Add(Box.Around(at, width, height).Grown(4));
        if (taken.Length > 1)
        {
            var large = Box.Around(at, width * style.LandGrowth, height * style.LandGrowth);
            isMinor = !IsFree(large, 1) || Areas.Count(a => a is { Kind: "country", IsMinor: false }) >= 3;
            if (!isMinor) taken[1].Add(large);
        }
        Areas.Add(new(text, at, "country", isMinor));
    }

    /// <summary>Sets the names of seas that are in sight, the nearest to their middles first.</summary>
    /// <param name="land">All land as drawn.</param>
    /// <param name="most">How many.</param>
    public void Seas(List<List<Spot>> land, int most)
    {
        var grid = new LandGrid(frame, land);
        var free = frame.Box.Grown(-10);
        var candidates = from sea in Sea.All
            let at = Vector.Of(sea.Middle)
            where frame.Cap is not var (middle, _) || at.Dot(middle) > 0.1
            let spot = frame.On(at)
            let reach = sea.RadiusKm / frame.KmPerPixel
            where reach > 40 && frame.Box.Grown(reach * 0.9).Holds(spot)
            let width = Label.Width(sea.Name) * style.Water * 0.9
            let best = Offsets.Where(o => o.DistanceTo(default) <= Math.Min(reach, 420)).Select(o => new Spot(
                    Math.Clamp(spot.X, free.Left + width / 2, free.Right - width / 2) + o.X,
                    Math.Clamp(spot.Y, free.Top + style.Water, free.Bottom - style.Water) + o.Y))
                .Where(tried => tried.DistanceTo(spot) <= reach && IsFree(Box.Around(tried, width, style.Water * 1.2).Grown(8), 0)
                    && grid.IsWater(Box.Around(tried, width, style.Water * 1.3).Grown(2)))
                .Select(tried => (Spot?)tried).FirstOrDefault()
            where best is not null
            orderby best.Value.DistanceTo(spot) / Math.Min(reach, 500) + (sea.RadiusKm > 1100 ? 0.3 : 0)
            select (sea.Name, Spot: best.Value, Box: Box.Around(best.Value, width, style.Water * 1.2));
        foreach (var (name, spot, box) in candidates.ToList())
        {
            if (most == 0 || Room <= 0) return;
            if (Areas.Exists(a => a.Text == name) || !IsFree(box.Grown(8), 0)) continue;
            taken[0].Add(box.Grown(6));
            Areas.Add(new(name, spot, "water", IsMinor: false));
            most--;
        }
    }

    /// <summary>Middles of boxes of a size that lie on land of these rings.</summary>
    private IEnumerable<Spot> Inside(List<List<Spot>> rings, double width, double height)
    {
        var box = frame.Box.Grown(-8);
        for (var y = box.Top + height; y < box.Bottom - height / 2; y += height * 0.75)
        {
            var (top, low) = (Spans(rings, y - height * 0.4), Spans(rings, y + height * 0.4));
            foreach (var (left, right) in Spans(rings, y))
            {
                var (from, to) = (Math.Max(left, box.Left) + width / 2, Math.Min(right, box.Right) - width / 2);
                if (to < from) continue;
                foreach (var x in new[] { (from + to) / 2, from + (to - from) * 0.25, from + (to - from) * 0.75, from + (to - from) * 0.06, to - (to - from) * 0.06 })
                {
                    if (Covers(top, x, width) && Covers(low, x, width)) yield return new(x, y);
                }
            }
        }
    }

    private static bool Covers(List<(double Left, double Right)> spans, double x, double width) =>
        spans.Exists(s => s.Left <= x - width / 2 && s.Right >= x + width / 2);

    public static List<(double Left, double Right)> Spans(List<List<Spot>> rings, double y)
    {
        var cuts = new List<double>();
        foreach (var ring in rings)
        {
            var last = ring[^1];
            foreach (var point in ring)
            {
                if (last.Y > y != point.Y > y) cuts.Add(last.X + (point.X - last.X) * (y - last.Y) / (point.Y - last.Y));
                last = point;
            }
        }
        cuts.Sort();
        return [.. cuts.Chunk(2).Where(c => c.Length == 2).Select(c => (c[0], c[1]))];
    }

    /// <summary>The middle of the largest ring.</summary>
    private static Spot Middle(List<List<Spot>> rings)
    {
        var ring = rings.MaxBy(r => Math.Abs(Outlines.Area(r)))!;
        var (x, y, area) = (0d, 0d, 0d);
        var last = ring[^1];
        foreach (var point in ring)
        {
            var cross = last.X * point.Y - point.X * last.Y;
            (x, y, area) = (x + (last.X + point.X) * cross, y + (last.Y + point.Y) * cross, area + cross);
            last = point;
        }
        return Math.Abs(area) < 1e-9 ? ring[0] : new(x / (3 * area), y / (3 * area));
    }
}
