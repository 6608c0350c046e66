using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Bench.Load;

/// <summary>What a run was asked for.</summary>
/// <param name="Only">Groups of rows; empty for all.</param>
internal sealed record LoadAsk(IReadOnlyList<int> Houses, string Keep, int Rounds, int Seconds, int AwaySeconds, int Minutes, IReadOnlyList<string> Only)
{
    public bool Wants(string group) => Only.Count == 0 || Only.Contains(group);
}

/// <summary>The site under load: builds it, loads houses, drives them beside bare Kestrel, and prints one table.</summary>
internal static class LoadCommand
{
    private const int NoWrk = 2;

    public static readonly string[] Groups = ["printed", "unprinted", "news", "herd", "slow", "away", "memory", "start"];

    public static Command Build()
    {
        var houses = new Option<string>("--houses") { Description = "How many stories each house has, smallest first.", DefaultValueFactory = _ => "2000,20000,200000" };
        var keep = new Option<string>("--keep") { Description = "Where loaded houses are kept for the next run.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "worthynews-bench-houses") };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5 };
        var seconds = new Option<int>("--seconds") { Description = "Of each drive.", DefaultValueFactory = _ => 4 };
        var away = new Option<int>("--away") { Description = "Seconds for which the database is away.", DefaultValueFactory = _ => 30 };
        var minutes = new Option<int>("--minutes") { Description = "For which memory is watched.", DefaultValueFactory = _ => 10 };
        var only = new Option<string[]>("--only") { Description = $"Some of: {string.Join(", ", Groups)}.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        only.AcceptOnlyFromAmong(Groups);
        var command = new Command("load", "Drives the published site with wrk beside bare Kestrel and prints what was measured beside what is wanted.") { houses, keep, rounds, seconds, away, minutes, only };
        command.SetAction((given, cancel) => RunAsync(
            new LoadAsk(
                [.. given.GetRequiredValue(houses).Split(',').Select(h => int.Parse(h, System.Globalization.CultureInfo.InvariantCulture))],
                given.GetRequiredValue(keep),
                given.GetValue(rounds),
                given.GetValue(seconds),
                given.GetValue(away),
                given.GetValue(minutes),
                given.GetRequiredValue(only)),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(LoadAsk ask, CancellationToken cancel)
    {
        if (!Drive.IsThere())
        {
            await Console.Error.WriteLineAsync("This needs wrk: apt-get install wrk.");
            return NoWrk;
        }

        var table = new Table();
        var folder = Directory.CreateTempSubdirectory("worthynews-published-").FullName;
        try
        {
            await MeasureAsync(table, ask, await PublishAsync(folder, cancel), cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        table.Print(Table.Text($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with wrk, {RuntimeInformation.OSDescription}, SQLite, houses of {string.Join(", ", ask.Houses)} stories"));
        return 0;
    }

    private static async Task MeasureAsync(Table table, LoadAsk ask, string program, CancellationToken cancel)
    {
        var houses = new List<LoadedHouse>();
        foreach (var size in ask.Houses) houses.Add(await LoadedHouse.OpenAsync(ask.Keep, size, program, cancel));
        var middle = houses.Count > 1 ? houses[1] : houses[0];

        if (ask.Wants("start")) await AwayRows.MeasureStartAsync(table, houses[0], cancel);
        if (ask.Wants("unprinted")) await UnprintedRows.MeasureAsync(table, houses, ask, cancel);
        if (!Groups.Except(["start", "unprinted"]).Any(ask.Wants)) return;
        // One process for all of these, as in life.
        await using var site = await middle.StartQuietAsync(cancel);
        if (ask.Wants("printed")) await PrintedRows.MeasureAsync(table, middle, site, ask, cancel);
        if (ask.Wants("news")) await NewsRows.MeasureAsync(table, middle, site, cancel);
        if (ask.Wants("herd")) await HerdRows.MeasureAsync(table, middle, site, cancel);
        if (ask.Wants("slow")) await HerdRows.MeasureSlowAsync(table, site, ask, cancel);
        if (ask.Wants("away")) await AwayRows.MeasureAsync(table, middle, site, ask, cancel);
        if (ask.Wants("memory")) await AwayRows.MeasureMemoryAsync(table, middle, site, ask, cancel);
    }

    /// <returns>The published program.</returns>
    private static async Task<string> PublishAsync(string folder, CancellationToken cancel)
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var arg in new[] { "publish", Path.Combine(root, "src", "WorthyNews.Web"), "-c", "Release", "-o", folder, "--nologo", "-v", "q" }) start.ArgumentList.Add(arg);
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync(cancel);
        await publish.WaitForExitAsync(cancel);
        return publish.ExitCode == 0 ? Path.Combine(folder, "WorthyNews.Web.dll") : throw new InvalidOperationException(said);
    }
}

/// <summary>A house with its stories, and the program that serves it.</summary>
internal sealed class LoadedHouse(BenchStore store, string program, int size, IReadOnlyList<AskedPage> pages)
{
    public BenchStore Store => store;

    public string Program => program;

    public int Size => size;

    public string PathOf(string page) => pages.First(p => p.Name == page).Path;

    public Task<SiteProcess> StartAsync(CancellationToken cancel, params string[] settings) => SiteProcess.StartAsync(store, cancel, program, settings);

    /// <summary>The same, once it has done what a start leaves to do: it draws the cards of a month for minutes.</summary>
    public async Task<SiteProcess> StartQuietAsync(CancellationToken cancel, params string[] settings)
    {
        var site = await StartAsync(cancel, settings);
        for (var quiet = 0; quiet < 3;)
        {
            var before = Drive.ProcessorOf(site.Id);
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            quiet = Drive.ProcessorOf(site.Id) - before < TimeSpan.FromMilliseconds(80) ? quiet + 1 : 0;
        }

        return site;
    }

    /// <summary>Loads it, unless a run before did.</summary>
    public static async Task<LoadedHouse> OpenAsync(string keep, int size, string program, CancellationToken cancel)
    {
        var folder = Path.Combine(keep, size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var whole = Path.Combine(folder, "whole");
        if (!File.Exists(whole) && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var store = BenchStore.Kept(folder, size);
        if (!File.Exists(whole))
        {
            var since = Stopwatch.StartNew();
            await new Loading(store, new Corpus(size, TimeProvider.System.GetUtcNow().AddMinutes(-5))).LoadAsync(cancel);
            await File.WriteAllTextAsync(whole, "", cancel);
            Console.WriteLine(Table.Text($"Loaded {size:N0} stories in {since.Elapsed.TotalSeconds:0} s"));
        }

        await using var rooms = Rooms.Open(store, TimeProvider.System);
        return new LoadedHouse(store, program, size, await Itinerary.PagesAsync(rooms.GetRequiredService<Newsstand>(), cancel));
    }
}
