using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>An answer of the widgets' door.</summary>
/// <param name="Policy">Its content security policy; null for the one of all pages.</param>
public sealed record WidgetPage(byte[] Bytes, string ContentType, string? Policy = null, int Status = StatusCodes.Status200OK);

/// <summary>A widget as a page of its own, for a frame on somebody's page.</summary>
internal static class WidgetFrame
{
    public const string ContentType = "text/html; charset=utf-8";

    private const int RefreshSeconds = 60;

    // No word on who may frame it: everybody may, and a program that shows pages of its own scheme is not among "*" (CSP 3, 6.7.2.8).
    private const string Policy = "default-src 'none'; style-src 'self'{0}; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

    public static WidgetPage Print(WidgetSheet sheet, WidgetAsk ask)
    {
        var colours = WidgetColours.Of(ask.Choices) is { Length: > 0 } declarations ? $".wn{{{declarations}}}" : null;
        var article = WidgetMarkup.Article(sheet, ask.Choices, new WidgetWays(ask.Choices.FramePathAt, ask.Before));
        var html = new XElement("html",
            new XAttribute("lang", sheet.Language),
            new XAttribute("dir", WidgetMarkup.DirOf(sheet.Language)),
            new XAttribute("class", "wn-frame"),
            // By which its script knows whether the page that it stands in, and that a browser may have kept, is still the newest.
            new XAttribute("data-print", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.ToString(SaveOptions.DisableFormatting))).AsSpan(0, 8))),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "robots"), new XAttribute("content", "noindex")),
                new XElement("title", $"{sheet.Title} · {sheet.SiteName}"),
                new XElement("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "/embed/v1/widget.css")),
                colours is null ? null : new XElement("style", colours),
                new XElement("noscript", new XElement("meta", new XAttribute("http-equiv", "refresh"), new XAttribute("content", RefreshSeconds))),
                new XElement("script", new XAttribute("src", "/embed/v1/frame.js"), new XAttribute("defer", "defer"))),
            new XElement("body", article));
        var hash = colours is null ? "" : $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(colours)))}'";
        return new WidgetPage(WidgetHtml.Page(html), ContentType, Policy.Replace("{0}", hash, StringComparison.Ordinal), sheet.Status);
    }

    /// <summary>What stands in a frame when there is nothing to show in it.</summary>
    public static WidgetPage Plain(string sentence, Uri home, string siteName, int status) => new(
        WidgetHtml.Page(new XElement("html",
            new XAttribute("lang", "en"),
            new XAttribute("class", "wn-frame"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                status == StatusCodes.Status503ServiceUnavailable ? new XElement("meta", new XAttribute("http-equiv", "refresh"), new XAttribute("content", RefreshSeconds)) : null,
                new XElement("title", siteName),
                new XElement("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "/embed/v1/widget.css"))),
            new XElement("body", new XElement("article",
                new XAttribute("class", "wn"),
                new XAttribute("data-theme", "auto"),
                new XAttribute("aria-label", siteName),
                new XElement("p", new XAttribute("class", "wn-empty"), sentence),
                new XElement("p", new XAttribute("class", "wn-credit"), new XElement("a", new XAttribute("class", "wn-mark"), new XAttribute("href", home.AbsoluteUri), new XAttribute("target", "_blank"), new XAttribute("rel", "noopener"), siteName)))))),
        ContentType,
        Policy.Replace("{0}", "", StringComparison.Ordinal),
        status);
}
