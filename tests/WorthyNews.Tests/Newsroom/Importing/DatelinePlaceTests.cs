using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Tests.Newsroom.Importing;

/// <summary>Where the places of a dateline lie, and what the directory calls them.</summary>
public sealed class DatelinePlaceTests
{
    [Fact]
    public void The_places_of_a_dateline_are_located_and_a_namesake_is_doubted()
    {
        var read = Wire("PYONGYANG/MOSCOW/KYIV");

        Assert.Equal([("pyongyang", "KP"), ("moscow", "RU"), ("kyiv", "UA")], read.Copy.Dateline.Places.Select(p => (p.Slug, p.CountryCode)));
        Assert.All(read.Copy.Dateline.Places, p => Assert.NotNull(p.Point));
        Assert.Equal(Sureness.Likely, read.Findings.Single(f => f.Field == "places").Sureness);
        Assert.Equal("“Moscow” was read as Moscow, Russia; there is also Moscow, Idaho, United States. Write “Moscow, Idaho” if that is meant.", Assert.Single(read.Doubts, IsOfPlaces));
    }

    [Fact]
    public void Where_nothing_is_doubted_nothing_is_said()
    {
        var read = Wire("PYONGYANG/KYIV");

        Assert.Equal(Sureness.Sure, read.Findings.Single(f => f.Field == "places").Sureness);
        Assert.DoesNotContain(read.Doubts, IsOfPlaces);
    }

    [Fact]
    public void A_place_that_could_be_several_lies_nowhere()
    {
        var read = Wire("SPRINGFIELD");

        var place = Assert.Single(read.Copy.Dateline.Places);
        Assert.Equal(("springfield", null, null), (place.Slug, place.Point, place.CountryCode));
        Assert.Equal(Sureness.Doubtful, read.Findings.Single(f => f.Field == "places").Sureness);
    }

    [Fact]
    public void Cities_between_commas_are_places_and_no_countries()
    {
        var read = Wire("MOSCOW, KYIV");

        Assert.Equal([("Moscow", null), ("Kyiv", null)], read.Copy.Dateline.Places.Select(p => (p.Name, p.Country)));
        Assert.DoesNotContain(read.Doubts, d => d.Contains("taken for a country", StringComparison.Ordinal));
    }

    [Fact]
    public void A_province_that_is_known_is_not_doubted()
    {
        var read = Wire("TORONTO, Ontario");

        Assert.Equal(("Toronto", "Ontario", "CA"), Assert.Single(read.Copy.Dateline.Places.Select(p => (p.Name, p.Country, p.CountryCode))));
        Assert.DoesNotContain(read.Doubts, d => d.Contains("Ontario", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ATLANTA, Georgia", "US")]
    [InlineData("SAVANNAH, Georgia", "US")]
    [InlineData("TBILISI, Georgia", "GE")]
    [InlineData("BATUMI, Georgia", "GE")]
    public void Where_only_one_Georgia_has_the_city_nothing_is_doubted(string dateline, string code)
    {
        var read = Wire(dateline);

        Assert.Equal(("Georgia", code), Assert.Single(read.Copy.Dateline.Places.Select(p => (p.Country, p.CountryCode))));
        Assert.DoesNotContain(read.Doubts, d => d.Contains("Georgia", StringComparison.Ordinal));
        Assert.Equal(Sureness.Sure, read.Findings.Single(f => f.Field == "places").Sureness);
    }

    [Fact]
    public void A_town_that_no_Georgia_is_known_to_have_is_doubted() =>
        Assert.Contains(Wire("XQZW, Georgia").Doubts, d => d.Contains("the country or the state", StringComparison.Ordinal));

    [Theory]
    [InlineData("MOSCOW", "moscow")]
    [InlineData("MOSCOW, Russia", "moscow")]
    [InlineData("MOSCOW, Idaho", "moscow-idaho")]
    [InlineData("ATHENS, Ga.", "athens-georgia")]
    [InlineData("SPRINGFIELD, Illinois", "springfield-illinois")]
    [InlineData("SPRINGFIELD, Ill.", "springfield-illinois")]
    [InlineData("BUDAPEST, Hungary", "budapest")]
    public void Two_places_of_one_name_have_two_slugs(string dateline, string slug) =>
        Assert.Equal(slug, Assert.Single(Wire(dateline).Copy.Dateline.Places).Slug);

    [Fact]
    public void The_directory_settles_what_a_name_means()
    {
        var read = Wire("ANTIOCH", Place("antioch", "Antioch", "Turkey"));

        var place = Assert.Single(read.Copy.Dateline.Places);
        Assert.Equal(("antioch", "TR", null), (place.Slug, place.CountryCode, place.Country));
        Assert.DoesNotContain(read.Doubts, IsOfPlaces);
    }

    [Fact]
    public void The_directory_keeps_its_slugs()
    {
        DirectoryName[] names = [Place("baghdad", "بغداد", "Iraq"), Place("moscow", "Moscow", "Idaho"), Place("antioch", "Antioch", "Turkey"), Place("atlantis", "Atlantis", "Greece")];

        Assert.Equal("baghdad", Assert.Single(Markdown("{name: بغداد, country: Iraq}", names).Copy.Dateline.Places).Slug);
        Assert.Equal(("moscow", "US"), Assert.Single(Wire("MOSCOW, Idaho", names).Copy.Dateline.Places.Select(p => (p.Slug, p.CountryCode))));
        Assert.Equal(("moscow-russia", "RU"), Assert.Single(Wire("MOSCOW, Russia", names).Copy.Dateline.Places.Select(p => (p.Slug, p.CountryCode))));
        Assert.Equal("antioch-california", Assert.Single(Wire("ANTIOCH, California", names).Copy.Dateline.Places).Slug);
        Assert.Equal(("atlantis", null), Assert.Single(Wire("ATLANTIS, Greece", names).Copy.Dateline.Places.Select(p => (p.Slug, p.Point))));
        Assert.Equal("atlantis-france", Assert.Single(Wire("ATLANTIS, France", names).Copy.Dateline.Places).Slug);
    }

    [Fact]
    public void A_namesake_in_the_directory_does_not_take_the_name_from_the_city_that_is_meant() =>
        Assert.Equal(("moscow", "RU"), Assert.Single(Wire("MOSCOW", Place("moscow-idaho", "Moscow", "Idaho")).Copy.Dateline.Places.Select(p => (p.Slug, p.CountryCode))));

    [Fact]
    public void Front_matter_says_where_a_place_lies_that_nobody_knows()
    {
        var read = Markdown("{name: Sychar, country: West Bank, latitude: 32.21, longitude: 35.28}");

        var place = Assert.Single(read.Copy.Dateline.Places);
        Assert.Equal((new GeoPoint(32.21, 35.28), "PS"), (place.Point, place.CountryCode));
        Assert.DoesNotContain(read.Doubts, IsOfPlaces);
    }

    [Fact]
    public void Front_matter_goes_before_the_gazetteer()
    {
        var place = Assert.Single(Markdown("{name: Moscow, latitude: 46.73, longitude: -117}").Copy.Dateline.Places);

        Assert.Equal(new GeoPoint(46.73, -117), place.Point);
    }

    [Fact]
    public void Coordinates_in_Crimea_are_Ukraine_whatever_the_file_says()
    {
        var read = Markdown("{name: Simferopol, country: Russia, latitude: 44.95, longitude: 34.1}");

        var place = Assert.Single(read.Copy.Dateline.Places);
        Assert.Equal(("UA", "Russia", null), (place.CountryCode, place.Country, place.BelievedCountry));
        Assert.Contains(read.Doubts, d => d.Contains("“Simferopol” is said to lie in Russia, but its coordinates, 44.95, 34.1, lie in Ukraine.", StringComparison.Ordinal));
        Assert.Equal(Sureness.Likely, read.Findings.Single(f => f.Field == "places").Sureness);
    }

    [Theory]
    [InlineData("{name: London, latitude: 42.98, longitude: -81.25}", "london-ontario", "CA")]
    [InlineData("{name: Moscow, country: Idaho, latitude: 46.73, longitude: -117}", "moscow-idaho", "US")]
    [InlineData("{name: Jerusalem, country: Israel, latitude: 31.78, longitude: 35.22}", "jerusalem", null)]
    [InlineData("{name: Silwan, latitude: 31.77, longitude: 35.235}", "silwan", null)]
    [InlineData("{name: Hebron, latitude: 31.53, longitude: 35.1}", "hebron", "PS")]
    [InlineData("{name: Kfar Saba, country: Israel, latitude: 32.18, longitude: 34.92}", "kfar-saba", "IL")]
    [InlineData("{name: Some Village, country: Ukraine, latitude: 45.2, longitude: 33.9}", "some-village", "UA")]
    [InlineData("{name: Texas, latitude: 31.9, longitude: -102.1}", "texas", "US")]
    [InlineData("{name: Niagara Falls, country: Ontario, latitude: 43.1, longitude: -79.07}", "niagara-falls-ontario", "CA")]
    [InlineData("{name: Some Ship, latitude: -40, longitude: -120}", "some-ship", null)]
    [InlineData("{name: Suva, latitude: -18.14, longitude: 178.44}", "suva", "FJ")]
    [InlineData("{name: Some Atoll, country: Fiji, latitude: -16.9, longitude: -179.98}", "some-atoll", "FJ")]
    public void Coordinates_say_the_country_and_which_of_a_name(string written, string slug, string? code)
    {
        var read = Markdown(written);

        Assert.Equal((slug, code), Assert.Single(read.Copy.Dateline.Places.Select(p => (p.Slug, p.CountryCode))));
        Assert.DoesNotContain(read.Doubts, d => d.Contains("coordinates", StringComparison.Ordinal));
    }

    [Fact]
    public void Coordinates_far_from_every_place_of_the_name_are_taken_and_doubted()
    {
        var read = Markdown("{name: London, country: United Kingdom, latitude: 48.85, longitude: 2.35}");

        Assert.Equal((new GeoPoint(48.85, 2.35), "FR"), Assert.Single(read.Copy.Dateline.Places.Select(p => (p.Point!.Value, p.CountryCode))));
        var doubt = Assert.Single(read.Doubts, d => d.Contains("“London”", StringComparison.Ordinal));
        Assert.Contains("is given at 48.85, 2.35, 34", doubt, StringComparison.Ordinal);
        Assert.Contains("said to lie in United Kingdom, but its coordinates, 48.85, 2.35, lie in France", doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void The_island_of_nought_is_refused_and_the_name_goes_on()
    {
        var read = Markdown("{name: Budapest, country: Hungary, latitude: 0, longitude: 0}");
        var unknown = Markdown("{name: Sychar, latitude: 0.0, longitude: 0.0}");

        Assert.Equal((47.5, "HU"), Assert.Single(read.Copy.Dateline.Places.Select(p => (Math.Round(p.Point!.Value.Latitude, 1), p.CountryCode))));
        Assert.Null(Assert.Single(unknown.Copy.Dateline.Places).Point);
        Assert.All([read, unknown], r => Assert.Contains(r.Doubts, d => d.Contains("is given at 0, 0, where there is only sea", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("KIEV", "kyiv", "Kyiv")]
    [InlineData("KYIV", "kyiv", null)]
    [InlineData("WASHINGTON, D.C.", "washington", "Washington")]
    [InlineData("RANGOON", "yangon", "Yangon")]
    [InlineData("COLOGNE", "cologne", null)]
    [InlineData("KÖLN", "cologne", "Cologne")]
    [InlineData("NEW YORK", "new-york", null)]
    [InlineData("UNITED NATIONS", "united-nations", null)]
    [InlineData("TIMISOARA, Romania", "timisoara", null)]
    public void A_place_has_one_slug_by_whichever_name(string dateline, string slug, string? title)
    {
        var copy = Wire(dateline).Copy;

        Assert.Equal(slug, Assert.Single(copy.Dateline.Places).Slug);
        Assert.Equal(title, copy.WrittenNames.SingleOrDefault(w => w.Kind == NameKind.Place)?.Name);
    }

    [Fact]
    public void A_name_in_another_script_has_the_slug_of_the_place()
    {
        Assert.Equal(("baghdad", "بغداد"), Assert.Single(Markdown("{name: بغداد}").Copy.Dateline.Places.Select(p => (p.Slug, p.Name))));
        Assert.Equal(("kyiv", "Київ"), Assert.Single(Markdown("{name: Київ, country: Ukraine}").Copy.Dateline.Places.Select(p => (p.Slug, p.Name))));
    }

    [Fact]
    public void What_the_directory_has_keeps_its_slug()
    {
        Assert.Equal("kiev", Assert.Single(Wire("KYIV", Place("kiev", "Kiev", null)).Copy.Dateline.Places).Slug);
        Assert.Equal("kiev", Assert.Single(Wire("KIEV", Place("kiev", "Kiev", "Ukraine"), Place("kyiv", "Kyiv", "Ukraine")).Copy.Dateline.Places).Slug);
        Assert.Equal("kyiv", Assert.Single(Markdown("{name: Київ}", Place("kiev", "Kiev", null), Place("kyiv", "Kyiv", null)).Copy.Dateline.Places).Slug);
    }

    [Fact]
    public void A_namesake_is_said_once_and_again_when_both_are_in_the_directory()
    {
        DirectoryName[] russian = [Place("moscow", "Moscow", null)];
        DirectoryName[] both = [.. russian, Place("moscow-idaho", "Moscow", "Idaho")];

        Assert.Single(Wire("MOSCOW").Doubts, IsOfPlaces);
        Assert.DoesNotContain(Wire("MOSCOW", russian).Doubts, IsOfPlaces);
        Assert.Equal("RU", Assert.Single(Wire("MOSCOW", russian).Copy.Dateline.Places).CountryCode);
        Assert.Single(Wire("MOSCOW", both).Doubts, IsOfPlaces);
    }

    [Theory]
    [InlineData("latitude: 91, longitude: 0", "Line 4, front matter: “latitude” should be degrees from -90 to 90, as 47.5.")]
    [InlineData("latitude: 10, longitude: -180.5", "Line 4, front matter: “longitude” should be degrees from -180 to 180, as 47.5.")]
    [InlineData("latitude: north, longitude: 0", "Line 4, front matter: “latitude” should be degrees from -90 to 90, as 47.5.")]
    [InlineData("latitude: NaN, longitude: 0", "“latitude” should be degrees")]
    [InlineData("latitude: 10", "Line 4, front matter: “latitude” goes with “longitude”.")]
    [InlineData("longitude: 10", "Line 4, front matter: “longitude” goes with “latitude”.")]
    public void Half_a_point_or_one_off_the_earth_is_refused(string point, string message) =>
        Assert.Contains(message, Assert.Throws<UnreadableCopyException>(() => Markdown($"{{name: Sychar, {point}}}")).Message, StringComparison.Ordinal);

    private static bool IsOfPlaces(string doubt) =>
        doubt.Contains("was read as", StringComparison.Ordinal) || doubt.Contains("could be", StringComparison.Ordinal) || doubt.Contains("gazetteer", StringComparison.Ordinal);

    private static DirectoryName Place(string slug, string name, string? country) => new() { Kind = NameKind.Place, Slug = slug, Name = name, Country = country };

    private static ReadCopy Wire(string dateline, params DirectoryName[] names) => WireCopyFile.Read(
        $"A Headline\n\nBy Clara Weiss, Worthy News Europe Bureau Chief\n{dateline} (Worthy News) – It rained.\nIt stopped.", CopyDefaults.None, new KnownNames(names));

    private static ReadCopy Markdown(string place, params DirectoryName[] names) => MarkdownFile.Read(
        $"---\nheadline: A Headline\ndateline:\n  - {place}\n---\nText.", CopyDefaults.None, new KnownNames(names), TimeZoneInfo.Utc);
}
