using System.CommandLine;
using System.Globalization;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Commands;

/// <summary>The verbs of the command line; none serves the site.</summary>
/// <remarks>Exit codes: 0 done, 1 refused or failed in part, 2 the call or the settings cannot be used.</remarks>
public static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>How the record names what a verb did.</summary>
    public static readonly Author By = Author.Operator("the command line") with { Actor = Actor.CommandLine };

    public static async Task<int> RunAsync(string[] args)
    {
        // What is printed and logged is the same on every machine; what a page prints says its culture itself.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

        var (settings, words) = SettingArgs.Split(args);
        var parsed = Root(settings).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help to see how it is called.");
            return Usage;
        }

        try
        {
            // The site ends on the platform's signals by itself; a verb may be cut off at any instant.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (SettingsException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Usage;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UnreadableCopyException or UnfitDatabaseException or TimeoutException || DatabaseFailure.Is(error))
        {
            await Console.Error.WriteLineAsync($"Worthy News had to stop: {error.InnerException?.Message ?? error.Message}");
            return Failed;
        }
    }

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("Worthy News: a news-publishing system for a small wire service. Without a verb it serves the site.");
        root.SetAction((_, cancel) => ServeAsync(settings, cancel));
        root.Subcommands.Add(ImportCommand.Make(settings));
        foreach (var command in StoryCommands.Make(settings)) root.Subcommands.Add(command);
        root.Subcommands.Add(BreakingCommand.Make(settings));
        root.Subcommands.Add(SamplesCommand.Make(settings));
        foreach (var command in PeopleCommands.Make(settings)) root.Subcommands.Add(command);
        foreach (var command in BackupCommands.Make(settings)) root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = House.Build(settings, isVerb: false);
        // On the console alone: a log is kept, and read by others.
        await House.OpenAsync(app, link => Console.Out.WriteLineAsync(PeopleCommands.FirstWords(link)), cancel);
        var store = app.Services.GetRequiredService<IStore>();
        await app.RunAsync();           // takes the rooms down when it ends
        await CloseAsync(store);
        return Done;
    }

    /// <summary>Opens the house for one verb.</summary>
    internal static async Task<int> InHouseAsync(string[] settings, Func<IServiceProvider, Task<int>> verb, CancellationToken cancel)
    {
        await using var app = House.Build(settings, isVerb: true);
        await House.OpenAsync(app, null, cancel);
        var code = await verb(app.Services);
        await CloseAsync(app.Services.GetRequiredService<IStore>());
        return code;
    }

    /// <summary>Leaves the database in order behind the last one out; when that fails the next start will do it.</summary>
    private static async Task CloseAsync(IStore store)
    {
        try
        {
            await store.CloseAsync(CancellationToken.None);
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            await Console.Error.WriteLineAsync($"The database could not be closed in order: {error.Message}");
        }
    }
}
