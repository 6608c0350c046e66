using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Bench;

/// <summary>The whole of a run: load, drive, explain.</summary>
internal static class Run
{
    private const int Done = 0;
    private const int BadPlan = 1;

    /// <param name="sizes">Dispatches of each house, smallest first; the ratios are those of the last to the first.</param>
    /// <param name="server">Connection string of a PostgreSQL server; null for SQLite.</param>
    /// <returns>1 when a plan reads more than it shows. A ratio only leaves a mark: it is for a person to judge how noisy the machine was.</returns>
    public static async Task<int> AllAsync(IReadOnlyList<int> sizes, int rounds, string? server, CancellationToken cancel)
    {
        var build = typeof(Run).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        Console.WriteLine($"{(server is null ? "SQLite" : "PostgreSQL")}, {build} build, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores");

        var newest = TimeProvider.System.GetUtcNow().AddMinutes(-5);
        var houses = new List<BenchHouse>();
        try
        {
            foreach (var size in sizes) houses.Add(await LoadAsync(size, newest, server, cancel));
            foreach (var house in houses) await house.StartAsync(cancel);

            var rows = await Rounds.DriveAsync(houses, rounds, cancel);
            Report.Print(rows, sizes, rounds);
            // The sites draw the cards of a month for minutes, on the cores that are measured next.
            foreach (var house in houses) await house.StopAsync();
            foreach (var house in houses) await SearchTimes.PrintAsync(house, rounds, cancel);
            return await Plans.PrintAsync(houses[^1], newest, cancel) ? Done : BadPlan;
        }
        finally
        {
            foreach (var house in houses) await house.DisposeAsync();
        }
    }

    private static async Task<BenchHouse> LoadAsync(int size, DateTimeOffset newest, string? server, CancellationToken cancel)
    {
        var store = BenchStore.New(server, size);
        try
        {
            var started = Stopwatch.StartNew();
            await new Loading(store, new Corpus(size, newest)).LoadAsync(cancel);
            Console.WriteLine($"Loaded {size:N0} dispatches in {started.Elapsed.TotalSeconds:0} s");

            await using var rooms = Rooms.Open(store, TimeProvider.System);
            return new BenchHouse(store, await Itinerary.PagesAsync(rooms.GetRequiredService<Newsstand>(), cancel));
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
