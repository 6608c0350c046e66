using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Newsroom.Text;

/// <summary>What a browser and an XML reader make of the HTML, whatever was typed.</summary>
public class BlockHtmlSafetyTests
{
    private static readonly string[] Elements =
        ["p", "h2", "blockquote", "ul", "ol", "li", "hr", "br", "em", "strong", "a", "span"];

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["a"] = ["href"], ["ol"] = ["start"], ["h2"] = ["class", "id"], ["span"] = ["class"],
    };

    public static TheoryData<string> Payloads { get; } =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<div style=\"position:fixed\">x</div>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](javascript&#58;alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](java\\\nscript:alert(1))",
        "[x](<java script:alert(1)>)",
        "[x](vbscript:msgbox(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](https://a.example/\"onmouseover=alert(1))",
        "[x](https://a.example/'onmouseover='alert(1))",
        "[x](<https://a.example/\" onclick=\"alert(1)>)",
        "[x](https://a.example/%22%3E%3Cscript%3E)",
        "[x](https://a.example \"t\\\" onclick=alert(1)\")",
        "[x](/a){onclick=alert(1)}",
        "# T {#id onclick=alert(1)}",
        "{onclick=alert(1)}\nText",
        "<javascript:alert(1)>",
        "<https://a.example/\"onclick=alert(1)>",
        "<data:text/html,x>",
        "[x]: javascript:alert(1)\n\n[x] [y][x] [x][]",
        "[x [y](javascript:1) z](/a)",
        "[x [y](/b) z](/a)",
        "[<https://a.example>](/b)",
        "![x](javascript:alert(1))",
        "![x\" onerror=\"alert(1)](/a)",
        "[![x](y)](/a)",
        "`<script>`",
        "```html\n<script>alert(1)</script>\n```",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "\u0000<script\u0000>",
        "<scr\u0000ipt>",
        "*<b*>x</b>",
        "[x](//evil.example)",
        "[x](/\\evil.example)",
        "[x](\\/\\/evil.example)",
        "[x](https://good.example@evil.example)",
        "[x](https:&Tab;//evil.example)",
        "</p></article><script>",
        "]]> & &nbsp &#xD800; \uFFFE",
        "[a\"b'c<d>](/x)",
        "# <script>\n\n# \"><img>\n\n# ' onclick='",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_hostile_text_becomes_harmless(string payload) => AssertHarmless($"Before\n\n{payload}\n\n> - {payload}");

    [Fact]
    public void Any_text_becomes_harmless() => AnyText.Markdown.Sample(AssertHarmless, iter: 5_000);

    [Fact]
    public void Any_blocks_become_harmless_even_those_nobody_checked() =>
        Gen.Select(AnyText.Wild, AnyText.Wild, AnyText.Markdown).Sample((href, text, id) =>
            AssertHarmless(
            [
                new Paragraph([new Link(href, [new TextRun(text)]), new Emphasis([new Strong([new Link("/" + id, [new TextRun(id)])])])]),
                new Crosshead([new TextRun(id)]),
                new BlockList(-1, [[new Crosshead([new TextRun(text)])]]),
            ]));

    private static void AssertHarmless(string source) => AssertHarmless(MarkdownReader.Read(source).Blocks);

    private static void AssertHarmless(IReadOnlyList<Block> blocks)
    {
        foreach (var forSite in new[] { true, false })
        {
            var options = new BlockHtmlOptions
            {
                ForSite = forSite, LeadIn = new LeadIn("<b>\"A'&", "</span>"), BaseUrl = forSite ? null : new Uri("https://news.example/"),
            };
            var html = BlockHtml.Write(blocks, options);

            Assert.Equal(html, BlockHtml.Write(blocks, options));
            var xml = XDocument.Parse($"<body>{html}</body>", LoadOptions.PreserveWhitespace);
            var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>").Body!;
            foreach (var element in body.QuerySelectorAll("*")) AssertAllowed(element, forSite);
            Assert.Equal(xml.Root!.Value, body.TextContent);
            Assert.Equal(xml.Descendants().Count() - 1, body.QuerySelectorAll("*").Length);
        }
    }

    private static void AssertAllowed(IElement element, bool forSite)
    {
        Assert.Contains(element.LocalName, Elements);
        Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes.GetValueOrDefault(element.LocalName, [])));
        if (!forSite) Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, new[] { "href", "start" }));
        if (element.GetAttribute("id") is { } id) Assert.Matches("^h-[a-z0-9-]+$", id);
        if (element.GetAttribute("href") is not { } href) return;

        var target = new Uri(new Uri("https://house.example/"), href);
        Assert.Contains(target.Scheme, new[] { "http", "https", "mailto" });
        if (href.StartsWith('/')) Assert.Equal("house.example", target.Host);
        if (target.Scheme != "mailto") Assert.Empty(target.UserInfo);
    }
}
