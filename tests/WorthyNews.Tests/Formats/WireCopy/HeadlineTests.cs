using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class HeadlineTests
{
    [Theory]
    [InlineData("BREAKING NEWS: Monk Nails Paper To Door", "BREAKING NEWS", "BREAKING NEWS:")]
    [InlineData("Breaking News: Monk Nails Paper To Door", "Breaking News", "Breaking News:")]
    [InlineData("NEWS WATCH: Monk Nails Paper To Door", "NEWS WATCH", "NEWS WATCH:")]
    [InlineData("UPDATE 2: Monk Nails Paper To Door", "UPDATE 2", "UPDATE 2:")]
    [InlineData("Monk Nails Paper To Door (Update)", "Update", "(Update)")]
    [InlineData("Monk Nails Paper To Door (Feature)", "Feature", "(Feature)")]
    [InlineData("Monk Nails Paper To Door(UPDATE 3)", "UPDATE 3", "(UPDATE 3)")]
    [InlineData("Monk Nails Paper To Door (Worthy News In-Depth)", "Worthy News In-Depth", "(Worthy News In-Depth)")]
    [InlineData("WORTHY NEWS WATCH: Monk Nails Paper To Door", "WORTHY NEWS WATCH", "WORTHY NEWS WATCH:")]
    public void A_rubric_is_lifted_out_of_the_headline(string line, string rubric, string source)
    {
        var reading = Copy.WithHeadline(line);

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(new Read<string>(rubric, Sureness.Sure, source), reading.Rubric);
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void A_rubric_before_and_one_after_are_both_lifted()
    {
        var reading = Copy.WithHeadline("BREAKING NEWS: Monk Nails Paper To Door (Update)");

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(["BREAKING NEWS", "Update"], reading.Rubrics.Select(rubric => rubric.Value));
    }

    [Fact]
    public void A_rubric_made_of_known_words_is_likely()
    {
        var reading = Copy.WithHeadline("SAXONY WATCH: Monk Nails Paper To Door");

        Assert.Equal(Sureness.Likely, reading.Rubric?.Sureness);
        Assert.Equal("SAXONY WATCH", reading.Rubric?.Value);
    }

    [Theory]
    [InlineData("(Update)")]
    [InlineData("BREAKING NEWS:")]
    [InlineData("BREAKING NEWS")]
    public void A_rubric_may_stand_on_a_line_of_its_own(string line)
    {
        var reading = Copy.WithHeadline(line + "\nMonk Nails Paper To Door");

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(line, reading.Rubric?.Source);
    }

    [Theory]
    [InlineData("Luther: 'Here I Stand'")]
    [InlineData("LUTHER: Here I Stand")]
    [InlineData("Pope Leo (The Tenth) Shrugs")]
    [InlineData("Pope Leo Shrugs (Again)")]
    [InlineData("MONK NAILS PAPER TO DOOR")]
    [InlineData("Is The Door Of Oak?")]
    [InlineData("# 95 *Theses* <b>& More</b>")]
    [InlineData("1. Monk Nails Paper To Door")]
    public void A_headline_without_a_rubric_is_unchanged(string headline)
    {
        var reading = Copy.WithHeadline(headline);

        Assert.Equal(new Read<string>(headline, Sureness.Sure, headline), reading.Headline);
        Assert.Null(reading.Rubric);
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("By Lucas Schreiber, Worthy News Correspondent\nROME (Worthy News) – It rained.")]
    [InlineData("ROME (Worthy News) – It rained.")]
    public void Copy_without_a_headline_says_so(string copy)
    {
        var reading = WireCopyReader.Read(copy);

        Assert.Null(reading.Headline);
        Assert.Contains("No headline was found.", reading.Doubts);
        Assert.Equal(["It rained."], reading.Paragraphs());
    }

    [Fact]
    public void A_headline_above_a_dateline_needs_no_byline()
    {
        var reading = WireCopyReader.Read("Monk Nails Paper To Door\nROME (Worthy News) – It rained.");

        Assert.Equal(Sureness.Sure, reading.Headline?.Sureness);
        Assert.Equal(["No byline was found."], reading.Doubts);
    }

    [Fact]
    public void A_first_line_with_nothing_to_fence_it_in_is_a_likely_headline()
    {
        var reading = WireCopyReader.Read("Monk Nails Paper To Door\n\nIt rained all day.");

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(Sureness.Likely, reading.Headline?.Sureness);
        Assert.Equal(["It rained all day."], reading.Paragraphs());
    }

    [Fact]
    public void A_first_line_that_is_a_paragraph_is_no_headline()
    {
        var reading = WireCopyReader.Read(
            "It rained all day, and the paper on the door was hard to read when evening came.\nNobody slept.");

        Assert.Null(reading.Headline);
        Assert.Equal(2, reading.Body.Count);
    }

    [Fact]
    public void A_long_paragraph_above_the_dateline_stays_in_the_text()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("It rained all day, and the next day too.", 6));

        var reading = WireCopyReader.Read($"{paragraph}\nROME (Worthy News) – Nobody slept.");

        Assert.Null(reading.Headline);
        Assert.Equal([paragraph, "Nobody slept."], reading.Paragraphs());
    }

    [Theory]
    [InlineData($"Monk Nails Paper To Door\nTown Council Meets At Once\n{Copy.Byline}\nROME (Worthy News) – It rained.")]
    [InlineData($"Monk Nails Paper To Door\n{Copy.Byline}\nTown Council Meets At Once\nROME (Worthy News) – It rained.")]
    public void A_line_under_the_headline_is_a_likely_standfirst(string copy)
    {
        var reading = WireCopyReader.Read(copy);

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(new Read<string>("Town Council Meets At Once", Sureness.Likely, "Town Council Meets At Once"), reading.Standfirst);
        Assert.Equal(["“Town Council Meets At Once” was taken for the standfirst."], reading.Doubts);
    }

    [Fact]
    public void More_lines_above_the_lead_stay_in_the_text()
    {
        var reading = WireCopyReader.Read(
            $"Monk Nails Paper To Door\nTown Meets\nBells Ring\n{Copy.Byline}\nROME (Worthy News) – It rained.");

        Assert.Equal("Town Meets", reading.Standfirst?.Value);
        Assert.Equal(["Bells Ring", "It rained."], reading.Paragraphs());
        Assert.Contains("“Bells Ring” stands above the lead and was left in the text.", reading.Doubts);
    }
}
