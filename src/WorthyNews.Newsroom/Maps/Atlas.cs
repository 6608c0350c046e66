using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A country as we draw it, with what <see cref="DisputedBorders"/> gives it.</summary>
internal sealed record AtlasCountry(string Code, string Name, IReadOnlyList<Leg[]> Rings);

/// <summary>A line between two units.</summary>
/// <param name="Arc">Its number.</param>
/// <param name="Between">Code of a country, or of a unit that is nobody's.</param>
/// <param name="And">The other; may be the same country, for a line inside it.</param>
/// <param name="Dispute">Null for a plain border.</param>
internal sealed record AtlasBorder(int Arc, string Between, string And, DisputedBorder? Dispute);

/// <summary>The coasts and borders of the world. Read once, when first asked for; never changes.</summary>
internal sealed class Atlas
{
    private static readonly Lazy<Atlas> Lazily = new(() => new(), LazyThreadSafetyMode.ExecutionAndPublication);

    private Atlas()
    {
        (Units, Arcs) = AtlasFile.Read();
        Land = RingsOf(Units);
        Countries = [.. from unit in Units
            let owner = DisputedBorders.OwnerOf(unit.Code)
            where owner is not null
            group unit by owner into pieces
            let own = pieces.First(u => u.Code == pieces.Key)
            select new AtlasCountry(own.Code, own.Name, pieces.Skip(1).Any() ? RingsOf(pieces) : own.Rings)];
        Borders = [.. FindBorders()];
        byCode = Countries.ToDictionary(c => c.Code, StringComparer.Ordinal);
    }

    private readonly Dictionary<string, AtlasCountry> byCode;

    public static Atlas World => Lazily.Value;

    public IReadOnlyList<AtlasUnit> Units { get; }

    public IReadOnlyList<Arc> Arcs { get; }

    /// <summary>All land without the borders in it; lakes are not cut out.</summary>
    public IReadOnlyList<Leg[]> Land { get; }

    public IReadOnlyList<AtlasCountry> Countries { get; }

    public IReadOnlyList<AtlasBorder> Borders { get; }

    public AtlasCountry? Country(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>Null at sea, and on land that is nobody's.</summary>
    public AtlasCountry? CountryAt(GeoPoint point) => Countries.FirstOrDefault(c => Holds(c.Rings, point));

    /// <summary>The piece of land that <see cref="DisputedBorders"/> gives to a country; null when the point is in none.</summary>
    public AtlasUnit? GivenAt(GeoPoint point) => Units.FirstOrDefault(u => DisputedBorders.BelongsTo.ContainsKey(u.Code) && Holds(u.Rings, point));

    /// <summary>Whether the way from a point to the north pole leaves the rings an odd number of times: no land holds that pole.</summary>
    public bool Holds(IReadOnlyList<Leg[]> rings, GeoPoint point)
    {
        var at = Vector.Of(point);
        var (sin, cos) = Math.SinCos(point.Longitude * Math.PI / 180);
        var inside = false;
        foreach (var leg in rings.Where(r => r.Length > 1 || Arcs[r[0].Arc] is var a && a.Middle.Dot(at) >= Math.Cos(a.Radius)).SelectMany(r => r))
        {
            var points = Arcs[leg.Arc].Near;
            for (var i = 1; i < points.Length; i++)
            {
                var (a, b) = (points[i - 1], points[i]);
                var (east, eastAfter) = (a.Y * cos - a.X * sin, b.Y * cos - b.X * sin);
                if (east > 0 == eastAfter > 0) continue;

                var crossing = a.Towards(b, east / (east - eastAfter));
                if (crossing.X * cos + crossing.Y * sin > 0 && crossing.Z > at.Z) inside = !inside;
            }
        }
        return inside;
    }

    private IEnumerable<AtlasBorder> FindBorders()
    {
        var sides = Units.SelectMany(u => u.Rings.SelectMany(r => r).Select(leg => (leg.Arc, u.Code))).ToLookup(s => s.Arc, s => s.Code);
        for (var arc = 0; arc < Arcs.Count; arc++)
        {
            if (sides[arc].Distinct().Take(2).ToArray() is not [var one, var other]) continue;

            var dispute = DisputedBorders.Between(one, other);
            var (here, there) = (DisputedBorders.OwnerOf(one), DisputedBorders.OwnerOf(other));
            if (dispute is null && (here is null || there is null || here == there)) continue;
            yield return new(arc, here ?? one, there ?? other, dispute);
        }
    }

    /// <summary>The outer rings of several units: what two of them share falls out.</summary>
    private List<Leg[]> RingsOf(IEnumerable<AtlasUnit> units)
    {
        var legs = new HashSet<Leg>();
        foreach (var leg in units.SelectMany(u => u.Rings).SelectMany(r => r))
        {
            if (!legs.Remove(leg.Back)) legs.Add(leg);
        }

        var rings = new List<Leg[]>();
        var from = legs.GroupBy(Start).ToDictionary(g => g.Key, g => new Stack<Leg>(g));
        foreach (var first in legs.OrderBy(l => l.Arc))
        {
            var ring = new List<Leg>();
            for (var knot = Start(first); from.TryGetValue(knot, out var next) && next.TryPop(out var leg); knot = End(leg)) ring.Add(leg);
            if (ring.Count > 0) rings.Add([.. ring]);
        }
        return rings;
    }

    private long Start(Leg leg) => leg.Backwards ? Arcs[leg.Arc].End : Arcs[leg.Arc].Start;

    private long End(Leg leg) => leg.Backwards ? Arcs[leg.Arc].Start : Arcs[leg.Arc].End;
}
