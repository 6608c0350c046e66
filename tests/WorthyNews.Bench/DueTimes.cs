using System.Diagnostics;
using System.Globalization;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Bench;

/// <summary>How fast dispatches that are due at once go out, by one clock and by two, with every commit on the disk.</summary>
internal static class DueTimes
{
    private const int WarmUp = 500;

    private static readonly Author By = Author.Operator("the bench");
    private static readonly DateTimeOffset Hour = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <param name="many">Of them, for each of the two runs.</param>
    public static async Task<int> RunAsync(int many, string? server, CancellationToken cancel)
    {
        Console.WriteLine($"{(server is null ? "SQLite" : "PostgreSQL")}, {Environment.ProcessorCount} cores");
        // The first run is what a process pays once: code is compiled, the coasts are unpacked.
        foreach (var clocks in new[] { 0, 1, 2 })
        {
            await using var store = BenchStore.New(server, many + clocks);
            await LoadAsync(store, clocks == 0 ? Math.Min(many, WarmUp) : many, cancel);

            var nodes = Enumerable.Range(0, Math.Max(1, clocks)).Select(_ => Rooms.Open(store, new LoadingClock { At = Hour.AddMinutes(-1) }, isHasty: false)).ToList();
            foreach (var node in nodes)
            {
                await node.GetRequiredService<PublishingDesk>().DrawAheadAsync(cancel);
                ((LoadingClock)node.GetRequiredService<TimeProvider>()).At = Hour.AddSeconds(1);
            }

            var since = Stopwatch.StartNew();
            var spent = Environment.CpuUsage.TotalTime;
            var waits = (await Task.WhenAll(nodes.Select(node => Task.Run(() => PublishAllAsync(node.GetRequiredService<PublishingDesk>(), cancel), cancel)))).SelectMany(w => w).Order().ToList();
            var (seconds, processor) = (since.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime - spent);
            foreach (var node in nodes) await node.DisposeAsync();
            if (clocks == 0) continue;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{waits.Count} due at once, {clocks} clock{(clocks > 1 ? "s" : "")}: {seconds:0.0} s, {waits.Count / seconds:0} a second; one in the middle {waits[waits.Count / 2]:0.0} ms, slowest {waits[^1]:0} ms; {processor.TotalMilliseconds / waits.Count:0.0} ms of processor for each"));
        }

        return 0;
    }

    private static async Task LoadAsync(BenchStore store, int many, CancellationToken cancel)
    {
        var corpus = new Corpus(many, Hour);
        await using var rooms = Rooms.Open(store, new LoadingClock { At = Hour.AddHours(-1) });
        await rooms.GetRequiredService<NewsDatabase>().OpenAsync(fill => rooms.GetRequiredService<PublishingDesk>().NameAsync(CorpusWords.Names(), fill), cancel);
        await using var db = await rooms.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync(cancel);
        for (var number = 0; number < many; number++)
        {
            var dispatch = new Dispatch(corpus.Copy(number), By, Hour.AddHours(-1));
            dispatch.Schedule(dispatch.Newest, Hour, "Etc/UTC", By, Hour.AddHours(-1));
            db.Dispatches.Add(dispatch);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>As the clock of the site does it.</summary>
    /// <returns>Milliseconds of each that went out by this clock.</returns>
    private static async Task<List<double>> PublishAllAsync(PublishingDesk desk, CancellationToken cancel)
    {
        var waits = new List<double>();
        while (await desk.DueAsync(cancel) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                var since = Stopwatch.StartNew();
                if ((await desk.PublishDueAsync(id, cancel)).Entry is not null) waits.Add(since.Elapsed.TotalMilliseconds);
            }
        }

        return waits;
    }
}
