using Microsoft.Playwright;

using WorthyNews.Tests.Support;


namespace WorthyNews.Tests.Browser;

/// <summary>Reading without a line: asked for, told, and obedient to kills.</summary>
[Collection(BrowserTests.Name)]
public sealed class OfflineTests(BrowserHouse house)
{
    [BrowserFact]
    public async Task What_was_read_is_kept_for_those_who_asked_and_says_that_it_is_a_copy()
    {
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await TurnAsync(page, "off", "on");
        await page.GotoAsync("/");
        var address = await page.Locator(".lead h2 a").GetAttributeAsync("href");
        await page.GotoAsync(address!);
        var headline = await page.Locator("h1").InnerTextAsync();
        await KeptAsync(page, 2);

        await visitor.SetOfflineAsync(true);
        await page.GotoAsync(address!);

        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());
        Assert.Contains("You are offline. This copy was kept on", await page.Locator(".kept-copy").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("figure.map img").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"), "Its map is kept too.");
        await page.GotoAsync("/about");
        Assert.Equal("Reading offline", await page.Locator("h1").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Nothing_is_kept_for_those_who_did_not_ask_and_nothing_after_it_was_forgotten()
    {
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        Assert.Equal(0, await CountAsync(page));

        await TurnAsync(page, "off", "on");
        await page.GotoAsync("/");
        await KeptAsync(page, 1);
        await TurnAsync(page, "on", "off");

        Assert.Equal(0, await CountAsync(page));
        await visitor.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync("/"));
    }

    [BrowserFact]
    public async Task A_kept_story_that_is_killed_is_dropped_when_anything_is_read_online_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var server = site.VisitOverTheWire();
        var killed = await site.PublishAsync(Sample.Copy("To Be Killed"));
        var retracted = await site.PublishAsync(Sample.Copy("To Be Retracted"));
        await using var visitor = await house.VisitorAsync(at: server.BaseAddress);
        var page = await visitor.NewPageAsync();
        await TurnAsync(page, "off", "on");
        await page.GotoAsync("/");
        await page.GotoAsync(killed.Address!);
        await page.GotoAsync(retracted.Address!);
        await KeptAsync(page, 3);

        await visitor.SetOfflineAsync(true);
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);
        await site.Desk.RetractAsync(retracted.Id, "It is withdrawn for good reason.", SiteUnderTest.By, CancellationToken.None);
        await visitor.SetOfflineAsync(false);
        // The worker asks about what it keeps once a minute; its clock is its own, so it is started anew.
        await RestartWorkerAsync(page);
        await page.GotoAsync("/about");
        await KeptAsync(page, 2);
        await WaitForTextAsync(page, retracted.Address!, "It is withdrawn for good reason.");

        await visitor.SetOfflineAsync(true);
        await page.GotoAsync("/");
        Assert.DoesNotContain("To Be Killed", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(retracted.Address!);
        Assert.DoesNotContain("To Be Killed", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(killed.Address!);
        Assert.Equal("Reading offline", await page.Locator("h1").InnerTextAsync());
    }

    private static async Task TurnAsync(IPage page, string from, string to)
    {
        await page.GotoAsync("/offline");
        await page.Locator($"#main[data-state={from}]").WaitForAsync();
        await page.Locator("#switch").ClickAsync();
        await page.Locator($"#main[data-state={to}]").WaitForAsync();
    }

    /// <summary>Waits until so many pages are kept, the page about it not counted.</summary>
    private static async Task KeptAsync(IPage page, int count)
    {
        for (var wait = 0; wait < 100 && await CountAsync(page) != count; wait++) await page.WaitForTimeoutAsync(100);
        Assert.Equal(count, await CountAsync(page));
    }

    private static Task<int> CountAsync(IPage page) => page.EvaluateAsync<int>("""
        async () => {
          if (!(await caches.has('pages-1'))) return 0;
          const keys = await (await caches.open('pages-1')).keys();
          return keys.filter(key => new URL(key.url).pathname !== '/offline').length;
        }
        """);

    private static async Task WaitForTextAsync(IPage page, string address, string words)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            var text = await page.EvaluateAsync<string>("async path => (await (await (await caches.open('pages-1')).match(path))?.text()) ?? ''", address);
            if (text.Contains(words, StringComparison.Ordinal)) return;
            await page.WaitForTimeoutAsync(100);
        }

        Assert.Fail($"The copy of {address} does not say “{words}”.");
    }

    private static async Task RestartWorkerAsync(IPage page)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("ServiceWorker.enable");
        await line.SendAsync("ServiceWorker.stopAllWorkers");
    }
}
