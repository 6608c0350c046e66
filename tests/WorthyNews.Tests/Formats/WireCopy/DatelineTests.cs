using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class DatelineTests
{
    [Theory]
    [InlineData("WITTENBERG (Worthy News) – ")]
    [InlineData("WITTENBERG (Worthy News)– ")]
    [InlineData("WITTENBERG (Worthy News) —")]
    [InlineData("WITTENBERG (Worthy News)--")]
    [InlineData("WITTENBERG (Worthy News) -- ")]
    [InlineData("WITTENBERG (Worthy News) - ")]
    [InlineData("WITTENBERG(Worthy News)-")]
    [InlineData("WITTENBERG  ( Worthy News )  –  ")]
    [InlineData("WITTENBERG\u00A0(Worthy\u00A0News)\u00A0–\u00A0")]
    [InlineData("WITTENBERG, (Worthy News) – ")]
    public void Any_dash_and_stray_blanks_make_a_dateline(string dateline)
    {
        var reading = Copy.WithLead(dateline + Copy.Lead);

        Assert.Equal(new WirePlace("Wittenberg", null), Assert.Single(reading.Places).Value);
        Assert.Equal("Worthy News", reading.Agency?.Value);
        Assert.Equal(Sureness.Sure, reading.Agency?.Sureness);
        Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("NEW DELHI", "New Delhi")]
    [InlineData("RIO DE JANEIRO", "Rio de Janeiro")]
    [InlineData("BRASÍLIA", "Brasília")]
    [InlineData("ŁÓDŹ", "Łódź")]
    [InlineData("THE HAGUE", "The Hague")]
    [InlineData("PORT-AU-PRINCE", "Port-au-Prince")]
    [InlineData("UNITED NATIONS", "United Nations")]
    [InlineData("WASHINGTON, D.C.", "Washington, D.C.")]
    [InlineData("WASHINGTON D.C.", "Washington D.C.")]
    [InlineData("ST. PETERSBURG", "St. Petersburg")]
    [InlineData("L’AQUILA", "L’Aquila")]
    [InlineData("XI'AN", "Xi'an")]
    [InlineData("LA PAZ", "La Paz")]
    [InlineData("McALLEN", "McAllen")]
    [InlineData("DAR ES SALAAM", "Dar es Salaam")]
    [InlineData("FRANKFURT AM MAIN", "Frankfurt am Main")]
    public void A_place_comes_out_in_normal_case(string capitals, string name)
    {
        var reading = Copy.WithLead($"{capitals} (Worthy News) – It rained.");

        Assert.Equal(new WirePlace(name, null), Assert.Single(reading.Places).Value);
        Assert.Equal(capitals, reading.Places[0].Source);
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("BUDAPEST, HUNGARY", "Budapest", "Hungary", null)]
    [InlineData("BUDAPEST, Hungary", "Budapest", "Hungary", null)]
    [InlineData("ABU DHABI, UAE", "Abu Dhabi", "UAE", null)]
    [InlineData("SARAJEVO, Bosnia and Herzegovina", "Sarajevo", "Bosnia and Herzegovina", null)]
    [InlineData("DALLAS, TEXAS", "Dallas", "United States", "Texas")]
    [InlineData("BOSTON, Mass.", "Boston", "United States", "Mass.")]
    public void A_country_or_state_after_the_city_is_not_a_second_place(string written, string name, string country, string? region)
    {
        var reading = Copy.WithLead($"{written} (Worthy News) – It rained.");

        Assert.Equal(new WirePlace(name, country) { Region = region }, Assert.Single(reading.Places).Value);
        Assert.Equal(Sureness.Sure, reading.Places[0].Sureness);
        Assert.Equal(written, reading.Places[0].Source);
    }

    [Theory]
    [InlineData("AMSTERDAM , NETHERLANDS", "Amsterdam", "Netherlands")]
    [InlineData("AMSTERDAM ,NETHERLANDS", "Amsterdam", "Netherlands")]
    [InlineData("AMSTERDAM\u00A0 , Netherlands ,", "Amsterdam", "Netherlands")]
    [InlineData("WASHINGTON , D.C.", "Washington, D.C.", null)]
    public void A_blank_may_stray_before_a_comma(string written, string name, string? country)
    {
        var reading = Copy.WithLead($"{written} (Worthy News) – It rained.");

        Assert.Equal(new WirePlace(name, country), Assert.Single(reading.Places).Value);
        Assert.Equal(["It rained.", "The door is of oak."], reading.Paragraphs());
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("WORMS , GERMANY / ROME , July 12 (Worthy News) – ")]
    [InlineData("WORMS , GERMANY /ROME , July 12 (Worthy News) – ")]
    [InlineData("WORMS , GERMANY/ ROME ,July 12 (Worthy News) – ")]
    public void Blanks_may_stray_before_commas_strokes_and_the_day(string dateline)
    {
        var reading = Copy.WithLead(dateline + "It rained.");

        Assert.Equal([new WirePlace("Worms", "Germany"), new WirePlace("Rome", null)], reading.Places.Select(place => place.Value));
        Assert.Equal("July 12", reading.DatelineDay?.Value);
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("WITTENBERG –(Worthy News)– ")]
    [InlineData("WITTENBERG -- (Worthy News) – ")]
    [InlineData("WITTENBERG-(Worthy News)-")]
    public void A_dash_before_the_agency_makes_a_likely_dateline(string dateline)
    {
        var reading = Copy.WithLead(dateline + Copy.Lead);

        Assert.Equal(new WirePlace("Wittenberg", null), Assert.Single(reading.Places).Value);
        Assert.Equal(Sureness.Likely, reading.Places[0].Sureness);
        Assert.Equal(Sureness.Likely, reading.Dateline?.Sureness);
        Assert.Equal("Worthy News", reading.Agency?.Value);
        Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
        Assert.StartsWith("A dash stands before the agency", Assert.Single(reading.Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_that_is_not_known_is_likely()
    {
        var reading = Copy.WithLead("PRAGUE, BOHEMIA (Worthy News) – It rained.");

        Assert.Equal(new WirePlace("Prague", "Bohemia"), Assert.Single(reading.Places).Value);
        Assert.Equal(Sureness.Likely, reading.Places[0].Sureness);
        Assert.Equal(["“Bohemia” after Prague was taken for a country."], reading.Doubts);
    }

    [Theory]
    [InlineData("PRAGUE/CONSTANCE/ROME")]
    [InlineData("PRAGUE / CONSTANCE /ROME")]
    [InlineData("PRAGUE; CONSTANCE and ROME")]
    public void Several_places_come_in_the_order_of_the_dateline(string places)
    {
        var reading = Copy.WithLead($"{places} (Worthy News) – It rained.");

        Assert.Equal(["Prague", "Constance", "Rome"], reading.PlaceNames());
        Assert.Equal(["PRAGUE", "CONSTANCE", "ROME"], reading.Places.Select(place => place.Source));
    }

    [Theory]
    [InlineData("ROME, July 12", "July 12")]
    [InlineData("ROME, JULY 12", "JULY 12")]
    [InlineData("ROME, Sept. 5, 1415", "Sept. 5, 1415")]
    [InlineData("ROME, 12 July", "12 July")]
    [InlineData("ROME July 12", "July 12")]
    [InlineData("ROME, Sunday", "Sunday")]
    [InlineData("ROME, Sunday, July 12", "Sunday, July 12")]
    public void The_day_in_a_dateline_is_kept_as_written(string written, string day)
    {
        var reading = Copy.WithLead($"{written} (Worthy News) – It rained.");

        Assert.Equal(day, reading.DatelineDay?.Value);
        Assert.Equal(day, reading.DatelineDay?.Source);
        Assert.Equal(["Rome"], reading.PlaceNames());
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void City_country_and_day_stand_together()
    {
        var reading = Copy.WithLead("VIENNA, AUSTRIA, July 12 (Worthy News) – It rained.");

        Assert.Equal(new WirePlace("Vienna", "Austria"), Assert.Single(reading.Places).Value);
        Assert.Equal("July 12", reading.DatelineDay?.Value);
    }

    [Theory]
    [InlineData("(AP)", "AP", Sureness.Sure)]
    [InlineData("(BosNewsLife)", "BosNewsLife", Sureness.Sure)]
    [InlineData("(AP/Worthy News)", "AP/Worthy News", Sureness.Sure)]
    [InlineData("(worthy news)", "Worthy News", Sureness.Likely)]
    [InlineData("(WorthyNews)", "Worthy News", Sureness.Likely)]
    [InlineData("(Worty News)", "Worthy News", Sureness.Likely)]
    public void The_agency_is_read_with_its_slips(string written, string agency, Sureness sureness)
    {
        var reading = Copy.WithLead($"ROME {written} – It rained.");

        Assert.Equal(agency, reading.Agency?.Value);
        Assert.Equal(sureness, reading.Agency?.Sureness);
        Assert.Equal(sureness == Sureness.Sure, reading.Doubts.Count == 0);
    }

    [Fact]
    public void An_agency_that_the_house_does_not_know_is_taken_with_a_doubt()
    {
        var reading = Copy.WithLead("ROME (Curia Courier) – It rained.");

        Assert.Equal("Curia Courier", reading.Agency?.Value);
        Assert.Equal(["“Curia Courier” was taken for an agency, though the house does not know it."], reading.Doubts);
    }

    [Theory]
    [InlineData("UNESCO (the UN agency) – said the abbey is to be saved.")]
    [InlineData("NATO (North Atlantic) – said nothing of it.")]
    public void Capitals_and_a_bracket_that_may_be_a_sentence_stay_in_the_text(string line)
    {
        var reading = Copy.WithLead(line);

        Assert.Empty(reading.Places);
        Assert.Equal(line, reading.Body[0].Text);
        Assert.Contains(reading.Doubts, doubt => doubt.Contains("looks like a dateline", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bracket_and_a_dash_inside_a_paragraph_are_no_dateline()
    {
        const string Paragraph = "Members of the Hansa (HANSA) – the league of towns – met in Lübeck (AP) – and dined.";

        var reading = Copy.WithBody(Paragraph);

        Assert.Equal(["Wittenberg"], reading.PlaceNames());
        Assert.Equal(Paragraph, reading.Body[^1].Text);
    }

    [Fact]
    public void A_dateline_without_an_agency_is_likely()
    {
        var reading = Copy.WithLead("ROME, July 12 – The bells rang at noon.");

        Assert.Equal(["Rome"], reading.PlaceNames());
        Assert.Equal(Sureness.Likely, reading.Places[0].Sureness);
        Assert.Null(reading.Agency);
        Assert.Equal("The bells rang at noon.", reading.Body[0].Text);
    }

    [Theory]
    [InlineData("Budapest, Hungary (Worthy News) – It rained.")]
    [InlineData("ROME (Worthy News) It rained.")]
    public void A_dateline_that_lacks_capitals_or_dash_is_likely(string line)
    {
        var reading = Copy.WithLead(line);

        Assert.Equal(Sureness.Likely, Assert.Single(reading.Places).Sureness);
        Assert.Equal("It rained.", reading.Body[0].Text);
        Assert.NotEmpty(reading.Doubts);
    }

    [Fact]
    public void A_dateline_may_stand_on_a_line_of_its_own()
    {
        var reading = Copy.WithLead("ROME (Worthy News) –");

        Assert.Equal(["Rome"], reading.PlaceNames());
        Assert.Equal(["The door is of oak."], reading.Paragraphs());
    }

    [Fact]
    public void Copy_without_a_dateline_says_so()
    {
        var reading = Copy.WithLead(Copy.Lead);

        Assert.Null(reading.Dateline);
        Assert.Equal(Copy.Lead, reading.Body[0].Text);
        Assert.Equal(["No dateline was found."], reading.Doubts);
    }
}
