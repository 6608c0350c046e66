using System.Text.RegularExpressions;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>What a visitor must find where the snippet was pasted.</summary>
internal enum Shows
{
    /// <summary>The stories in the element.</summary>
    Element,

    /// <summary>The stories in the frame, and the links.</summary>
    Frame,

    /// <summary>Nothing but the links.</summary>
    Links,
}

/// <summary>A page of somebody's, with the snippet in it.</summary>
/// <param name="Policy">Its content security policy; null for none.</param>
internal sealed partial record HostPage(string Name, Shows Shows, string Html, string? Policy = null)
{
    public bool HasScript { get; init; } = true;

    public bool IsDark { get; init; }

    /// <summary>Nothing kept a place for the stories: the frame that does was taken out, or the page undid its height.</summary>
    public bool KeepsNoPlace { get; init; }

    /// <summary>What the page itself forbids is told in the console.</summary>
    public bool Complains { get; init; }

    /// <param name="site">Ours, without a path.</param>
    /// <param name="snippet">As a volunteer copies it.</param>
    /// <param name="other">Another one, for a second place.</param>
    public static IReadOnlyList<HostPage> All(string site, string snippet, string other) =>
    [
        new("plain", Shows.Element, Page(snippet)),
        new("strict policy with our script", Shows.Element, Page(snippet), $"default-src 'none'; script-src {site}; connect-src {site}; img-src {site}; frame-src {site}"),
        new("strict policy without our script", Shows.Frame, Page(snippet), $"default-src 'none'; script-src 'self'; frame-src {site}") { Complains = true },
        new("strict policy without anything of ours", Shows.Links, Page(snippet), "default-src 'none'; script-src 'self'") { Complains = true },
        new("script that may not connect", Shows.Frame, Page(snippet), $"default-src 'none'; script-src {site}; frame-src {site}") { Complains = true },
        new("trusted types", Shows.Element, Page(snippet), "require-trusted-types-for 'script'; trusted-types 'none'"),
        new("script off", Shows.Frame, Page(snippet)) { HasScript = false },
        new("frames stripped", Shows.Element, Page(Frame().Replace(snippet, ""))) { KeepsNoPlace = true },
        new("both stripped", Shows.Links, Page(Script().Replace(Frame().Replace(snippet, ""), ""))),
        new("all but text and links stripped", Shows.Links, Page(Element().Replace(Script().Replace(Frame().Replace(snippet, ""), ""), ""))),
        new("loud reset", Shows.Element, Page(snippet, """
            <style>*, *::before, *::after { all: unset !important; box-sizing: content-box !important; text-transform: uppercase !important; letter-spacing: 4px !important; font: italic 900 40px/3 "Comic Sans MS", cursive !important; color: lime !important; visibility: visible !important; text-align: right !important }
            html, body, main, div, p, h1, h2, article, ol, li { display: block !important } style, script, head, title { display: none !important } iframe { width: 9000px !important } img { width: 4000px !important }</style>
            """)) { KeepsNoPlace = true },
        new("base elsewhere", Shows.Element, Page(snippet, "<base href=\"https://elsewhere.invalid/deep/\">")),
        new("right to left", Shows.Element, Page(snippet).Replace("<html lang=\"en\">", "<html lang=\"ar\" dir=\"rtl\">", StringComparison.Ordinal)),
        new("sidebar of 200 pixels", Shows.Element, Page($"<div style=\"width: 200px\">{snippet}</div>")),
        new("dark", Shows.Element, Page(snippet, "<style>:root { color-scheme: dark; background: #14212b; color: #dfe8ec } a { color: #9ecbff }</style>")) { IsDark = true },
        new("two widgets, the script twice", Shows.Element, Page($"<div style=\"display: grid; grid-template-columns: 1fr 1fr; gap: 20px\"><div>{snippet}</div><div>{other}</div></div>")),
        new("prototypes meddled with", Shows.Element, Page(snippet, """
            <script>
            for (const name of ['older', 'notice', 'text', 'picture', 'note', 'method', 'headers', 'body', 'signal', 'class', 'href', 'integrity', 'keepalive', 'threshold', 'delegatesFocus', 'once', 'trustedTypes']) Object.prototype[name] = 'meddled';
            Array.prototype.last = function () { return this[this.length - 1]; };
            Array.prototype.toJSON = function () { return 'meddled'; };
            Array.prototype.filter = Array.prototype.reduce = Array.prototype.map = function () { return []; };
            String.prototype.strip = function () { return ''; };
            Function.prototype.delay = function () {};
            </script>
            """)),
    ];

    private static string Page(string snippet, string head = "") => $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hillside Chapel</title>{head}</head>
        <body><main><h1>Hillside Chapel</h1><p>We meet on Sundays at ten.</p><h2>News</h2>
        {snippet}
        <p id="after">After it.</p></main></body></html>
        """;

    [GeneratedRegex("<iframe.*?</iframe>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    [GeneratedRegex("</?worthy-news[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
