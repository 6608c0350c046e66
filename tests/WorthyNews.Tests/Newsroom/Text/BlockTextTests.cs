using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class BlockTextTests
{
    [Fact]
    public void Plain_text_keeps_the_words_and_the_breaks_and_drops_the_rest() =>
        Assert.Equal(
            "A b c\nd\n\nE\n\nf\n\ng\n\n- h\n- i\n  1. j\n  2. k\n\n* * *\n\nlink",
            BlockText.Plain(Blocks("A *b* **c**\\\nd\n\n# E\n\n> f\n>\n> g\n\n- h\n- i\n  1. j\n  2. k\n\n***\n\n[link](/x)")));

    [Fact]
    public void A_summary_is_the_first_paragraph()
    {
        Assert.Equal("First one here.", BlockText.Summary(Blocks("# Head\n\n*First*\\\none here.\n\nSecond."), 100));
        Assert.Equal("quoted", BlockText.Summary(Blocks("# Head\n\n> quoted"), 100));
        Assert.Equal("", BlockText.Summary(Blocks("# Head"), 100));
    }

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two, three", 9, "one two…")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one two three", 7, "one tw…")]
    [InlineData("abcdefghijkl", 5, "abcd…")]
    [InlineData("😀😀😀", 4, "😀…")]
    [InlineData("e\u0301e\u0301e\u0301", 4, "e\u0301…")]
    [InlineData("北京消息报道", 4, "北京消…")]
    [InlineData("one", 1, "…")]
    public void A_long_summary_is_cut_at_the_end_of_a_word(string text, int max, string summary)
    {
        var cut = BlockText.Summary([new Paragraph([new TextRun(text)])], max);

        Assert.Equal(summary, cut);
        Assert.True(cut.Length <= max);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("One — two-three, it’s 4.5 & *five*six", 5)]
    [InlineData("# Head\n\n- one\n- two\n\n***", 3)]
    [InlineData("北京 news 消息", 5)]
    [InlineData("القدس اليوم", 2)]
    public void Words_are_counted(string markdown, int words) => Assert.Equal(words, BlockText.Words(Blocks(markdown)));

    [Fact]
    public void Numbers_of_a_list_are_no_words() => Assert.Equal(2, BlockText.Words(Blocks("1. one\n2. two")));

    [Fact]
    public void Crossheads_are_listed_in_their_order() =>
        Assert.Equal([("h-a-b", "A b"), ("h-c", "C")], BlockText.Crossheads(Blocks("x\n\n# A *b*\n\n> ## C")));

    private static IReadOnlyList<Block> Blocks(string markdown) => MarkdownReader.Read(markdown).Blocks;
}
