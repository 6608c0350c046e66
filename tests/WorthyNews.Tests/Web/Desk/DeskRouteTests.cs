using System.Net;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Floorplan;
using WorthyNews.Tests.Floorplan.Reading;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>Walks every route of the desk as everybody, taken from the routing table: a new page joins by existing.</summary>
public sealed class DeskRouteTests
{
    private static readonly GrantedRole[][] Everybody =
    [
        [], [new(Role.Correspondent)], [new(Role.Correspondent, "europe")], [new(Role.Editor)], [new(Role.Editor, "europe")],
        [new(Role.Chief)], [new(Role.Chief, "europe")], [new(Role.Administrator)], [new(Role.Editor), new(Role.Administrator)],
    ];

    [Fact]
    public async Task Each_route_opens_to_whom_it_names_and_is_not_there_for_others()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        var routes = await RoutesAsync(site, dispatch);

        foreach (var granted in Everybody)
        {
            using var visitor = await site.SignInAsync(granted);
            foreach (var (path, needs, methods) in routes)
            {
                if (needs is null) continue;
                var may = needs.Verb is not { } verb || granted.MaySomewhere(verb);
                foreach (var method in methods)
                {
                    using var ask = new HttpRequestMessage(method, path);
                    using var answer = await visitor.Client.SendAsync(ask);
                    var told = $"{method} {path} answers {(int)answer.StatusCode} to {RoleWords.Of(granted)}";
                    if (!may) Assert.True(answer.StatusCode == HttpStatusCode.NotFound, told);
                    // What is sent without a token changes nothing, whoever sends it.
                    else if (method != HttpMethod.Get) Assert.True((int)answer.StatusCode is >= 400 and < 500, told);
                    else Assert.True((int)answer.StatusCode < 500 && answer.Headers.Location?.OriginalString.StartsWith("/desk/sign-in", StringComparison.Ordinal) != true, told);
                    AssertClosed(path, answer);
                }
            }
        }
    }

    [Fact]
    public async Task An_outsider_is_shown_the_way_in_and_nothing_else()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        using var outsider = site.Visit();

        foreach (var (path, needs, methods) in await RoutesAsync(site, dispatch))
        {
            foreach (var method in methods)
            {
                using var ask = new HttpRequestMessage(method, path);
                using var answer = await outsider.SendAsync(ask);
                var told = $"{method} {path} answers {(int)answer.StatusCode} to an outsider";
                AssertClosed(path, answer);
                if (method != HttpMethod.Get) Assert.True(needs is null ? (int)answer.StatusCode is >= 400 and < 500 : answer.StatusCode == HttpStatusCode.Unauthorized, told);
                else if (needs is not null) Assert.True(answer.Headers.Location?.OriginalString.StartsWith("/desk/sign-in?to=", StringComparison.Ordinal) == true, told);
                else Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, told);
                Assert.DoesNotContain(dispatch.Headline, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Before_a_second_factor_that_is_asked_for_nothing_opens_but_the_way_to_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.DraftAsync(Sample.Copy());
        using var chief = await site.SignInAsync(Role.Correspondent);
        var id = (await site.PersonAsync(chief.UserName)).Id;
        await site.AtDeskAsync<PeopleDesk, PeopleOutcome>(people => people.GrantAsync(id, [new GrantedRole(Role.Chief)], null, Actor.CommandLine, CancellationToken.None));

        var open = new List<string>();
        foreach (var (path, needs, _) in await RoutesAsync(site, dispatch))
        {
            if (needs is null) continue;
            using var answer = await chief.Client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK) open.Add(path);
            else Assert.Equal("/desk/account/second-factor", answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(["/desk/account", "/desk/account/second-factor", "/desk/sign-out"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_page_for_readers_leads_to_the_desk()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());

        foreach (var path in new[] { "/", live.Address!, "/about", "/contact", "/text", "/sitemap.xml", "/robots.txt", "/nowhere" })
        {
            using var client = site.Visit();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("/desk", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_form_that_is_sent_carries_a_token()
    {
        var bare = from file in Repository.SourcesUnder("src")
            // What is sent again after a session ended carries the token it came with.
            where file.EndsWith(".cshtml", StringComparison.Ordinal) && !file.EndsWith("/DeskError.cshtml", StringComparison.Ordinal)
            let text = string.Join('\n', Repository.LinesOf(file))
            let forms = text.Split("<form").Skip(1).Count(f => f.Split('>')[0].Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
            where forms > text.Split("<partial name=\"_Token\" />").Length - 1
            select $"{file} has a form that is sent by POST, and no _Token in it";

        Rule.Holds("A form that is sent by POST holds <partial name=\"_Token\" />", bare);
    }

    private static void AssertClosed(string path, HttpResponseMessage answer)
    {
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        // A preview is the reader's page, which runs nothing.
        if (path.Contains("/preview", StringComparison.Ordinal)) Assert.DoesNotContain("script-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        else Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Content.Headers.ContentEncoding.Count > 0, $"{path} is compressed: it holds secrets beside what was sent.");
    }

    /// <summary>Each with real values in its parameters, what it needs (null: open), and the methods it takes.</summary>
    private static async Task<IReadOnlyList<(string Path, NeedsAttribute? Needs, IReadOnlyList<HttpMethod> Methods)>> RoutesAsync(SiteUnderTest site, Dispatch dispatch)
    {
        var found = new List<(string, NeedsAttribute?, IReadOnlyList<HttpMethod>)>();
        foreach (var route in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (route.RoutePattern.PathSegments.Count == 0 || route.RoutePattern.PathSegments[0].Parts[0] is not RoutePatternLiteralPart { Content: "desk" }) continue;
            var page = route.Metadata.GetMetadata<PageActionDescriptor>();
            var model = page is null ? null : (await site.Services.GetRequiredService<PageLoader>().LoadAsync(page, new EndpointMetadataCollection())).ModelTypeInfo;
            var marks = route.Metadata.Concat(model?.GetCustomAttributes(inherit: true) ?? []).ToList();
            var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => new HttpMethod(m)).ToList() ?? [HttpMethod.Get, HttpMethod.Post];
            found.Add((Fill(route.RoutePattern, dispatch), marks.OfType<IAllowAnonymous>().Any() ? null : marks.OfType<NeedsAttribute>().Last(), methods));
        }

        Assert.True(found.Count >= 10, "The desk has its doors.");
        return found;
    }

    private static string Fill(RoutePattern route, Dispatch dispatch) => "/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Values(dispatch).GetValueOrDefault(parameter.Name, "1"),
        _ => throw new InvalidOperationException($"The route {route.RawText} has a part of an unknown kind."),
    }))));

    private static Dictionary<string, string> Values(Dispatch dispatch) => new(StringComparer.Ordinal) { ["id"] = dispatch.Id.ToString(), ["kind"] = "bureau", ["slug"] = "europe", ["token"] = new string('x', 43) };
}
