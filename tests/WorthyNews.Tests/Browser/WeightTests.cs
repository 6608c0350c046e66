using System.Security.Cryptography;
using System.Text.RegularExpressions;

using Microsoft.Playwright;

using WorthyNews.Tests.Floorplan.Reading;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Tests.Browser;

/// <summary>What a first visit costs a reader, and a second one.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class WeightTests(BrowserHouse house)
{
    private const int MaxBytes = 120 * 1024;

    [BrowserFact]
    public async Task A_first_visit_to_the_front_page_weighs_less_than_120_KB()
    {
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();

        var (bytes, asked) = await WeighAsync(page, "/");

        Assert.True(bytes < MaxBytes, $"{bytes} bytes in {asked.Count} answers: {string.Join(", ", asked)}");
        // Paper, words and faces did come: fonts and sheets are most of it.
        Assert.InRange(bytes, 40 * 1024, MaxBytes);
    }

    [BrowserFact]
    public async Task A_second_page_brings_no_font_again()
    {
        await using var visitor = await house.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var again = new List<string>();
        page.Response += (_, answer) => { if (answer.Url.EndsWith(".woff2", StringComparison.Ordinal)) again.Add($"{answer.Url} {answer.Headers.GetValueOrDefault("cache-control")}"); };

        var (bytes, asked) = await WeighAsync(page, "/about");

        Assert.True(bytes < 30 * 1024, $"{bytes} bytes: {string.Join(", ", asked)}");
        Assert.All(again, font => Assert.Contains("immutable", font, StringComparison.Ordinal));
    }

    [Fact]
    public void A_font_bears_the_mark_of_its_bytes_and_is_named_by_it()
    {
        var fonts = new DirectoryInfo(Path.Combine(Repository.Top, "src/WorthyNews.Web/wwwroot/fonts")).GetFiles("*.woff2");
        var sheet = string.Join('\n', Repository.LinesOf("src/WorthyNews.Web/wwwroot/css/tokens.css"));

        var asked = FontAddress().Matches(sheet).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal);

        Assert.Equal(fonts.Select(f => f.Name).Order(StringComparer.Ordinal), asked);
        Assert.All(fonts, font => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(font.FullName)))[..8], font.Name.Split('.')[1]));
        Assert.All(Assets.MainFonts, font => Assert.Contains(font, sheet, StringComparison.Ordinal));
    }

    /// <summary>Bytes as they came over the line, heads of the answers included.</summary>
    private static async Task<(double Bytes, IReadOnlyList<string> Answers)> WeighAsync(IPage page, string path)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        var asked = new List<string>();
        var bytes = 0.0;
        line.Event("Network.responseReceived").OnEvent += (_, e) => asked.Add(e!.Value.GetProperty("response").GetProperty("url").GetString()!);
        line.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await line.SendAsync("Network.enable");
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.NotEmpty(asked);
        return (bytes, asked);
    }

    [GeneratedRegex(@"url\(""\.\./fonts/(?<name>[^""]+)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex FontAddress();
}
