using CsCheck;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("The church’s roof fell in. It’s gone!")]
    [InlineData("#MeToo reached No. 1 - twice; 3 * 4 + 5 = 17 (or so) and -5 °C")]
    [InlineData("AT&T, R&B & Q&A")]
    [InlineData("a_snake_case@mail.example https://x.example/a_b?c=d&e=f#g")]
    [InlineData("`code` ~~s~~ | a | b | :smile: ^1^ {onclick=x}")]
    [InlineData("2026 was a year. 1.5 million came; 10) was not there")]
    [InlineData("5 < 6 > 4 < ")]
    public void Copy_that_holds_no_markup_is_written_as_it_is(string plain) => Assert.Equal(plain.Trim(), MarkdownText.Paragraph(plain));

    [Theory]
    [InlineData("1. May was warm", @"1\. May was warm")]
    [InlineData("1) x", @"1\) x")]
    [InlineData("# 1", @"\# 1")]
    [InlineData("- x", @"\- x")]
    [InlineData("+ x", @"\+ x")]
    [InlineData("---", @"\---")]
    [InlineData("===", @"\===")]
    [InlineData("> x", @"\> x")]
    [InlineData("*x*", @"\*x\*")]
    [InlineData("__init__", @"\_\_init\_\_")]
    [InlineData("[sic]", @"\[sic\]")]
    [InlineData("![x](y)", @"!\[x\](y)")]
    [InlineData("<b>", @"\<b>")]
    [InlineData("&amp; &#65;", @"\&amp; \&#65;")]
    [InlineData(@"C:\dir", @"C:\\dir")]
    public void What_would_be_markup_is_escaped(string plain, string source) => Assert.Equal(source, MarkdownText.Paragraph(plain));

    [Fact]
    public void Plain_text_reads_back_to_the_character() =>
        AnyText.Wild.Where(text => !string.IsNullOrWhiteSpace(CleanText.Line(text))).Sample(text =>
        {
            var line = CleanText.Line(text);

            Assert.Equal([new Paragraph([new TextRun(line)])], Read(MarkdownText.Paragraph(text)));
            Assert.Equal([new Paragraph([new TextRun(line)])], Read("Before\n\n" + MarkdownText.Paragraph(text) + "\n\nAfter")[1..2]);
            Assert.Equal([new Crosshead([new TextRun(line)])], Read(MarkdownText.Crosshead(text)));
        }, iter: 20_000);

    [Fact]
    public void A_piece_is_safe_between_signs_of_markup() =>
        Gen.Select(AnyText.Wild, AnyText.Wild).Where((a, b) => !string.IsNullOrWhiteSpace(CleanText.Line(a))).Sample((a, b) =>
        {
            var (words, rest) = (CleanText.Line(a), CleanText.Line(b));

            var blocks = Read($"{MarkdownText.Escape(words)}[{MarkdownText.Escape(words)}](/x){MarkdownText.Escape(rest)}.");

            var paragraph = Assert.IsType<Paragraph>(Assert.Single(blocks));
            Assert.Equal([new TextRun(words), new Link("/x", [new TextRun(words)]), new TextRun(rest + ".")], paragraph.Text);
        }, iter: 20_000);

    [Fact]
    public void A_line_of_copy_after_a_break_starts_no_list_and_underlines_nothing()
    {
        foreach (var line in new[] { "- x", "===", "---", "1. x", "> x", "# x", "+ x", "* x", "***", "-", "=", "1.", "+", "#" })
        {
            var paragraph = Assert.IsType<Paragraph>(Assert.Single(Read("before\\\n" + MarkdownText.Escape(line))));
            Assert.Equal([new TextRun("before"), new LineBreak(), new TextRun(line)], paragraph.Text);
        }
    }

    [Fact]
    public void A_crosshead_keeps_the_number_signs_at_its_end()
    {
        Assert.Equal([new Crosshead([new TextRun("We are # 1 ##")])], Read(MarkdownText.Crosshead("We are # 1 ##")));
        Assert.Equal([new Crosshead([new TextRun("C#")])], Read(MarkdownText.Crosshead("C#")));
        Assert.Equal("## C#", MarkdownText.Crosshead("C#"));
        Assert.Empty(Read(MarkdownText.Crosshead("")));
    }

    private static Block[] Read(string source)
    {
        var reading = MarkdownReader.Read(source);
        Assert.Empty(reading.Problems);
        return [.. reading.Blocks];
    }
}
