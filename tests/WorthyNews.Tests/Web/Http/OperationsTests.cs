using System.Globalization;
using System.Net;
using System.Text.Json;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>What the person who runs the program relies on.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task A_site_that_serves_says_that_it_lives_and_is_ready()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        Assert.Equal("live", await client.GetStringAsync("/health/live"));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
    }

    [SqliteFact]
    public async Task A_site_that_lost_its_database_lives_and_is_not_ready_and_its_pages_say_so_with_a_reference()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        await client.GetStringAsync("/health/ready");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in System.IO.Directory.GetFiles(site.Store.Folder, "worthynews.db*")) File.Move(file, file + ".gone");

        Assert.Equal("live", await client.GetStringAsync("/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        using var page = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Matches("[0-9A-F]{4}-[0-9A-F]{2}", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_site_that_can_go_on_with_what_is_printed_is_degraded_until_it_may_not()
    {
        await using var site = await SiteUnderTest.StartAsync(("Cache:MaxBlindMinutes", "10"));
        using var client = site.Visit();
        using (await client.GetAsync("/")) { }
        await site.Store.GoAwayAsync();

        var during = await client.GetStringAsync("/health/ready");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var after = await client.GetAsync("/health/ready");

        Assert.StartsWith("degraded: ", during, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.StatusCode);
        await site.Store.ComeBackAsync();
    }

    [Fact]
    public async Task A_site_that_is_asked_to_stop_ends_in_order()
    {
        await using var place = await Place.NewAsync();
        var port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var site = place.Start($"--urls=http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await site.ReadyAsync(client);
        await client.GetStringAsync("/");

        await site.StopAsync();

        Assert.True(site.ExitCode == 0, $"{site.ExitCode}: {site.Errors}");
        Assert.DoesNotContain(System.IO.Directory.GetFiles(place.Folder, "*.db-wal"), log => new FileInfo(log).Length > 0);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_without_query_or_address_of_who_asked()
    {
        await using var place = await Place.NewAsync();
        var port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var site = place.Start($"--urls=http://127.0.0.1:{port}", $"--Log:Directory={Path.Combine(place.Folder, "logs")}", "--Log:Json=true");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await site.ReadyAsync(client);

        using var answer = await client.GetAsync("/plugins?secret=query");
        using var preview = await client.GetAsync("/desk/preview/secret-key-of-a-text-that-is-not-out-yet-xx");

        var line = await LineAsync(site, "/plugins");
        Assert.Equal(200, JsonDocument.Parse(line).RootElement.GetProperty("StatusCode").GetInt32());
        Assert.DoesNotContain("secret", site.Output, StringComparison.Ordinal);
        Assert.NotEmpty(await LineAsync(site, "/desk/preview/"));
        Assert.DoesNotContain("secret", site.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1\"", line, StringComparison.Ordinal);
        var file = Assert.Single(System.IO.Directory.GetFiles(Path.Combine(place.Folder, "logs")));
        await using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        Assert.Contains("/plugins", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_policy_that_allows_no_script_and_no_frame()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        foreach (var path in new[] { "/", "/plugins/terms", "/feeds/all.rss", "/no-such-page", "/health/live" })
        {
            using var answer = await client.GetAsync(path);
            var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("max-age", string.Join(';', answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_of_the_plugins_runs_our_script_and_frames_our_widgets_and_nothing_else_may_frame_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync("/plugins?count=3");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'; script-src 'self'; frame-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static async Task<string> LineAsync(RunningProgram site, string part)
    {
        for (var i = 0; i < 100; i++)
        {
            if (site.Output.Split('\n').FirstOrDefault(l => l.Contains(part, StringComparison.Ordinal)) is { } line) return line;
            await Task.Delay(50);
        }

        return "";
    }
}
