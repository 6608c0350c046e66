using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Floorplan.Reading;

namespace WorthyNews.Tests.Newsroom.Places;

/// <summary>The files of the gazetteer agree with the code that reads them.</summary>
public sealed class PlaceTableTests
{
    private const string PlaceTable = "src/WorthyNews.Newsroom/Places/Data/";

    [Fact]
    public void Every_city_is_found_by_its_name()
    {
        var cities = Gazetteer.Cities().ToList();

        var lost = cities.Where(city => !Gazetteer.Named(city.Name).Any(p => p.Text == city.Text || PlaceOf(p) == PlaceOf(city))).Select(c => c.Text).ToList();

        Assert.InRange(cities.Count, 50_000, 60_000);
        Assert.Empty(lost);
    }

    [Fact]
    public void Every_city_lies_in_a_country_and_on_the_earth() => Assert.All(Gazetteer.Cities(), city =>
    {
        Assert.True(city.CountryCode is { Length: 2 } || city.Name == "Jerusalem" || city.CountryName == "Golan Heights", city.Text);
        Assert.True(Math.Abs(city.Point.Latitude) <= 90 && Math.Abs(city.Point.Longitude) <= 180, city.Text);
    });

    [Fact]
    public void Every_name_of_the_house_means_a_place()
    {
        var lost = Rows("house-names.tsv").Where(row => !Gazetteer.Named(row[0]).Any(place => IsMeant(row, place))).Select(row => row[0]);

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_disputed_city_is_in_the_atlas_and_labelled()
    {
        var cities = Gazetteer.Cities().ToLookup(c => c.Name, StringComparer.Ordinal);
        var lost = Rows("disputed.tsv").Where(r => r[2] != "*").Where(r => !cities[r[2]].Any(c => (c.CountryCode ?? "-") == r[3] && (c.CountryName ?? "-") == r[4])).Select(r => r[2]);

        Assert.Empty(lost);
    }

    [Fact]
    public void Every_country_is_known_by_its_names()
    {
        foreach (var row in Rows("countries.tsv"))
        {
            Assert.Matches("^[A-Z]{2}$", row[0]);
            // Georgia alone is a country and a state.
            Assert.Equal(row[1] == "Georgia" ? null : row[0], Gazetteer.CountryCode(row[1]));
            Assert.All(row.Length > 3 ? row[3].Split(';') : [], name => Assert.True(Gazetteer.IsLand(name), name));
        }
    }

    [Fact]
    public void The_atlas_is_small_enough_to_carry() =>
        Assert.InRange(new FileInfo(Path.Combine(Repository.Top, PlaceTable + "places.br")).Length, 100_000, 1_200_000);

    private static (GeoPoint, string?) PlaceOf(GazetteerPlace place) => (place.Point, place.CountryCode);

    private static bool IsMeant(string[] row, GazetteerPlace place) => char.IsAsciiDigit(row[1][^1])
        ? place.Name == row[0]
        : place.Name == row[1][..row[1].LastIndexOf(", ", StringComparison.Ordinal)];

    private static IEnumerable<string[]> Rows(string file) =>
        Repository.LinesOf(PlaceTable + file).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
