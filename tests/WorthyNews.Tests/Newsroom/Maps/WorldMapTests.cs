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
        var kinds = XDocument.Parse(drawing.Svg).Descendants().Select(e => (string?)e.Attribute("class")).ToHashSet();
        Assert.Superset(new HashSet<string?> { "sea", "land", "coast", "border", "dispute" }, kinds);
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
    public void More_stories_make_a_larger_dot() =>
        Assert.Equal([3.5, 5, 7, 9, 11, 11], new[] { 1, 2, 5, 15, 50, 900 }.Select(WorldMap.RadiusOf));
}
