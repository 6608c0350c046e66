using System.Diagnostics;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Bench;

/// <summary>What a search costs without the page around it: found, ranked, counted, and ten extracts marked.</summary>
internal static class SearchTimes
{
    /// <summary>Stands in nearly every English dispatch.</summary>
    public const string CommonWord = "church";

    /// <summary>The runtime compiles what is hot a second and a third time, on a core of its own: the first thousand rounds tell of that and not of a site that is up.</summary>
    private const int RoundsBefore = 1_000;

    public static readonly SearchQuestion CommonQuestion = new(SearchQuery.Read(CommonWord), new Dictionary<NameKind, string>(), null);

    private static readonly (string Name, string Typed, string? Bureau)[] Searches =
    [
        ("a common word", CommonWord, null),
        ("two common words", $"{CommonWord} bishop", null),
        ("a phrase of common words", $"\"{CommonWord} bishop\"", null),
        ("a common word in a bureau", CommonWord, Itinerary.Bureau),
        ("a common word without another", $"{CommonWord} -bishop", null),
        ("a word of one in a hundred", "visitors", null),
        ("a word that nobody wrote", "qzxv", null),
    ];

    public static async Task PrintAsync(BenchHouse house, int rounds, CancellationToken cancel)
    {
        await using var rooms = Rooms.Open(house.Store, TimeProvider.System);
        var newsstand = rooms.GetRequiredService<Newsstand>();
        var now = TimeProvider.System.GetUtcNow();
        for (var round = 0; round < RoundsBefore; round++) await newsstand.SearchAsync(CommonQuestion, 1, now, cancel);
        Console.WriteLine();
        foreach (var (name, typed, bureau) in Searches)
        {
            var under = new Dictionary<NameKind, string>();
            if (bureau is not null) under[NameKind.Bureau] = bureau;
            var question = new SearchQuestion(SearchQuery.Read(typed), under, null);
            var times = new double[rounds];
            SearchAnswer? answer = null;
            for (var round = -20; round < rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                answer = await newsstand.SearchAsync(question, 1, now, cancel);
                if (round >= 0) times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine($"search, {name}: {times[rounds / 2]:0.00} ms, {answer!.Count}{(answer.HasMore ? " and more" : "")} found");
        }
    }
}
