using System.Net;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>A stranger asks first, with whatever he can think of; who comes after him gets the plain page.</summary>
public sealed class PoisoningTests
{
    private const string Odd = "poison";

    private static readonly string[] HeaderNames =
    [
        "Accept-Language", "Authorization", "Cookie", "Forwarded", "From", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
        "X-Forwarded-Scheme", "X-Forwarded-Server", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "X-Host", "X-HTTP-Method-Override", "X-Method-Override",
        "X-Real-IP", "X-Requested-With", "X-WAP-Profile", "X-Original-Host", "X-Proxy-URL", "X-Custom-IP-Authorization", "Client-IP", "True-Client-IP", "CF-Connecting-IP", "Via",
        "Pragma", "Cache-Control", "Save-Data", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-GPC", "DNT", "TE", "Upgrade-Insecure-Requests", "Purpose", "Surrogate-Capability", "Surrogate-Key",
        "Accept-Charset", "Accept-Datetime", "Range", "If-Range", "If-Match", "If-Unmodified-Since", "traceparent", "Prefer", "Want-Digest", "X-Middleware-Subrequest",
    ];

    private static readonly string[] Parameters =
    [
        "utm_source", "utm_medium", "utm_campaign", "fbclid", "gclid", "callback", "jsonp", "_", "cb", "lang", "locale", "theme-x", "preview", "debug", "draft", "revision", "token", "key", "user",
        "admin", "edit", "print", "amp", "format-x", "output", "style", "css", "host", "url-x", "redirect", "to", "next", "return", "q-x", "search", "sort", "order", "limit", "offset", "page-x",
        "BEFORE", "Before[]", "items[]", "handler", "area", "__RequestVerificationToken", "culture", "ui-culture", "v", "version", "nocache", "ts", "a.b", "x%5B%5D", "%00", "%0d%0aSet-Cookie:x", "é", "<b>",
    ];

    /// <summary>Spellings of a header's value, and of a parameter's: with both lists some hundred and fifty oddities for each page.</summary>
    private static IEnumerable<Action<HttpRequestMessage>> Oddities(string path)
    {
        foreach (var name in HeaderNames) yield return ask => ask.Headers.TryAddWithoutValidation(name, name is "Range" ? "bytes=0-10" : $"{Odd}.example");
        yield return ask => ask.Headers.Host = $"{Odd}.example";
        yield return ask => ask.Headers.Host = "news.test:8080";
        foreach (var coding in new[] { "gzip", "br", "gzip;q=0", "*;q=0", "identity;q=0", $"{Odd}", "gzip, br;q=0.1", ",,,", "br;q=2", "deflate" }) yield return ask => ask.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        foreach (var accept in new[] { "application/json", "text/plain", $"text/{Odd}", "*/*;q=0" }) yield return ask => ask.Headers.TryAddWithoutValidation("Accept", accept);
        yield return ask => ask.Method = HttpMethod.Head;
        yield return ask => ask.Headers.TryAddWithoutValidation("If-None-Match", $"\"{Odd}\"");
        yield return ask => ask.Headers.TryAddWithoutValidation("If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT");
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var parameter in Parameters) yield return ask => ask.RequestUri = new Uri($"{path}{mark}{parameter}={Odd}", UriKind.Relative);
        foreach (var spelling in new[] { "", $"{mark}", $"{mark}{mark}", $"{mark}={Odd}", $"{mark}{Odd}", $"{mark}{Odd}={Odd}&{Odd}={Odd}", $"{mark}x={new string('x', 2_000)}", "#poison", $"{mark}x=%C0%AE", $"{mark}x[0]={Odd}" })
            yield return ask => ask.RequestUri = new Uri(path + spelling, UriKind.Relative);
        for (var i = 0; i < 12; i++)
        {
            var number = i;
            yield return ask =>
            {
                ask.RequestUri = new Uri($"{path}{mark}{Parameters[number]}={Odd}{number}", UriKind.Relative);
                ask.Headers.TryAddWithoutValidation(HeaderNames[number], $"{Odd}{number}");
                ask.Headers.TryAddWithoutValidation("Cookie", $"worthy={Odd}");
            };
        }
    }

    public static TheoryData<string> Pages =>
    [
        "/", "/about", "/contact", "/privacy", "/corrections-policy", "/corrections", "/places", "/feeds", "/plugins", "/plugins/terms", "/plugins/newsletter", "/offline", "/text", "/week/2026-W48",
        "STORY", "STORY/changes", "STORY/republish", "/textSTORY", "/2026/11/23", "/text/2026/11/23", "/bureaus/middle-east", "/sections/church-life", "/topics/councils", "/contributors/basil-merton", "/places/nicaea",
        "/feeds/all.rss", "/feeds/all.atom?items=5", "/feeds/topics/councils.json?content=summary", "/feeds/corrections.rss", "/feeds/languages/en.atom", "/feeds.opml",
        "/embed/headlines?count=3", "/embed/cards", "/embed/headlines.json?from=topics/councils", "/embed/headlines.html", "/oembed?url=https%3A%2F%2Fnews.testSTORY",
        "/robots.txt", "/sitemap.xml", "/sitemap-news.xml", "/sitemaps/lists.xml", "/sitemaps/2026-11.xml", "/maps/world.svg",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_odd_request_first_leaves_the_plain_page_as_it_is(string page)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var unprinted = site.SecondNode(("Cache:PagesMegabytes", "0"));
        var story = await site.PublishAsync(Sample.Copy());
        await site.Desk.CorrectAsync(story.Id, await site.ReviseAsync(story, Sample.Copy() with { Markdown = "Put right." }), "A word was wrong.", SiteUnderTest.By, CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var path = page.Replace("STORY", page.Contains("url=", StringComparison.Ordinal) ? Uri.EscapeDataString(story.Address!) : story.Address, StringComparison.Ordinal);
        using var client = site.CreateClientWithoutCookies();
        using var plainClient = unprinted.CreateClientWithoutCookies();
        var expected = await AskAsync(plainClient, path);
        Assert.Equal(HttpStatusCode.OK, expected.Status);

        var oddities = Oddities(path).ToList();
        Assert.InRange(oddities.Count, 150, 250);
        for (var i = 0; i < oddities.Count; i++)
        {
            // Cold now and then: the odd request is then the one for which it is printed.
            if (i % 8 == 0) site.Clock.Advance(TimeSpan.FromMilliseconds(1));
            if (i % 8 == 0) await site.Desk.CorrectAsync(story.Id, await site.ReviseAsync(story, Sample.Copy() with { Markdown = $"Put right {i}." }), $"Word {i} was wrong.", SiteUnderTest.By, CancellationToken.None);
            if (i % 8 == 0) site.Clock.Advance(TimeSpan.FromSeconds(2));
            if (i % 8 == 0) expected = await AskAsync(plainClient, path);
            using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            oddities[i](ask);
            using (await client.SendAsync(ask)) { }

            var plain = await AskAsync(client, path);

            Assert.True(expected.Bytes.AsSpan().SequenceEqual(plain.Bytes), $"After oddity {i} ({ask.RequestUri} {ask.Headers}) the plain page differs.");
            Assert.Equal(expected.Head, plain.Head);
        }
    }

    private static async Task<(HttpStatusCode Status, string Head, byte[] Bytes)> AskAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var head = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "ETag" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.OrdinalIgnoreCase);
        return (answer.StatusCode, string.Join('\n', head), await answer.Content.ReadAsByteArrayAsync());
    }
}
