using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>What a visitor of somebody's page met there.</summary>
internal sealed class HostVisit
{
    // A frame is counted among the names of its window.
    private const string Watch = """
        (() => {
          const seen = { shift: 0 }, names = new Set(Object.getOwnPropertyNames(window));
          new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
          Object.defineProperty(window, '__seen', { value: () => ({ shift: seen.shift, globals: Object.getOwnPropertyNames(window).filter(n => !names.has(n) && n !== '__seen' && !/^\d+$/.test(n)) }), enumerable: false });
        })();
        """;

    /// <summary>Longer than any of them takes on a busy machine; each comes at once when it comes.</summary>
    private const int Patience = 20_000;

    public List<string> Breaches { get; } = [];

    public double Shift { get; private set; }

    /// <summary>Requests that the snippet made, without the pictures.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<HostVisit> ToAsync(IBrowserContext visitor, string url, HostPage host, string site)
    {
        var visit = new HostVisit();
        var page = await visitor.NewPageAsync();
        page.Console += (_, line) => { if (line.Type == "error" && !(host.Complains && line.Text.Contains("Content Security Policy", StringComparison.Ordinal))) visit.Breaches.Add($"console: {line.Text}"); };
        page.PageError += (_, error) => visit.Breaches.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith(site, StringComparison.Ordinal)) visit.Requests.Add(request.Url[site.Length..]);
            else if (!request.Url.StartsWith("http://127.0.0.1", StringComparison.Ordinal)) visit.Breaches.Add($"asked {request.Url}");
        };
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });
        await visit.LookAsync(page, host);
        await visit.LookBehindAsync(page, visitor, host);
        foreach (var width in new[] { 360, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            if (host.Name != "loud reset" && await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) visit.Breaches.Add($"wider than {width}");
            if (await page.Locator("worthy-news").CountAsync() > 0 && await page.Locator("worthy-news").First.EvaluateAsync<bool>("e => e.scrollWidth > e.clientWidth + 1 && e.shadowRoot !== null")) visit.Breaches.Add($"the element is wider than its place at {width}");
        }

        await page.CloseAsync();
        return visit;
    }

    private async Task LookAsync(IPage page, HostPage host)
    {
        try
        {
            switch (host.Shows)
            {
                case Shows.Element:
                    foreach (var element in await page.Locator("worthy-news").AllAsync())
                    {
                        await element.Locator(".wn-item .wn-title").First.WaitForAsync(new() { Timeout = Patience });
                        if (await element.Locator(".wn-item .wn-title").CountAsync() < 3) Breaches.Add("fewer than three headlines");
                        if (!(await element.Locator(".wn-credit").InnerTextAsync()).Contains("Worthy News", StringComparison.Ordinal)) Breaches.Add("no credit");
                        if (await element.Locator("iframe").IsVisibleAsync()) Breaches.Add("the frame stands beside the stories");
                    }

                    break;
                case Shows.Frame:
                    var frame = page.FrameLocator("iframe");
                    await frame.Locator(".wn-item .wn-title").First.WaitForAsync(new() { Timeout = Patience });
                    if (await frame.Locator(".wn-item .wn-title").CountAsync() < 3) Breaches.Add("fewer than three headlines in the frame");
                    if (!await frame.Locator(".wn-credit").IsVisibleAsync()) Breaches.Add("no credit in the frame");
                    await LinksAsync(page);
                    break;
                default:
                    await LinksAsync(page);
                    break;
            }
        }
        catch (TimeoutException error)
        {
            Breaches.Add($"did not show: {error.Message.Split('\n')[0]}");
        }
    }

    private async Task LinksAsync(IPage page)
    {
        foreach (var name in new[] { "Worthy News", "Worthy Plugins" })
        {
            var link = page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
            if (!await link.First.IsVisibleAsync()) Breaches.Add($"no link {name}");
        }
    }

    private async Task LookBehindAsync(IPage page, IBrowserContext visitor, HostPage host)
    {
        if ((await visitor.CookiesAsync()).Count > 0) Breaches.Add("a cookie");
        if (!host.HasScript) return;
        await page.WaitForTimeoutAsync(300);
        Shift = await page.EvaluateAsync<double>("window.__seen().shift");
        var globals = await page.EvaluateAsync<string[]>("window.__seen().globals");
        if (globals.Length > 0) Breaches.Add($"globals: {string.Join(' ', globals)}");
        if (Shift >= 0.02 && !host.KeepsNoPlace) Breaches.Add(FormattableString.Invariant($"moved by {Shift:0.000}"));
        if (await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length") > 0) Breaches.Add("storage");
        if (await page.EvaluateAsync<int>("indexedDB.databases().then(all => all.length)") > 0) Breaches.Add("a database");
    }
}
