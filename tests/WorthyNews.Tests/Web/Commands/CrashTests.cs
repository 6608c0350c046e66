using System.Globalization;
using System.Net;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Commands;

/// <summary>What happens when processes die, or come in pairs.</summary>
public sealed class CrashTests
{
    private const int Files = 500;

    [Fact]
    public async Task After_a_kill_in_the_middle_of_an_import_every_reported_file_is_there_once_and_a_second_run_brings_the_rest()
    {
        await using var place = await Place.NewAsync();
        for (var i = 0; i < Files; i++) place.Write($"copy/{i:000}.txt", Copy(i));

        await using (var first = place.Start("import", "copy", "--publish"))
        {
            for (var i = 0; Reported(first).Count < 60 && i < 4000; i++) await Task.Delay(5);
            await first.KillAsync();
            await using var db = place.OpenDb();
            var reported = Reported(first);
            var paths = await db.ImportedFiles.Select(f => f.Path).ToListAsync();
            Assert.InRange(reported.Count, 60, Files - 1);
            Assert.Empty(reported.Except(paths.Select(p => Path.GetFileName(p))));
            Assert.Equal(reported.Count, reported.Distinct(StringComparer.Ordinal).Count());
        }

        await using var second = await place.RunAsync("import", "copy", "--publish");

        Assert.Equal(0, second.ExitCode);
        await using var after = place.OpenDb();
        Assert.Equal(Files, await after.Dispatches.CountAsync());
        Assert.Equal(Files, await after.Stories.CountAsync());
        Assert.Equal(Files, await after.WireEntries.CountAsync(e => e.StoryId != null));
        Assert.Equal(Files, await after.Revisions.CountAsync());
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_on_a_new_database_do_not_collide()
    {
        await using var place = await Place.NewAsync(isMigrated: false);
        var ports = new[] { RunningProgram.FreePort(), RunningProgram.FreePort() };

        var programs = ports.Select(port => place.Start($"--urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", "--Seeds:Load=true")).ToList();
        try
        {
            foreach (var (program, port) in programs.Zip(ports))
            {
                using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };
                await program.ReadyAsync(client);
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/feeds/all.rss", UriKind.Relative))).StatusCode);
            }

            await using var db = place.OpenDb();
            Assert.Equal(await db.ImportedFiles.CountAsync(), await db.Stories.CountAsync());
        }
        finally
        {
            foreach (var program in programs) await program.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_running_site_notices_what_a_verb_did_within_two_seconds()
    {
        await using var place = await Place.NewAsync();
        var port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var site = place.Start($"--urls=http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await site.ReadyAsync(client);
        place.Write("one.txt", Copy(1));

        await (await place.RunAsync("import", "one.txt", "--publish")).DisposeAsync();

        var noticed = false;
        for (var i = 0; i < 20 && !noticed; i++)
        {
            noticed = (await client.GetStringAsync(new Uri("/feeds/all.rss", UriKind.Relative))).Contains("Dispatch Number 001", StringComparison.Ordinal);
            if (!noticed) await Task.Delay(100);
        }

        Assert.True(noticed);
    }

    private static List<string> Reported(RunningProgram import) => [.. import.Output.Split('\n')
        .Where(line => line.Contains(": published  /", StringComparison.Ordinal))
        .Select(line => Path.GetFileName(line[..line.IndexOf(':', StringComparison.Ordinal)]))];

    private static string Copy(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        Dispatch Number {number:000} Leaves The Press

        By Edmund Farleigh, Worthy News Europe Correspondent
        ANTWERP (Worthy News) – The press printed sheet {number}.
        The printer rested.
        """);
}
