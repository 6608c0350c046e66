using System.Diagnostics;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Bench.Load;

/// <summary>How long a publication and a kill take from their commit, by another process, to what readers get.</summary>
internal static class NewsRows
{
    private const int Times = 20;
    private const double Most = 100;

    private static readonly Author By = Author.Operator("the bench");

    public static async Task MeasureAsync(Table table, LoadedHouse house, SiteProcess site, CancellationToken cancel)
    {
        await using var rooms = Rooms.Open(house.Store, TimeProvider.System, isHasty: false);
        var (published, killed) = (new List<double>(), new List<double>());
        for (var i = -1; i < Times; i++)
        {
            var headline = $"Bells of the hour {Guid.NewGuid():N}";
            var dispatch = await PublishAsync(rooms, headline, cancel);
            var shown = await UntilAsync(site.Client, dispatch.Address!, headline, isShown: true, cancel);
            await rooms.GetRequiredService<PublishingDesk>().KillAsync(dispatch.Id, "This dispatch is gone.", "Generated to be killed.", By, cancel);
            var gone = await UntilAsync(site.Client, dispatch.Address!, headline, isShown: false, cancel);
            if (i < 0) continue;
            published.Add(shown);
            killed.Add(gone);
        }

        foreach (var (what, times) in new[] { ("publication", published), ("kill", killed) })
            table.Add($"{what} by another process: from the commit to page, front, feed and widget", Table.Text($"{Table.Median(times):0} ms, at worst {times.Max():0} ms"), "≤ 100 ms", times.Max() <= Most);
    }

    public static async Task<Dispatch> PublishAsync(IServiceProvider rooms, string headline, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var dispatch = new Dispatch(new Corpus(Corpus.Smallest, now).Copy(1) with { Headline = headline }, By, now);
        await using (var db = await rooms.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync(cancel))
        {
            db.Dispatches.Add(dispatch);
            await db.SaveChangesAsync(cancel);
        }

        return (await rooms.GetRequiredService<PublishingDesk>().PublishAsync(dispatch.Id, 1, null, By, cancel)).Dispatch;
    }

    /// <summary>Milliseconds until all of them say it, or none does.</summary>
    private static async Task<double> UntilAsync(HttpClient client, string address, string headline, bool isShown, CancellationToken cancel)
    {
        var since = Stopwatch.StartNew();
        foreach (var path in new[] { address, "/", "/feeds/all.rss", "/embed/headlines.json?count=5" })
        {
            while (true)
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
                if ((await answer.Content.ReadAsStringAsync(cancel)).Contains(headline, StringComparison.Ordinal) == isShown) break;
                if (since.Elapsed > TimeSpan.FromSeconds(30)) throw new InvalidOperationException($"{path} never said it.");
                await Task.Delay(1, cancel);
            }
        }

        return since.Elapsed.TotalMilliseconds;
    }
}
