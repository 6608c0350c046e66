using CsCheck;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class MarkdownReaderTests
{
    [Fact]
    public void A_body_of_every_kind_of_block_is_read()
    {
        const string Source = """
            The *first* paragraph
            on **two** lines, with a\
            break.

            ## A crosshead

            > Quoted
            >
            > twice

            - one
            - two
              - inner

            3. three
            4. four

            ***

            [Ours](/about) and <https://a.example/?b=c&d>.
            """;

        var blocks = Read(Source);

        Assert.Equal(
            [
                new Paragraph(
                [
                    Run("The "), new Emphasis([Run("first")]), Run(" paragraph on "), new Strong([Run("two")]), Run(" lines, with a"),
                    new LineBreak(), Run("break."),
                ]),
                new Crosshead([Run("A crosshead")]),
                new Quote([Text("Quoted"), Text("twice")]),
                new BlockList(null, [[Text("one")], [Text("two"), new BlockList(null, [[Text("inner")]])]]),
                new BlockList(3, [[Text("three")], [Text("four")]]),
                new Divider(),
                new Paragraph(
                [
                    new Link("/about", [Run("Ours")]), Run(" and "),
                    new Link("https://a.example/?b=c&d", [Run("https://a.example/?b=c&d")]), Run("."),
                ]),
            ],
            blocks);
    }

    [Theory]
    [InlineData("`code` and ``more *code*``")]
    [InlineData("```\ncode\n```")]
    [InlineData("~~~\ncode\n~~~")]
    [InlineData("    indented")]
    [InlineData("<b onclick=\"x\">bold</b>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<div>\nx\n</div>")]
    [InlineData("<!-- hidden -->")]
    [InlineData("<![CDATA[ x ]]>")]
    [InlineData("<?php x ?>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("~~struck~~ :smile: ^up^ ==marked== H~2~O \"quotes\" -- (c)")]
    [InlineData("Term\n: meaning")]
    [InlineData("{.class #id onclick=x}")]
    [InlineData("https://a.example www.a.example a@b.example")]
    public void Code_tags_and_extensions_are_text_like_any_other(string source)
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Read(source)));

        var text = string.Concat(paragraph.Text.Select(inline => inline is TextRun run ? run.Value : BlockText.Of([inline])));
        Assert.Equal(source.Replace('\n', ' ').Trim().Replace("*", "", StringComparison.Ordinal), text);
        Assert.DoesNotContain(paragraph.Text, inline => inline is Link);
    }

    [Theory]
    [InlineData("# One", "One")]
    [InlineData("###### *Six* ######", "Six")]
    [InlineData("Set\n===", "Set")]
    [InlineData("Set\nlow\\\ner\n---", "Set low er")]
    public void A_heading_of_any_level_is_a_crosshead(string source, string text)
    {
        var crosshead = Assert.IsType<Crosshead>(Assert.Single(Read(source)));

        Assert.Equal(text, BlockText.Of(crosshead.Text));
        Assert.DoesNotContain(crosshead.Text, inline => inline is LineBreak);
    }

    [Theory]
    [InlineData("&copy; &amp; &#65;&#x42; &ouml;", "© & AB ö")]
    [InlineData("a&#1;b&#x1F;c&#xFFFE;d", "abcd")]
    [InlineData("a&#10;b&NewLine;c&Tab;d&#x2028;e", "a b c d e")]
    [InlineData("a&#x202E;b", "ab")]
    [InlineData("a&nbsp;b", "a\u00A0b")]
    [InlineData("&nosuch; &amp", "&nosuch; &amp")]
    public void An_entity_is_the_letter_it_stands_for_and_never_a_control_character(string source, string text) =>
        Assert.Equal([Text(text)], Read(source));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("&nbsp;")]
    [InlineData("\u00A0 \u3000")]
    [InlineData("#")]
    [InlineData(">")]
    [InlineData("> >\n>\n")]
    [InlineData("-\n-\n")]
    [InlineData("[a]: https://a.example")]
    [InlineData("\0\0")]
    public void What_shows_nothing_is_no_block(string source) => Assert.Empty(Read(source));

    [Fact]
    public void An_empty_item_is_left_out() => Assert.Equal([new BlockList(1, [[Text("a")], [Text("b")]])], Read("1. a\n2.\n3. b"));

    [Fact]
    public void A_reference_finds_its_address_at_the_end_of_the_text() =>
        Assert.Equal(
            [new Paragraph([new Link("https://a.example/ü", [Run("The report")]), Run(" says so.")])],
            Read("[The report][r] says so.\n\n[R]: <https://a.example/ü> 'A title'"));

    [Fact]
    public void A_link_in_a_link_is_its_words() =>
        Assert.Equal(
            [new Paragraph([new Link("/out", [Run("a https://in.example b")])])],
            Read("[a <https://in.example> b](/out)"));

    [Fact]
    public void Any_text_is_read_and_read_the_same_twice() =>
        AnyText.Markdown.Sample(source =>
        {
            var reading = MarkdownReader.Read(source);
            var onWindows = CleanText.Block(source).Replace("\n", "\r\n", StringComparison.Ordinal);

            Assert.Equal(reading.Blocks, MarkdownReader.Read(source).Blocks);
            Assert.Equal(reading.Blocks, MarkdownReader.Read(onWindows).Blocks);
            AllBlocks(reading.Blocks).ToList().ForEach(AssertWhole);
        }, iter: 5_000);

    [Fact]
    public void A_bracket_that_is_never_closed_is_text_and_spoils_nothing_after_it()
    {
        Assert.Equal(
            [new Paragraph([Run("a [b "), new Emphasis([Run("c")]), Run(" "), new Link("/d", [Run("d")])])],
            Read("a [b *c* [d](/d)"));
        Assert.Equal([Text(string.Concat(Enumerable.Repeat("[a ", 20)) + "b")], Read(string.Concat(Enumerable.Repeat("[a ", 20)) + "b"));
        Assert.Equal([Text(string.Concat(Enumerable.Repeat("*a ", 20)) + "b")], Read(string.Concat(Enumerable.Repeat("*a ", 20)) + "b"));
        Assert.Equal([Text(new string('!', 1000))], Read(new string('!', 1000)));
    }

    [Fact]
    public void Neighbouring_runs_are_one() =>
        Assert.Equal([Text("a & b * c [ d < e")], Read(@"a &amp; b \* c \[ d < e"));

    private static IEnumerable<Block> AllBlocks(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Quote quote => AllBlocks(quote.Blocks).Prepend(quote),
        BlockList list => list.Items.SelectMany(AllBlocks).Prepend(list),
        _ => [block],
    });

    private static void AssertWhole(Block block)
    {
        if (block is Quote quote) Assert.NotEmpty(quote.Blocks);
        if (block is BlockList list) Assert.All(list.Items, Assert.NotEmpty);
        if (block is Paragraph paragraph) AssertWhole(paragraph.Text);
        if (block is Crosshead crosshead) AssertWhole(crosshead.Text);
    }

    private static void AssertWhole(IReadOnlyList<Inline> inlines)
    {
        Assert.False(string.IsNullOrWhiteSpace(BlockText.Of(inlines)));
        Assert.False(inlines.Zip(inlines.Skip(1)).Any(pair => pair is (TextRun, TextRun)), "Two runs stand side by side.");
        Assert.All(inlines.OfType<TextRun>(), run => Assert.Equal(CleanText.Line("." + run.Value + "."), "." + run.Value + "."));
    }

    private static TextRun Run(string text) => new(text);

    private static Paragraph Text(string text) => new([Run(text)]);

    private static IReadOnlyList<Block> Read(string source)
    {
        var reading = MarkdownReader.Read(source);
        Assert.Empty(reading.Problems);
        return reading.Blocks;
    }
}
