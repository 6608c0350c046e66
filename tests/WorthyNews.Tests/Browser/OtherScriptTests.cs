using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>Arabic and Cyrillic stories, alone and in lists among others.</summary>
[Collection(BrowserTests.Name)]
public sealed class OtherScriptTests(BrowserHouse house)
{
    /// <summary>Direction, letterspace, and how far the words are from the left and right edge of the box that they stand in.</summary>
    private const string Setting = """
        e => {
          const style = getComputedStyle(e), words = document.createRange();
          words.selectNodeContents(e);
          let box = e; while (getComputedStyle(box).display.startsWith('inline')) box = box.parentElement;
          const w = words.getBoundingClientRect(), b = box.getBoundingClientRect(), s = getComputedStyle(box);
          return [style.direction, style.letterSpacing, String(w.left - b.left - parseFloat(s.paddingLeft)), String(b.right - parseFloat(s.paddingRight) - w.right), style.textTransform, e.closest('[lang]').lang];
        }
        """;

    [BrowserFact]
    public async Task An_Arabic_story_is_set_from_the_right()
    {
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync((await house.PagesAsync()).First(p => p.Name.EndsWith("from right to left", StringComparison.Ordinal) && !p.IsText).Path);

        await IsFromTheRightAsync(page.Locator("h1"));
        await IsFromTheRightAsync(page.Locator(".body p").Nth(1));
        Assert.Equal("ltr", await page.Locator("html").GetAttributeAsync("dir"));
        foreach (var part in await page.Locator(".body :is(.dateline, .crosshead)").AllAsync())
            Assert.Equal(["rtl", "normal", "none"], await part.EvaluateAsync<string[]>("e => [getComputedStyle(e).direction, getComputedStyle(e).letterSpacing.replace('0px', 'normal'), getComputedStyle(e).textTransform]"));
    }

    [BrowserFact]
    public async Task An_Arabic_headline_is_set_from_the_right_in_lists_and_its_neighbors_from_the_left()
    {
        var story = (await house.PagesAsync()).First(p => p.Name.EndsWith("from right to left", StringComparison.Ordinal) && !p.IsText).Path;
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var seen = 0;
        foreach (var list in new[] { "/", story[..11], "/bureaus/middle-east" })
        {
            await page.GotoAsync(list);
            foreach (var link in await page.Locator($"main a[href='{story}']").AllAsync())
            {
                await IsFromTheRightAsync(link);
                seen++;
            }

            var other = page.Locator($"main :is(h2, h3, li) a[href^='/2']:not([href='{story}']):not(:lang(ar))").First;
            Assert.Equal("ltr", (await other.EvaluateAsync<string[]>(Setting))[0]);
        }

        Assert.InRange(seen, 3, 20);
    }

    [BrowserFact]
    public async Task A_Cyrillic_story_keeps_its_letters_and_language_in_lists()
    {
        var story = (await house.PagesAsync()).First(p => p.Name.EndsWith("in Cyrillic", StringComparison.Ordinal) && !p.IsText).Path;
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(story);
        var headline = await page.Locator("h1").InnerTextAsync();
        var language = (await page.Locator("h1").EvaluateAsync<string[]>(Setting))[5];

        await page.GotoAsync(story[..11]);

        var link = page.Locator($"main a[href='{story}']").First;
        Assert.Equal(headline, await link.InnerTextAsync());
        Assert.Equal(("ltr", "uk"), ((await link.EvaluateAsync<string[]>(Setting))[0], language));
        Assert.Equal("uk", (await link.EvaluateAsync<string[]>(Setting))[5]);
    }

    private static async Task IsFromTheRightAsync(ILocator words)
    {
        var told = await words.EvaluateAsync<string[]>(Setting);
        var what = $"{await words.InnerTextAsync()}: {string.Join(", ", told)}";
        Assert.True(told[0] == "rtl", $"Not from right to left: {what}");
        Assert.True(told[1] is "normal" or "0px", $"Letterspaced: {what}");
        Assert.True(Math.Abs(double.Parse(told[3], System.Globalization.CultureInfo.InvariantCulture)) < 2, $"Not at the right edge: {what}");
    }
}
