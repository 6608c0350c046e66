using System.Globalization;
using System.Xml.Linq;

using WorthyNews.Formats.Xml;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A live story as others print it: headline, byline, standfirst, what was put right, text, and whose it is. Nobody who pastes it whole can forget the credit.</summary>
/// <param name="Html">Few elements, no class or style; XML as well.</param>
/// <param name="Text">Plain; links are numbered, and their addresses stand at its end.</param>
public sealed record RepublishedStory(string Html, string Text)
{
    private const string SampleNote = "A sample: it shows how these pages work and is not today’s news.";

    public static RepublishedStory Of(Story story, SiteLinks links, string siteName) => new(HtmlOf(story, links, siteName), TextOf(story, links, siteName));

    private static string HtmlOf(Story story, SiteLinks links, string siteName)
    {
        var address = links.Absolute(story.Address).AbsoluteUri;
        var terms = links.Absolute(PluginTerms.Path).AbsoluteUri;
        var text = XElement.Parse($"<body>{SyndicatedHtml.Write(story, links.Home)}</body>", LoadOptions.PreserveWhitespace);
        List<XElement?> parts =
        [
            story.Sample ? new XElement("p", OurWords, SampleNote) : null,
            new XElement("h1", XmlText.Clean(story.Headline)),
            Byline(story) is { Length: > 0 } byline ? new XElement("p", OurWords, XmlText.Clean(byline)) : null,
            story.Standfirst is { } standfirst ? new XElement("p", new XElement("strong", XmlText.Clean(standfirst))) : null,
            .. text.Elements(),
            new XElement("p", OurWords, $"This story was first published by {siteName}: ", new XElement("a", new XAttribute("href", address), address)),
            new XElement("p", OurWords, $"© {siteName}. Free for churches and Christian ministries under ", new XElement("a", new XAttribute("href", terms), "these terms"), "."),
        ];
        var whole = new XElement("div",
            new XAttribute("lang", story.Language),
            new XAttribute("dir", story.Language.DirAttribute ?? "ltr"),
            parts.OfType<XElement>().SelectMany(part => new object[] { "\n", part }),
            "\n");
        return whole.ToString(SaveOptions.DisableFormatting);
    }

    private static string TextOf(Story story, SiteLinks links, string siteName)
    {
        var noted = NotedLinks.Of([.. SyndicatedHtml.Notes(story), .. WithLeadIn(story)]);
        List<string?> parts =
        [
            story.Sample ? SampleNote : null,
            story.Headline,
            Byline(story),
            story.Standfirst,
            BlockText.Plain(noted.Blocks),
            $"This story was first published by {siteName}:\n{links.Absolute(story.Address).AbsoluteUri}",
            $"© {siteName}. Free for churches and Christian ministries under these terms:\n{links.Absolute(PluginTerms.Path).AbsoluteUri}",
            noted.Addresses.Count == 0 ? null : $"Links in this story:\n{string.Join('\n', noted.Addresses.Select((a, i) => string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] {Whole(a, links)}")))}",
        ];
        return string.Join("\n\n", parts.Where(part => part is { Length: > 0 }));
    }

    private static string Byline(Story story) => new Credits(story.Bylines, new HashSet<string>()).Whole;

    private static IReadOnlyList<Block> WithLeadIn(Story story)
    {
        if (story.Dateline.LeadIn(story.Agency) is not { IsEmpty: false } leadIn) return story.Body;
        return story.Body is [Paragraph first, ..]
            ? [new Paragraph([new TextRun(leadIn.Plain + " "), .. first.Text]), .. story.Body.Skip(1)]
            : [new Paragraph([new TextRun(leadIn.Plain)]), .. story.Body];
    }

    private static string Whole(string href, SiteLinks links) => href[0] == '/' ? links.Absolute(href).AbsoluteUri : href;

    /// <summary>What we say ourselves is English, whatever the story's language.</summary>
    private static object[] OurWords => [new XAttribute("lang", "en"), new XAttribute("dir", "ltr")];
}
