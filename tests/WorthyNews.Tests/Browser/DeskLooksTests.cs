using System.Collections.Concurrent;

using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>Every page of the desk, with dispatches in every state, on a phone and on a desk, by day and by night, with and without script.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskLooksTests(BrowserHouse house)
{
    [BrowserFact]
    public async Task Axe_finds_nothing_in_any_state_and_nobody_scrolls_sideways()
    {
        await using var desk = await DeskOfAllStates.OpenAsync(house);
        await using var fresh = await DeskOfAllStates.OpenFreshAsync(house);
        var found = new ConcurrentQueue<string>();
        var hands = desk.Pages.Concat(fresh.Pages).SelectMany(seat => seat.Paths.Chunk(8).Select(paths => (seat.Context, Paths: paths)));
        await Parallel.ForEachAsync(hands, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (hand, _) =>
        {
            var page = await hand.Context.NewPageAsync();
            foreach (var path in hand.Paths)
            {
                await page.SetViewportSizeAsync(360, 800);
                await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
                foreach (var complaint in await LookAsync(page, path)) found.Enqueue(complaint);
            }

            await page.CloseAsync();
        });

        // What was sent after the session had ended.
        var late = await desk.Pages[0].Context.NewPageAsync();
        await late.GotoAsync(desk.Pages[0].Paths.First(p => p.EndsWith("/wire-copy", StringComparison.Ordinal)));
        await late.FillAsync("#wire", string.Join('\n', Enumerable.Repeat(DeskOfAllStates.LongWord, 30)));
        await desk.Pages[0].Context.ClearCookiesAsync();
        await late.ClickAsync("main button.act");
        await late.Locator("#held").WaitForAsync();
        Assert.Empty(await LookAsync(late, "the page of a session that ended"));
        Assert.True(found.IsEmpty, string.Join('\n', found.Take(60)));
    }

    private static async Task<List<string>> LookAsync(IPage page, string path)
    {
        var found = new List<string>();
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            found.AddRange((await PageVisit.AxeAsync(page)).Select(c => $"{path} at {width}: {c}"));
        }

        // The narrowest phone, a tablet, and a window of 1280 pixels enlarged to 200 %.
        foreach (var width in new[] { 320, 360, 640, 768, 1440 })
        {
            await page.SetViewportSizeAsync(width, 800);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over) found.Add($"{path} is {over} wider than {width}.");
            if (await page.EvaluateAsync<string[]>(Cut) is { Length: > 0 } cut) found.Add($"{path} at {width} hides a part of {string.Join(", ", cut)}");
        }

        return found;
    }

    [BrowserFact]
    public async Task Without_script_every_page_stands_and_the_text_can_be_typed()
    {
        await using var desk = await DeskOfAllStates.OpenAsync(house, hasScript: false);
        var found = new List<string>();
        foreach (var (context, paths) in desk.Pages)
        {
            var page = await context.NewPageAsync();
            foreach (var path in paths)
            {
                await page.SetViewportSizeAsync(360, 800);
                await page.GotoAsync(path);
                if (await page.Locator("h1").CountAsync() != 1) found.Add($"{path} has not one main heading.");
                foreach (var button in await page.Locator("button:visible").AllAsync())
                    if (await button.GetAttributeAsync("type") != "submit") found.Add($"{path} shows a button that does nothing: {await button.InnerTextAsync()}");
            }
        }

        var writing = await desk.Pages[0].Context.NewPageAsync();
        await writing.GotoAsync(desk.Pages[0].Paths.First(p => p.EndsWith("/new", StringComparison.Ordinal)));
        await writing.FillAsync("#headline", "Typed without script");
        await writing.FillAsync("#body", "A text.");
        await writing.ClickAsync("#save");
        Assert.Contains("Saved as revision 1", await writing.InnerTextAsync("p.said"), StringComparison.Ordinal);
        Assert.Empty(found);
    }

    [BrowserFact]
    public async Task An_Arabic_text_is_compared_from_the_right()
    {
        await using var desk = await DeskOfAllStates.OpenAsync(house);
        var page = await desk.Pages[0].Context.NewPageAsync();
        foreach (var (path, words) in new[] { (desk.Comparison, ".passage"), (desk.Merge, ".pair-row .text") })
        {
            await page.GotoAsync(path);
            var directions = await page.Locator(words).EvaluateAllAsync<string[]>("all => all.map(e => getComputedStyle(e).direction)");
            Assert.True(directions.Length >= 3, path);
            Assert.All(directions, direction => Assert.Equal("rtl", direction));
        }
    }

    [BrowserFact]
    public async Task The_dispatch_page_is_worked_by_the_keyboard_alone()
    {
        await using var desk = await DeskOfAllStates.OpenAsync(house);
        var page = await desk.Pages[0].Context.NewPageAsync();
        // Or what comes into sight glides there.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/desk/dispatches/new");
        await page.Locator(".cm-content").WaitForAsync();

        // By Tab alone from the top to the last button: no field holds the focus, and each shows that it has it.
        var passed = new List<string>();
        for (var i = 0; i < 80 && !passed.Contains("Save the dispatch"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (what, isSeen) = await FocusAsync(page);
            // The editor takes a moment to dress for it.
            for (var wait = 0; wait < 100 && !isSeen; wait++, await Task.Delay(20)) (what, isSeen) = await FocusAsync(page);
            Assert.True(isSeen, $"{what} does not show that it has the focus.");
            Assert.True(passed.Count == 0 || passed[^1] != what, $"{what} holds the focus.");
            passed.Add(what);
        }

        foreach (var stop in new[] { "Skip to the work", "Board", "Save Ctrl S", "headline", "Add a byline", "Bold", "the editor", "syndicate", "Save the dispatch" }) Assert.Contains(stop, passed);

        // One more byline, which is saved with the others.
        var rows = await page.Locator(".byline-row").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a byline" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(rows + 1, await page.Locator(".byline-row").CountAsync());
        Assert.Equal($"byline-{rows}-name", (await FocusAsync(page)).What);
        await page.Keyboard.TypeAsync("Eusebius of Caesarea");
        await page.FillAsync("#headline", "By the keyboard");
        await page.Locator(".cm-content").FocusAsync();
        await page.Keyboard.TypeAsync("A text.");
        await page.Keyboard.PressAsync("Control+s");
        await page.Locator("p.said", new() { HasText = "Saved as revision 1" }).WaitForAsync();
        Assert.Contains("Eusebius of Caesarea", await page.Locator(".byline-row input").EvaluateAllAsync<string[]>("all => all.map(e => e.value)"));
    }

    /// <summary>Buttons, labels and headings of which a part lies outside of the window or under a neighbor’s edge.</summary>
    private const string Cut = """
        () => [...document.querySelectorAll('main :is(button, a.act, a.quiet, label, h1, h2, legend, .state)')]
          .filter(e => e.checkVisibility() && !e.closest('.scroll, iframe, .title') && (e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).display !== 'inline' || e.getBoundingClientRect().right > innerWidth + 1))
          .map(e => e.outerHTML.slice(0, 80))
        """;

    /// <summary>What has the focus, and whether one sees that.</summary>
    private static async Task<(string What, bool IsSeen)> FocusAsync(IPage page)
    {
        var told = await page.EvaluateAsync<string[]>("""
            () => {
              let e = document.activeElement;
              const isEditor = Boolean(e.shadowRoot);
              const ring = isEditor ? getComputedStyle(e.shadowRoot.querySelector('.cm-editor')) : getComputedStyle(e);
              const box = e.getBoundingClientRect();
              return [isEditor ? 'the editor' : e.id || e.getAttribute('aria-label') || e.innerText.trim().replace(/\s+/g, ' '), String(e === document.body || (ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight) || e.tagName === 'IFRAME')];
            }
            """);
        return (told[0] switch { "save" => "Save Ctrl S", var other => other }, told[1] == "true");
    }
}
