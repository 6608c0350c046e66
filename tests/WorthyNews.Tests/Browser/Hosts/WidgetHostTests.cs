using AngleSharp;
using AngleSharp.Html.Dom;

using Microsoft.Playwright;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>The snippet, as a volunteer copies it, on pages of other people.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetHostTests(BrowserHouse house)
{
    [BrowserFact]
    public async Task It_looks_right_everywhere_breaks_nothing_and_watches_nobody()
    {
        var site = (await house.SiteAsync()).GetLeftPart(UriPartial.Authority);
        await using var church = await HostSite.StartAsync();
        var (snippet, other) = (await SnippetAsync(""), await SnippetAsync("?kind=cards&from=bureaus/europe&count=3&theme=dark"));

        var breaches = new List<string>();
        foreach (var (index, host) in HostPage.All(site, snippet, other).Index())
        {
            await using var visitor = await house.VisitorAsync(1280, host.IsDark ? ColorScheme.Dark : ColorScheme.Light, host.HasScript, church.Url);
            var visit = await HostVisit.ToAsync(visitor, church.Serve($"/{index}", host.Html, host.Policy), host, site);
            breaches.AddRange(visit.Breaches.Select(b => $"{host.Name}: {b}"));
        }

        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches));
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_in_the_element_or_in_the_frame()
    {
        var site = await house.SiteAsync();
        await using var church = await HostSite.StartAsync();
        var breaches = new List<string>();
        foreach (var query in new[] { "", "?kind=cards&count=4&pager=yes&summaries=no&sent=yes&heading=yes", "?from=languages/ar&theme=dark", "?ink=eeee00&accent=ffdddd&density=compact&font=ours&open=here" })
        {
            var snippet = await SnippetAsync(query);
            await using var visitor = await house.VisitorAsync(1280, at: church.Url);
            var page = await visitor.NewPageAsync();
            await page.GotoAsync(church.Serve("/axe", HostPage.All(site.AbsoluteUri, snippet, snippet)[0].Html));
            await page.Locator("worthy-news .wn-item").First.WaitForAsync();
            breaches.AddRange((await PageVisit.AxeAsync(page)).Select(b => $"{query} element: {b}"));

            var frame = await page.Locator("iframe").GetAttributeAsync("src");
            await using var alone = await house.VisitorAsync(360, at: church.Url);
            var inFrame = await alone.NewPageAsync();
            await inFrame.GotoAsync(frame!);
            // A frame is a part of somebody's page: its headings go on from there, and it has no landmarks of its own.
            breaches.AddRange((await PageVisit.AxeAsync(inFrame)).Where(b => !b.Contains("page-has-heading-one", StringComparison.Ordinal) && !b.Contains("landmark-one-main", StringComparison.Ordinal) && !b.StartsWith("region", StringComparison.Ordinal) && !b.Contains("heading-order", StringComparison.Ordinal)).Select(b => $"{query} frame: {b}"));
        }

        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches));
    }

    [BrowserFact]
    public async Task When_nothing_of_ours_can_be_loaded_the_links_stand()
    {
        var site = (await house.SiteAsync()).GetLeftPart(UriPartial.Authority);
        await using var church = await HostSite.StartAsync();
        var url = church.Serve("/away", HostPage.All(site, await SnippetAsync(""), "")[0].Html);
        await using var visitor = await house.VisitorAsync(1280, at: church.Url);
        var page = await visitor.NewPageAsync();
        await page.RouteAsync($"{site}/**", route => route.AbortAsync());

        await page.GotoAsync(url);

        Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Worthy News", Exact = true }).IsVisibleAsync());
        Assert.False(await page.Locator("worthy-news").EvaluateAsync<bool>("e => e.shadowRoot !== null"));
    }

    [BrowserFact]
    public async Task Data_that_comes_late_moves_nothing_and_data_that_fails_leaves_the_frame_which_tells_its_height()
    {
        var site = (await house.SiteAsync()).GetLeftPart(UriPartial.Authority);
        await using var church = await HostSite.StartAsync();
        var url = church.Serve("/slow", HostPage.All(site, await SnippetAsync("?height=1500"), "")[0].Html);
        await using var visitor = await house.VisitorAsync(1280, at: church.Url);

        var slow = await visitor.NewPageAsync();
        await slow.RouteAsync($"{site}/embed/*.json*", async route =>
        {
            await Task.Delay(3_000);
            await route.ContinueAsync();
        });
        await slow.GotoAsync(url);
        await slow.FrameLocator("iframe").Locator(".wn-item").First.WaitForAsync();
        Assert.True(await slow.Locator("iframe").IsVisibleAsync());
        var before = await slow.Locator("#after").BoundingBoxAsync();
        await slow.Locator("worthy-news .wn-item").First.WaitForAsync();
        Assert.False(await slow.Locator("iframe").IsVisibleAsync());
        Assert.Equal(before!.Y, (await slow.Locator("#after").BoundingBoxAsync())!.Y, 1.0);

        var failing = await visitor.NewPageAsync();
        await failing.RouteAsync($"{site}/embed/*.json*", route => route.AbortAsync());
        await failing.GotoAsync(url);
        await failing.FrameLocator("iframe").Locator(".wn-item").First.WaitForAsync();
        await failing.WaitForFunctionAsync("document.querySelector('iframe').height !== '1500'");
        var height = await failing.Locator("iframe").EvaluateAsync<double>("e => +e.height");
        Assert.InRange(height, 400, 1400);
        // Somebody else's word on it counts for nothing.
        await failing.EvaluateAsync("window.postMessage({ worthyNews: 1, height: 5000 }, '*')");
        await failing.WaitForTimeoutAsync(200);
        Assert.Equal(height, await failing.Locator("iframe").EvaluateAsync<double>("e => +e.height"));
    }

    [BrowserFact]
    public async Task A_story_is_read_in_the_widget_older_ones_are_found_and_the_way_back_is_the_same_headline()
    {
        var site = (await house.SiteAsync()).GetLeftPart(UriPartial.Authority);
        await using var church = await HostSite.StartAsync();
        await using var visitor = await house.VisitorAsync(1280, at: church.Url);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(church.Serve("/read", HostPage.All(site, await SnippetAsync("?count=3&pager=yes&open=here"), "")[0].Html));
        var titles = page.Locator("worthy-news .wn-item .wn-title");
        await titles.First.WaitForAsync();
        var newest = await titles.First.InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).WaitForAsync();
        Assert.NotEqual(newest, await titles.First.InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(newest, await titles.First.InnerTextAsync());

        // By keyboard alone.
        await titles.First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("worthy-news .wn-text p").Nth(3).WaitForAsync();
        Assert.Equal(newest, await page.Locator("worthy-news .wn-text .wn-title").InnerTextAsync());
        Assert.Equal(newest, await page.EvaluateAsync<string>("document.activeElement.shadowRoot.activeElement.textContent"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the headlines" }).ClickAsync();
        await titles.First.WaitForAsync();
        Assert.Equal(church.Url.AbsoluteUri + "read", page.Url);
    }

    /// <summary>What the page of Worthy Plugins gives to copy.</summary>
    private async Task<string> SnippetAsync(string query)
    {
        using var client = new HttpClient { BaseAddress = await house.SiteAsync() };
        var html = await client.GetStringAsync(new Uri($"/plugins{query}", UriKind.Relative));
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
        return ((IHtmlTextAreaElement)page.QuerySelector("#snippet")!).Value;
    }
}
