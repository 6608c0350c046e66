using System.Net;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web;

/// <summary>Walks every route there is, taken from the routing table: a new page or feed joins these tests by existing.</summary>
public sealed class EveryRouteTests
{
    /// <summary>Stands in everything that the public may not see.</summary>
    internal const string Unseen = "unseenword";

    [Fact]
    public async Task No_public_route_shows_what_is_not_public()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        // So that there are archives to walk.
        await site.PublishAsync(Sample.Copy("An Older Story"), Sample.Noon.AddMonths(-1));
        var hidden = await HideAsync(site);
        using var client = site.Visit();

        var seen = 0;
        foreach (var path in Paths(site, [live, .. hidden]))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var text = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))
                + await answer.Content.ReadAsStringAsync();

            // The way in to the desk says again where a stranger asked to go: his own words.
            text = text.Replace($"to={Uri.EscapeDataString(path)}", "", StringComparison.Ordinal);
            // So does a feed, in which those who had a story are told for thirty days that it was withdrawn.
            if (path.StartsWith("/feeds/", StringComparison.Ordinal)) text = text.Replace(path, "", StringComparison.Ordinal);
            Assert.False(text.Contains(Unseen, StringComparison.OrdinalIgnoreCase), $"{path} shows what is not public.");
            Assert.True((int)answer.StatusCode < 500, $"{path} answers {(int)answer.StatusCode}.");
            Assert.True(path.StartsWith("/desk", StringComparison.Ordinal) || !answer.Headers.Contains("Set-Cookie"), $"{path} sets a cookie.");
            if (text.Contains(live.Headline, StringComparison.Ordinal)) seen++;
        }

        // The walk did reach pages that show stories: front, story, day, feed and seven lists.
        Assert.InRange(seen, 9, 100);
    }

    [Fact]
    public async Task No_route_answers_malformed_values_with_an_error_of_ours()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        var live = await site.PublishAsync(Sample.Copy());

        foreach (var path in Paths(site, [live]).SelectMany(Malformed).Distinct(StringComparer.Ordinal))
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True((int)answer.StatusCode < 500, $"{path} answers {(int)answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Every_door_is_marked_open_to_the_public_or_says_who_may_come()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        foreach (var route in routes.Where(r => r.Metadata.GetMetadata<StaticAssetDescriptor>() is null && r.RoutePattern.RawText != "{**path:file}"))
        {
            // Attributes of a page model reach the endpoint only once the page is compiled.
            var page = route.Metadata.GetMetadata<PageActionDescriptor>();
            var model = page is null ? null : (await site.Services.GetRequiredService<PageLoader>().LoadAsync(page, new EndpointMetadataCollection())).ModelTypeInfo;
            var marks = route.Metadata.Concat(model?.GetCustomAttributes(inherit: true) ?? []).ToList();
            var (isOpen, isClosed) = (marks.OfType<IAllowAnonymous>().Any(), marks.OfType<NeedsAttribute>().Any());
            var isDesk = route.RoutePattern.RawText!.TrimStart('/').Split('/')[0] == "desk";
            Assert.True(isOpen != isClosed, $"The route {route.RoutePattern.RawText} is neither open nor closed, or both: say which.");
            Assert.True(isDesk || isOpen, $"The route {route.RoutePattern.RawText} is closed and not under /desk, where cookies are read.");
        }
    }

    [Theory]
    [InlineData("/2026/13/01", HttpStatusCode.NotFound)]
    [InlineData("/2026/02/30", HttpStatusCode.NotFound)]
    [InlineData("/2026/2/3", HttpStatusCode.NotFound)]
    [InlineData("/0000/01/01", HttpStatusCode.NotFound)]
    [InlineData("/9999/12/31", HttpStatusCode.NotFound)]
    [InlineData("/0001/01/01", HttpStatusCode.OK)]
    [InlineData("/2026/11/23/No_Slug", HttpStatusCode.NotFound)]
    [InlineData("/2026/11/23/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/bureaus/%00", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=1", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=fffffffffffff-0", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=19AC2F0B7C0-1f4", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=1-1&before=2-2", HttpStatusCode.BadRequest)]
    [InlineData("/bureaus/middle-east?before=1-1", HttpStatusCode.OK)]
    [InlineData("/2026/11/23?before=%27%20OR%201=1", HttpStatusCode.BadRequest)]
    [InlineData("/topics/never-named", HttpStatusCode.NotFound)]
    [InlineData("/errors/404", HttpStatusCode.NotFound)]
    [InlineData("/errors/500", HttpStatusCode.NotFound)]
    [InlineData("/desk", HttpStatusCode.Redirect)]
    [InlineData("/desk/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/bureaus/middle-east/", HttpStatusCode.MovedPermanently)]
    [InlineData("//evil.example/", HttpStatusCode.NotFound)]
    [InlineData("/%5Cevil.example/", HttpStatusCode.NotFound)]
    public async Task A_malformed_value_is_the_asker_s_mistake(string path, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy());

        using var answer = await client.GetAsync(new Uri(client.BaseAddress!.AbsoluteUri.TrimEnd('/') + path));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task What_host_a_visitor_names_changes_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        foreach (var path in new[] { "/", live.Address!, "/feeds/all.rss", "/plugins" })
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, path);
            ask.Headers.Host = "evil.example";
            ask.Headers.Add("X-Forwarded-Host", "evil.example");
            using var answer = await client.SendAsync(ask);
            Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>A draft, a scheduled, an embargoed, a retracted and a killed dispatch.</summary>
    private static async Task<IReadOnlyList<Dispatch>> HideAsync(SiteUnderTest site)
    {
        var cancel = CancellationToken.None;
        var draft = await site.DraftAsync(Hidden("draft"));
        var scheduled = await site.DraftAsync(Hidden("scheduled"));
        await site.Desk.ScheduleAsync(scheduled.Id, 1, Sample.Noon.AddHours(5), "Etc/UTC", SiteUnderTest.By, cancel);

        var embargoed = await site.DraftAsync(Hidden("embargoed"));
        await using (var db = site.OpenDb())
        {
            var held = await db.Dispatches.FindAsync([embargoed.Id], cancel);
            held!.Embargo(Sample.Noon.AddHours(5), SiteUnderTest.By, Sample.Noon);
            await db.SaveChangesAsync(cancel);
        }

        await Assert.ThrowsAsync<DispatchRefusedException>(() => site.Desk.PublishAsync(embargoed.Id, 1, null, SiteUnderTest.By, cancel));

        var retracted = await site.PublishAsync(Withdrawn("retracted") with { Headline = "A Story That Was Withdrawn", Slug = "retracted" });
        await site.Desk.RetractAsync(retracted.Id, "We withdrew it.", SiteUnderTest.By, cancel);
        var killed = await site.PublishAsync(Withdrawn("killed"));
        await site.Desk.KillAsync(killed.Id, "We took it down.", $"The {Unseen} reason.", SiteUnderTest.By, cancel);

        // A public story with a further draft, a protected byline and a note for the desk.
        var edited = await site.PublishAsync(Sample.Copy("A Story In Public") with
        {
            EditorsNote = $"{Unseen} note",
            Bylines = [new DeskByline(new Byline("Worthy News Asia Desk", "asia-desk"), Behind: $"{Unseen} person")],
        });
        await site.ReviseAsync(edited, Hidden("edited"));
        return [draft, scheduled, embargoed, retracted, killed, edited];
    }

    /// <summary>Nothing of it may be seen, not even a name.</summary>
    private static Copy Hidden(string slug) => Withdrawn(slug) with
    {
        Bureau = $"{Unseen}-bureau",
        Section = $"{Unseen}-section",
        Topics = [$"{Unseen}-topic"],
    };

    /// <summary>Its bureau is public; its text, its people, its section, topics and places and even its address are not.</summary>
    private static Copy Withdrawn(string slug) => Sample.Copy($"{Unseen} headline") with
    {
        Slug = $"{Unseen}-{slug}",
        Bylines = [Sample.Byline($"{Unseen} byline")],
        Dateline = Sample.Dateline($"{Unseen} place"),
        Section = $"{Unseen}-section",
        Topics = [$"{Unseen}-topic"],
        Kicker = $"{Unseen} kicker",
        Standfirst = $"{Unseen} standfirst",
        EditorsNote = $"{Unseen} note",
        Markdown = $"{Unseen} text.\n\n## {Unseen} crosshead\n\nMore {Unseen}.",
    };

    private static IEnumerable<string> Paths(SiteUnderTest site, IReadOnlyList<Dispatch> dispatches)
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern).ToList();
        Assert.NotEmpty(routes);
        return routes.SelectMany(route => dispatches.SelectMany(dispatch => Values(dispatch).Select(values => Fill(route, values)))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What a stranger could try for each parameter; a parameter that is not here yet makes the walk fail.</summary>
    internal static IEnumerable<Dictionary<string, string>> Values(Dispatch dispatch)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bureaus"] = "middle-east", ["sections"] = "church-life", ["topics"] = "councils", ["contributors"] = "basil-merton", ["places"] = "nicaea",
        };
        foreach (var (folder, slug) in slugs)
        {
            foreach (var name in new[] { slug, dispatch.Slug, $"{Unseen}-{folder[..^1]}" })
            foreach (var format in new[] { "rss", "atom", "json" })
                yield return new(StringComparer.Ordinal) { ["folder"] = folder, ["slug"] = name, ["format"] = format, ["archive"] = "2026-10", ["tag"] = "en", ["year"] = "2026", ["month"] = "11", ["day"] = "23", ["week"] = "48", ["key"] = new string('a', 32), ["code"] = "404", ["id"] = dispatch.Id.ToString(), ["token"] = new string('x', 43), ["kind"] = "bureau", ["path"] = "css/site.css" };
        }
    }

    internal static string Fill(RoutePattern route, Dictionary<string, string> values) => "/" + string.Join('/', route.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => values.TryGetValue(parameter.Name, out var value)
                ? value
                : throw new InvalidOperationException($"The route {route.RawText} has a parameter “{parameter.Name}”: say in this test what a stranger could try for it."),
            _ => throw new InvalidOperationException($"The route {route.RawText} has a part of an unknown kind."),
        }))));

    private static IEnumerable<string> Malformed(string path)
    {
        string[] queries = ["before=x", "before=%00", "before=-1", "before=zz-zz", "before=" + new string('9', 5000), "q=%FF%FE", "=", "before[]=1", "before=%u0041"];
        foreach (var query in queries) yield return $"{path}?{query}";

        var segments = path.Split('/');
        for (var i = 1; i < segments.Length; i++)
        {
            foreach (var bad in new[] { "%00", "%ff", "..%2f", "%20", new string('a', 3000), "-", "9999999999", "%E2%80%AE" })
            {
                var changed = (string[])segments.Clone();
                changed[i] = bad;
                yield return string.Join('/', changed);
            }
        }
    }
}
