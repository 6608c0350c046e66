using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class BylineTests
{
    [Theory]
    [InlineData("By Lucas Schreiber, Worthy News Europe Bureau Chief", "Europe Bureau Chief", "Europe")]
    [InlineData("By Lucas Schreiber, Chief International Correspondent Worthy News", "Chief International Correspondent", null)]
    [InlineData("By Lucas Schreiber, Chief International Correspondent, Worthy News", "Chief International Correspondent", null)]
    [InlineData("By Lucas Schreiber. Chief International Correspondent Worthy News", "Chief International Correspondent", null)]
    [InlineData("by Lucas Schreiber, Worthy News Correspondent", "Correspondent", null)]
    [InlineData("BY LUCAS SCHREIBER, Worthy News Asia Bureau Chief", "Asia Bureau Chief", "Asia")]
    [InlineData("By: Lucas Schreiber, Editor in Chief", "Editor in Chief", null)]
    [InlineData("By Lucas Schreiber Middle East Bureau Chief Worthy News", "Middle East Bureau Chief", "Middle East")]
    [InlineData("By Worthy News Africa Bureau Chief Lucas Schreiber", "Africa Bureau Chief", "Africa")]
    [InlineData("By\u00A0Lucas  Schreiber,\tWorthy\u00A0News Europe Bureau Chief", "Europe Bureau Chief", "Europe")]
    [InlineData("By Lucas Schreiber", null, null)]
    [InlineData("By Lucas Schreiber, Worthy News", null, null)]
    [InlineData("By Lucas Schreiber for Worthy News", null, null)]
    [InlineData("By Lucas Schreiber, special to Worthy News", null, null)]
    [InlineData("By Lucas Schreiber | Worthy News", null, null)]
    [InlineData("By Lucas Schreiber of Worthy News", null, null)]
    [InlineData("Posted by Lucas Schreiber", null, null)]
    [InlineData("By Lucas Schreiber, Worthy News’s Europe Bureau Chief", "Europe Bureau Chief", "Europe")]
    [InlineData("By Lucas Schreiber, Worthy News Jerusalem Bureau", "Jerusalem Bureau", "Jerusalem")]
    [InlineData("By Lucas Schreiber, Worthy News U.S. Correspondent", "U.S. Correspondent", null)]
    [InlineData("By Lucas Schreiber, Europe Bureau Chief (Worthy News)", "Europe Bureau Chief", "Europe")]
    public void A_credit_line_gives_name_role_and_bureau(string line, string? role, string? bureau)
    {
        var reading = Copy.WithByline(line);

        var byline = Assert.Single(reading.Bylines);
        Assert.Equal(new WireByline("Lucas Schreiber", role, bureau, null, IsDesk: false), byline.Value);
        Assert.Equal(Sureness.Sure, byline.Sureness);
        Assert.Equal(line, byline.Source);
        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal([Copy.Lead], reading.Paragraphs());
    }

    [Theory]
    [InlineData("Dr. Balthasar Hubmaier")]
    [InlineData("Rev. Dr. Ada de la Beda-Smith III")]
    [InlineData("St. John Rivers")]
    [InlineData("Katharina von Bora")]
    [InlineData("Thomas à Kempis")]
    [InlineData("Francis de Sales, S.J.")]
    [InlineData("Lucas Cranach, Jr.")]
    [InlineData("Þorlákur Þórhallsson")]
    [InlineData("J. N. Darby")]
    public void A_name_keeps_its_titles_particles_and_suffixes(string name)
    {
        var reading = Copy.WithByline($"By {name}, Worthy News Correspondent");

        Assert.Equal(name, Assert.Single(reading.Bylines).Value.Name);
        Assert.Equal("Correspondent", reading.Bylines[0].Value.Role);
    }

    [Fact]
    public void A_credit_without_By_is_likely()
    {
        var reading = Copy.WithByline("Lucas Schreiber, Worthy News Correspondent");

        var byline = Assert.Single(reading.Bylines);
        Assert.Equal("Lucas Schreiber", byline.Value.Name);
        Assert.Equal(Sureness.Likely, byline.Sureness);
        Assert.Contains(reading.Doubts, doubt => doubt.Contains("does not start with “By”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_credit_without_By_may_have_its_role_below()
    {
        var reading = Copy.WithByline("Lucas Schreiber\nWorthy News Europe Bureau Chief");

        Assert.Equal(
            new WireByline("Lucas Schreiber", "Europe Bureau Chief", "Europe", null, IsDesk: false), Assert.Single(reading.Bylines).Value);
        Assert.Equal(Sureness.Likely, reading.Bylines[0].Sureness);
    }

    [Fact]
    public void A_credit_of_an_unknown_shape_is_a_doubtful_byline_rather_than_a_standfirst()
    {
        var reading = Copy.WithByline("By Lucas Schreiber (with a candle) at the Elbe");

        Assert.Equal("Lucas Schreiber (with a candle) at the Elbe", Assert.Single(reading.Bylines).Value.Name);
        Assert.Equal(Sureness.Doubtful, reading.Bylines[0].Sureness);
        Assert.Equal(["The byline “By Lucas Schreiber (with a candle) at the Elbe” was not understood."], reading.Doubts);
        Assert.Null(reading.Standfirst);
    }

    [Fact]
    public void A_bare_name_above_the_dateline_is_a_doubtful_byline()
    {
        var reading = Copy.WithByline("Lucas Schreiber");

        Assert.Equal("Lucas Schreiber", Assert.Single(reading.Bylines).Value.Name);
        Assert.Equal(Sureness.Doubtful, reading.Bylines[0].Sureness);
    }

    [Theory]
    [InlineData("by Lucas Schreiber, Worthy News Correspondent (Worthy News) – The town woke to a paper nailed on a door.", Sureness.Sure)]
    [InlineData("Lucas Schreiber, Worthy News Correspondent (Worthy News) - The town woke to a paper nailed on a door.", Sureness.Likely)]
    public void Byline_agency_and_lead_may_share_a_line(string line, Sureness sureness)
    {
        var reading = WireCopyReader.Read("Monk Nails Paper To Door\n\n" + line);

        var byline = Assert.Single(reading.Bylines);
        Assert.Equal(new WireByline("Lucas Schreiber", "Correspondent", null, null, IsDesk: false), byline.Value);
        Assert.Equal(sureness, byline.Sureness);
        Assert.Equal("Worthy News", reading.Agency?.Value);
        Assert.Empty(reading.Places);
        Assert.Equal([Copy.Lead], reading.Paragraphs());
        Assert.Contains("The dateline names no place.", reading.Doubts);
    }

    [Fact]
    public void A_city_may_stand_between_byline_and_agency()
    {
        var reading = WireCopyReader.Read(
            "Monk Nails Paper To Door\nBy Lucas Schreiber, Worthy News Correspondent BAD DOBERAN/ROME (Worthy News) – It rained.");

        Assert.Equal("Lucas Schreiber", Assert.Single(reading.Bylines).Value.Name);
        Assert.Equal(["Bad Doberan", "Rome"], reading.PlaceNames());
        Assert.Equal(["It rained."], reading.Paragraphs());
    }

    [Theory]
    [InlineData("By Worthy News Staff", "Worthy News Staff", null, null)]
    [InlineData("Worthy News Staff", "Worthy News Staff", null, null)]
    [InlineData("By Worthy News", "Worthy News", null, null)]
    [InlineData("By Worthy News Europe Desk in Budapest", "Worthy News Europe Desk", "Europe", "Budapest")]
    [InlineData("By Worthy News Middle East Bureau", "Worthy News Middle East Bureau", "Middle East", null)]
    [InlineData("By Staff Writer", "Staff Writer", null, null)]
    public void A_desk_is_no_person(string line, string name, string? bureau, string? from)
    {
        var reading = Copy.WithByline(line);

        Assert.Equal(new WireByline(name, null, bureau, from, IsDesk: true), Assert.Single(reading.Bylines).Value);
    }

    [Fact]
    public void Two_people_share_a_byline()
    {
        var reading = Copy.WithByline("By Lucas Schreiber and Katharina von Bora");

        Assert.Equal(["Lucas Schreiber", "Katharina von Bora"], reading.Bylines.Select(byline => byline.Value.Name));
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void Each_of_two_people_may_have_a_role()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Worthy News Europe Bureau Chief, and Ada Beda, Worthy News Asia Correspondent");

        Assert.Equal(
            [
                new WireByline("Lucas Schreiber", "Europe Bureau Chief", "Europe", null, IsDesk: false),
                new WireByline("Ada Beda", "Asia Correspondent", "Asia", null, IsDesk: false),
            ],
            reading.Bylines.Select(byline => byline.Value));
    }

    [Fact]
    public void Three_people_stand_in_a_list()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Ada Beda and Jan van Leiden");

        Assert.Equal(["Lucas Schreiber", "Ada Beda", "Jan van Leiden"], reading.Bylines.Select(byline => byline.Value.Name));
    }

    [Fact]
    public void Who_reports_with_another_reports_from_elsewhere()
    {
        var reading = Copy.WithByline("By Lucas Schreiber with Menno Wadden reporting from the Netherlands");

        Assert.Equal([null, "the Netherlands"], reading.Bylines.Select(byline => byline.Value.ReportingFrom));
        Assert.Equal(["Lucas Schreiber", "Menno Wadden"], reading.Bylines.Select(byline => byline.Value.Name));
    }

    [Theory]
    [InlineData("By Lucas Schreiber, Worthy News Europe Bureau Chief, reporting from Budapest, Hungary")]
    [InlineData("By Lucas Schreiber, Worthy News Europe Bureau Chief reporting from Budapest, Hungary")]
    public void The_reporter_may_be_elsewhere_than_the_dateline(string line)
    {
        var reading = Copy.WithByline(line);

        Assert.Equal("Budapest, Hungary", Assert.Single(reading.Bylines).Value.ReportingFrom);
        Assert.Equal("Europe Bureau Chief", reading.Bylines[0].Value.Role);
        Assert.Equal(["Wittenberg"], reading.PlaceNames());
    }

    [Theory]
    [InlineData("By Lucas Schreiber\nWorthy News Europe Bureau Chief")]
    [InlineData("By Lucas Schreiber\n\nEurope Bureau Chief, Worthy News")]
    public void The_role_may_stand_on_a_line_of_its_own(string lines)
    {
        var reading = Copy.WithByline(lines);

        var byline = new WireByline("Lucas Schreiber", "Europe Bureau Chief", "Europe", null, IsDesk: false);
        Assert.Equal(byline, Assert.Single(reading.Bylines).Value);
        Assert.Equal(lines, reading.Bylines[0].Source);
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void A_person_and_a_desk_share_a_byline()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Chief International Correspondent, and Worthy News Staff");

        Assert.Equal(["Lucas Schreiber", "Worthy News Staff"], reading.Bylines.Select(byline => byline.Value.Name));
        Assert.Equal([false, true], reading.Bylines.Select(byline => byline.Value.IsDesk));
    }

    [Fact]
    public void A_byline_at_the_end_stays_in_the_text_with_a_doubt()
    {
        var reading = WireCopyReader.Read($"Monk Nails Paper To Door\nROME (Worthy News) – It rained.\n{Copy.Byline}");

        Assert.Empty(reading.Bylines);
        Assert.Equal(2, reading.Body.Count);
        Assert.Contains(reading.Doubts, doubt => doubt.EndsWith("may be a byline; it was left in the text.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bureau_that_the_role_only_implies_is_likely()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Worthy News Jerusalem Correspondent");

        Assert.Equal("Jerusalem", reading.Bureau?.Value);
        Assert.Equal(Sureness.Likely, reading.Bureau?.Sureness);
        Assert.Equal("Jerusalem Correspondent", reading.Bylines[0].Value.Role);
    }

    [Fact]
    public void A_bureau_that_the_house_does_not_know_is_doubtful()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Worthy News Saxony Bureau Chief");

        Assert.Equal("Saxony", reading.Bureau?.Value);
        Assert.Equal(Sureness.Doubtful, reading.Bureau?.Sureness);
        Assert.Contains("The house has no bureau called “Saxony”.", reading.Doubts);
    }

    [Fact]
    public void Words_that_are_no_known_role_are_doubted()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Canon of Erfurt");

        Assert.Equal("Canon of Erfurt", reading.Bylines[0].Value.Role);
        Assert.Equal(["“Canon of Erfurt” was taken for the role of Lucas Schreiber."], reading.Doubts);
    }

    [Fact]
    public void A_sentence_that_starts_with_by_is_no_byline()
    {
        var reading = WireCopyReader.Read(
            "Monk Nails Paper To Door\nBy Monday the paper was read in every tavern of the town.\nNobody slept.");

        Assert.Empty(reading.Bylines);
        Assert.Equal("By Monday the paper was read in every tavern of the town.", reading.Body[0].Text);
    }

    [Fact]
    public void A_headline_that_starts_with_By_stays_the_headline()
    {
        var reading = WireCopyReader.Read("By Faith Alone\nBy Lucas Schreiber, Worthy News Correspondent\nROME (Worthy News) – It rained.");

        Assert.Equal("By Faith Alone", reading.Headline?.Value);
        Assert.Equal("Lucas Schreiber", Assert.Single(reading.Bylines).Value.Name);
    }
}
