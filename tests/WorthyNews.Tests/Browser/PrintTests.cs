using Microsoft.Playwright;

namespace WorthyNews.Tests.Browser;

/// <summary>A story on paper.</summary>
[Collection(BrowserTests.Name)]
public sealed class PrintTests(BrowserHouse house)
{
    /// <summary>A sheet of A4 between its margins, in pixels of 1/96 inch.</summary>
    private const int Width = 643;

    /// <summary>How far the facts start below the top of the map, the gap between the two, and how far the text starts below both.</summary>
    private const string Setting = """
        () => {
          const [map, facts, text] = ['.story > figure', '.facts', '.story .text'].map(s => document.querySelector(s).getBoundingClientRect());
          return [facts.top - map.top, Math.max(facts.left - map.right, map.left - facts.right), text.top - Math.max(map.bottom, facts.bottom)];
        }
        """;

    [BrowserFact]
    public async Task The_facts_stand_beside_the_map_and_the_text_below_both()
    {
        await using var visitor = await house.VisitorAsync(Width);
        var page = await visitor.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var kind in new[] { "from right to left", "in Cyrillic", "with a correction" })
        {
            await page.GotoAsync((await house.PagesAsync()).First(p => p.Name.EndsWith(kind, StringComparison.Ordinal) && !p.IsText).Path);

            var told = await page.EvaluateAsync<double[]>(Setting);
            Assert.True(Math.Abs(told[0]) < 1, $"{kind}: the facts start {told[0]} px below the map’s top.");
            Assert.True(told[1] is > 15 and < 60, $"{kind}: {told[1]} px lie between map and facts.");
            Assert.True(told[2] is >= 0 and < 30, $"{kind}: the text starts {told[2]} px below both.");
        }
    }
}
