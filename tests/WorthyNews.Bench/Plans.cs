using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Bench;

/// <summary>Asks the Newsstand what the pages ask, and the database how it answers.</summary>
internal static partial class Plans
{
    private const int OnAPage = 30;

    /// <param name="newest">When the newest dispatch was published.</param>
    /// <returns>False when a plan reads more than it shows.</returns>
    public static async Task<bool> PrintAsync(BenchHouse house, DateTimeOffset newest, CancellationToken cancel)
    {
        var listener = new SqlListener();
        await using var rooms = Rooms.Open(house.Store, TimeProvider.System, listener);
        var newsstand = rooms.GetRequiredService<Newsstand>();
        var farBack = await Itinerary.FarBackAsync(newsstand, cancel);
        var halfWay = await Itinerary.HalfWayAsync(newsstand, cancel);
        var story = (await newsstand.LatestAsync(1, farBack, cancel)).Stories[0];
        var told = (await newsstand.AtAsync(story.Address, cancel))!.Story;
        var day = DateOnly.FromDateTime(farBack.PublishedAt.UtcDateTime);

        var bureau = new FeedSource(NameKind.Bureau, Itinerary.Bureau);
        var month = FeedArchive.Holding(farBack.PublishedAt, newest.AddDays(40));
        var begun = (await newsstand.ChangesAsync(null, 500, cancel))!.Next;

        Question[] questions =
        [
            new(() => newsstand.LatestAsync(OnAPage, null, cancel), ("the newest", null)),
            new(() => newsstand.LatestAsync(OnAPage, farBack, cancel), ("the newest, far back by cursor", "PublishedAt")),
            new(() => newsstand.LatestAsync(NameKind.Bureau, Itinerary.Bureau, OnAPage, null, cancel), ("a bureau", null)),
            new(() => newsstand.LatestAsync(NameKind.Bureau, Itinerary.Bureau, OnAPage, halfWay, cancel), ("a bureau, half way back by cursor", "PublishedAt")),
            new(() => newsstand.LatestAsync(NameKind.Bureau, Itinerary.Bureau, OnAPage, farBack, cancel), ("a bureau, far back by cursor", "PublishedAt")),
            new(() => newsstand.ByBureauAsync([Itinerary.Bureau, CorpusWords.Bureaus[1].Slug], 8, cancel), ("the rails of the front", null)),
            new(() => newsstand.WidgetAsync([], 5, false, null, cancel), ("a widget, merged names", null), ("a widget of everything", null)),
            new(() => newsstand.WidgetAsync([bureau], 5, false, farBack, cancel), ("a widget of a bureau, merged names", null), ("a widget of a bureau, its name", "Slug"), ("a widget of a bureau, far back by cursor", "PublishedAt")),
            new(() => newsstand.OfDayAsync(day, OnAPage, null, cancel), ("a day", "PublishedAt")),
            new(() => newsstand.DatelinesAsync(newest.AddDays(-28), cancel), ("the map of datelines", "PublishedAt")),
            new(() => newsstand.BreakingAsync(newest, cancel), ("the breaking line", "Kind")),
            new(() => newsstand.FrontAsync(OnAPage, newest, cancel), ("the front's choice", "Kind"), ("the newest and most urgent", null)),
            new(() => newsstand.AtAsync(story.Address, cancel), ("a story by its address", "Path"), ("the names that were merged", null)),
            new(() => newsstand.FeedAsync(FeedSource.All, 50, newest, cancel),
                ("the feed, live stories", null), ("the feed, what was changed", "ChangedAt"), ("the feed, what was retracted", "ChangedAt"), ("the feed, what was killed", "ChangedAt"), ("the feed, merged names", null)),
            new(() => newsstand.FeedAsync(bureau, 50, newest, cancel),
                ("the feed of a bureau, its name", "Slug"), ("the feed of a bureau, live stories", "Slug"), ("the feed of a bureau, what was changed", "ChangedAt"),
                ("the feed of a bureau, what was retracted", "ChangedAt"), ("the feed of a bureau, what was killed", "ChangedAt"), ("the feed of a bureau, merged names", null)),
            new(() => newsstand.ArchiveAsync(FeedSource.All, month, newest.AddDays(40), cancel),
                ("an archive", "PublishedAt"), ("an archive, what is older", "PublishedAt"), ("an archive, what is newer", "PublishedAt"), ("an archive, merged names", null)),
            new(() => newsstand.ArchiveAsync(bureau, month, newest.AddDays(40), cancel),
                ("an archive of a bureau, its name", "Slug"), ("an archive of a bureau", "PublishedAt"), ("an archive of a bureau, what is older", "PublishedAt"),
                ("an archive of a bureau, what is newer", "PublishedAt"), ("an archive of a bureau, merged names", null)),
            new(() => newsstand.ChangesAsync(begun, 100, cancel),
                ("changes, the house", null), ("changes, where the mirror stands", null), ("changes, the end", null), ("changes", "EntrySequence"), ("changes, merged names", null)),
            new(() => newsstand.LastEntryAtAsync(cancel), ("the newest entry", null)),
            new(() => newsstand.TranslationsAsync(told, cancel), ("the translations of a story", "TranslationOf")),
            new(() => newsstand.MapAsync("none", cancel), ("a map", "MapKey")),
            new(() => newsstand.SearchAsync(SearchTimes.CommonQuestion, 1, newest, cancel),
                ("a search, merged names", null), ("a search, its words", null), ("a search, the texts of a page", null), ("a search, the names beside it", null)),
        ];

        await using var db = await rooms.GetRequiredService<IDbContextFactory<WireDb>>().CreateDbContextAsync(cancel);
        var faults = new List<string>();
        foreach (var question in questions)
        {
            listener.Heard.Clear();
            await question.Ask();
            if (listener.Heard.Count != question.Sends.Length)
                throw new InvalidOperationException($"{question.Sends[0].Name}: sent {listener.Heard.Count} commands and not {question.Sends.Length}.");
            foreach (var ((name, bound), sent) in question.Sends.Zip(listener.Heard.ToList()))
            {
                var plan = await QueryPlan.ExplainAsync(db, sent, cancel);
                Print(name, sent.Sql, plan);
                faults.AddRange(plan.Faults(bound).Select(fault => $"{name}: {fault}"));
            }
        }

        Console.WriteLine();
        Console.WriteLine(faults.Count == 0 ? "No plan scans or sorts a big table." : string.Join(Environment.NewLine, faults.Prepend("FAULTS")));
        return faults.Count == 0;
    }

    private static void Print(string name, string sql, QueryPlan plan)
    {
        Console.WriteLine();
        Console.WriteLine($"## {name}");
        foreach (var line in ColumnLists().Replace(sql, "SELECT … FROM").Split('\n')) Console.WriteLine($"    {line.TrimEnd()}");
        foreach (var line in plan.Lines) Console.WriteLine($"  > {new string(' ', line.Depth * 2)}{line.Text}");
    }

    [GeneratedRegex(@"SELECT .+?\sFROM", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnLists();

    /// <param name="Sends">
    /// The commands that it sends, and the column by which each must enter its index, or the walk to a far end is long;
    /// null when it starts at the end of one.
    /// </param>
    private sealed record Question(Func<Task> Ask, params (string Name, string? Bound)[] Sends);
}
