using System.Xml;
using CsCheck;
using WorthyNews.Newsroom.Text;
using XmlText = WorthyNews.Formats.Xml.XmlText;

namespace WorthyNews.Tests.Newsroom.Text;

public class CleanTextTests
{
    [Theory]
    [InlineData("Roof\r\n\tfalls\n\nin ", "Roof falls in")]
    [InlineData("Roof \n falls", "Roof falls")]
    [InlineData("Roof\u2028falls\u2029in\u0085now\vthen\fend", "Roof falls in now then end")]
    [InlineData("two  spaces", "two  spaces")]
    [InlineData("\u00A010\u00A0km\u00A0", "\u00A010\u00A0km\u00A0")]
    [InlineData("a\0b\u001Fc\u007Fd\u009Fe\uFFFEf", "abcdef")]
    [InlineData("e\u0301 stays two, é one", "e\u0301 stays two, é one")]
    [InlineData("a\u202Egnp\u202Cb", "agnp\u202Cb")]
    [InlineData("\u2067שלום\u2069 \u200F\u200E", "\u2067שלום\u2069 \u200F\u200E")]
    [InlineData("\u200Bzero\u200Dwidth", "\u200Bzero\u200Dwidth")]
    [InlineData(" \t\n ", "")]
    public void A_line_is_one_line_without_hidden_controls(string typed, string kept) => Assert.Equal(kept, CleanText.Line(typed));

    [Theory]
    [InlineData("Roof \n \u2060\tfalls ", "Roof  falls")]
    [InlineData("\u200Bzero\u200Dwi\u200Cdth\u200B", "zero\u200Dwi\u200Cdth")]
    [InlineData("\uFEFFso\u00ADft\u2060 \u206A\uFFF9", "soft")]
    [InlineData("ខ្មែរ\u200Bស្រុក\u200B a", "ខ្មែរ\u200Bស្រុក a")]
    [InlineData("\u0600١٢ \u06DD \u061Cא", "\u0600١٢ \u06DD \u061Cא")]
    [InlineData("un\U000E0073\U000E0061seen", "unseen")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E007F won\U000E0073", "\U0001F3F4\U000E0067\U000E0062\U000E007F won")]
    public void A_label_has_no_sign_that_nobody_sees_and_no_script_needs(string typed, string kept) => Assert.Equal(kept, CleanText.Label(typed));

    [Theory]
    [InlineData("a\r\nb\rc\nd\u2028e\u2029f\u0085g\vh\fi", "a\nb\nc\nd\ne\nf\ng\nh\ni")]
    [InlineData("a\r\r\nb\n\nc", "a\n\nb\n\nc")]
    [InlineData("  a\tb  \n", "  a\tb  \n")]
    [InlineData("a\0b\uFFFFc", "abc")]
    public void A_block_keeps_its_lines_and_its_spaces(string typed, string kept) => Assert.Equal(kept, CleanText.Block(typed));

    [Fact]
    public void Half_a_pair_is_no_letter()
    {
        Assert.Equal("half  pair  whole \uD83D\uDE00", CleanText.Line("half \uD83D pair \uDE00 whole \uD83D\uDE00"));
        Assert.Equal("a", CleanText.Block("\uDE00\uD83Da\uD83D"));
        Assert.Equal("a", XmlText.Clean("\uDE00\uD83Da\uD83D"));
    }

    [Fact]
    public void Clean_text_is_clean_and_stays_as_it_is() =>
        AnyText.Wild.Sample(text =>
        {
            var (line, label, block) = (CleanText.Line(text), CleanText.Label(text), CleanText.Block(text));

            Assert.Equal(line, CleanText.Line(line));
            Assert.Equal(label, CleanText.Label(label));
            Assert.Equal(block, CleanText.Block(block));
            Assert.DoesNotContain('\n', line);
            Assert.Equal(line.Trim(' '), line);
            Assert.Equal(label.Trim(' '), label);
            foreach (var clean in new[] { line, label, block }) XmlConvert.VerifyXmlChars(clean);
        });

    [Fact]
    public void Xml_text_loses_exactly_what_xml_forbids() =>
        AnyText.Wild.Sample(text =>
        {
            var allowed = text.Where((c, at) => XmlConvert.IsXmlChar(c)
                || (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], c))
                || (at > 0 && XmlConvert.IsXmlSurrogatePair(c, text[at - 1])));

            Assert.Equal(string.Concat(allowed), XmlText.Clean(text));
        });

    [Fact]
    public void Text_that_needs_no_cleaning_is_not_copied()
    {
        var text = "Ordinary: é 😀 \t\r\n \u007F \uFFFD";

        Assert.Same(text, XmlText.Clean(text));
    }
}
