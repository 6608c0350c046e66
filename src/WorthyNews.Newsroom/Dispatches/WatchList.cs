using System.Globalization;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>Where a watched name was found.</summary>
/// <param name="IsWhole">The whole name; otherwise a part of it, or a longer word that begins with it.</param>
/// <param name="Words">As they stand in the copy, for a person who may see the watch-list.</param>
public sealed record WatchHit(string Place, bool IsWhole, string Words);

/// <summary>Looks for names that must not appear, however they are spelled: without case, accents and points, in either order, run together in an address.</summary>
public static class WatchList
{
    /// <summary>A shorter part of a name ("van", "Ali") stands in too many texts to be worth a word.</summary>
    private const int ShortestPart = 4;

    /// <summary>A shorter name, run together in an address, would be found in the middle of other words.</summary>
    private const int ShortestRun = 6;

    /// <summary>Signs alone can be found nowhere.</summary>
    public static bool CanBeFound(string name) => FoldedWords.In(name).Any();

    /// <summary>Why this text must not go out; empty when no watched name stands in it. The sentences do not repeat the name.</summary>
    public static IReadOnlyList<string> Reasons(Copy copy, IReadOnlyList<Block> body, IEnumerable<WatchedName> watched) =>
        [.. Hits(copy, body, watched).Where(h => h.IsWhole).Select(h => Sentence(h.Place)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a whole watched name stands in a text that is to be public.</summary>
    public static bool StandsIn(string text, IEnumerable<WatchedName> watched) => Hits(new PublicText("text", text), Folded(watched)).Any(h => h.IsWhole);

    /// <summary>In the order of the copy.</summary>
    public static IReadOnlyList<WatchHit> Hits(Copy copy, IReadOnlyList<Block> body, IEnumerable<WatchedName> watched)
    {
        var names = Folded(watched);
        return names.Count == 0 ? [] : [.. PublicText.Of(copy, body).SelectMany(text => Hits(text, names)).Distinct()];
    }

    internal static string Sentence(string place) => $"A name from its watch-list stands in its {place}.";

    private static List<string[]> Folded(IEnumerable<WatchedName> watched) =>
        [.. watched.Where(w => w.IsWatched).Select(w => FoldedWords.In(w.Name).Select(f => f.Folded).ToArray()).Where(n => n.Length > 0)];

    private static IEnumerable<WatchHit> Hits(PublicText text, List<string[]> names)
    {
        var words = FoldedWords.In(text.Text).ToList();
        var run = text.IsAddress ? string.Concat(words.Select(w => w.Folded)) : "";
        foreach (var name in names)
        {
            if (Find(words, name) is { } whole)
            {
                yield return new WatchHit(text.Place, IsWhole: true, text.Text[words[whole].Start..words[whole + name.Length - 1].End]);
                continue;
            }

            if (text.IsAddress && IsRunTogether(run, name))
            {
                yield return new WatchHit(text.Place, IsWhole: true, text.Text);
                continue;
            }

            foreach (var part in words.Where(w => name.Any(n => IsPart(w.Folded, n)))) yield return new WatchHit(text.Place, IsWhole: false, text.Text[part.Start..part.End]);
        }
    }

    /// <summary>Where the name begins, as it is written or turned round: "Kovács Anna" is Anna Kovács too.</summary>
    private static int? Find(List<FoldedWord> words, string[] name)
    {
        for (var at = 0; at + name.Length <= words.Count; at++)
        {
            var there = Enumerable.Range(at, name.Length).Select(i => words[i].Folded).ToList();
            if (there.SequenceEqual(name) || (name.Length > 1 && there.SequenceEqual(name[1..].Append(name[0]))) || (name.Length > 1 && there.SequenceEqual(name[..^1].Prepend(name[^1])))) return at;
        }

        return null;
    }

    private static bool IsRunTogether(string run, string[] name)
    {
        var together = string.Concat(name);
        return together.Length >= ShortestRun && run.Contains(together, StringComparison.Ordinal);
    }

    // "Kovácsné" may be her, and may be somebody else: a person decides.
    private static bool IsPart(string word, string part) =>
        new StringInfo(part).LengthInTextElements >= ShortestPart && word.StartsWith(part, StringComparison.Ordinal);
}
