using System.Text.RegularExpressions;

using Microsoft.Playwright;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>A volunteer's three minutes: from the page of Worthy Plugins to headlines on a page of one's own.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class PluginsJourneyTests(BrowserHouse house)
{
    [BrowserFact]
    public async Task Chosen_seen_copied_pasted_and_there()
    {
        await using var volunteer = await house.VisitorAsync();
        await volunteer.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await volunteer.NewPageAsync();
        await page.GotoAsync("/plugins");
        var before = await page.Locator("#snippet").InputValueAsync();

        await page.GetByLabel("Headlines, as cards").CheckAsync();
        await page.GetByLabel("From").SelectOptionAsync(new SelectOptionValue { Label = "Israel and the Middle East" });
        await page.GetByLabel("How many").FillAsync("3");
        await SnippetAsync(page, text => text.Contains("count=\"3\"", StringComparison.Ordinal) && text.Contains("jerusalem", StringComparison.Ordinal));
        var seen = page.FrameLocator("#preview iframe").Locator(".wn-item .wn-title");
        await seen.Nth(2).WaitForAsync();
        // The snippet takes over how tall the preview turned out to be.
        var measured = await HeightAsync(page);
        await SnippetAsync(page, text => text.Contains($"height=\"{measured}\"", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await page.GetByText("Copied. Now paste it").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var snippet = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.NotEqual(before, snippet);
        // A map that came late may have made the preview taller since.
        Assert.Equal(WithoutHeight(await page.Locator("#snippet").InputValueAsync()), WithoutHeight(snippet));
        await AssertWorksAsync(snippet, await seen.AllInnerTextsAsync());
    }

    [BrowserFact]
    public async Task Without_script_the_form_answers_with_the_snippet()
    {
        await using var volunteer = await house.VisitorAsync(hasScript: false);
        var page = await volunteer.NewPageAsync();
        await page.GotoAsync("/plugins");

        await page.GetByLabel("From").SelectOptionAsync(new SelectOptionValue { Label = "Persecuted church" });
        await page.GetByLabel("How many").FillAsync("2");
        await page.GetByLabel("Summaries").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();

        var snippet = await page.Locator("#snippet").InputValueAsync();
        Assert.Contains("summaries=\"no\"", snippet, StringComparison.Ordinal);
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).IsVisibleAsync());
        var seen = page.FrameLocator("#preview iframe").Locator(".wn-item .wn-title");
        await seen.First.WaitForAsync();
        Assert.Equal("2", await page.GetByLabel("How many").InputValueAsync());
        Assert.False(await page.GetByLabel("Summaries").IsCheckedAsync());
        await AssertWorksAsync(snippet, await seen.AllInnerTextsAsync());
    }

    [BrowserFact]
    public async Task What_cannot_be_done_is_said_and_what_was_typed_stands()
    {
        await using var volunteer = await house.VisitorAsync(hasScript: false);
        var page = await volunteer.NewPageAsync();
        await page.GotoAsync("/plugins");

        await page.GetByLabel("One story").CheckAsync();
        await page.GetByLabel("The address of the story").FillAsync("https://elsewhere.example/a");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();

        Assert.Contains("no address of a story of ours", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("", await page.Locator("#snippet").InputValueAsync());
        Assert.Equal("https://elsewhere.example/a", await page.GetByLabel("The address of the story").InputValueAsync());
        await page.GotoAsync("/plugins?paper=ffffff&ink=ffff00");
        Assert.Contains("#ffff00 cannot be read on #ffffff", await page.Locator(".seen").InnerTextAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_is_published_corrected_and_killed_is_so_in_an_open_widget_within_a_minute_and_in_a_new_one_at_once()
    {
        var port = RunningProgram.FreePort();
        var address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        await using var site = await SiteUnderTest.StartAsync(("Site:PublicUrl", address));
        using var server = site.VisitOverTheWire(port);
        var wrong = await site.PublishAsync(Sample.Copy("To Be Corrected"), Sample.Noon.AddHours(-1));
        var killed = await site.PublishAsync(Sample.Copy("To Be Killed"), Sample.Noon.AddHours(-2));
        await using var church = await HostSite.StartAsync();
        var url = church.Serve("/", $"<!doctype html><title>Hillside Chapel</title><worthy-news></worthy-news><iframe src=\"{address}/embed/headlines\" sandbox=\"allow-scripts\" height=\"600\"></iframe><script async src=\"{address}/embed/v1/worthy-news.js\"></script>");
        await using var visitor = await house.VisitorAsync(at: church.Url);
        var open = await visitor.NewPageAsync();
        await open.GotoAsync(url);
        await open.Locator("worthy-news").GetByText("To Be Killed").WaitForAsync();
        await open.FrameLocator("iframe").GetByText("To Be Killed").WaitForAsync();

        await site.ReviseAsync(wrong, Sample.Copy("Was Corrected"));
        await site.Desk.CorrectAsync(wrong.Id, 2, "The words were wrong.", SiteUnderTest.By, CancellationToken.None);
        await site.Desk.KillAsync(killed.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        await site.PublishAsync(Sample.Copy("Newly Published"));

        await using var other = await house.VisitorAsync(at: church.Url);
        var fresh = await other.NewPageAsync();
        await fresh.GotoAsync(url);
        await AssertPutRightAsync(fresh, 20);
        await AssertPutRightAsync(open, 60);
    }

    private static async Task AssertPutRightAsync(IPage page, int seconds)
    {
        foreach (var place in new[] { page.Locator("worthy-news"), page.FrameLocator("iframe").Locator("body") })
        {
            await place.GetByText("Newly Published").WaitForAsync(new() { Timeout = seconds * 1000 });
            Assert.Equal(1, await place.GetByText("Was Corrected").CountAsync());
            Assert.Equal(0, await place.GetByText("To Be Corrected").CountAsync());
            Assert.Equal(0, await place.GetByText("To Be Killed").CountAsync());
        }
    }

    private static string WithoutHeight(string snippet) => Height().Replace(snippet, "");

    [GeneratedRegex("height=\"[0-9]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex Height();

    /// <summary>Of the preview, once it has come to rest.</summary>
    private static async Task<string> HeightAsync(IPage page)
    {
        var last = "";
        for (var i = 0; i < 40; i++)
        {
            var now = await page.Locator("#preview iframe").GetAttributeAsync("height") ?? "";
            if (now == last) return now;
            last = now;
            await Task.Delay(700);      // longer than our script waits before it asks
        }

        throw new TimeoutException($"The preview does not come to rest; it is {last} tall.");
    }

    /// <summary>Waits for what our script makes of a choice. The page's own policy lets no string run that could wait in it.</summary>
    private static async Task SnippetAsync(IPage page, Predicate<string> isIt)
    {
        for (var i = 0; i < 600; i++)
        {
            if (isIt(await page.Locator("#snippet").InputValueAsync())) return;
            await Task.Delay(50);
        }

        Assert.Fail($"The snippet stayed {await page.Locator("#snippet").InputValueAsync()}");
    }

    private async Task AssertWorksAsync(string snippet, IReadOnlyList<string> headlines)
    {
        await using var church = await HostSite.StartAsync();
        var url = church.Serve("/", $"<!doctype html><title>Blank</title>{snippet}");
        await using var visitor = await house.VisitorAsync(at: church.Url);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(url);
        var titles = page.Locator("worthy-news .wn-item .wn-title");
        await titles.First.WaitForAsync();
        Assert.NotEmpty(headlines);
        Assert.Equal(headlines, await titles.AllInnerTextsAsync());
    }
}
