using System.Globalization;
using System.Xml.Linq;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Maps;

public sealed class LocatorMapTests
{
    private static readonly MapPlace Kyiv = DrawnMap.Place("Kyiv", 50.45, 30.52, "UA");
    private static readonly MapPlace Moscow = DrawnMap.Place("Moscow", 55.75, 37.62, "RU");
    private static readonly MapPlace Pyongyang = DrawnMap.Place("Pyongyang", 39.03, 125.75, "KP");

    [Fact]
    public void A_dateline_without_a_known_place_has_no_map()
    {
        Assert.Null(LocatorMap.Draw([new MapPlace("Nowhere", null, null)]));
        Assert.Null(LocatorMap.Draw([]));
        Assert.Null(LocatorMap.Draw([DrawnMap.Place("Beyond the pole", 91, 0)]));
    }

    [Fact]
    public void A_dateline_of_three_cities_names_and_dots_all_three()
    {
        var map = DrawnMap.Of(Pyongyang, Moscow, Kyiv);

        Assert.Equal((1200, 600), (map.Drawing.Width, map.Drawing.Height));
        Assert.Equal(["Pyongyang", "Moscow", "Kyiv"], map.Names("city"));
        Assert.Equal(3, map.Dots.Count);
        Assert.Equal("Map: Pyongyang in North Korea, Moscow in Russia and Kyiv in Ukraine", map.Drawing.Alt);
        Assert.Equal(map.Drawing.Alt, map.Root.Element(DrawnMap.Svg + "title")?.Value);
    }

    [Fact]
    public void East_is_right_and_north_is_up()
    {
        var dots = DrawnMap.Of(Pyongyang, Moscow, Kyiv).Dots;

        Assert.True(dots[0].X > dots[1].X && dots[1].X > dots[2].X);
        Assert.True(dots[1].Y < dots[2].Y);
    }

    [Fact]
    public void A_dateline_gives_its_places()
    {
        var dateline = new Dateline([new("lagos", "Lagos") { Point = new(6.45, 3.39), CountryCode = "NG" }, new("somewhere", "Somewhere")]);

        var map = DatelineMap.Of(dateline);

        Assert.Equal("Map: Lagos in Nigeria", map?.Drawing.Alt);
    }

    [Theory]
    [InlineData("Manila", 14.6, 120.98, "PH", "Map: Manila in the Philippines")]
    [InlineData("Vatican City", 41.9, 12.45, "VA", "Map: Vatican City")]
    [InlineData("Longyearbyen", 78.22, 15.65, "SJ", "Map: Longyearbyen in Svalbard")]
    [InlineData("Jerusalem", 31.78, 35.22, "IL", "Map: Jerusalem")]
    [InlineData("Gaza", 31.5, 34.47, "PS", "Map: Gaza in the Gaza Strip")]
    [InlineData("Srinagar", 34.09, 74.8, "IN", "Map: Srinagar in Kashmir")]
    [InlineData("Lahore", 31.55, 74.34, "PK", "Map: Lahore in Pakistan")]
    [InlineData("At sea", 0, -30, null, "Map: At sea")]
    public void The_words_for_a_map_name_its_place(string name, double latitude, double longitude, string? country, string alt) =>
        Assert.Equal(alt, DrawnMap.Of(DrawnMap.Place(name, latitude, longitude, country)).Drawing.Alt);

    [Fact]
    public void A_country_is_said_once_for_several_places() => Assert.Equal("Map: Lagos and Abuja in Nigeria",
        DrawnMap.Of(DrawnMap.Place("Lagos", 6.45, 3.39, "NG"), DrawnMap.Place("Abuja", 9.06, 7.49, "NG")).Drawing.Alt);

    [Fact]
    public void The_same_place_twice_is_one_dot()
    {
        var map = DrawnMap.Of(Kyiv, Kyiv);

        Assert.Single(map.Dots);
        Assert.Equal("Map: Kyiv in Ukraine", map.Drawing.Alt);
    }

    [Fact]
    public void Two_places_side_by_side_are_named_on_two_sides()
    {
        var map = DrawnMap.Of(DrawnMap.Place("Westminster", 51.4995, -0.1248, "GB"), DrawnMap.Place("Southwark", 51.503, -0.096, "GB"));

        Assert.Equal(["Westminster", "Southwark"], map.Names("city"));
        Assert.Equal(2, map.Dots.Count);
    }

    [Theory]
    [InlineData(-36.85, 174.76, 21.3, -157.86)]
    [InlineData(64.73, 177.5, 64.5, -165.4)]
    [InlineData(-18.14, 178.44, -13.83, -171.76)]
    public void Places_on_both_sides_of_the_date_line_lie_side_by_side(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var map = DrawnMap.Of(DrawnMap.Place("West", latitude, longitude), DrawnMap.Place("East", otherLatitude, otherLongitude));

        Assert.True(map.Dots[0].X < map.Dots[1].X);
    }

    [Fact]
    public void Places_on_opposite_sides_of_the_earth_are_on_a_map_of_the_world()
    {
        var map = DrawnMap.Of(DrawnMap.Place("Madrid", 40.4, -3.7, "ES"), DrawnMap.Place("Wellington", -41.29, 174.78, "NZ"));

        Assert.Equal(2, map.Dots.Count);
        Assert.Equal(2, map.Names("city").Count);
        Assert.True(map.PathOf("border").Length > 1000);
    }

    [Fact]
    public void Signs_of_markup_in_a_name_are_only_letters()
    {
        var map = DrawnMap.Of(DrawnMap.Place("A & B <script> \u0001\uD83D", 10, 10, "NG"));

        Assert.Equal(["A & B <script>"], map.Names("city"));
        Assert.Empty(map.Root.Descendants(DrawnMap.Svg + "script"));
    }

    [Fact]
    public void An_Arabic_name_runs_to_the_left_from_its_dot()
    {
        var map = DrawnMap.Of(DrawnMap.Place("القاهرة", 30.04, 31.24, "EG"));

        var text = map.Root.Descendants(DrawnMap.Svg + "text").First(t => t.Value == "القاهرة");

        Assert.Equal(("rtl", "end"), ((string?)text.Attribute("direction"), (string?)text.Attribute("text-anchor")));
    }

    [Fact]
    public void A_long_name_is_set_in_lines()
    {
        var map = DrawnMap.Of(DrawnMap.Place("Llanfairpwllgwyngyll gogerychwyrndrobwll llantysiliogogogoch", 53.22, -4.2, "GB"));

        Assert.Equal(3, map.Names("city").Count);
    }

    [Fact]
    public void A_map_asks_for_nothing_from_outside()
    {
        var map = DrawnMap.Of(Pyongyang, Moscow, Kyiv);

        var links = map.Root.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src").Select(a => a.Value);

        Assert.All(links, l => Assert.Equal("#l", l));
        Assert.DoesNotContain("url(", map.Drawing.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", map.Drawing.Svg, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", map.Drawing.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_for_a_card_has_no_style_sheet_and_no_classes()
    {
        var card = LocatorMap.Draw([Pyongyang, Moscow, Kyiv], MapSize.Card);

        var root = XDocument.Parse(card!.Svg).Root!;

        Assert.Equal((1200, 300), (card.Width, card.Height));
        Assert.Empty(root.Descendants(DrawnMap.Svg + "style"));
        Assert.Empty(root.Descendants().Attributes("class"));
        Assert.All(root.Descendants(DrawnMap.Svg + "circle"), c => Assert.NotNull(c.Attribute("fill")));
    }

    [Fact]
    public void A_map_is_the_same_in_every_culture()
    {
        var here = LocatorMap.Draw([Kyiv]);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("hu-HU");

            Assert.Equal(here, LocatorMap.Draw([Kyiv]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
