using System.Diagnostics;
using System.Text.Json;

namespace WorthyNews.Tests.Browser;

/// <summary>The Nu Html Checker over one page of each kind, where <c>WORTHYNEWS_TEST_VNU</c> names its <c>vnu.jar</c>.</summary>
[Collection(BrowserTests.Name)]
public sealed class ValidHtmlTests(BrowserHouse house)
{
    public const string Variable = "WORTHYNEWS_TEST_VNU";

    [BrowserFact(Variable)]
    public async Task Every_page_is_valid_HTML()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("worthynews-html-");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var client = new HttpClient { BaseAddress = await house.SiteAsync() };
        foreach (var page in await house.PagesAsync())
        {
            var file = Path.Combine(folder.FullName, $"{names.Count}.html");
            using var answer = await client.GetAsync(new Uri(page.Path, UriKind.Relative));
            await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            names[new Uri(file).AbsoluteUri] = $"{page.Name} ({page.Path})";
        }

        var start = new ProcessStartInfo("java") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])["-Xss2m", "-jar", BrowserFactAttribute.ToolOrFail(Variable), "--format", "json", "--exit-zero-always", .. names.Keys.Select(n => new Uri(n).LocalPath)]) start.ArgumentList.Add(arg);
        using var checker = Process.Start(start)!;
        var said = await Task.WhenAll(checker.StandardError.ReadToEndAsync(), checker.StandardOutput.ReadToEndAsync());
        await checker.WaitForExitAsync();
        folder.Delete(recursive: true);

        using var verdict = JsonDocument.Parse(said[0]);
        var errors = verdict.RootElement.GetProperty("messages").EnumerateArray()
            .Where(m => m.GetProperty("type").GetString() != "info")
            .Select(m => $"{names.GetValueOrDefault(Text(m, "url"), "the checker")}: {Text(m, "message")} … {Text(m, "extract")}").ToList();
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Take(40)));
        Assert.InRange(names.Count, 25, 200);
    }

    private static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString()! : "";
}
