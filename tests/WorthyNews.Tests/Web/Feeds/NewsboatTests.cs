using System.Diagnostics;

using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>A feed reader that people use, on a site that is in use: newsboat, with a home of its own that is thrown away.</summary>
public sealed class NewsboatTests
{
    private const string Feed = "/feeds/all.atom";

    private static CancellationToken None => CancellationToken.None;

    [ProgramFact("newsboat")]
    public async Task A_reader_takes_the_stories_is_told_when_nothing_changed_and_learns_of_a_kill()
    {
        using var home = new Home();
        var book = new AnswerBook();
        await using var site = await SiteUnderTest.StartAsync();
        site.Furnish = services => services.AddSingleton<IStartupFilter>(book);
        using var client = site.VisitOverTheWire();
        var (first, second) = await PublishAsync(site);
        await home.SubscribeAsync(new Uri(client.BaseAddress!, Feed));

        var said = await home.RunAsync("reload", "print-unread");
        // It sends validators of the second fetch on, so from the third on it can be told.
        await home.RunAsync("reload");
        await home.RunAsync("reload");
        var afterThree = book.Of(Feed);
        await site.Desk.KillAsync(first.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await home.RunAsync("reload");
        var afterFour = book.Of(Feed);

        Assert.Contains("2 unread", said, StringComparison.Ordinal);
        Assert.Equal([200, 200, 304], afterThree);
        Assert.Equal([200, 200, 304, 200], afterFour);
        var items = home.Items();
        Assert.Equal(["A Good Story", "This story is gone"], items.Select(i => i.Title).Order(StringComparer.Ordinal));
        Assert.Equal([$"urn:uuid:{first.StoryId}", $"urn:uuid:{second.StoryId}"], items.OrderByDescending(i => i.Title, StringComparer.Ordinal).Select(i => i.Guid));
        Assert.Contains("We have taken this story down.", items.Single(i => i.Title == "This story is gone").Content, StringComparison.Ordinal);
        Assert.DoesNotContain(items, i => i.Content.Contains("zephyr", StringComparison.Ordinal));
    }

    private static async Task<(Dispatch First, Dispatch Second)> PublishAsync(SiteUnderTest site)
    {
        var first = await site.PublishAsync(Sample.Copy("A Killed Story") with { Markdown = "It said zephyr." });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.PublishAsync(Sample.Copy("A Good Story"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return (first, second);
    }

    /// <summary>A folder that newsboat takes for the whole of a person's home.</summary>
    private sealed class Home : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly string folder = System.IO.Directory.CreateTempSubdirectory("worthynews-newsboat-").FullName;

        public async Task SubscribeAsync(Uri feed)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "urls"), feed.AbsoluteUri + "\n");
            await File.WriteAllTextAsync(Path.Combine(folder, "config"), "reload-threads 1\nuse-proxy no\n");
        }

        public async Task<string> RunAsync(params string[] commands)
        {
            var start = new ProcessStartInfo("newsboat", ["-C", Path.Combine(folder, "config"), "-u", Path.Combine(folder, "urls"), "-c", Path.Combine(folder, "cache.db"), "-x", .. commands])
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder,
            };
            foreach (var name in new[] { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" }) start.Environment[name] = folder;
            foreach (var name in new[] { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" }) start.Environment.Remove(name);
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            var said = string.Concat(await output);
            Assert.True(process.ExitCode == 0, said);
            return said;
        }

        public List<(string Guid, string Title, string Content)> Items()
        {
            using var cache = new SqliteConnection($"Data Source={Path.Combine(folder, "cache.db")};Mode=ReadOnly;Pooling=false");
            cache.Open();
            using var ask = cache.CreateCommand();
            ask.CommandText = "SELECT guid, title, content FROM rss_item";
            using var rows = ask.ExecuteReader();
            var items = new List<(string, string, string)>();
            while (rows.Read()) items.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
            return items;
        }

        public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
    }
}
