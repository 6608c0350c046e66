using System.Diagnostics;
using System.Net;

namespace WorthyNews.Bench.Load;

/// <summary>What the process does over time: while its database is away, in memory, and from its start.</summary>
internal static class AwayRows
{
    private const double MostMegabytes = 200;
    private const double MostStart = 1;

    public static async Task MeasureAsync(Table table, LoadedHouse house, SiteProcess site, LoadAsk ask, CancellationToken cancel)
    {
        using (await site.Client.GetAsync(new Uri("/", UriKind.Relative), cancel)) { }
        var driving = Drive.RunAsync(site.Home, site.Id, ask.AwaySeconds + 4, cancel, "Accept-Encoding: gzip");
        await Task.Delay(TimeSpan.FromSeconds(2), cancel);
        Move(house, "", ".away");
        var lost = 0;
        var since = Stopwatch.StartNew();
        while (since.Elapsed < TimeSpan.FromSeconds(ask.AwaySeconds))
        {
            // Open connections go on with a file that was moved; new ones cannot.
            foreach (var path in new[] { "/", "/search?q=nobody" })
            {
                using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), cancel);
                if (path == "/" && answer.StatusCode != HttpStatusCode.OK) lost++;
            }

            await Task.Delay(200, cancel);
        }

        Move(house, ".away", "");
        var back = Stopwatch.StartNew();
        while (true)
        {
            using var answer = await site.Client.GetAsync(new Uri("/search?q=church", UriKind.Relative), cancel);
            if (answer.IsSuccessStatusCode) break;
            await Task.Delay(50, cancel);
        }

        var drive = await driving;
        table.Add(
            Table.Text($"database's files moved away for {ask.AwaySeconds} s under load"),
            Table.Text($"{drive.Bad + lost} of {drive.Requests:N0} answers were not 2xx; not printed pages back after {back.Elapsed.TotalSeconds:0.0} s"),
            "none; ≤ 5 s", drive.Bad + lost == 0 && back.Elapsed < TimeSpan.FromSeconds(5));
    }

    public static async Task MeasureMemoryAsync(Table table, LoadedHouse house, SiteProcess site, LoadAsk ask, CancellationToken cancel)
    {
        string[] paths = ["/", house.PathOf("story"), house.PathOf("feed"), "/embed/headlines.json?count=5", house.PathOf("bureau, far back"), "/search?q=church"];
        var seen = new List<(double Own, double Mapped)>();
        var until = Stopwatch.StartNew();
        for (var i = 0; until.Elapsed < TimeSpan.FromMinutes(ask.Minutes); i++)
        {
            await Drive.RunAsync(new Uri(site.Home, paths[i % paths.Length]), site.Id, 2, cancel, "Accept-Encoding: gzip");
            seen.Add(Drive.ResidentOf(site.Id));
        }

        var third = Math.Max(1, seen.Count / 3);
        var (early, late) = (Table.Median(seen.Skip(third).Take(third).Select(s => s.Own)), Table.Median(seen.TakeLast(third).Select(s => s.Own)));
        table.Add(
            Table.Text($"memory under load, {ask.Minutes} minutes"),
            Table.Text($"{seen.Max(s => s.Own):0} MB at most; {early:0} MB in the second third, {late:0} MB in the last; beside it {seen.Max(s => s.Mapped):0} MB of files that the system keeps for it, most of it the database"),
            "≤ 200 MB, flat", seen.Max(s => s.Own) <= MostMegabytes && late <= early * 1.05);
    }

    public static async Task MeasureStartAsync(Table table, LoadedHouse house, CancellationToken cancel)
    {
        var times = new List<double>();
        for (var i = -1; i < 5; i++)
        {
            var since = Stopwatch.StartNew();
            await using var site = await house.StartAsync(cancel);
            using (await site.Client.GetAsync(new Uri("/", UriKind.Relative), cancel)) { }
            if (i >= 0) times.Add(since.Elapsed.TotalSeconds);
        }

        table.AtMost("process start to first page, published build", Table.Median(times), MostStart, " s");
    }

    private static void Move(LoadedHouse house, string from, string to)
    {
        foreach (var name in new[] { "worthynews.db", "worthynews.db-wal", "worthynews.db-shm" })
        {
            var file = Path.Combine(house.Store.Folder, name);
            if (File.Exists(file + from)) File.Move(file + from, file + to, overwrite: true);
        }
    }
}
