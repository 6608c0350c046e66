using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

public sealed class LeftoverTests
{
    [Theory]
    [InlineData("EDITORS: This story may upset readers.")]
    [InlineData("EDS: UPDATES with verdict.")]
    [InlineData("(ADDS VERDICT, CHANGING LEAD)")]
    [InlineData("(MORE)")]
    [InlineData("-more-")]
    [InlineData("MORE")]
    [InlineData("More to come.")]
    [InlineData("-30-")]
    [InlineData("ENDS")]
    [InlineData("###")]
    [InlineData("BC-EU--Council, 2nd Ld-Writethru")]
    [InlineData("3rd Lead")]
    [InlineData("URGENT")]
    [InlineData("The mayor, TK, said that XXX people came.")]
    [InlineData("The town of TKTK lies on the river.")]
    [InlineData("He is xxx years old.")]
    [InlineData("She was born in ????.")]
    [InlineData("He said so on Monday [CHECK].")]
    [InlineData("The bishop (CQ) agreed.")]
    [InlineData("It begins [INSERT DATE HERE] at noon.")]
    public void Words_between_desks_are_found(string paragraph) => Assert.NotEmpty(Leftovers.In(["The lead stands here.", "So does this.", "And this.", paragraph, "A line after it.", "And one more.", "The end of it."]));

    [Theory]
    [InlineData("Editors of four papers met; more will come, they said.")]
    [InlineData("Turkish Airlines flight TK 1823 landed, and so did TK1824.")]
    [InlineData("He sang at Super Bowl XXX before more than 70,000 people.")]
    [InlineData("The lead singer took the 2nd lead role.")]
    [InlineData("The Thomas More Society (TMS) said more.")]
    [InlineData("“Why?” she asked. “How? When?”")]
    [InlineData("The story ends here.")]
    [InlineData("They urged urgent help (and got it).")]
    [InlineData("Aid for 30 towns, 3,000 houses, 30 roads.")]
    public void Words_of_the_story_are_left_alone(string paragraph) => Assert.Empty(Leftovers.In(["The lead stands here.", "So does this.", "And this.", paragraph, "A line after it.", "And one more.", "The end of it."]));

    [Fact]
    public void It_tells_in_which_paragraph()
    {
        var (paragraph, words) = Assert.Single(Leftovers.In(["The lead.", "A TK stands here.", "The end of it."]));

        Assert.Equal((1, "TK"), (paragraph, words));
    }
}
