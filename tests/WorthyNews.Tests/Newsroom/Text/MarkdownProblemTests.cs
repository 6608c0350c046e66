using System.Diagnostics;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class MarkdownProblemTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java&#115;cript:alert(1)")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("<java\tscript:alert(1)>")]
    [InlineData("<&#1;javascript:alert(1)>")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/")]
    [InlineData("tel:+123")]
    [InlineData("urn:uuid:x")]
    [InlineData("feed:https://a.example")]
    public void A_link_with_a_script_scheme_is_a_problem_with_its_line(string address)
    {
        var reading = MarkdownReader.Read($"First.\n\n> Second\n> and [*the* words]({address}) here.");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(4, problem.Line);
        Assert.Contains("“", problem.Message, StringComparison.Ordinal);
        Assert.Equal("First.\n\nSecond and the words here.", BlockText.Plain(reading.Blocks));
        Assert.DoesNotContain("href", BlockHtml.Write(reading.Blocks, new BlockHtmlOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_a_problem_with_its_line()
    {
        var reading = MarkdownReader.Read("One.\n\n- two ![alt](https://a.example/b.png)\n- ![other][b]\n\n[b]: /c.png");

        Assert.Equal(
            [
                new TextProblem(3, "Pictures cannot be placed in the text yet."),
                new TextProblem(4, "Pictures cannot be placed in the text yet."),
            ],
            reading.Problems);
    }

    [Fact]
    public void A_link_without_words_or_address_is_a_problem() =>
        Assert.Equal(
            [
                new TextProblem(1, "The link to “/x” has no words to click on."),
                new TextProblem(2, "The link has no address."),
                new TextProblem(3, "The link to “/y” has no words to click on."),
            ],
            MarkdownReader.Read("[](/x)\n[x]()\n[&nbsp;](/y)").Problems);

    [Fact]
    public void A_reference_that_leads_astray_is_a_problem_where_it_is_used() =>
        Assert.Equal(3, Assert.Single(MarkdownReader.Read("[a]: javascript:x\n\n[a]").Problems).Line);

    [Fact]
    public void A_text_of_eight_levels_is_read_and_one_of_nine_is_a_problem_with_its_line()
    {
        static string Quotes(int levels) => $"Before.\n\n{string.Concat(Enumerable.Repeat("> ", levels))}a\n";
        static string Lists(int levels) => string.Concat(Enumerable.Range(0, levels).Select(level => $"{new string(' ', 2 * level)}- a\n"));

        Assert.Empty(MarkdownReader.Read(Quotes(8)).Problems);
        Assert.Empty(MarkdownReader.Read(Lists(8) + "              - sibling\n").Problems);
        Assert.Equal([new TextProblem(3, "Quotes and lists are nested too deep here.")], MarkdownReader.Read(Quotes(9)).Problems);
        Assert.Equal([new TextProblem(9, "Quotes and lists are nested too deep here.")], MarkdownReader.Read(Lists(9)).Problems);
    }

    [Fact]
    public void Stresses_that_stand_in_each_other_too_often_are_a_problem()
    {
        Assert.Empty(MarkdownReader.Read("*a **b *c **d** c* b** a*").Problems);
        Assert.Equal(2, Assert.Single(MarkdownReader.Read("a\n" + new string('*', 60) + "a" + new string('*', 60)).Problems).Line);
    }

    [Fact]
    public void A_paragraph_with_too_much_markup_is_a_problem_with_its_line()
    {
        Assert.Empty(MarkdownReader.Read(string.Concat(Enumerable.Repeat("*one* [two](/x) <https://a.example>\n", 100))).Problems);
        Assert.Equal(
            [new TextProblem(3, "This paragraph has too many signs of markup. Break it up.")],
            MarkdownReader.Read("Before.\n\n" + string.Concat(Enumerable.Repeat("[a](/b) ", 501))).Problems);
    }

    [Fact]
    public void A_text_that_is_too_long_is_a_problem()
    {
        Assert.Empty(MarkdownReader.Read(new string('a', MarkdownReader.MaxBytes)).Problems);
        Assert.Equal(1, Assert.Single(MarkdownReader.Read(new string('a', MarkdownReader.MaxBytes + 1)).Problems).Line);
        Assert.Equal(1, Assert.Single(MarkdownReader.Read(new string('ש', (MarkdownReader.MaxBytes / 2) + 1)).Problems).Line);
        Assert.Equal(10_001, Assert.Single(MarkdownReader.Read(new string('\n', 10_000)).Problems).Line);
    }

    [Fact]
    public void Problems_come_in_the_order_of_their_lines_and_not_by_the_thousand()
    {
        var reading = MarkdownReader.Read(string.Concat(Enumerable.Repeat("[a](x:y)\n\n", 2000)));

        Assert.Equal(50, reading.Problems.Count);
        Assert.Equal(reading.Problems.Select(problem => problem.Line).Order(), reading.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("![x](")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](b ")]
    [InlineData("[a](<")]
    [InlineData("[a](b \"")]
    [InlineData("[a]()")]
    [InlineData("![[]()")]
    [InlineData("[a]: b\n")]
    [InlineData("[a]: /b 'c\n")]
    [InlineData("[a\n")]
    [InlineData("]")]
    [InlineData(">")]
    [InlineData("> - ")]
    [InlineData(">\n")]
    [InlineData("*")]
    [InlineData("*a ")]
    [InlineData("*a_ ")]
    [InlineData("**a *")]
    [InlineData("a**b")]
    [InlineData("- ")]
    [InlineData("- a\n")]
    [InlineData("- a\n - b\n")]
    [InlineData("1. ")]
    [InlineData("a\n=\n")]
    [InlineData("# a\n")]
    [InlineData("<http:")]
    [InlineData("<a")]
    [InlineData("&")]
    [InlineData("\\*")]
    [InlineData("`")]
    [InlineData("(")]
    [InlineData("  \n")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData("* * ")]
    public void A_hostile_text_takes_no_longer_than_many_plain_ones(string pattern)
    {
        var plain = Repeat("A plain sentence of a plain body.\n\n", 100 * 1024);
        var hostile = Repeat(pattern, LongestOf(pattern));
        ReadAndWrite(plain);

        var forPlain = Timed(() => Enumerable.Repeat(plain, 10).ToList().ForEach(ReadAndWrite));
        var forHostile = Timed(() => ReadAndWrite(hostile));

        Assert.True(forHostile < (20 * forPlain) + TimeSpan.FromSeconds(1), $"{forHostile} against {forPlain}");
    }

    [Fact]
    public void A_growing_staircase_of_lists_is_stopped_at_its_limit()
    {
        var stairs = string.Concat(Enumerable.Range(0, 500).Select(level => new string(' ', 2 * level) + "- a\n"));

        Assert.Equal(9, Assert.Single(MarkdownReader.Read(stairs).Problems).Line);
    }

    private static void ReadAndWrite(string source)
    {
        var blocks = MarkdownReader.Read(source).Blocks;
        BlockHtml.Write(blocks, new BlockHtmlOptions { ForSite = true });
        BlockText.Plain(blocks);
        BlockJson.Write(blocks);
    }

    private static int LongestOf(string pattern) =>
        Math.Min(MarkdownReader.MaxBytes, pattern.Length * (MarkdownReader.MaxLines - 1) / Math.Max(1, pattern.Count(c => c is '\n')));

    private static string Repeat(string pattern, int length) => string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));

    private static TimeSpan Timed(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }
}
