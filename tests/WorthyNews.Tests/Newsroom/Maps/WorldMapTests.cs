using System.Text;
using System.Xml.Linq;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Maps;

public sealed class WorldMapTests
{
    [Fact]
    public void The_map_of_the_world_is_small_and_has_all_lines()
    {
        var drawing = WorldMap.Base;

        Assert.InRange(Encoding.UTF8.GetByteCount(drawing.Svg), 20_000, 40_000);
        Assert.NotEmpty(WorldMap.Disputes);
        Assert.Contains(WorldMap.Land, drawing.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_point_of_the_earth_falls_into_the_map()
    {
        var points = from latitude in Enumerable.Range(-9, 19) from longitude in Enumerable.Range(-18, 37) select new GeoPoint(latitude * 10, longitude * 10);

        Assert.All(points.Select(WorldMap.PointOn), p =>
        {
            Assert.InRange(p.X, 0, WorldMap.Width);
            Assert.InRange(p.Y, 0, WorldMap.Height);
        });
    }

    [Fact]
    public void West_is_left_and_north_is_up()
    {
        var (anchorage, tokyo, sydney) = (WorldMap.PointOn(new(61.2, -149.9)), WorldMap.PointOn(new(35.7, 139.7)), WorldMap.PointOn(new(-33.9, 151.2)));

        Assert.True(anchorage.X < tokyo.X);
        Assert.True(tokyo.Y < sydney.Y);
    }

    [Fact]
    public void More_stories_make_a_larger_dot_and_the_small_ones_lie_on_top()
    {
        var map = WorldMap.Draw([new("Worms & more", new(49.6, 8.4), 1), new("Budapest", new(47.5, 19), 60)])!;

        var dots = XDocument.Parse(map.Svg).Descendants(DrawnMap.Svg + "circle").Where(c => (string?)c.Attribute("class") == "dot").ToList();

        Assert.Equal([11d, 3.5], dots.Select(d => (double)d.Attribute("r")!));
        Assert.Equal("Worms & more: 1 story", dots[1].Parent!.Element(DrawnMap.Svg + "title")!.Value);
        Assert.Equal("Map of the world with 2 places", map.Alt);
    }

    [Fact]
    public void Without_stories_there_is_no_map() => Assert.Null(WorldMap.Draw([]));
}
