using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Commands;

/// <summary>Asks two sites for everything that a reader can come to: each route with all that stands in the database, and whatever the answers link to.</summary>
internal static partial class EveryAddress
{
    private static readonly Dictionary<NameKind, string> Folders = new()
    {
        [NameKind.Bureau] = "bureaus", [NameKind.Section] = "sections", [NameKind.Topic] = "topics", [NameKind.Contributor] = "contributors", [NameKind.Place] = "places",
    };

    /// <param name="routes">Where the routing table is read from.</param>
    /// <param name="atLeast">So many answers are a story, a list or a file, and not "not found".</param>
    public static async Task SameAsync(SiteUnderTest routes, NewsDb db, HttpClient one, HttpClient other, int atLeast)
    {
        var queue = new Queue<string>(await PathsAsync(routes, db));
        var seen = new HashSet<string>(queue, StringComparer.Ordinal);
        var found = 0;
        while (queue.TryDequeue(out var path))
        {
            using var first = await one.GetAsync(new Uri(path, UriKind.Relative));
            using var second = await other.GetAsync(new Uri(path, UriKind.Relative));
            var body = await first.Content.ReadAsByteArrayAsync();
            var otherBody = await second.Content.ReadAsByteArrayAsync();

            Assert.True(first.StatusCode == second.StatusCode, $"{path} answers {first.StatusCode} and {second.StatusCode}.");
            Assert.True((int)first.StatusCode < 500, $"{path} answers {first.StatusCode}.");
            Assert.True(first.Headers.Location == second.Headers.Location, $"{path} leads to {first.Headers.Location} and {second.Headers.Location}.");
            Assert.True(body.AsSpan().SequenceEqual(otherBody), $"The bodies of {path} differ.");
            if (!first.IsSuccessStatusCode) continue;
            found++;
            if (first.Content.Headers.ContentType?.MediaType is not { } type || !(type.Contains("html", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal))) continue;
            foreach (Match link in Link().Matches(System.Text.Encoding.UTF8.GetString(body)))
            {
                var next = System.Net.WebUtility.HtmlDecode(link.Groups["path"].Value).Split('#')[0];
                if (next.Length > 0 && seen.Add(next)) queue.Enqueue(next);
            }
        }

        Assert.True(found >= atLeast, $"Only {found} of {seen.Count} addresses were found.");
    }

    private static async Task<List<string>> PathsAsync(SiteUnderTest routes, NewsDb db)
    {
        var values = new List<Dictionary<string, string>>();
        foreach (var address in await db.Addresses.Select(a => a.Path).ToListAsync())
        {
            var (year, month, day, slug) = address.Split('/') is [_, var y, var m, var d, var s] ? (y, m, d, s) : throw new InvalidOperationException(address);
            var week = ISOWeek.GetWeekOfYear(new DateTime(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture), 0, 0, 0, DateTimeKind.Utc));
            values.Add(new(StringComparer.Ordinal) { ["year"] = year, ["month"] = month, ["day"] = day, ["slug"] = slug, ["week"] = week.ToString("00", CultureInfo.InvariantCulture) });
        }

        foreach (var name in await db.Names.ToListAsync())
        {
            if (Folders.TryGetValue(name.Kind, out var folder)) values.Add(new(StringComparer.Ordinal) { ["folder"] = folder, ["slug"] = name.Slug });
        }

        foreach (var key in await db.Maps.Select(m => m.Key).ToListAsync()) values.Add(new(StringComparer.Ordinal) { ["key"] = key });
        values.Add(new(StringComparer.Ordinal) { ["path"] = "css/site.css", ["code"] = "404" });

        var patterns = routes.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern).ToList();
        // The desk's pages are nobody's to read, and each carries a token of its own.
        return [.. patterns.SelectMany(pattern => values.Select(v => Fill(pattern, v))).OfType<string>().Where(path => !path.StartsWith("/desk", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    /// <returns>Null when the values are none of this route's.</returns>
    private static string? Fill(RoutePattern route, Dictionary<string, string> values)
    {
        if (route.Parameters.Any(p => !values.ContainsKey(p.Name))) return null;
        return "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => values[parameter.Name],
            _ => "",
        }))));
    }

    [GeneratedRegex(@"(?:(?:href|src|content)=""|<(?:loc|link)>)(?:https://news\.test)?(?<path>/(?!/)[^""<\s]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
