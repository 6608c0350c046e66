using System.Text.RegularExpressions;

using AngleSharp;
using AngleSharp.Dom;

namespace WorthyNews.Tests.Browser;

/// <summary>One kind of page and an address to look at it.</summary>
/// <param name="Name">What the page is, for a person who reads of a failure.</param>
/// <param name="Status">The answer it should give.</param>
public sealed partial record PageKind(string Name, string Path, int Status = 200)
{
    public bool IsText => Path.StartsWith("/text", StringComparison.Ordinal);

    /// <summary>
    /// Walks every link from the front page. A kind is the shape of an address: a new page joins by being linked
    /// (and <see cref="EveryPageTests"/> fails for a route that nothing links). What has the shape of another page
    /// and looks different is found by its own mark.
    /// </summary>
    /// <param name="site">Where it is.</param>
    /// <param name="unlinked">Addresses that no page links: a killed story's.</param>
    public static async Task<IReadOnlyList<PageKind>> FindAllAsync(Uri site, IReadOnlyList<string> unlinked)
    {
        var found = new Dictionary<string, PageKind>(StringComparer.Ordinal);
        var ahead = new Queue<string>(["/", "/search?q=council", .. unlinked]);
        var seen = new HashSet<string>(ahead, StringComparer.Ordinal);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        while (ahead.TryDequeue(out var path))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var status = (int)answer.StatusCode;
            using var page = await BrowsingContext.New(Configuration.Default).OpenAsync(p => p.Content(answer.Content.ReadAsStream()).Address(new Uri(site, path).AbsoluteUri));
            foreach (var name in Kinds(path, status, page)) found.TryAdd(name, new PageKind(name, path, status));
            // A list narrowed twice looks like one narrowed once, and there are a thousand of them.
            if (path.Contains('&', StringComparison.Ordinal)) continue;
            foreach (var link in page.QuerySelectorAll("a[href]").Select(a => new Uri(new Uri(site, path), a.GetAttribute("href"))))
            {
                if (link.Host == site.Host && link.Port == site.Port && seen.Add(link.PathAndQuery)) ahead.Enqueue(link.PathAndQuery);
            }
        }

        foreach (var (name, path) in new[] { ("search without a result", "/search?q=zzyzx"), ("not found", "/no/such/page"), ("bad request", "/bureaus/europe?before=x") })
            found[name] = new PageKind(name, path, await StatusAsync(client, path));
        return [.. found.Values];
    }

    private static IEnumerable<string> Kinds(string path, int status, IDocument page)
    {
        var shape = Day().Replace(Slug().Replace(path, "/${folder}/{slug}"), "/{day}");
        shape = Story().Replace(Week().Replace(shape, "/week/{week}"), "{day}/{slug}${rest}");
        var (place, query) = (shape.Split('?')[0], shape.Split('?').ElementAtOrDefault(1)?.Split('&') ?? []);
        yield return query.Length switch { 0 => place, 1 => $"{place}?{query[0].Split('=')[0]}", _ => $"{place}?{query[0].Split('=')[0]}&…" };

        if (!shape.Contains("{day}/{slug}", StringComparison.Ordinal)) yield break;
        if (status != 200) yield return $"{shape} that is gone";
        else if (page.QuerySelector("main.withdrawn, .withdrawn") is not null) yield return $"{shape} that was retracted";
        else if (page.QuerySelector("#corrections, .note") is not null) yield return $"{shape} with a correction";
        if (page.QuerySelector("h1[dir=rtl], [dir=rtl] h1") is not null) yield return $"{shape} from right to left";
        if (page.QuerySelector("h1:lang(uk), h1:lang(ru), h1:lang(bg), h1:lang(sr)") is not null || Cyrillic().IsMatch(page.QuerySelector("h1")?.TextContent ?? "")) yield return $"{shape} in Cyrillic";
    }

    private static async Task<int> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("^/(?<folder>bureaus|sections|topics|contributors|places)/[^/?]+", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex("/[0-9]{4}/[0-9]{2}/[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("^/week/[0-9]{4}-W[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"\{day\}/[^/?]+(?<rest>/changes|/republish)?", RegexOptions.CultureInvariant)]
    private static partial Regex Story();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant)]
    private static partial Regex Cyrillic();
}
