using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>Front, story, place, search, story: with nothing but a keyboard, and with no script at all.</summary>
[Collection(BrowserTests.Name)]
public sealed class JourneyTests(BrowserHouse house)
{
    private const string Focused = """
        (() => {
          const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
          return [e.tagName, e.getAttribute('href') ?? e.getAttribute('name') ?? '', style.outlineStyle, style.outlineWidth, String(box.width > 0 && box.bottom > 0 && box.top < innerHeight)];
        })()
        """;

    [BrowserFact]
    public Task A_reader_with_a_keyboard_gets_there_on_a_desk() => ByKeyboardAsync(1440);

    [BrowserFact]
    public Task A_reader_with_a_keyboard_gets_there_on_a_phone() => ByKeyboardAsync(360);

    [BrowserFact]
    public Task A_reader_without_script_gets_there_on_a_desk() => WithoutScriptAsync(1440);

    [BrowserFact]
    public Task A_reader_without_script_gets_there_on_a_phone() => WithoutScriptAsync(360);

    private async Task ByKeyboardAsync(int width)
    {
        await using var visitor = await house.VisitorAsync(width);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");

        // The first thing a keyboard meets leads past the navigation.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", (await FocusAsync(page)).Target);
        await page.Keyboard.PressAsync("Enter");
        var (_, next) = await TabAsync(page, _ => true);
        Assert.True(await page.Locator("main :focus").CountAsync() == 1, $"After the skip link, focus is on {next} and not in the news.");

        await page.CloseAsync();
        page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        var headline = await page.Locator("main .lead h2 a").GetAttributeAsync("href");
        await FollowAsync(page, target => target == headline);
        Assert.EndsWith(headline!, page.Url, StringComparison.Ordinal);

        await FollowAsync(page, target => target.StartsWith("/places/", StringComparison.Ordinal));
        Assert.Contains("/places/", page.Url, StringComparison.Ordinal);

        await FollowAsync(page, target => target == "/search");
        await TabAsync(page, target => target == "q");
        await page.Keyboard.TypeAsync("Leipzig");
        await EnterAsync(page);
        Assert.Contains("q=Leipzig", page.Url, StringComparison.Ordinal);

        await FollowAsync(page, target => target == headline);
        Assert.EndsWith(headline!, page.Url, StringComparison.Ordinal);
    }

    private async Task WithoutScriptAsync(int width)
    {
        await using var visitor = await house.VisitorAsync(width, hasScript: false);
        var page = await visitor.NewPageAsync();

        await page.GotoAsync("/");
        var headline = await page.Locator("main .lead h2 a").InnerTextAsync();
        await page.Locator("main .lead h2 a").ClickAsync();
        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());

        await page.Locator("main a[href^='/places/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = headline }).First).ToBeVisibleAsync();

        await page.Locator(".site-nav a[href='/search']").ClickAsync();
        await page.Locator("main input[name=q]").FillAsync("Leipzig");
        await page.Locator("main form button, main form [type=submit]").First.ClickAsync();
        Assert.Contains("q=Leipzig", page.Url, StringComparison.Ordinal);

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = headline }).First.ClickAsync();
        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());
    }

    private static async Task FollowAsync(IPage page, Func<string, bool> isWanted)
    {
        await TabAsync(page, isWanted);
        await EnterAsync(page);
    }

    private static async Task EnterAsync(IPage page)
    {
        var here = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(here, new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Goes on by Tab until the focus is where it should be. At each step it must be seen.</summary>
    private static async Task<(string Tag, string Target)> TabAsync(IPage page, Func<string, bool> isWanted)
    {
        for (var step = 0; step < 150; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (tag, target) = await FocusAsync(page);
            if (tag != "BODY" && isWanted(target)) return (tag, target);
        }

        throw new InvalidOperationException($"150 steps of Tab on {page.Url} did not lead to the link.");
    }

    private static async Task<(string Tag, string Target)> FocusAsync(IPage page)
    {
        var told = await page.EvaluateAsync<string[]>(Focused);
        // The page may still be gliding there.
        for (var wait = 0; wait < 20 && told[0] != "BODY" && told[4] != "true"; wait++)
        {
            await page.WaitForTimeoutAsync(100);
            told = await page.EvaluateAsync<string[]>(Focused);
        }

        if (told[0] != "BODY")
        {
            Assert.True(told[2] == "solid" && told[3] == "3px", $"Focus on {told[0]} {told[1]} of {page.Url} cannot be seen: outline {told[2]} {told[3]}.");
            Assert.True(told[4] == "true", $"Focus on {told[0]} {told[1]} of {page.Url} is out of sight.");
        }

        return (told[0], told[1]);
    }
}
