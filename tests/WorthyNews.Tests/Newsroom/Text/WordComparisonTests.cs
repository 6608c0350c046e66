using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("Two bishops would not sign.", "Three bishops would not sign.", "[-Two-]{+Three+} bishops would not sign.")]
    [InlineData("He was born in Tyre.", "He was born in Old Tyre.", "He was born in {+Old +}Tyre.")]
    [InlineData("a old man b", "a young woman b", "a [-old man-]{+young woman+} b")]
    [InlineData("Same.", "Same.", "Same.")]
    [InlineData("", "New", "{+New+}")]
    [InlineData("", "", "")]
    [InlineData("教会在北京", "教会在上海", "教会在[-北京-]{+上海+}")]
    [InlineData("קרא את המכתב", "קרא את הספר", "קרא את [-המכתב-]{+הספר+}")]
    public void Words_that_went_and_came_are_marked(string before, string after, string expected) =>
        Assert.Equal(expected, Print(WordComparison.Compare(before, after)));

    [Theory]
    [InlineData("The council, they said, met in May.", "A council met in May and June, they say.")]
    [InlineData("One\ntwo\n  three", "One two three")]
    [InlineData("x 👩‍👩‍👧 y", "x 👩‍👧 y")]
    public void Both_texts_can_be_read_back(string before, string after)
    {
        var runs = WordComparison.Compare(before, after);

        Assert.Equal(before, string.Concat(runs.Where(r => r.Change != WordChange.Added).Select(r => r.Text)));
        Assert.Equal(after, string.Concat(runs.Where(r => r.Change != WordChange.Removed).Select(r => r.Text)));
    }

    [Fact]
    public void A_text_too_long_to_compare_is_shown_before_and_after()
    {
        var (before, after) = (string.Concat(Enumerable.Repeat("a ", 100_000)), string.Concat(Enumerable.Repeat("b ", 100_000)));

        Assert.Equal([new WordRun(WordChange.Removed, before), new WordRun(WordChange.Added, after)], WordComparison.Compare(before, after));
    }

    private static string Print(IEnumerable<WordRun> runs) => string.Concat(runs.Select(r => r.Change switch
    {
        WordChange.Removed => $"[-{r.Text}-]",
        WordChange.Added => $"{{+{r.Text}+}}",
        _ => r.Text,
    }));
}
