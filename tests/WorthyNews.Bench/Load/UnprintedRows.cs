namespace WorthyNews.Bench.Load;

/// <summary>What a page costs when it is made, and whether that grows with the house.</summary>
internal static class UnprintedRows
{
    private const int Connections = 4;
    private const double MostFront = 0.5;
    private const double MostSearch = 3;
    private const double MostGrowth = 1.5;

    public static async Task MeasureAsync(Table table, IReadOnlyList<LoadedHouse> houses, LoadAsk ask, CancellationToken cancel)
    {
        var sites = new List<SiteProcess>();
        try
        {
            foreach (var house in houses) sites.Add(await house.StartQuietAsync(cancel, BenchHouse.NothingPrinted));
            foreach (var page in new[] { "front", "story", "feed", "search, common word" })
            {
                var costs = houses.Select(_ => new List<double>()).ToList();
                for (var round = -2; round < ask.Rounds; round++)
                {
                    for (var i = 0; i < houses.Count; i++)
                    {
                        var drive = await Drive.RunAsync(new Uri(sites[i].Home, houses[i].PathOf(page)), sites[i].Id, ask.Seconds, Connections, ["Accept-Encoding: identity"], cancel);
                        if (drive.Bad > 0) throw new InvalidOperationException($"{page}: {drive.Bad} bad answers.");
                        if (round >= 0) costs[i].Add(drive.Cpu);
                    }
                }

                var medians = costs.ConvertAll(Table.Median);
                for (var i = 0; i < houses.Count; i++)
                {
                    var what = Table.Text($"{page}, not printed, {houses[i].Size:N0} stories: processor");
                    if (page == "front") table.AtMost(what, medians[i], MostFront, " ms");
                    else if (page.StartsWith("search", StringComparison.Ordinal)) table.Add(what, Table.Text($"{medians[i]:0.00} ms"), houses[i].Size == 20_000 ? "≤ 3 ms" : "", houses[i].Size == 20_000 ? medians[i] <= MostSearch : null);
                    else table.Add(what, Table.Text($"{medians[i]:0.00} ms"), "", null);
                }

                if (!page.StartsWith("search", StringComparison.Ordinal) && houses.Count > 1)
                    table.AtMost(Table.Text($"{page}, not printed, {houses[^1].Size:N0} to {houses[0].Size:N0} stories"), medians[^1] / medians[0], MostGrowth, " x");
            }
        }
        finally
        {
            foreach (var site in sites) await site.DisposeAsync();
        }
    }
}
