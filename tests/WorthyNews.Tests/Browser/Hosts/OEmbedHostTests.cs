using System.Text.Json;

using Microsoft.Playwright;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>The card that a pasted link becomes, on a page of somebody's.</summary>
[Collection(BrowserTests.Name)]
public sealed class OEmbedHostTests(BrowserHouse house)
{
    /// <summary>Pixels that a card may be too tall: two lines of a headline, one of a summary and a note.</summary>
    private const int Slack = 110;

    [BrowserFact]
    public async Task A_card_is_as_tall_as_it_says()
    {
        using var client = new HttpClient { BaseAddress = await house.SiteAsync() };
        using var feed = JsonDocument.Parse(await client.GetStringAsync(new Uri("/feeds/all.json?items=8", UriKind.Relative)));
        var stories = feed.RootElement.GetProperty("items").EnumerateArray().Where(i => i.TryGetProperty("url", out _)).Select(i => i.GetProperty("url").GetString()!).Take(6).ToList();
        await using var church = await HostSite.StartAsync();
        await using var visitor = await house.VisitorAsync(1000, at: church.Url);
        var page = await visitor.NewPageAsync();

        var breaches = new List<string>();
        foreach (var story in stories)
        {
            foreach (var width in new[] { 240, 360, 420, 600 })
            {
                using var card = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/oembed?maxwidth={width}&url={Uri.EscapeDataString(story)}", UriKind.Relative)));
                await page.GotoAsync(church.Serve("/card", $"<!doctype html><title>Card</title>{card.RootElement.GetProperty("html").GetString()}"));
                var article = page.FrameLocator("iframe").Locator("article");
                await article.Locator(".wn-title").WaitForAsync();
                var needs = await article.EvaluateAsync<int>("a => Math.ceil(a.querySelector('.wn-items').getBoundingClientRect().bottom + a.querySelector('.wn-credit').offsetHeight + 14)");
                var says = card.RootElement.GetProperty("height").GetInt32();
                if (needs > says || needs < says - Slack) breaches.Add($"{story} at {width}: needs {needs}, says {says}");
            }
        }

        Assert.NotEmpty(stories);
        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches));
    }
}
