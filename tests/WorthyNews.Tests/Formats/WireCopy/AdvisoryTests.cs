using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class AdvisoryTests
{
    [Theory]
    [InlineData("(ADDS VERDICT, CHANGING LEAD)\nMonk Nails Paper To Door")]
    [InlineData("Monk Nails Paper To Door\n(ADDS VERDICT, CHANGING LEAD)")]
    [InlineData("Monk Nails Paper To Door (ADDS VERDICT, CHANGING LEAD)")]
    public void An_advisory_near_the_headline_becomes_a_note(string top)
    {
        var reading = Copy.WithHeadline(top);

        var note = new Read<string>("ADDS VERDICT, CHANGING LEAD", Sureness.Sure, "(ADDS VERDICT, CHANGING LEAD)");
        Assert.Equal([note], reading.EditorsNotes);
        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
        Assert.Empty(reading.Doubts);
    }

    [Fact]
    public void An_advisory_under_a_headline_that_stands_alone_becomes_a_note()
    {
        var reading = WireCopyReader.Read("Monk Nails Paper To Door\n(ADDS VERDICT)\nIt rained all day.\nNobody slept.");

        Assert.Equal(["ADDS VERDICT"], reading.EditorsNotes.Select(note => note.Value));
        Assert.Equal(["It rained all day.", "Nobody slept."], reading.Paragraphs());
    }

    [Theory]
    [InlineData("(ADDS VERDICT, CHANGING LEAD)")]
    [InlineData("[UPDATES WITH REACTION FROM ROME]")]
    [InlineData("(CORRECTS NAME IN THIRD PARAGRAPH)")]
    [InlineData("(EDS: PICTURE TO FOLLOW)")]
    public void An_advisory_anywhere_in_the_text_becomes_a_note(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line, "Nobody slept.", "It rained.", "It snowed.");

        Assert.Equal(line, Assert.Single(reading.EditorsNotes).Source);
        Assert.Equal(line[1..^1], reading.EditorsNotes[0].Value);
        Assert.Equal(5, reading.Body.Count);
    }

    [Theory]
    [InlineData("(Adds verdict, changing lead)")]
    [InlineData("(NO PICTURE OF THE DOOR YET)")]
    [InlineData("EDS: The third paragraph names a witness.")]
    [InlineData("Editor’s note: the third paragraph names a witness.")]
    public void Less_usual_advisories_at_the_end_are_likely(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line);

        Assert.Equal(Sureness.Likely, Assert.Single(reading.EditorsNotes).Sureness);
        Assert.Contains(reading.Doubts, doubt => doubt.EndsWith("was taken for an advisory.", StringComparison.Ordinal));
        Assert.Equal([Copy.Lead, "The door is of oak."], reading.Paragraphs());
    }

    [Theory]
    [InlineData("(EDITORS: HOLD FOR THE VERDICT (DUE AT NOON) AND [IF IT COMES (LATE)] THE PICTURE)", Sureness.Sure)]
    [InlineData("(EDITORS: the witness (third paragraph) must not be named)", Sureness.Likely)]
    [InlineData("[Editors’ note: the witness (third paragraph) must not be named]", Sureness.Likely)]
    public void Brackets_in_an_advisory_belong_to_it_wherever_it_stands(string line, Sureness sureness)
    {
        var amid = Copy.WithBody("The door is of oak.", line, "Nobody slept.", "It rained.", "It snowed.");
        var last = Copy.WithBody("The door is of oak.", line);

        foreach (var reading in new[] { amid, last }) Assert.Equal([new Read<string>(line[1..^1], sureness, line)], reading.EditorsNotes);
        Assert.Equal([Copy.Lead, "The door is of oak.", "Nobody slept.", "It rained.", "It snowed."], amid.Paragraphs());
    }

    [Fact]
    public void Brackets_in_an_advisory_that_hangs_on_a_headline_belong_to_it()
    {
        var reading = Copy.WithHeadline("Monk Nails Paper To Door (ADDS VERDICT (OF THE DIET))");

        Assert.Equal(["ADDS VERDICT (OF THE DIET)"], reading.EditorsNotes.Select(note => note.Value));
        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
    }

    [Theory]
    [InlineData("(ADDS VERDICT) AND (ADDS REACTION)")]
    [InlineData("(ADDS VERDICT (OF THE DIET)")]
    [InlineData("(ADDS VERDICT [OF THE) DIET])")]
    [InlineData("(The door (of oak) is shut.)")]
    [InlineData("(The door is of oak.)")]
    [InlineData("He saw the door (ADDS VERDICT) and wept.")]
    [InlineData("Not for publication is what the abbot meant.")]
    [InlineData("()")]
    public void Other_brackets_are_text(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line, "Nobody slept.", "It rained.", "It snowed.");

        Assert.Empty(reading.EditorsNotes);
        Assert.Contains(line, reading.Paragraphs());
    }

    [Fact]
    public void Capitals_in_brackets_amid_the_text_are_left_there_with_a_doubt()
    {
        var reading = Copy.WithBody("The door is of oak.", "(DIET OF WORMS)", "Nobody slept.", "It rained.", "It snowed.");

        Assert.Contains("(DIET OF WORMS)", reading.Paragraphs());
        Assert.Equal(["“(DIET OF WORMS)” may be an advisory; it was left in the text."], reading.Doubts);
    }
}
