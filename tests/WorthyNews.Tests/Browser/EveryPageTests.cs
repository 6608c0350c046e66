using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using System.Text.RegularExpressions;

using WorthyNews.Tests.Support;

using WorthyNews.Web.Http;

namespace WorthyNews.Tests.Browser;

/// <summary>What must hold on every kind of page, at 360 and 1440 pixels.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(BrowserHouse house)
{
    /// <summary>What the samples must show, or the walk would look at less than it says.</summary>
    private static readonly string[] Marked = ["{slug} that is gone", "{slug} that was retracted", "{slug} with a correction", "{slug} from right to left", "{slug} in Cyrillic", "/changes"];

    [BrowserFact]
    public async Task Every_page_there_is_was_looked_at()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern);

        var pages = await house.PagesAsync();

        // The desk is nobody’s to walk from a link: its own tests open each of its doors.
        var unseen = routes.Where(route => !route.RawText!.Contains("errors/", StringComparison.Ordinal) && !route.RawText.TrimStart('/').StartsWith("desk", StringComparison.Ordinal))
            .Where(route => !pages.Any(page => Shape(route).IsMatch(page.Path.Split('?')[0]))).Select(route => route.RawText);
        Holds("No link leads to a page of this route; add one, or its address in PageKind", unseen);
        Holds("No sample has this", Marked.Where(mark => !pages.Any(page => page.Name.Contains(mark, StringComparison.Ordinal))));
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_by_day_or_night() =>
        Holds("Axe complains", (await house.VisitsAsync()).SelectMany(v => v.Axe.Select(a => $"{v}: {a}")));

    [BrowserFact]
    public async Task Nobody_must_scroll_sideways() =>
        Holds("Wider than its window", (await house.VisitsAsync()).SelectMany(v => v.TooWideAt.Select(w => $"{v}, shown at {w}")));

    [BrowserFact]
    public async Task No_page_asks_another_host() =>
        Holds("Asked elsewhere", (await house.VisitsAsync()).SelectMany(v => v.Elsewhere.Select(e => $"{v}: {e}")));

    [BrowserFact]
    public async Task No_page_makes_the_browser_complain() =>
        Holds("The console has", (await house.VisitsAsync()).SelectMany(v => v.Errors.Select(e => $"{v}: {e}")));

    [BrowserFact]
    public async Task Nothing_moves_while_a_page_comes_in() =>
        Holds("Moved", (await house.VisitsAsync()).Where(v => v.Shift > 0).Select(v => $"{v}: {v.Shift}"));

    [BrowserFact]
    public async Task A_page_has_one_main_heading_and_answers_as_it_should() =>
        Holds("Headings or answer wrong", (await house.VisitsAsync()).Where(v => v.MainHeadings != 1 || v.Status != v.Page.Status).Select(v => $"{v}: {v.MainHeadings} h1, {v.Status}"));

    [BrowserFact]
    public async Task A_page_says_the_same_without_script()
    {
        // Only turning on offline reading needs a script, and its page says so; that of Worthy Plugins has one that copies, and a test of its own.
        var visits = (await house.VisitsAsync()).Where(v => v.Width == 1440 && v.Page.Path != SiteLinks.Offline && v.Page.Path.Split('?')[0] != SiteLinks.Plugins).ToList();
        await using var visitor = await house.VisitorAsync(hasScript: false);
        var page = await visitor.NewPageAsync();

        var less = new List<string>();
        foreach (var visit in visits)
        {
            await page.GotoAsync(visit.Page.Path);
            if (await page.Locator("script:not([type='application/ld+json'])").CountAsync() > 0) less.Add($"{visit}: has a script");
            if (await page.Locator("body").InnerTextAsync() != visit.Words) less.Add($"{visit}: says something else");
        }

        Assert.All(visits, visit => Assert.True(visit.Words.Length > 100, $"{visit} says next to nothing."));
        Holds("Without script", less);
    }

    private static void Holds(string rule, IEnumerable<string?> breaches)
    {
        var all = breaches.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, all.Take(60))}");
    }

    private static Regex Shape(RoutePattern route) => new("^/" + string.Join('/', route.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
        RoutePatternSeparatorPart separator => Regex.Escape(separator.Content),
        _ => "[^/]+",
    })))) + "$", RegexOptions.CultureInvariant);
}
