using System.Collections.Concurrent;

using Microsoft.Playwright;

using WorthyNews.Tests.Support;

using Xunit.Abstractions;

namespace WorthyNews.Tests.Browser.Hosts;

/// <summary>What a plugin costs a visitor of somebody's page. The figures of docs/plugins.md are what this prints.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetWeightTests(BrowserHouse house, ITestOutputHelper output)
{
    private const int KB = 1024;

    [BrowserFact]
    public async Task The_element_is_two_requests_and_the_frame_four_besides_the_pictures()
    {
        var site = (await house.SiteAsync()).GetLeftPart(UriPartial.Authority);
        var element = await WeighAsync($"<worthy-news pictures=\"none\"></worthy-news><script async src=\"{site}/embed/v1/worthy-news.js\"></script>", "worthy-news .wn-item");
        var pictured = await WeighAsync($"<worthy-news></worthy-news><script async src=\"{site}/embed/v1/worthy-news.js\"></script>", "worthy-news .wn-item");
        var frame = await WeighAsync($"<iframe src=\"{site}/embed/headlines?pictures=none\" width=\"600\" height=\"700\" sandbox=\"allow-scripts\"></iframe>", null);
        var page = await WeighAsync(null, null);

        foreach (var (name, (requests, bytes)) in new[] { ("element", element), ("element with its maps", pictured), ("frame", frame), ("our front page, as a frame would load it", page) })
            output.WriteLine(FormattableString.Invariant($"{name}: {requests} requests, {bytes / (double)KB:0.0} KB"));
        Assert.Equal(2, element.Requests);
        Assert.InRange(element.Bytes, 1, 11 * KB);
        // The frame asks for itself once more: a browser may have kept it from before a kill.
        Assert.InRange(frame.Requests, 3, 4);
        Assert.InRange(frame.Bytes, 1, 10 * KB);
        Assert.True(page.Bytes > 8 * element.Bytes);
    }

    /// <param name="html">On an empty page of somebody's; null for our own front page.</param>
    /// <returns>What came from us, with headers, as it went over the line.</returns>
    private async Task<(int Requests, int Bytes)> WeighAsync(string? html, string? waitFor)
    {
        await using var church = await HostSite.StartAsync();
        var site = await house.SiteAsync();
        await using var visitor = await house.VisitorAsync(1280, at: church.Url);
        var page = await visitor.NewPageAsync();
        var finished = new ConcurrentBag<IRequest>();
        page.RequestFinished += (_, request) => { if (request.Url.StartsWith(site.AbsoluteUri, StringComparison.Ordinal)) finished.Add(request); };
        await page.GotoAsync(html is null ? site.AbsoluteUri : church.Serve("/", $"<!doctype html><title>Hillside Chapel</title>{html}"), new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (waitFor is not null) await page.Locator(waitFor).First.WaitForAsync();
        await page.WaitForTimeoutAsync(1_000);
        var bytes = 0;
        foreach (var request in finished)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return (finished.Count, bytes);
    }
}
