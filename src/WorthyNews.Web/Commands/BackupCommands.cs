using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

using WorthyNews.Newsroom.Safekeeping;

namespace WorthyNews.Web.Commands;

/// <summary><c>backup PATH</c> and <c>restore PATH</c>. Neither opens the house: a backup must not migrate what it copies, and a restore finds nothing to open.</summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> Make(string[] settings)
    {
        var to = new Argument<string>("PATH") { Description = "A folder, in which the backup is named by its time, or a file that does not exist yet." };
        var backup = new Command("backup", "Copy everything into one file and prove it, while the site runs.") { to };
        backup.SetAction((parsed, cancel) => InClosedHouseAsync(settings, "No backup was made.", house => BackUpAsync(house, parsed.GetValue(to)!, cancel)));
        yield return backup;

        var from = new Argument<string>("PATH") { Description = "A file that backup made." };
        var restore = new Command("restore", "Put a backup into an empty data directory.") { from };
        restore.SetAction((parsed, cancel) => InClosedHouseAsync(settings, "Nothing was restored.", house => RestoreAsync(house, parsed.GetValue(from)!, cancel)));
        yield return restore;
    }

    private static async Task<int> InClosedHouseAsync(string[] settings, string refused, Func<IServiceProvider, Task> verb)
    {
        await using var app = House.Build(settings, isVerb: true);
        try
        {
            await verb(app.Services);
            return CommandLine.Done;
        }
        catch (BackupRefusedException refusal)
        {
            await Console.Error.WriteLineAsync($"{refused} {refusal.Message}");
            return CommandLine.Failed;
        }
    }

    private static async Task BackUpAsync(IServiceProvider house, string path, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var made = await house.GetRequiredService<BackupMaking>().MakeAsync(path, cancel);
        await Console.Out.WriteLineAsync($"Backed up to {made.Path}, {Size(made.Bytes)}, and proven in {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
        await Console.Out.WriteLineAsync(Holds(made.Manifest));
        try
        {
            await house.GetRequiredService<Backups>().KeepAsync(made, watch.Elapsed, isNightly: false, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"It is whole, but the house could not take a note of it: {error.Message}");
        }
    }

    private static async Task RestoreAsync(IServiceProvider house, string path, CancellationToken cancel)
    {
        var manifest = await house.GetRequiredService<Restoring>().RestoreAsync(path, cancel);
        await Console.Out.WriteLineAsync($"Restored the house as it was at {Time(manifest.MadeAt)}, from {path}.");
        await Console.Out.WriteLineAsync(Holds(manifest));
        await Console.Out.WriteLineAsync("What was killed, retracted, redacted or corrected after that time is as it was before. Do it again before readers are let in.");
    }

    private static string Holds(BackupManifest manifest) => manifest.Census is { Entries: > 0 } census
        ? $"It holds {Count(census.LiveStories, "live story", "live stories")} and {Count(census.Entries, "wire entry", "wire entries")}, "
            + $"the newest number {census.NewestSequence} of {Time(census.NewestEntryAt)}; the newest headline is of {(census.NewestHeadlineAt is { } at ? Time(at) : "no time, for there is none")}."
        : "It holds an empty wire.";

    private static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number.ToString("N0", CultureInfo.InvariantCulture)} {many}";

    private static string Time(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "never";

    private static string Size(long bytes) => bytes < 1_000_000
        ? $"{(bytes / 1000.0).ToString("0", CultureInfo.InvariantCulture)} KB"
        : $"{(bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB";
}
