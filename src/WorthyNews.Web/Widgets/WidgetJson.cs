using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml.Linq;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Widgets;

/// <summary>A widget as data for the loader, which builds the same tree of it as <see cref="WidgetMarkup"/>.</summary>
/// <remarks>
/// Loaders that were pinned read this for years: a name here is never given another meaning, and none is taken away.
/// Every name is always there, null where there is nothing: on a page whose prototypes were meddled with, one that is missing would be found there.
/// </remarks>
internal static class WidgetJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="olderPath">Where the next page is, as data.</param>
    public static byte[] Write(WidgetSheet sheet, Func<Cursor, string> olderPath, SiteLinks links) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["format"] = 1,
            ["title"] = sheet.Title,
            ["lang"] = sheet.Language,
            ["dir"] = WidgetMarkup.DirOf(sheet.Language),
            ["site"] = sheet.SiteName,
            ["home"] = sheet.Home.AbsoluteUri,
            ["plugins"] = sheet.Plugins.AbsoluteUri,
            ["everything"] = sheet.Everything.Address.AbsoluteUri,
            ["words"] = new JsonObject
            {
                ["older"] = sheet.Words.Older,
                ["newer"] = sheet.Words.Newer,
                ["back"] = sheet.Words.Back,
                ["read"] = sheet.Words.ReadOnSite,
                ["free"] = sheet.Words.Free,
                ["get"] = sheet.Words.Get,
                ["empty"] = sheet.Words.Empty,
                ["everything"] = sheet.Words.Everything,
            },
            ["fonts"] = new JsonObject
            {
                ["serif"] = links.Absolute(FontFiles.Serif).AbsoluteUri,
                ["sans"] = links.Absolute(FontFiles.Sans).AbsoluteUri,
            },
            ["notice"] = sheet.Notice,
            ["stories"] = new JsonArray([.. sheet.Stories.Select(s => Story(s, sheet))]),
            ["older"] = sheet.Older is { } cursor ? links.Absolute(olderPath(cursor)).AbsoluteUri : null,
            ["text"] = sheet.Text is { } text ? new JsonObject { ["byline"] = text.Byline, ["body"] = Nodes(XElement.Parse($"<div>{text.Html}</div>", LoadOptions.PreserveWhitespace)) } : null,
        },
        Options);

    private static JsonObject Story(WidgetStory story, WidgetSheet sheet) => new()
    {
        ["id"] = story.Id.ToString("D"),
        ["url"] = story.Address.AbsoluteUri,
        ["headline"] = story.Headline,
        ["summary"] = story.Summary,
        ["place"] = story.Place,
        ["at"] = WidgetTimes.Machine(story.At),
        ["when"] = story.When,
        ["lang"] = story.Language,
        ["dir"] = story.IsRightToLeft ? "rtl" : "ltr",
        ["note"] = WidgetMarkup.NotesOf(story, sheet),
        ["picture"] = story.Picture is { } picture ? new JsonObject { ["src"] = picture.Address.AbsoluteUri, ["width"] = picture.Width, ["height"] = picture.Height, ["alt"] = picture.Alt } : null,
        ["mayRead"] = story.MayRead,
    };

    /// <summary>A text is itself; an element is a list of its name, of the one attribute that it may have (the address of a link, the first number of a list) or null, and of what is in it.</summary>
    private static JsonArray Nodes(XElement parent) => new([.. parent.Nodes().Select(Node).OfType<JsonNode>()]);

    private static JsonNode? Node(XNode node) => node switch
    {
        XText text when text.Value.Trim('\n').Length > 0 => JsonValue.Create(text.Value),
        XElement element => new JsonArray([element.Name.LocalName, (element.Attribute("href") ?? element.Attribute("start"))?.Value, .. element.Nodes().Select(Node).OfType<JsonNode>()]),
        _ => null,
    };
}
