using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Html;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>The only thing that a page prints without encoding it. Html.Raw and HtmlString are banned, and stay so: this type cannot hold a string of anybody's.</summary>
/// <remarks>
/// All ways to make one encode what people wrote: <see cref="BlockHtml"/>, and JSON by the default encoder,
/// which writes <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and <c>'</c> as <c>\u003C</c> and so on, so that no headline can end a script element.
/// </remarks>
public sealed class HouseMarkup : IHtmlContent
{
    private readonly string markup;

    private HouseMarkup(string markup) => this.markup = markup;

    /// <summary>The text of a story as our own page sets it, with the dateline run in.</summary>
    public static HouseMarkup BodyOf(Story story) => new(BlockHtml.Write(story.Body, new BlockHtmlOptions
    {
        ForSite = true,
        LeadIn = story.Dateline.LeadIn(story.Agency),
    }));

    /// <summary>A text without classes, for the text edition.</summary>
    public static HouseMarkup TextOf(IReadOnlyList<Block> blocks, LeadIn? leadIn) => new(BlockHtml.Write(blocks, new BlockHtmlOptions { LeadIn = leadIn }));

    public int Bytes => Encoding.UTF8.GetByteCount(markup);

    public static HouseMarkup Of(JsonObject json) => new(json.ToJsonString());

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(markup);
}
