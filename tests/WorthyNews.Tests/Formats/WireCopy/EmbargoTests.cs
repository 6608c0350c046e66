using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public class EmbargoTests
{
    [Theory]
    [InlineData("EMBARGOED UNTIL 1517-10-31 12:00 GMT")]
    [InlineData("Embargoed until noon of All Hallows’ Eve")]
    [InlineData("(EMBARGOED FOR RELEASE UNTIL NOON OF ALL HALLOWS’ EVE)")]
    [InlineData("*** EMBARGO: ALL HALLOWS’ EVE ***")]
    [InlineData("HOLD FOR RELEASE")]
    [InlineData("hold for release on All Hallows’ Eve")]
    [InlineData("NOT FOR PUBLICATION BEFORE ALL HALLOWS’ EVE")]
    [InlineData("EDS: HOLD FOR RELEASE UNTIL NOON")]
    public void An_embargo_is_doubted_wherever_it_stands(string line)
    {
        WireCopyReading[] readings =
        [
            Copy.WithHeadline($"{line}\nMonk Nails Paper To Door"),
            Copy.WithHeadline($"Monk Nails Paper To Door\n{line}"),
            Copy.WithByline($"{Copy.Byline}\n{line}"),
            Copy.WithBody("The door is of oak.", line),
            Copy.WithBody([.. Enumerable.Repeat("Nobody slept.", 30), line, "It rained."]),
        ];

        Assert.All(readings, reading => Assert.Contains($"“{line}” looks like an embargo; nothing holds this copy back.", reading.Doubts));
    }

    [Fact]
    public void An_embargo_that_hangs_on_the_headline_is_doubted()
    {
        var reading = Copy.WithHeadline("Monk Nails Paper To Door (EMBARGOED UNTIL NOON)");

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(["EMBARGOED UNTIL NOON"], reading.EditorsNotes.Select(note => note.Value));
        Assert.Single(reading.Doubts, doubt => doubt.EndsWith("an embargo; nothing holds this copy back.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HOLD FOR RELEASE")]
    [InlineData("(EMBARGOED FOR RELEASE UNTIL NOON)")]
    [InlineData("NOT FOR PUBLICATION BEFORE NOON")]
    public void An_embargo_in_capitals_above_the_headline_is_a_note(string line)
    {
        var reading = Copy.WithHeadline($"{line}\nMonk Nails Paper To Door");

        Assert.Equal("Monk Nails Paper To Door", reading.Headline?.Value);
        Assert.Equal(line, Assert.Single(reading.EditorsNotes).Source);
    }

    [Theory]
    [InlineData("The embargo on salt holds until noon.")]
    [InlineData("Embargoed salt was found at the gate.")]
    [InlineData("They hold for release of the monk.")]
    [InlineData("Not for publication is what the abbot meant.")]
    public void A_story_about_an_embargo_is_none(string line)
    {
        var reading = Copy.WithBody("The door is of oak.", line, "Nobody slept.");

        Assert.Empty(reading.Doubts);
        Assert.Contains(line, reading.Paragraphs());
    }
}
