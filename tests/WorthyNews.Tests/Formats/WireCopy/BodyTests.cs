using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class BodyTests
{
    [Theory]
    [InlineData("THE DIET MEETS")]
    [InlineData("SILENCE")]
    [InlineData("95 THESES")]
    [InlineData("ROME’S REPLY")]
    [InlineData("¿QUIÉN LO SABE")]
    [InlineData("ÜBER ALLE ÖFEN")]
    [InlineData("BISHOPS & ABBOTS")]
    public void A_few_words_in_capitals_on_a_line_are_a_crosshead(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line, "Nobody slept.");

        Assert.Equal([line], reading.Crossheads());
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("THE DIET MEETS TODAY IN THE CITY OF WORMS ON THE RHINE AND NOBODY SLEEPS")]
    [InlineData("HERE I STAND.")]
    [InlineData("“HERE I STAND!”")]
    [InlineData("\"STOP THE PRESS!\"")]
    [InlineData("1. FIRST THESIS")]
    [InlineData("- FIRST THESIS")]
    [InlineData("1517")]
    [InlineData("X")]
    [InlineData("Amen.")]
    [InlineData("Amen")]
    [InlineData("He cried: HERE I STAND, I CAN DO NO OTHER. Then he left.")]
    [InlineData("宗教改革")]
    [InlineData("المجمع")]
    public void Other_lines_are_paragraphs(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line, "Nobody slept.");

        Assert.Empty(reading.Crossheads());
        Assert.Equal([Copy.Lead, "The door is of oak.", line, "Nobody slept."], reading.Paragraphs());
    }

    [Fact]
    public void A_crosshead_in_quotation_marks_is_doubted()
    {
        var reading = Copy.WithBody("The door is of oak.", "“A WILD BOAR”", "Nobody slept.");

        Assert.Equal(["“A WILD BOAR”"], reading.Crossheads());
        Assert.Single(reading.Doubts);
    }

    [Fact]
    public void No_crosshead_stands_last()
    {
        var reading = Copy.WithBody("The door is of oak.", "THE DIET MEETS");

        Assert.Empty(reading.Crossheads());
        Assert.Equal("THE DIET MEETS", reading.Body[^1].Text);
        Assert.Single(reading.Doubts);
    }

    [Fact]
    public void Two_crossheads_in_a_row_are_doubted()
    {
        var reading = Copy.WithBody("The door is of oak.", "THE DIET MEETS", "ROME REPLIES", "Nobody slept.");

        Assert.Equal(["THE DIET MEETS", "ROME REPLIES"], reading.Crossheads());
        Assert.Equal(["Two crossheads follow each other: “THE DIET MEETS” and “ROME REPLIES”."], reading.Doubts);
    }

    [Theory]
    [InlineData("<b>Bold</b> & <script>alert(1)</script> &amp; 1 < 2")]
    [InlineData("*starred* and _underlined_ and `ticked`")]
    [InlineData("# Not a heading")]
    [InlineData("1. The first thesis, as written.")]
    [InlineData("> He said so.")]
    [InlineData("Two  blanks,\ta tab and a\u00A0hard blank.")]
    [InlineData("“Curly” ‘quotes’, \"straight\" 'ones', „low“ and «angled».")]
    [InlineData("Zoë’s 𝔅ible, שלום, 👨‍👩‍👧 and e\u0301.")]
    [InlineData("http://example.org/?a=1&b=2#c")]
    public void A_paragraph_is_text_and_unchanged_to_the_character(string paragraph)
    {
        var reading = Copy.WithBody(paragraph, "Nobody slept.");

        Assert.Equal([Copy.Lead, paragraph, "Nobody slept."], reading.Paragraphs());
    }

    [Fact]
    public void Blanks_around_a_line_are_cut()
    {
        var reading = Copy.WithBody(" \t\u00A0The door is of oak.\u00A0 ", "\u3000Nobody slept.");

        Assert.Equal([Copy.Lead, "The door is of oak.", "Nobody slept."], reading.Paragraphs());
    }

    [Fact]
    public void Wrapped_lines_of_a_paragraph_are_joined()
    {
        const string Wrapped = """
            Monk Nails Paper To Door

            By Lucas Schreiber, Worthy News Europe Bureau Chief

            WITTENBERG (Worthy News) – The town woke to a paper nailed on a door
            of the castle church, and before noon there was nobody left in it who
            had not heard what the paper said.

            THE DOOR

            The door is of oak, and has been used for notices of the university
            for as long as the oldest beadle can remember.

            Nobody slept.
            """;

        var reading = WireCopyReader.Read(Wrapped);

        Assert.Equal(
            [
                "The town woke to a paper nailed on a door of the castle church, and before noon there was nobody left in it "
                    + "who had not heard what the paper said.",
                "The door is of oak, and has been used for notices of the university for as long as the oldest beadle can remember.",
                "Nobody slept.",
            ],
            reading.Paragraphs());
        Assert.Equal(["THE DOOR"], reading.Crossheads());
        Assert.Equal(["Wittenberg"], reading.PlaceNames());
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void A_dateline_that_is_wrapped_shows_its_words_with_the_line_end()
    {
        const string Wrapped = """
            Monk Nails Paper To Door
            By Lucas Schreiber, Worthy News Europe Bureau Chief

            FRANKFURT AN DER ODER/RIO DE JANEIRO/PORT-AU-PRINCE/CONSTANTINOPLE (Worthy
            News) – The town woke to a paper nailed on a door of the castle church and
            before noon there was nobody left.

            Nobody slept.
            """;

        var reading = WireCopyReader.Read(Wrapped.ReplaceLineEndings("\n"));

        Assert.Equal("Worthy News", reading.Agency?.Value);
        Assert.Equal("(Worthy\nNews) –", reading.Agency?.Source);
        Assert.Equal(
            "The town woke to a paper nailed on a door of the castle church and before noon there was nobody left.", reading.Body[0].Text);
    }

    [Fact]
    public void Short_paragraphs_without_blank_lines_are_not_joined()
    {
        var reading = Copy.WithBody("The door is of oak and very old.", "Nobody slept in the town that night, they say.", "It rained.");

        Assert.Equal(4, reading.Body.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Latest Worthy News\nCouncil Of Trent Opens After A Delay Of More Than Nine Years")]
    public void Wrapped_lines_that_no_blank_line_parts_are_left_with_a_doubt(string end)
    {
        string[] lines =
        [
            "The door is of oak, and has been used for notices of the university",
            "for as long as the oldest beadle can remember. He was asked about it",
            "at noon, when the market was full, and said that no paper had ever",
            "been read by so many people in so short a time as this one was read.",
            "The bishop of Mainz has been sent a copy, and with it a letter that",
            "asks him to call off the sale.",
        ];

        var reading = Copy.WithBody([.. lines, .. end.Split('\n')]);

        Assert.Equal([Copy.Lead, .. lines], reading.Paragraphs());
        Assert.Contains("The lines look wrapped; paragraphs may be broken.", reading.Doubts);
    }

    [Fact]
    public void Wrapped_lines_that_only_their_width_parts_are_doubted()
    {
        const string Wrapped = """
            Monk Nails Paper To Door

            By Lucas Schreiber, Worthy News Europe Bureau Chief

            WITTENBERG (Worthy News) – The town woke to a paper nailed on a door
            of the castle church, and before noon there was nobody left in it who
            had not heard what the paper said.
            The door is of oak, and has been used for notices of the university
            for as long as the oldest beadle of the town can remember, or as his
            father could.
            """;

        var reading = WireCopyReader.Read(Wrapped);

        Assert.Equal(["The lines look wrapped; paragraphs may be broken."], reading.Doubts);
    }

    [Fact]
    public void Paragraphs_of_one_length_do_not_look_wrapped()
    {
        var reading = Copy.WithBody([.. Enumerable.Repeat("The door is of oak, and has been used for notices of the university.", 9)]);

        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void A_list_of_other_headlines_does_not_look_wrapped()
    {
        var reading = Copy.WithBody(
            ["It rained.", "Latest Worthy News", .. Enumerable.Repeat("Council Of Trent Opens After A Delay Of More Than Nine Years", 9)]);

        Assert.DoesNotContain("The lines look wrapped; paragraphs may be broken.", reading.Doubts);
    }

    [Fact]
    public void Copy_with_a_headline_and_nothing_else_says_that_it_has_no_text()
    {
        var reading = WireCopyReader.Read("Monk Nails Paper To Door\nBy Lucas Schreiber, Worthy News Correspondent");

        Assert.Empty(reading.Body);
        Assert.Contains("There is no text below the headline.", reading.Doubts);
    }
}
