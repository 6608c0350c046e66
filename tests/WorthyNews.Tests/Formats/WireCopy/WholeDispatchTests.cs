using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class WholeDispatchTests
{
    private const string Trailer =
        "Are you interested in the articles that Worthy News has produced? Check out its FREE sydication service, available to all "
        + "churches and to Christian ministries online. Visit Worthy Plugins to find out more.";

    private static readonly string[] Paragraphs =
    [
        "Bishops and abbots have opened a council in the “city on the lake” amid hopes that three popes will soon be one.",
        "King Sigismund rode in at Christmas, 1414, and read the lesson himself, chroniclers said.",
        "“No one is to be heard who hasn’t been summoned,” a herald cried. He had earlier praised the town’s “clean beds.”",
        "Around 600 clerks are counted in Petershausen alone, and 25,000 to 30,000 loaves are baked each day.",
        "The price of hay has doubled; that of fish has not.",
        "Master Jan arrived from Bohemia with a letter of safe conduct & one servant.",
        "He lodged with a widow named Fida in the lane of St. Paul.",
        "The council’s end is not in sight.",
    ];

    private static readonly string Dispatch = string.Join('\n',
        "Constance Council Opens As Three Popes Claim Rome",
        "",
        "By Ulrich V. Richental, Worthy News Europe Bureau Chief",
        "CONSTANCE/ROME/AVIGNON (Worthy News) – " + Paragraphs[0],
        Paragraphs[1], Paragraphs[2],
        "CLERKS COUNTED",
        Paragraphs[3], Paragraphs[4],
        "LETTER OF SAFETY",
        Paragraphs[5], Paragraphs[6], Paragraphs[7],
        "Latest Worthy News",
        Trailer);

    [Fact]
    public void A_dispatch_comes_apart_into_all_its_fields()
    {
        var reading = WireCopyReader.Read(Dispatch);

        Assert.Equal("Constance Council Opens As Three Popes Claim Rome", reading.Headline?.Value);
        var byline = new WireByline("Ulrich V. Richental", "Europe Bureau Chief", "Europe", null, IsDesk: false);
        Assert.Equal(byline, Assert.Single(reading.Bylines).Value);
        Assert.Equal("Europe", reading.Bureau?.Value);
        Assert.Equal(["Constance", "Rome", "Avignon"], reading.PlaceNames());
        Assert.Equal("Worthy News", reading.Agency?.Value);
        Assert.Equal(["CLERKS COUNTED", "LETTER OF SAFETY"], reading.Crossheads());
    }

    [Fact]
    public void Every_paragraph_of_it_is_unchanged_to_the_character()
    {
        var reading = WireCopyReader.Read(Dispatch);

        Assert.Equal(Paragraphs, reading.Paragraphs());
    }

    [Fact]
    public void Neither_heading_nor_trailer_of_the_site_stands_in_its_body()
    {
        var reading = WireCopyReader.Read(Dispatch);

        Assert.Equal(Trailer, reading.Trailer?.Value);
        Assert.Equal("Latest Worthy News", reading.Latest?.Source);
        Assert.DoesNotContain(reading.Body, block => block.Text.Contains("Worthy", StringComparison.Ordinal));
    }

    [Fact]
    public void All_of_it_is_sure()
    {
        var reading = WireCopyReader.Read(Dispatch);

        Assert.Empty(reading.Doubts);
        Assert.Equal(Sureness.Sure, reading.Headline?.Sureness);
        Assert.All(reading.Bylines, byline => Assert.Equal(Sureness.Sure, byline.Sureness));
        Assert.All(reading.Places, place => Assert.Equal(Sureness.Sure, place.Sureness));
        Assert.Equal(Sureness.Sure, reading.Trailer?.Sureness);
    }

    [Fact]
    public void Each_field_shows_the_words_it_came_from()
    {
        var reading = WireCopyReader.Read(Dispatch);

        Assert.Equal("By Ulrich V. Richental, Worthy News Europe Bureau Chief", reading.Bylines[0].Source);
        Assert.Equal(["CONSTANCE", "ROME", "AVIGNON"], reading.Places.Select(place => place.Source));
        Assert.Equal("CONSTANCE/ROME/AVIGNON (Worthy News) –", reading.Dateline?.Source);
        Assert.Equal("Europe", reading.Bureau?.Source);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData(" \t\n\t")]
    public void Any_line_end_gives_the_same_dispatch(string lineEnd)
    {
        var copy = "\uFEFF" + Dispatch.Replace("\n", lineEnd, StringComparison.Ordinal);

        var reading = WireCopyReader.Read(copy);

        Assert.Equal(Paragraphs, reading.Paragraphs());
        Assert.Equal(["CLERKS COUNTED", "LETTER OF SAFETY"], reading.Crossheads());
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u00A0\r\n\u2028")]
    [InlineData("\uFEFF")]
    public void Empty_copy_is_an_empty_dispatch_that_says_so(string copy)
    {
        var reading = WireCopyReader.Read(copy);

        Assert.Null(reading.Headline);
        Assert.Empty(reading.Body);
        Assert.Equal(["The copy is empty."], reading.Doubts);
    }

    [Fact]
    public void The_names_of_another_house_are_read_as_well()
    {
        var hints = new WireCopyHints { Agency = "Lollard Letters", Bureaus = ["Oxford"] };
        const string Lollard = """
            Bible Appears In English
            By Nicholas of Hereford, Lollard Letters Oxford Bureau Chief
            LUTTERWORTH (Lollard Letters) – It is read aloud.
            """;

        var reading = WireCopyReader.Read(Lollard, hints);

        Assert.Equal("Lollard Letters", reading.Agency?.Value);
        var byline = new WireByline("Nicholas of Hereford", "Oxford Bureau Chief", "Oxford", null, IsDesk: false);
        Assert.Equal(byline, Assert.Single(reading.Bylines).Value);
    }
}
