using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>An answer that somebody keeps, with what he needs to ask again.</summary>
/// <param name="Text">Headers and bytes, without what was asked where the answer repeats it.</param>
internal sealed record HeldAnswer(string Path, HttpStatusCode Status, string Type, EntityTagHeaderValue? ETag, DateTimeOffset? LastModified, byte[] Bytes, string Text)
{
    public static async Task<HeldAnswer> ReadAsync(HttpClient client, string path, Action<HttpRequestHeaders>? asks = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        asks?.Invoke(ask.Headers);
        using var answer = await client.SendAsync(ask);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}")) + Encoding.UTF8.GetString(bytes);
        return new HeldAnswer(path, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", answer.Headers.ETag, answer.Content.Headers.LastModified, bytes, WithoutWhatWasAsked(text, path));
    }

    /// <summary>A search says again for what, a feed where it stands: the asker's own words.</summary>
    private static string WithoutWhatWasAsked(string text, string path)
    {
        text = text.Replace(path, "", StringComparison.Ordinal).Replace(WebUtility.HtmlEncode(path), "", StringComparison.Ordinal);
        foreach (var pair in path.Split('?', '&').Skip(1)) text = text.Replace(Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]) is { Length: > 3 } said ? said : pair, "", StringComparison.Ordinal);
        return text;
    }

    /// <summary>As programs ask again: by the tag, by the date, by both.</summary>
    public IEnumerable<Action<HttpRequestHeaders>> WaysToAskAgain()
    {
        if (ETag is { } tag) yield return headers => headers.IfNoneMatch.Add(tag);
        if (LastModified is { } at) yield return headers => headers.IfModifiedSince = at;
        if (ETag is { } both && LastModified is { } date)
        {
            yield return headers =>
            {
                headers.IfNoneMatch.Add(both);
                headers.IfModifiedSince = date;
            };
        }
    }
}

/// <summary>All that the public can ask for: each route of the routing table with what stands in a story, and whatever the answers name.</summary>
internal static partial class EverySurface
{
    private const int Most = 1_000;

    /// <summary>That name addresses.</summary>
    private static readonly string[] Kinds = ["html", "xml", "json", "opml"];

    /// <param name="keys">Of maps.</param>
    /// <param name="others">What no route and no answer says: what somebody types.</param>
    public static async Task<IReadOnlyList<HeldAnswer>> ReadAsync(SiteUnderTest site, HttpClient client, Dispatch dispatch, IEnumerable<string> keys, params string[] others)
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => e.RoutePattern).Where(r => r.RawText!.TrimStart('/').Split('/')[0] is not ("desk" or "{**path:file}"));
        var values = EveryRouteTests.Values(dispatch).SelectMany(v => keys.Append(v["key"]).Select(key => new Dictionary<string, string>(v, StringComparer.Ordinal) { ["key"] = key })).ToList();
        var queue = new Queue<string>(routes.SelectMany(route => values.Select(v => EveryRouteTests.Fill(route, v))).Concat(others).Distinct(StringComparer.Ordinal));
        var seen = new HashSet<string>(queue, StringComparer.Ordinal);
        var held = new List<HeldAnswer>();
        while (queue.TryDequeue(out var path))
        {
            var answer = await HeldAnswer.ReadAsync(client, path);
            held.Add(answer);
            if (answer.Status != HttpStatusCode.OK || !Kinds.Any(k => answer.Type.Contains(k, StringComparison.Ordinal))) continue;
            foreach (Match link in Named().Matches(Encoding.UTF8.GetString(answer.Bytes)))
            {
                var next = WebUtility.HtmlDecode(link.Groups["path"].Value).Split('#')[0];
                if (!next.StartsWith("/desk", StringComparison.Ordinal) && seen.Add(next)) queue.Enqueue(next);
            }
        }

        Assert.InRange(held.Count, 50, Most);
        return held;
    }

    /// <summary>In quotes or between tags; whole addresses of the site as well.</summary>
    [GeneratedRegex("""["'>](https://news\.test)?(?<path>/[^"'<>\s/][^"'<>\s]*)""")]
    private static partial Regex Named();
}
