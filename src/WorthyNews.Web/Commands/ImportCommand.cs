using System.CommandLine;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Commands;

/// <summary><c>import PATH... [--publish] [--bureau NAME] [--at TIME]</c></summary>
internal static class ImportCommand
{
    public static Command Make(string[] settings)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Wire copy (.txt) or Markdown with front matter (.md): files, or folders that are read through.",
            Arity = ArgumentArity.OneOrMore,
        };
        var publish = new Option<bool>("--publish") { Description = "Put the dispatches on the wire; without it they stay drafts." };
        var bureau = new Option<string?>("--bureau") { Description = "The bureau that filed them, by name or slug; goes before what the copy says.", HelpName = "NAME" };
        var at = new Option<string?>("--at")
        {
            Description = "With --publish: when they were first published, or in the future when they are to be, as 2026-11-23T09:00Z, or without offset in Site:TimeZone.",
            HelpName = "TIME",
        };
        var command = new Command("import", "Read copy and make dispatches of it.") { paths, publish, bureau, at };
        command.Validators.Add(result =>
        {
            foreach (var typed in (result.GetValue(paths) ?? []).Where(p => p.StartsWith('-') && !Path.Exists(p))) result.AddError($"There is no option {typed}.");
            if (result.GetResult(at) is not null && !result.GetValue(publish)) result.AddError("--at goes with --publish.");
        });
        command.SetAction((parsed, cancel) => CommandLine.InHouseAsync(settings, async house =>
        {
            var zone = house.GetRequiredService<HouseSettings>().TimeZone;
            DateTimeOffset? moment;
            try
            {
                moment = parsed.GetValue(at) is { } text ? Moments.Read(text, zone) : null;
            }
            catch (FormatException error)
            {
                await Console.Error.WriteLineAsync($"--at: {error.Message}");
                return CommandLine.Usage;
            }

            var options = new ImportOptions(CommandLine.By, zone, parsed.GetValue(publish), moment, await DefaultsAsync(house, parsed.GetValue(bureau), cancel));
            return await RunAsync(house.GetRequiredService<CopyImport>(), parsed.GetValue(paths)!, options, cancel);
        }, cancel));
        return command;
    }

    private static async Task<CopyDefaults> DefaultsAsync(IServiceProvider house, string? bureau, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(bureau)) return CopyDefaults.None;
        var newsstand = house.GetRequiredService<Newsstand>();
        var names = new KnownNames([.. await newsstand.NamesAsync(NameKind.Bureau, cancel), .. (await newsstand.MergersAsync(cancel)).Names]);
        return CopyDefaults.None with { Bureau = names.SlugOf(NameKind.Bureau, bureau), BureauName = bureau };
    }

    private static async Task<int> RunAsync(CopyImport import, string[] paths, ImportOptions options, CancellationToken cancel)
    {
        var (files, missing) = Find(paths);
        var report = new ImportReport(files.Count + missing.Count, Console.Out, Console.Error);
        foreach (var (path, why) in missing) report.Failed(path, why);
        foreach (var file in files)
        {
            try
            {
                report.Done(file, await import.ImportAsync(file, options, cancel));
            }
            catch (Exception error) when (error is UnreadableCopyException or RevisionConflictException || DatabaseFailure.Is(error))
            {
                report.Failed(file, error.Message);
            }
        }

        return report.End() ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>All files of the paths, each once, in the order of the call and inside folders by name; what begins with a dot, and links inside a folder, are passed over.</summary>
    private static (IReadOnlyList<string> Files, IReadOnlyList<(string Path, string Why)> Missing) Find(string[] paths)
    {
        var files = new List<string>();
        var missing = new List<(string, string)>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                if (IsCopy(path)) files.Add(path);
                else missing.Add((path, "It is neither .txt nor .md."));
            }
            else if (Directory.Exists(path))
            {
                var inside = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
                    .Where(IsCopy).Order(StringComparer.Ordinal).ToList();
                if (inside.Count == 0) missing.Add((path, "It holds no .txt or .md file."));
                files.AddRange(inside);
            }
            else
            {
                missing.Add((path, "There is no such file or folder."));
            }
        }

        return ([.. files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)], missing);
    }

    private static bool IsCopy(string path) => CopyImport.Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
