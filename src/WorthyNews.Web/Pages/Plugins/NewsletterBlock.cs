using System.Xml.Linq;

using WorthyNews.Formats.Xml;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>A story in a letter.</summary>
/// <param name="Mark">"Sample", "Corrected" or both; null for neither.</param>
/// <param name="Summary">Null when it has none, or none is wanted.</param>
public sealed record NewsletterItem(string Headline, string? Mark, string? Summary, Uri Address, string Language)
{
    public string Dir => Language.DirAttribute ?? "ltr";
}

/// <summary>Headlines to paste into a letter of somebody else's. Mail programs know tables and styles at each element, and little else.</summary>
/// <param name="Title">What it is, with the name of the site.</param>
/// <param name="Plugins">Where others get the same.</param>
public sealed record NewsletterBlock(string Title, IReadOnlyList<NewsletterItem> Items, string SiteName, Uri Plugins, Uri Corrections)
{
    private const string Serif = "font-family:Georgia,'Times New Roman',serif;";
    private const string Sans = "font-family:Arial,Helvetica,sans-serif;";
    private const string Ink = "color:#171b24;";
    private const string Pale = "color:#464a53;";
    private const string Link = "color:#1c4a78;text-decoration:underline;";

    public static NewsletterBlock Of(IReadOnlyList<StoryCard> stories, string? listName, NewsletterAddress asked, SiteLinks links, string siteName) => new(
        listName is null ? $"Latest from {siteName}" : $"Latest from {siteName}: {listName}",
        [.. stories.Select(card => Item(card, asked.HasSummaries, links))],
        siteName,
        links.Absolute("/plugins"),
        links.Absolute("/corrections"));

    /// <summary>One table, with nothing in it that a mail program runs, fetches or looks up elsewhere.</summary>
    public string Html => new XElement("table",
        new XAttribute("role", "presentation"),
        new XAttribute("width", "100%"),
        new XAttribute("cellpadding", "0"),
        new XAttribute("cellspacing", "0"),
        new XAttribute("border", "0"),
        Style("width:100%;max-width:600px;border-collapse:collapse;background-color:#ffffff;"),
        Row("en", "ltr", "padding:18px 20px 6px 20px;border-top:3px solid #171b24;",
            new XElement("h2", Style($"margin:0;{Serif}font-size:22px;line-height:28px;font-weight:bold;{Ink}"), XmlText.Clean(Title))),
        Items.Select(Story),
        Row("en", "ltr", "padding:12px 20px 18px 20px;border-top:1px solid #d9d4c7;",
            Small("News by ", Anchor(Plugins, $"{SiteName}, free for churches and ministries"), "."),
            Small("Corrections to these stories: ", Anchor(Corrections, Corrections.AbsoluteUri)))).ToString(SaveOptions.None).ReplaceLineEndings("\n");

    /// <summary>For letters without HTML, and for the plain half of those with it.</summary>
    public string Text => string.Join("\n\n",
    [
        Title,
        .. Items.Select(item => string.Join('\n', new[] { item.Mark is { } mark ? $"[{mark}]" : null, item.Headline, item.Summary, item.Address.AbsoluteUri }.OfType<string>())),
        $"News by {SiteName}, free for churches and ministries:\n{Plugins.AbsoluteUri}",
        $"Corrections to these stories:\n{Corrections.AbsoluteUri}",
    ]);

    private static NewsletterItem Item(StoryCard card, bool hasSummary, SiteLinks links)
    {
        var marks = new[] { card.Sample ? "Sample" : null, card.IsCorrected ? "Corrected" : null }.OfType<string>().ToList();
        var summary = Excerpt.Cut(card.Standfirst ?? card.Lead, Excerpt.SummaryChars);
        return new NewsletterItem(card.Headline, marks.Count == 0 ? null : string.Join(", ", marks), hasSummary && summary.Length > 0 ? summary : null, links.Absolute(card.Address), card.Language);
    }

    private static XElement Story(NewsletterItem item) => Row(item.Language, item.Dir, $"padding:10px 20px 12px 20px;text-align:{(item.Dir == "rtl" ? "right" : "left")};",
        item.Mark is { } mark ? new XElement("p", new XAttribute("lang", "en"), Style($"margin:0;{Sans}font-size:13px;line-height:18px;{Pale}"), mark) : null,
        new XElement("h3", Style($"margin:0;{Serif}font-size:18px;line-height:24px;font-weight:bold;{Ink}"), Anchor(item.Address, item.Headline)),
        item.Summary is { } summary ? new XElement("p", Style($"margin:4px 0 0 0;{Serif}font-size:16px;line-height:24px;{Pale}"), XmlText.Clean(summary)) : null);

    private static XElement Row(string language, string dir, string style, params XElement?[] content) => new("tr",
        new XElement("td", new XAttribute("lang", language), new XAttribute("dir", dir), Style(style), content));

    private static XElement Small(params object[] content) => new("p", Style($"margin:4px 0 0 0;{Sans}font-size:13px;line-height:20px;{Pale}"), content);

    private static XElement Anchor(Uri address, string text) => new("a", new XAttribute("href", address.AbsoluteUri), Style(Link), XmlText.Clean(text));

    private static XAttribute Style(string style) => new("style", style);
}
