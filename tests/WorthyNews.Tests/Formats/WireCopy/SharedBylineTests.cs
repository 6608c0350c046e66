using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

/// <summary>What a credit says of one of its people, of all of them, and of nobody but the agency.</summary>
public class SharedBylineTests
{
    [Theory]
    [InlineData("By Lucas Schreiber in Kyiv, Worthy News", "Kyiv", null)]
    [InlineData("By Lucas Schreiber in Kyiv for Worthy News", "Kyiv", null)]
    [InlineData("By Lucas Schreiber, reporting from Budapest, Hungary, Worthy News", "Budapest, Hungary", null)]
    [InlineData("By Lucas Schreiber, reporting from the Netherlands (Worthy News)", "the Netherlands", null)]
    [InlineData("By Lucas Schreiber in Kyiv, Worthy News Europe Bureau Chief", "Kyiv", "Europe Bureau Chief")]
    [InlineData("By Lucas Schreiber, Europe Bureau Chief, in Kyiv, Worthy News", "Kyiv", "Europe Bureau Chief")]
    public void The_agency_is_no_part_of_the_place(string line, string from, string? role)
    {
        var reading = Copy.WithByline(line);

        var byline = Assert.Single(reading.Bylines);
        Assert.Equal(("Lucas Schreiber", role, from), (byline.Value.Name, byline.Value.Role, byline.Value.ReportingFrom));
        Assert.Equal(Sureness.Sure, byline.Sureness);
        Assert.Equal(line, byline.Source);
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("By Lucas Schreiber with Ada Beda reporting from the Netherlands, Worthy News", null, "the Netherlands")]
    [InlineData("By Lucas Schreiber in Budapest and Ada Beda in Kyiv, Worthy News", "Budapest", "Kyiv")]
    [InlineData("By Lucas Schreiber and Ada Beda in Kyiv, Worthy News", "Kyiv", "Kyiv")]
    [InlineData("BY LUCAS SCHREIBER IN BUDAPEST AND ADA BEDA IN KYIV, WORTHY NEWS", "Budapest", "Kyiv")]
    public void Each_of_two_people_has_a_place(string line, string? first, string second)
    {
        var reading = Copy.WithByline(line);

        Assert.Equal(["Lucas Schreiber", "Ada Beda"], reading.Bylines.Select(byline => byline.Value.Name));
        Assert.Equal([first, second], reading.Bylines.Select(byline => byline.Value.ReportingFrom));
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("Worthy News Correspondents", "Correspondent")]
    [InlineData("Worthy News Bureau Chiefs", "Bureau Chief")]
    [InlineData("Worthy News Editors", "Editor")]
    [InlineData("Writers, Worthy News", "Writer")]
    [InlineData("Reporters", "Reporter")]
    [InlineData("Worthy News Africa Correspondents", "Africa Correspondent")]
    [InlineData("Worthy News Correspondent", "Correspondent")]
    public void A_role_of_several_is_the_role_of_each(string roles, string role)
    {
        var reading = Copy.WithByline($"By Rev. Lucas Schreiber, Dr. Ada Beda and Jan van Leiden, {roles}");

        Assert.Equal(["Rev. Lucas Schreiber", "Dr. Ada Beda", "Jan van Leiden"], reading.Bylines.Select(byline => byline.Value.Name));
        Assert.All(reading.Bylines, byline => Assert.Equal(role, byline.Value.Role));
    }

    [Theory]
    [InlineData("By Lucas Schreiber with Ada Beda, Worthy News Correspondents", null, null)]
    [InlineData("By Lucas Schreiber in Ulm and Ada Beda in Rome, Worthy News Correspondents", "Ulm", "Rome")]
    [InlineData("BY LUCAS SCHREIBER AND ADA BEDA, WORTHY NEWS CORRESPONDENTS", null, null)]
    public void A_role_of_several_is_said_of_all_and_a_place_of_one(string line, string? first, string? second)
    {
        var reading = Copy.WithByline(line);

        Assert.Equal(
            [
                new WireByline("Lucas Schreiber", "Correspondent", null, first, IsDesk: false),
                new WireByline("Ada Beda", "Correspondent", null, second, IsDesk: false),
            ],
            reading.Bylines.Select(byline => byline.Value));
    }

    [Fact]
    public void One_person_keeps_the_role_that_is_written()
    {
        var reading = Copy.WithByline("By Lucas Schreiber, Worthy News Correspondents");

        Assert.Equal("Correspondents", Assert.Single(reading.Bylines).Value.Role);
    }

    [Theory]
    [InlineData("BY LUCAS SCHREIBER, WORTHY NEWS EUROPE BUREAU CHIEF", "Europe Bureau Chief", "Europe")]
    [InlineData("BY LUCAS SCHREIBER, EDITOR IN CHIEF, WORTHY NEWS", "Editor in Chief", null)]
    [InlineData("BY LUCAS SCHREIBER, WORTHY NEWS U.S. CORRESPONDENT", "U.S. Correspondent", null)]
    public void A_role_in_capitals_comes_in_normal_case(string line, string role, string? bureau)
    {
        var reading = Copy.WithByline(line);

        Assert.Equal(new WireByline("Lucas Schreiber", role, bureau, null, IsDesk: false), Assert.Single(reading.Bylines).Value);
        Assert.Equal(bureau, reading.Bureau?.Value);
        Assert.Empty(reading.Doubts);
    }
}
