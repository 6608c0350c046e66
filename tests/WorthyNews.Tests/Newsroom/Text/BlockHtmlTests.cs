using System.Globalization;
using System.Text.RegularExpressions;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

public class BlockHtmlTests
{
    private static readonly BlockHtmlOptions Site = new() { ForSite = true };
    private static readonly BlockHtmlOptions Feed = new() { BaseUrl = new Uri("https://news.example/") };
    private static readonly LeadIn FromThree = new("Pyongyang/Moscow/Kyiv", "Worthy News");

    [Fact]
    public void Every_block_has_its_element()
    {
        var html = Write("A *b* **c**\\\nd\n\n# E\n\n> f\n\n- g\n- h\n  1. i\n\n3. j\n\n   k\n\n***", Site);

        Assert.Equal(
            """
            <p>A <em>b</em> <strong>c</strong><br />d</p>
            <h2 class="crosshead" id="h-e">E</h2>
            <blockquote>
            <p>f</p>
            </blockquote>
            <ul>
            <li>g</li>
            <li>h
            <ol>
            <li>i</li>
            </ol>
            </li>
            </ul>
            <ol start="3">
            <li>
            <p>j</p>
            <p>k</p>
            </li>
            </ol>
            <hr />
            """.ReplaceLineEndings("\n"),
            html);
    }

    [Fact]
    public void Text_is_encoded_and_letters_of_every_script_stay_letters() =>
        Assert.Equal(
            "<p>&lt;b&gt; &amp; &quot;x&quot; it&#39;s é ש 北 😀 \u00A0</p>",
            BlockHtml.Write([new Paragraph([new TextRun("<b> & \"x\" it's é ש 北 😀 \u00A0\u0001\uD83D")])], Site));

    [Fact]
    public void The_lead_in_runs_into_the_first_paragraph()
    {
        Assert.Equal(
            "<p><span class=\"dateline\">Pyongyang/Moscow/Kyiv</span> <span class=\"agency\">(Worthy News) –</span> "
            + "Text <em>here</em></p>\n<p>More</p>",
            Write("Text *here*\n\nMore", Site with { LeadIn = FromThree }));
        Assert.Equal("<p>PYONGYANG/MOSCOW/KYIV (Worthy News) – Text</p>", Write("Text", Feed with { LeadIn = FromThree }));
    }

    [Fact]
    public void The_lead_in_has_a_paragraph_of_its_own_when_the_body_starts_otherwise()
    {
        Assert.Equal("<p>PYONGYANG/MOSCOW/KYIV (Worthy News) –</p>\n<h2>Text</h2>", Write("# Text", Feed with { LeadIn = FromThree }));
        Assert.Equal("<p>PYONGYANG/MOSCOW/KYIV (Worthy News) –</p>", Write("", Feed with { LeadIn = FromThree }));
    }

    [Theory]
    [InlineData("Kyiv", null, "KYIV –", "<span class=\"dateline\">Kyiv</span> –")]
    [InlineData(null, "Worthy News", "(Worthy News) –", "<span class=\"agency\">(Worthy News) –</span>")]
    [InlineData("Iași & <Țara>", null, "IAȘI &amp; &lt;ȚARA&gt; –", "<span class=\"dateline\">Iași &amp; &lt;Țara&gt;</span> –")]
    [InlineData("القدس", "وكالة", "القدس (وكالة) –", "<span class=\"dateline\">القدس</span> <span class=\"agency\">(وكالة) –</span>")]
    [InlineData("თბილისი", null, "თბილისი –", "<span class=\"dateline\">თბილისი</span> –")]
    public void A_lead_in_says_what_it_has(string? dateline, string? agency, string feed, string site)
    {
        Assert.Equal($"<p>{feed} Text</p>", Write("Text", Feed with { LeadIn = new LeadIn(dateline, agency) }));
        Assert.Equal($"<p>{site} Text</p>", Write("Text", Site with { LeadIn = new LeadIn(dateline, agency) }));
    }

    [Fact]
    public void An_empty_lead_in_is_none()
    {
        Assert.Equal("<p>Text</p>", Write("Text", Site with { LeadIn = new LeadIn(null, " ") }));
        Assert.Equal("", new LeadIn(null, null).Plain);
    }

    [Fact]
    public void The_day_of_a_dateline_is_not_set_in_capitals()
    {
        var worms = new LeadIn("Worms", "Worthy News", "April 18");

        Assert.Equal("WORMS, April 18 (Worthy News) –", worms.Plain);
        Assert.Contains("<span class=\"dateline\">Worms, April 18</span>", Write("Text", Site with { LeadIn = worms }), StringComparison.Ordinal);
    }

    [Fact]
    public void Capitals_are_the_same_whatever_language_the_machine_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal("NIKOSIA –", new LeadIn("Nikosia", null).Plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void In_a_feed_our_own_addresses_are_whole_and_others_stay()
    {
        Assert.Equal(
            "<p><a href=\"https://news.example/about?a=1&amp;b\">a</a> <a href=\"https://a.example/ü\">b</a></p>",
            Write("[a](/about?a=1&b) [b](https://a.example/ü)", Feed));
        Assert.Equal("<p><a href=\"/about\">a</a></p>", Write("[a](/about)", Site));
    }

    [Fact]
    public void Elsewhere_than_on_the_site_a_crosshead_has_no_attribute() =>
        Assert.Equal("<h3>A</h3>", Write("# A", Feed with { CrossheadLevel = 3 }));

    [Fact]
    public void Crossheads_of_one_name_have_ids_of_their_own()
    {
        var blocks = MarkdownReader.Read("# A\n\n# A!\n\n# A 2\n\n> # a\n\n# 北\n\n# A 2").Blocks;

        string[] ids = [.. BlockText.Crossheads(blocks).Select(crosshead => crosshead.Id)];

        Assert.Equal(ids, Regex.Matches(BlockHtml.Write(blocks, Site), "id=\"([^\"]+)\"").Select(match => match.Groups[1].Value));
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(["h-a", "h-a-2", "h-a-2-2", "h-a-3"], ids[..4]);
    }

    [Fact]
    public void A_level_that_html_does_not_have_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BlockHtml.Write([], new BlockHtmlOptions { CrossheadLevel = 7 }));

    private static string Write(string markdown, BlockHtmlOptions options) =>
        BlockHtml.Write(MarkdownReader.Read(markdown).Blocks, options);
}
