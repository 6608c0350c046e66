using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Maps;

/// <summary>A map takes no side by accident.</summary>
public sealed class DisputedBorderTests
{
    [Theory]
    [InlineData("Simferopol", 44.95, 34.1, "UA")]
    [InlineData("Kerch", 45.35, 36.4, "UA")]
    [InlineData("Kakhovka", 46.7, 33.5, "UA")]
    [InlineData("Rostov", 47.24, 39.7, "RU")]
    [InlineData("Kyrenia", 35.33, 33.3, "CY")]
    [InlineData("Hargeisa", 9.56, 44.06, "SO")]
    [InlineData("Baikonur", 45.63, 63.3, "KZ")]
    [InlineData("Laayoune", 27.0, -12.9, "EH")]
    [InlineData("Tifariti", 26.16, -10.57, "EH")]
    [InlineData("Tan-Tan", 28.4, -11.0, "MA")]
    [InlineData("Pristina", 42.67, 21.17, "XK")]
    [InlineData("Kunashir", 44.1, 145.85, null)]
    [InlineData("Suva", -17.8, 178.0, "FJ")]
    [InlineData("Anadyr", 66.5, -175.0, "RU")]
    public void A_town_lies_in_the_country_that_the_list_gives_it_to(string town, double latitude, double longitude, string? country)
    {
        var found = Atlas.World.CountryAt(new GeoPoint(latitude, longitude));

        Assert.True(country == found?.Code, $"{town} lies in {found?.Code}");
    }

    [Fact]
    public void Each_point_lies_in_one_country_only()
    {
        var points = from latitude in Enumerable.Range(-8, 17)
            from longitude in Enumerable.Range(-18, 36)
            select new GeoPoint(latitude * 10 + 0.37, longitude * 10 + 0.41);

        var twice = points.Where(p => Atlas.World.Countries.Count(c => Atlas.World.Holds(c.Rings, p)) > 1);

        Assert.Empty(twice);
    }

    [Fact]
    public void There_is_no_border_between_Crimea_and_Kherson()
    {
        var inUkraine = Atlas.World.Borders.Where(b => b.Between == b.And && b.Between == "UA");

        Assert.Contains(Atlas.World.Units, u => u.Code == "UA-43");
        Assert.Empty(inUkraine);
    }

    [Fact]
    public void Every_line_of_the_list_is_in_the_atlas()
    {
        var drawn = Atlas.World.Borders.Select(b => b.Dispute).ToHashSet();

        var missing = DisputedBorders.Dashed.Where(d => !drawn.Contains(d));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Laayoune", 27.15, -13.2, "EH")]
    [InlineData("Pristina", 42.67, 21.17, "XK")]
    [InlineData("Belgrade", 44.8, 20.46, "RS")]
    [InlineData("Nicosia", 35.17, 33.37, "CY")]
    [InlineData("Jerusalem", 31.78, 35.22, "IL")]
    [InlineData("Gaza", 31.5, 34.47, "PS")]
    [InlineData("Srinagar", 34.09, 74.8, "IN")]
    [InlineData("Hargeisa", 9.56, 44.06, "SO")]
    public void A_line_in_dispute_is_dashed_and_its_countries_are_not_shaded(string town, double latitude, double longitude, string country)
    {
        var map = DrawnMap.Of(DrawnMap.Place(town, latitude, longitude, country));

        Assert.NotEmpty(map.PathOf("dispute"));
        Assert.False(map.Has("focus"));
    }

    [Theory]
    [InlineData("Timișoara", 45.75, 21.23, "RO")]
    [InlineData("Simferopol", 44.95, 34.1, "UA")]
    [InlineData("Simferopol", 44.95, 34.1, "RU")]
    public void Where_no_line_is_in_dispute_the_country_is_shaded(string town, double latitude, double longitude, string country)
    {
        var map = DrawnMap.Of(DrawnMap.Place(town, latitude, longitude, country));

        Assert.NotEmpty(map.PathOf("focus"));
    }

    [Fact]
    public void Simferopol_shades_Ukraine_whichever_code_the_dateline_has()
    {
        var ukrainian = DrawnMap.Of(DrawnMap.Place("Simferopol", 44.95, 34.1, "UA"));
        var russian = DrawnMap.Of(DrawnMap.Place("Simferopol", 44.95, 34.1, "RU"));

        Assert.Equal(ukrainian.Drawing.Svg, russian.Drawing.Svg);
        Assert.Equal("Map: Simferopol in Crimea", russian.Drawing.Alt);
    }

    [Fact]
    public void Only_the_disputed_part_of_a_border_is_dashed()
    {
        var punjab = DrawnMap.Of(DrawnMap.Place("Hyderabad", 25.4, 68.4, "PK"), DrawnMap.Place("Bhuj", 23.25, 69.67, "IN"));

        Assert.NotEmpty(punjab.PathOf("border"));
        Assert.Empty(punjab.PathOf("dispute"));
    }

    [Theory]
    [InlineData("Pristina", 42.67, 21.17, "XK", "KOSOVO", "SERBIA")]
    [InlineData("Nicosia", 35.17, 33.37, "CY", "CYPRUS", "TURKEY")]
    [InlineData("Kyrenia", 35.33, 33.3, "CY", "CYPRUS", "TURKEY")]
    [InlineData("Taipei", 25.05, 121.53, "TW", "TAIWAN", "CHINA")]
    [InlineData("Laayoune", 27.15, -13.2, "EH", "WESTERN SAHARA", "MOROCCO")]
    [InlineData("Hargeisa", 9.56, 44.06, "SO", "SOMALILAND", "SOMALIA")]
    public void A_rival_is_named_only_beside_the_land_the_dateline_is_in(string town, double latitude, double longitude, string code, string land, string rival)
    {
        var names = DrawnMap.Of(DrawnMap.Place(town, latitude, longitude, code)).Names("country");

        Assert.True(names.Contains(land) || !names.Contains(rival), string.Join(", ", names));
    }

    [Fact]
    public void Hargeisa_is_said_to_lie_where_nobody_disputes() =>
        Assert.Equal("Map: Hargeisa in Somaliland", DrawnMap.Of(DrawnMap.Place("Hargeisa", 9.56, 44.06, "SO")).Drawing.Alt);

    [Fact]
    public void Neither_side_of_the_green_line_is_named()
    {
        var map = DrawnMap.Of(DrawnMap.Place("Jerusalem", 31.78, 35.22, "IL"));

        Assert.DoesNotContain(map.Names("country"), n => n is "ISRAEL" or "PALESTINE");
        Assert.Contains("SYRIA", map.Names("country"));
    }
}
