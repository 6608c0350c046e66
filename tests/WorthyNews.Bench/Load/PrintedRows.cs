using System.Diagnostics;
using System.Globalization;

namespace WorthyNews.Bench.Load;

/// <summary>Pages that are printed, beside bare Kestrel with the same bytes, round by round in turn.</summary>
internal static class PrintedRows
{
    private const double LeastOfRaw = 0.9;
    private const double MostOfRawP99 = 2;

    public static async Task MeasureAsync(Table table, LoadedHouse house, SiteProcess site, LoadAsk ask, CancellationToken cancel)
    {
        (string Name, string Path)[] pages =
        [
            ("front page", "/"),
            ("story", house.PathOf("story")),
            ("feed", house.PathOf("feed")),
            ("widget data", "/embed/headlines.json?count=5"),
            ("widget frame", "/embed/headlines?count=5"),
            ("list of a bureau", house.PathOf("bureau, newest")),
        ];
        await using var raw = await RawProcess.StartAsync(site.Home, [.. pages.Select(p => p.Path)], cancel);
        foreach (var (name, path) in pages)
        {
            foreach (var coding in Drive.Codings) await CompareAsync(table, $"{name}, {coding}", path, site, raw, ask, $"Accept-Encoding: {coding}", cancel);
        }

        foreach (var (name, path) in pages.Take(2).Append(pages[2]))
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), cancel);
            await CompareAsync(table, $"{name}, 304", path, site, raw, ask, $"If-None-Match: {answer.Headers.ETag}", cancel);
        }
    }

    private static async Task CompareAsync(Table table, string name, string path, SiteProcess site, RawProcess raw, LoadAsk ask, string header, CancellationToken cancel)
    {
        var (ours, theirs) = (new List<Drive>(), new List<Drive>());
        // The first of each warms up.
        for (var round = -1; round < ask.Rounds; round++)
        {
            var our = await Drive.RunAsync(new Uri(site.Home, path), site.Id, round < 0 ? 1 : ask.Seconds, cancel, header);
            var their = await Drive.RunAsync(new Uri(raw.Home, path), raw.Id, round < 0 ? 1 : ask.Seconds, cancel, header);
            if (round < 0) continue;
            ours.Add(our);
            theirs.Add(their);
        }

        var ratio = Table.Median(ours.Zip(theirs, (our, their) => our.RequestsPerSecond / their.RequestsPerSecond));
        var p99 = Table.Median(ours.Zip(theirs, (our, their) => our.P99 / Math.Max(0.01, their.P99)));
        var bad = ours.Sum(o => o.Bad);
        table.Add(
            name,
            Table.Text($"**{ratio:0.00}** of raw ({Table.Median(ours.Select(o => o.RequestsPerSecond)):N0}/s, {Table.Median(ours.Select(o => o.Cpu)) * 1000:0} µs of processor, raw {Table.Median(theirs.Select(o => o.Cpu)) * 1000:0}); p99 **{p99:0.0}** x raw's ({Table.Median(ours.Select(o => o.P99)):0.0} ms){(bad > 0 ? $"; {bad} bad answers" : "")}"),
            "≥ 0.90; p99 ≤ 2",
            ratio >= LeastOfRaw && p99 <= MostOfRawP99 && bad == 0);
    }
}

/// <summary><see cref="RawServer"/> in a process of its own. Ends when disposed.</summary>
internal sealed class RawProcess : IAsyncDisposable
{
    private readonly Process process;

    private RawProcess(Process process, Uri home) => (this.process, Home) = (process, home);

    public Uri Home { get; }

    public int Id => process.Id;

    public static async Task<RawProcess> StartAsync(Uri site, string[] paths, CancellationToken cancel)
    {
        var port = SiteProcess.FreePort();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var arg in new[] { typeof(RawServer).Assembly.Location, RawServer.Verb, site.AbsoluteUri, port.ToString(CultureInfo.InvariantCulture) }.Concat(paths)) start.ArgumentList.Add(arg);
        var raw = new RawProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        using var client = new HttpClient { BaseAddress = raw.Home };
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var ask = new HttpRequestMessage(HttpMethod.Get, paths[0]);
                ask.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
                using var answer = await client.SendAsync(ask, cancel);
                return raw;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, cancel);
            }
        }

        await raw.DisposeAsync();
        throw new InvalidOperationException("Bare Kestrel did not come up.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
