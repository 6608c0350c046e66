using CsCheck;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Tests.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Maps;

/// <summary>What holds for every map, whatever the places.</summary>
public sealed class AnyMapTests
{
    private static readonly string[] Codes = ["US", "RU", "UA", "CA", "GB", "ID", "GR", "IL", "NO", "CL", "FJ", "AQ", "SJ", "EH", "XX"];

    private static readonly double[] Spreads = [0, 0.001, 0.01, 0.15, 0.5, 1];

    private static readonly Gen<MapPlace> Somewhere =
        from latitude in Gen.Double[-90, 90]
        from longitude in Gen.Double[-180, 180]
        from name in Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 1, 60], AnyText.Wild)
        from code in Gen.Int[0, Codes.Length - 1]
        select DrawnMap.Place(name, latitude, longitude, Codes[code]);

    /// <summary>Some all over the world, some around one point.</summary>
    private static readonly Gen<MapPlace[]> Places =
        from all in Somewhere.Array[1, 8]
        from spread in Gen.Int[0, Spreads.Length - 1].Select(at => Spreads[at])
        let middle = all[0].Point!.Value
        select all.Select(p => p with
        {
            Point = new(
                middle.Latitude + (p.Point!.Value.Latitude - middle.Latitude) * spread,
                Math.IEEERemainder(middle.Longitude + Math.IEEERemainder(p.Point.Value.Longitude - middle.Longitude, 360) * spread, 360)),
        }).ToArray();

    [Fact]
    public void Any_places_give_a_map_that_keeps_the_rules() => Places.Sample(places => MustKeepTheRules(DrawnMap.Of(places)), iter: 150, threads: 2);

    [Fact]
    public void The_same_places_give_the_same_bytes() => Places.Sample(places =>
        Assert.Equal(LocatorMap.Draw(places), LocatorMap.Draw([.. places.Select(p => p with { })])), iter: 40, threads: 2);

    [Fact]
    public void Every_country_has_a_map_that_keeps_the_rules()
    {
        var atlas = Atlas.World;

        // Where its outline begins: coasts and borders are what makes a map large.
        var maps = atlas.Countries.Select(c => (c.Name, Map: DrawnMap.Of(new MapPlace(c.Name, atlas.Arcs[c.Rings[0][0].Arc].Near[0].Geo, c.Code)))).ToList();

        Assert.True(maps.Count > 230);
        Assert.All(maps, m => MustKeepTheRules(m.Map));
    }

    private static void MustKeepTheRules(DrawnMap map)
    {
        var (width, height) = (map.Drawing.Width, map.Drawing.Height);

        Assert.InRange(map.Bytes, 1, LocatorMap.MaxBytes - 1);
        Assert.NotEmpty(map.Dots);
        Assert.All(map.Dots, dot =>
        {
            Assert.InRange(dot.X, width * 0.06 - 0.1, width * 0.94 + 0.1);
            Assert.InRange(dot.Y, height * 0.06 - 0.1, height * 0.94 + 0.1);
        });
        Assert.InRange(map.NameCount, 0, 6);
        var lines = map.Lines;
        Assert.All(lines, line => Assert.True(new Box(0, 0, width, height).Holds(line.Box), $"{line.Name} leaves the frame"));
        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.False(lines[i].Owner != lines[j].Owner && lines[i].Box.Meets(lines[j].Box), $"{lines[i].Name} lies on {lines[j].Name}");
        }
    }
}
