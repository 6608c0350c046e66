using System.Diagnostics;
using System.Net;

namespace WorthyNews.Bench;

/// <summary>What a page took.</summary>
/// <param name="Milliseconds">Median by house.</param>
/// <param name="Bytes">Of the body, by house.</param>
internal sealed record Row(string Page, IReadOnlyList<double> Milliseconds, IReadOnlyList<long> Bytes)
{
    /// <summary>The last house's time to the first's.</summary>
    public double Ratio => Milliseconds[^1] / Milliseconds[0];
}

/// <summary>Asks the pages, one at a time: page by page, house after house, round by round, so that noise falls on all alike.</summary>
internal static class Rounds
{
    /// <summary>By then the runtime has compiled what is used often.</summary>
    private const int WarmUp = 120;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidOperationException">A page did not answer 200.</exception>
    public static async Task<IReadOnlyList<Row>> DriveAsync(IReadOnlyList<BenchHouse> houses, int rounds, CancellationToken cancel)
    {
        await DriveRoundsAsync(houses, WarmUp, cancel);
        await Task.Delay(Pause, cancel);
        return await DriveRoundsAsync(houses, rounds, cancel);
    }

    private static async Task<IReadOnlyList<Row>> DriveRoundsAsync(IReadOnlyList<BenchHouse> houses, int rounds, CancellationToken cancel)
    {
        var pages = houses[0].Pages.Count;
        var times = new double[pages, houses.Count][];
        var bytes = new long[pages, houses.Count];
        for (var page = 0; page < pages; page++)
        {
            for (var house = 0; house < houses.Count; house++) times[page, house] = new double[rounds];
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var page = 0; page < pages; page++)
            {
                for (var turn = 0; turn < houses.Count; turn++)
                {
                    var house = (turn + round) % houses.Count;      // each goes first as often as the others
                    (times[page, house][round], bytes[page, house]) = await AskAsync(houses[house], houses[house].Pages[page], cancel);
                }
            }
        }

        return
        [
            .. houses[0].Pages.Select((asked, page) => new Row(
                asked.Name,
                [.. Enumerable.Range(0, houses.Count).Select(house => Median(times[page, house]))],
                [.. Enumerable.Range(0, houses.Count).Select(house => bytes[page, house])])),
        ];
    }

    private static async Task<(double Milliseconds, long Bytes)> AskAsync(BenchHouse house, AskedPage page, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await house.Client.GetAsync(new Uri(page.Path, UriKind.Relative), cancel);       // with the whole body
        var took = Stopwatch.GetElapsedTime(started);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{page.Path} answered {(int)answer.StatusCode}.");
        return (took.TotalMilliseconds, answer.Content.Headers.ContentLength ?? 0);
    }

    private static double Median(double[] times)
    {
        var sorted = times.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
