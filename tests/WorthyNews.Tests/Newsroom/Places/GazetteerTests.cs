using CsCheck;

using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Places;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Kyiv", "Kyiv, Ukraine")]
    [InlineData("KIEV", "Kyiv, Ukraine")]
    [InlineData("Pyongyang", "Pyongyang, North Korea")]
    [InlineData("Budapest", "Budapest, Hungary")]
    [InlineData("Timisoara", "Timişoara, Romania")]
    [InlineData("Timișoara", "Timişoara, Romania")]
    [InlineData("ST. PETERSBURG, RUSSIA", "Saint Petersburg, Russia")]
    [InlineData("XI'AN", "Xi’an, China")]
    [InlineData("Sana’a", "Sanaa, Yemen")]
    [InlineData("THE HAGUE", "The Hague, Netherlands")]
    [InlineData("Washington", "Washington, District of Columbia, United States")]
    [InlineData("Washington, D.C.", "Washington, District of Columbia, United States")]
    [InlineData("New York", "New York City, New York, United States")]
    [InlineData("Vatican City", "Vatican City, Vatican")]
    [InlineData("Rangoon", "Yangon, Myanmar")]
    [InlineData("Bombay", "Mumbai, Maharashtra, India")]
    [InlineData("Peking", "Beijing, China")]
    [InlineData("Constantinople", "Istanbul, Turkey")]
    [InlineData("Saigon", "Ho Chi Minh City, Vietnam")]
    [InlineData("Qaraqosh", "Al-Hamdaniya, Iraq")]
    [InlineData("Cracow", "Kraków, Poland")]
    [InlineData("Cologne", "Köln, North Rhine-Westphalia, Germany")]
    [InlineData("Nicaea", "Nicaea, Turkey")]
    [InlineData("Gaza City", "Gaza, Gaza Strip")]
    [InlineData("Ukraine", "Ukraine")]
    [InlineData("Lebanon", "Lebanon")]
    [InlineData("Singapore", "Singapore")]
    [InlineData("Texas", "Texas, United States")]
    [InlineData("Ariel", "Ariel, West Bank")]       // and not Jerusalem, whose poets' name it is
    public void A_name_that_means_one_place_is_taken_without_a_word(string name, string expected)
    {
        var answer = Gazetteer.Read(name, null);

        Assert.Equal((expected.Replace('’', '\''), Sureness.Sure, null), (answer.Place?.Text.Replace('’', '\''), answer.Sureness, answer.Doubt));
    }

    [Theory]
    [InlineData("Киев", "Kyiv, Ukraine")]
    [InlineData("Острог", "Ostroh, Ukraine")]
    [InlineData("بغداد", "Baghdad, Iraq")]
    [InlineData("بَغْدَاد", "Baghdad, Iraq")]
    [InlineData("ירושלים", "Jerusalem")]
    [InlineData("Αθήνα", "Athens, Greece")]
    [InlineData("北京", "Beijing, China")]
    [InlineData("서울", "Seoul, South Korea")]
    [InlineData("አዲስ አበባ", "Addis Ababa, Ethiopia")]
    [InlineData("Երևան", "Yerevan, Armenia")]
    [InlineData("თბილისი", "Tbilisi, Georgia")]
    public void A_name_in_another_script_is_likely(string name, string expected)
    {
        var answer = Gazetteer.Read(name, null);

        Assert.Equal((expected, Sureness.Likely), (answer.Place?.Text, answer.Sureness));
    }

    [Fact]
    public void Moscow_is_Russias_and_the_other_one_is_said()
    {
        var answer = Gazetteer.Read("Moscow", null);

        Assert.Equal(("Moscow, Russia", "RU", Sureness.Likely), (answer.Place!.Text, answer.Place.CountryCode, answer.Sureness));
        Assert.Equal("Moscow, Idaho, United States", Assert.Single(answer.Others).Text);
        Assert.Equal("“Moscow” was read as Moscow, Russia; there is also Moscow, Idaho, United States. Write “Moscow, Idaho” if that is meant.", answer.Doubt);
    }

    [Theory]
    [InlineData("Springfield")]
    [InlineData("Georgetown")]
    [InlineData("Tripoli")]
    [InlineData("San José")]
    [InlineData("Cambridge")]
    [InlineData("Birmingham")]
    [InlineData("Antioch")]
    [InlineData("Georgia")]
    [InlineData("Punjab")]
    public void Where_no_namesake_outweighs_the_others_nothing_is_taken(string name)
    {
        var answer = Gazetteer.Read(name, null);

        Assert.Equal((null, Sureness.Doubtful), (answer.Place, answer.Sureness));
        Assert.InRange(answer.Others.Count, 2, 100);
        Assert.Contains(answer.Others[0].Text, answer.Doubt!, StringComparison.Ordinal);
        Assert.InRange(answer.Doubt!.Split(';').Length, 2, 6);
    }

    [Theory]
    [InlineData("Hamilton", "Hamilton, Bermuda")]
    [InlineData("Victoria", "Victoria, Seychelles")]
    public void A_capital_is_among_the_choices_however_small(string name, string capital)
    {
        var answer = Gazetteer.Read(name, null);

        Assert.Contains(capital, answer.Doubt!, StringComparison.Ordinal);
        Assert.Equal(6, answer.Doubt!.Split(';').Length);
    }

    [Theory]
    [InlineData("Moscow", "Idaho", "Moscow, Idaho, United States")]
    [InlineData("Moscow", "Idaho, United States", "Moscow, Idaho, United States")]
    [InlineData("MOSCOW", "RUSSIA", "Moscow, Russia")]
    [InlineData("Tripoli", "Lebanon", "Tripoli, Lebanon")]
    [InlineData("Athens", "Ga.", "Athens, Georgia, United States")]
    [InlineData("Tbilisi", "Georgia", "Tbilisi, Georgia")]
    [InlineData("Springfield", "Ill.", "Springfield, Illinois, United States")]
    [InlineData("London", "Ontario", "London, Ontario, Canada")]
    [InlineData("Antioch", "Turkey", "Antakya, Turkey")]
    [InlineData("Carthage", "Tunisia", "Carthage, Tunisia")]
    [InlineData("بغداد", "Iraq", "Baghdad, Iraq")]
    [InlineData("Bethlehem", "West Bank", "Bethlehem, West Bank")]
    [InlineData("Jerusalem", "Israel", "Jerusalem")]
    public void What_is_printed_after_it_settles_a_name(string name, string within, string expected)
    {
        var answer = Gazetteer.Read(name, within);

        Assert.Equal((expected, Sureness.Sure, null), (answer.Place?.Text, answer.Sureness, answer.Doubt));
    }

    [Fact]
    public void A_country_with_two_of_a_name_is_said_to_have_them()
    {
        var answer = Gazetteer.Read("Portland", "United States");

        Assert.Equal(("Portland, Oregon, United States", Sureness.Likely), (answer.Place?.Text, answer.Sureness));
        Assert.Contains("Portland, Maine", answer.Doubt!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bethlehem", "Bethlehem, West Bank")]
    [InlineData("Athens", "Athens, Greece")]
    [InlineData("London", "London, England, United Kingdom")]
    [InlineData("Los Angeles", "Los Angeles, California, United States")]
    [InlineData("Alexandria", "Alexandria, Egypt")]
    [InlineData("Santo Domingo", "Santo Domingo, Dominican Republic")]
    public void What_is_usually_meant_is_taken_and_a_namesake_of_note_is_said(string name, string expected)
    {
        var answer = Gazetteer.Read(name, null);

        Assert.Equal((expected, Sureness.Likely), (answer.Place?.Text, answer.Sureness));
        Assert.NotEmpty(answer.Others);
        Assert.Contains("there is also " + answer.Others[0].Text, answer.Doubt!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_land_that_holds_no_such_place_is_no_reason_to_guess()
    {
        var answer = Gazetteer.Read("Moscow", "France");

        Assert.Null(answer.Place);
        Assert.Equal("“Moscow” in France is not in our gazetteer, so it is on no map.", answer.Doubt);
    }

    [Fact]
    public void A_region_that_is_not_known_leaves_the_place_likely() =>
        Assert.Equal(("Mosul, Iraq", Sureness.Likely), (Gazetteer.Read("Mosul", "Nineveh Governorate").Place?.Text, Gazetteer.Read("Mosul", "Nineveh Governorate").Sureness));

    [Fact]
    public void An_unknown_name_is_said_to_be_unknown() =>
        Assert.Equal(new Whereabouts(null, Sureness.Doubtful, [], "“Xqzw” is not in our gazetteer, so it is on no map."), Gazetteer.Read("Xqzw", null));

    [Theory]
    [InlineData("Sevastopol", "UA", "Ukraine")]
    [InlineData("Simferopol", "UA", "Ukraine")]
    [InlineData("Kerch", "UA", "Ukraine")]
    [InlineData("Yalta", "UA", "Ukraine")]
    [InlineData("Crimea", "UA", "Ukraine")]
    [InlineData("Jerusalem", null, null)]
    [InlineData("East Jerusalem", null, null)]
    [InlineData("Ramallah", "PS", "West Bank")]
    [InlineData("Modiin Ilit", "PS", "West Bank")]
    [InlineData("Khan Younis", "PS", "Gaza Strip")]
    [InlineData("Majdal Shams", null, "Golan Heights")]
    [InlineData("Pristina", "XK", "Kosovo")]
    [InlineData("Kyrenia", "CY", "Cyprus")]
    [InlineData("Taipei", "TW", "Taiwan")]
    [InlineData("Hong Kong", "HK", "Hong Kong")]
    [InlineData("Macau", "MO", "Macau")]
    [InlineData("Laayoune", "EH", "Western Sahara")]
    [InlineData("Sukhumi", "GE", "Abkhazia")]
    [InlineData("Tskhinvali", "GE", "South Ossetia")]
    [InlineData("Tiraspol", "MD", "Transnistria")]
    [InlineData("Stepanakert", "AZ", "Nagorno-Karabakh")]
    [InlineData("Srinagar", "IN", "Indian-administered Kashmir")]
    [InlineData("Muzaffarabad", "PK", "Pakistan-administered Kashmir")]
    [InlineData("Kashmir", null, null)]
    [InlineData("Hargeisa", "SO", "Somaliland")]
    public void A_disputed_place_is_labelled_as_the_house_decided(string name, string? code, string? label)
    {
        var place = Gazetteer.Read(name, null).Place!;

        Assert.Equal((code, label), (place.CountryCode, place.CountryName));
    }

    [Theory]
    [InlineData("Moscow", 55.75, 37.62)]
    [InlineData("Worms", 49.63, 8.36)]
    [InlineData("Nagasaki", 32.75, 129.88)]
    [InlineData("Santo Domingo", 18.47, -69.89)]
    public void A_city_lies_where_it_lies(string name, double latitude, double longitude)
    {
        var point = Gazetteer.Read(name, null).Place!.Point;

        Assert.InRange(Math.Abs(point.Latitude - latitude), 0, 0.1);
        Assert.InRange(Math.Abs(point.Longitude - longitude), 0, 0.1);
    }

    [Theory]
    [InlineData("KYIV", true)]
    [InlineData("Budapest", true)]
    [InlineData("Ontario", false)]
    [InlineData("Ukraine", false)]
    [InlineData("Mexico", false)]
    [InlineData("Luxembourg", false)]
    [InlineData("Bohemia", false)]
    [InlineData("", false)]
    public void A_large_city_is_told_from_a_land(string name, bool isCity) => Assert.Equal(isCity, Gazetteer.IsCity(name));

    [Fact]
    public void Any_text_is_answered() => Gen.Select(AnyText.Wild, AnyText.Wild.Null()).Sample((name, within) =>
    {
        var answer = Gazetteer.Read(name, within);

        Assert.Equal(answer.Place is null, answer.Sureness == Sureness.Doubtful);
        Assert.True(answer.Place is not null || answer.Doubt is not null);
        _ = (Gazetteer.IsCity(name), Gazetteer.IsLand(name), Gazetteer.CountryCode(name));
    });

    [Fact]
    public void Many_may_ask_at_once()
    {
        var answers = Enumerable.Range(0, 64).AsParallel().Select(at => Gazetteer.Read(at % 2 == 0 ? "Kyiv" : "Moscow", null).Place!.Text).ToList();

        Assert.Equal((32, 32), (answers.Count(a => a == "Kyiv, Ukraine"), answers.Count(a => a == "Moscow, Russia")));
    }
}
