using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class TrailerTests
{
    private const string Offer = "Articles that Worthy News has produced are FREE to interested churches and Christian ministries: "
        + "check the syndication service available online. Visit Worthy Plugins and find more.";

    [Theory]
    [InlineData(Offer)]
    [InlineData("Articles that Worthy News has produced are FREE to interested churches and Christian ministries: "
        + "check the sydication service available online. Visit Worthy Plugins and find more.")]
    [InlineData("Artcles that Worthy News has prodused are 'free' to intrested churchs  and christian minstries -\tchek "
        + "the syndiction service availible online, visit Worthy Plugins & find more")]
    [InlineData("“Articles produced by Worthy News” are “FREE” to interested churches and Christian\u00A0ministries: check "
        + "the syndication-service available on-line. Visit “Worthy Plugins”, find more.")]
    public void The_offer_of_the_service_is_known_by_its_likeness(string trailer)
    {
        var reading = Copy.WithBody("The door is of oak.", trailer);

        Assert.Equal(trailer, reading.Trailer?.Value);
        Assert.Equal(trailer, reading.Trailer?.Source);
        Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
    }

    [Theory]
    [InlineData("The abbey offers a free syndication service to churches, and many ministries have taken it up since Easter.")]
    [InlineData("The monks copy articles for churches online; the syndication of psalms is "
        + "a service of Christian charity, says the abbot of Fulda.")]
    [InlineData("To find out more, he will visit the churches of Saxony.")]
    public void A_paragraph_that_mentions_syndication_is_no_trailer(string paragraph)
    {
        var reading = Copy.WithBody("The door is of oak.", paragraph);

        Assert.Null(reading.Trailer);
        Assert.Equal(paragraph, reading.Body[^1].Text);
    }

    [Fact]
    public void An_offer_on_two_lines_is_one_trailer()
    {
        const string First = "Articles produced by Worthy News are free: check the syndication service available online "
            + "to interested churches and Christian ministries.";
        const string Second = "Visit Worthy Plugins and find out more.";

        var reading = Copy.WithBody("The door is of oak.", First, Second);

        Assert.Equal(First + "\n" + Second, Assert.Single(reading.Trailers).Source);
        Assert.Equal("The door is of oak.", reading.Body[^1].Text);
    }

    [Theory]
    [InlineData("Latest Worthy News")]
    [InlineData("LATEST WORTHY NEWS")]
    [InlineData("Latest Worthy News:")]
    [InlineData("Lastest  Worthy News")]
    [InlineData("Latest News from Worthy News")]
    public void The_heading_of_the_latest_news_is_not_in_the_body(string heading)
    {
        var reading = Copy.WithBody("The door is of oak.", heading);

        Assert.Equal(heading, reading.Latest?.Source);
        Assert.Equal("The door is of oak.", reading.Body[^1].Text);
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void The_headlines_below_it_go_with_it_and_are_named_in_a_doubt()
    {
        var reading = Copy.WithBody(
            "The door is of oak.", "Latest Worthy News", "Pope Leo Hunts Boar", "Emperor Elected In Frankfurt (Update)");

        Assert.Equal(["Pope Leo Hunts Boar", "Emperor Elected In Frankfurt (Update)"], reading.Latest?.Value);
        Assert.Equal("Latest Worthy News\nPope Leo Hunts Boar\nEmperor Elected In Frankfurt (Update)", reading.Latest?.Source);
        Assert.Equal("The door is of oak.", reading.Body[^1].Text);
        Assert.Single(reading.Doubts);
    }

    [Fact]
    public void Text_below_it_stays_in_the_body()
    {
        var reading = Copy.WithBody("The door is of oak.", "Latest Worthy News", "Nobody slept.", "It rained.");

        Assert.Equal([Copy.Lead, "The door is of oak.", "Nobody slept.", "It rained."], reading.Paragraphs());
        Assert.Equal("Latest Worthy News", reading.Latest?.Source);
        Assert.Single(reading.Doubts);
    }

    [Fact]
    public void A_copyright_line_is_a_likely_trailer()
    {
        var reading = Copy.WithBody("The door is of oak.", "© 1517 Worthy News. All rights reserved.");

        Assert.Equal(Sureness.Likely, reading.Trailer?.Sureness);
        Assert.Equal("The door is of oak.", reading.Body[^1].Text);
    }

    [Theory]
    [InlineData("-30-")]
    [InlineData("– 30 –")]
    [InlineData("###")]
    [InlineData("# # #")]
    [InlineData("ENDS")]
    [InlineData("(END)")]
    [InlineData("(Ends)")]
    [InlineData("-ENDIT-")]
    public void An_end_mark_is_left_out(string mark)
    {
        var alone = Copy.WithBody("The door is of oak.", mark);
        var above = Copy.WithBody("The door is of oak.", mark, Offer);
        var below = Copy.WithBody("The door is of oak.", Offer, mark);
        var aboveLatest = Copy.WithBody("The door is of oak.", mark, "Latest Worthy News");

        Assert.Equal([mark], alone.Trailers.Select(trailer => trailer.Source));
        Assert.Equal([mark, Offer], above.Trailers.Select(trailer => trailer.Source));
        Assert.Equal([Offer, mark], below.Trailers.Select(trailer => trailer.Source));
        Assert.Equal([mark], aboveLatest.Trailers.Select(trailer => trailer.Source));
        Assert.All([alone, above, below, aboveLatest], reading =>
        {
            Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
            Assert.Empty(reading.Doubts);
        });
    }

    [Theory]
    [InlineData("30")]
    [InlineData("Amen")]
    [InlineData("Ends")]
    [InlineData("#")]
    [InlineData("THE END OF THE DIET.")]
    public void Other_short_last_lines_are_text(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line);

        Assert.Empty(reading.Trailers);
        Assert.Equal(line, reading.Body[^1].Text);
    }

    [Fact]
    public void An_end_mark_with_text_below_it_is_text()
    {
        var reading = Copy.WithBody("The door is of oak.", "-30-", "Nobody slept.");

        Assert.Empty(reading.Trailers);
        Assert.Equal([Copy.Lead, "The door is of oak.", "-30-", "Nobody slept."], reading.Paragraphs());
    }

    [Fact]
    public void An_advisory_below_the_trailer_is_still_a_note()
    {
        var reading = Copy.WithBody("The door is of oak.", "Latest Worthy News", "(ADDS VERDICT)");

        Assert.Equal(["ADDS VERDICT"], reading.EditorsNotes.Select(note => note.Value));
        Assert.Equal("The door is of oak.", reading.Body[^1].Text);
    }
}
