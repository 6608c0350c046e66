using System.Globalization;
using System.Xml.Linq;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>Where the links of a widget lead that stay in it; null where it cannot follow them.</summary>
/// <param name="Before">Where it stands now.</param>
internal sealed record WidgetWays(Func<Cursor?, Guid?, string> To, Cursor? Before);

/// <summary>A widget as a tree of HTML. The loader builds the same from data: whoever changes one changes the other.</summary>
internal static class WidgetMarkup
{
    private const string NameId = "wn-name";

    public static XElement Article(WidgetSheet sheet, WidgetChoices choices, WidgetWays? ways)
    {
        var hasName = choices.HasHeading && choices.Kind != WidgetKind.Story && sheet.Text is null;
        return new XElement("article",
            new XAttribute("class", ClassOf(choices, sheet)),
            new XAttribute("lang", sheet.Language),
            new XAttribute("dir", DirOf(sheet.Language)),
            new XAttribute("data-theme", WidgetChoices.NameOf(choices.Theme)),
            // A fragment may stand twice on one page: it has no id.
            hasName && ways is not null ? new XAttribute("aria-labelledby", NameId) : new XAttribute("aria-label", sheet.Title),
            hasName ? new XElement(Heading(choices.Level), new XAttribute("class", "wn-head"), ways is null ? null : new XAttribute("id", NameId), sheet.Title) : null,
            Content(sheet, choices, ways),
            Credit(sheet));
    }

    public static string DirOf(string language) => Newsroom.Text.LanguageTag.IsRightToLeft(language) ? "rtl" : "ltr";

    private static string ClassOf(WidgetChoices choices, WidgetSheet sheet)
    {
        var kind = choices.Kind == WidgetKind.Headlines ? "list" : "cards";
        return $"wn wn-{kind} wn-pic-{WidgetChoices.NameOf(choices.PicturesShown)} wn-{WidgetChoices.NameOf(choices.Size)}{(choices.IsCompact ? " wn-compact" : "")}{(choices.HasOurFont ? " wn-ours" : "")}{(sheet.Text is null ? "" : " wn-reading")}";
    }

    private static IEnumerable<object> Content(WidgetSheet sheet, WidgetChoices choices, WidgetWays? ways)
    {
        if (sheet.Text is { } text)
        {
            if (ways is not null) yield return Back(sheet, ways);
            yield return Reading(text, sheet, choices);
        }
        else if (sheet.Notice is { } notice)
        {
            if (ways is not null && choices.Kind != WidgetKind.Story) yield return Back(sheet, ways);
            yield return new XElement("p", new XAttribute("class", "wn-empty"), notice, " ", Link(sheet.Everything, null));
        }
        else if (sheet.Stories.Count == 0)
        {
            yield return new XElement("p", new XAttribute("class", "wn-empty"), sheet.Words.Empty, " ", Link(sheet.Everything, null));
        }
        else
        {
            yield return new XElement("ol", new XAttribute("class", "wn-items"), sheet.Stories.Select(s => Item(s, sheet, choices, ways)));
            if (choices.HasPager && ways is not null && Pager(sheet, choices, ways) is { } pager) yield return pager;
        }
    }

    private static XElement Item(WidgetStory story, WidgetSheet sheet, WidgetChoices choices, WidgetWays? ways)
    {
        var opensHere = choices.OpensHere && ways is not null && story.MayRead;
        var picture = choices.PicturesShown == WidgetPictures.None ? null : story.Picture;
        return new XElement("li",
            new XAttribute("class", picture is null ? "wn-item" : "wn-item wn-pictured"),
            story.Language == sheet.Language ? null : new object[] { new XAttribute("lang", story.Language), new XAttribute("dir", story.IsRightToLeft ? "rtl" : "ltr") },
            // The headline says it; who reads the picture too hears everything twice.
            picture is null ? null : new XElement("img", new XAttribute("class", "wn-map"), new XAttribute("src", picture.Address.AbsoluteUri), new XAttribute("width", picture.Width), new XAttribute("height", picture.Height), new XAttribute("alt", ""), new XAttribute("loading", "lazy")),
            opensHere
                ? new XElement("a", new XAttribute("class", "wn-title"), new XAttribute("href", ways!.To(ways.Before, story.Id)), story.Headline)
                : Link(new WidgetLink(story.Headline, story.Address), "wn-title"),
            Note(story, sheet),
            choices.HasSummaries && story.Summary.Length > 0 ? new XElement("p", new XAttribute("class", "wn-sum"), story.Summary) : null,
            choices.HasTimes ? Meta(story, sheet, "") : null);
    }

    /// <summary>"Corrected", "Sample"; null for neither.</summary>
    public static string? NotesOf(WidgetStory story, WidgetSheet sheet)
    {
        string[] notes = [.. new[] { story.Note, story.IsSample ? sheet.Words.Sample : null }.OfType<string>()];
        return notes.Length == 0 ? null : string.Join(" · ", notes);
    }

    private static XElement? Note(WidgetStory story, WidgetSheet sheet) =>
        NotesOf(story, sheet) is { } notes ? new XElement("span", new XAttribute("class", "wn-note"), new XAttribute("lang", sheet.Language), notes) : null;

    private static XElement Meta(WidgetStory story, WidgetSheet sheet, string byline) => new("p",
        new XAttribute("class", "wn-meta"),
        byline.Length == 0 ? null : new XElement("span", byline + " · "),
        story.Place.Length == 0 ? null : new XElement("span", story.Place + " · "),
        new XElement("time", new XAttribute("lang", sheet.Language), new XAttribute("datetime", WidgetTimes.Machine(story.At)), story.When));

    private static XElement Reading(WidgetText text, WidgetSheet sheet, WidgetChoices choices) => new("div",
        new XAttribute("class", "wn-text"),
        new XAttribute("lang", text.Story.Language),
        new XAttribute("dir", text.Story.IsRightToLeft ? "rtl" : "ltr"),
        new XElement(Heading(choices.Level), new XAttribute("class", "wn-title"), text.Story.Headline),
        Note(text.Story, sheet),
        Meta(text.Story, sheet, text.Byline),
        Body(text.Html),
        new XElement("p", new XAttribute("class", "wn-more"), new XAttribute("lang", sheet.Language), Link(new WidgetLink(sheet.Words.ReadOnSite, text.Story.Address), null)));

    /// <summary>The links of a text leave the frame.</summary>
    private static IEnumerable<XNode> Body(string html)
    {
        var body = XElement.Parse($"<div>{html}</div>", LoadOptions.PreserveWhitespace);
        foreach (var link in body.Descendants("a")) Leave(link);
        return body.Nodes();
    }

    private static XElement Back(WidgetSheet sheet, WidgetWays ways) =>
        new("p", new XAttribute("class", "wn-back"), new XElement("a", new XAttribute("href", ways.To(ways.Before, null)), sheet.Words.Back));

    /// <remarks>Newer is a way back to the beginning: a frame keeps no trail.</remarks>
    private static XElement? Pager(WidgetSheet sheet, WidgetChoices choices, WidgetWays ways)
    {
        var newer = ways.Before is null ? null : new XElement("a", new XAttribute("href", ways.To(null, null)), sheet.Words.Newer);
        var older = sheet.Older is { } cursor ? new XElement("a", new XAttribute("href", ways.To(cursor, null)), sheet.Words.Older) : null;
        return newer is null && older is null ? null : new XElement("p", new XAttribute("class", "wn-pager"), newer, older);
    }

    private static XElement Credit(WidgetSheet sheet) => new("p",
        new XAttribute("class", "wn-credit"),
        Leave(new XElement("a", new XAttribute("class", "wn-mark"), new XAttribute("href", sheet.Home.AbsoluteUri), sheet.SiteName)),
        " ", sheet.Words.Free, " ",
        Link(new WidgetLink(sheet.Words.Get, sheet.Plugins), null));

    private static XElement Link(WidgetLink link, string? name) =>
        Leave(new XElement("a", name is null ? null : new XAttribute("class", name), new XAttribute("href", link.Address.AbsoluteUri), link.Text));

    private static XElement Leave(XElement link)
    {
        link.SetAttributeValue("target", "_blank");
        link.SetAttributeValue("rel", "noopener");
        return link;
    }

    private static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"h{level}");
}
