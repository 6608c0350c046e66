using System.Text;

using DiffPlex;

namespace WorthyNews.Newsroom.Text;

public enum WordChange
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that stayed, went or came.</summary>
public sealed record WordRun(WordChange Change, string Text);

/// <summary>Compares two texts word by word, and two lists of texts line by line.</summary>
public static class WordComparison
{
    /// <summary>Beyond it the old text is shown whole and then the new one: a comparison costs the square of what differs, and somebody waits for it.</summary>
    public const int MaxWords = 800;

    private const char Between = '\u001E';

    /// <returns>In reading order; removed words stand before those that took their place. Empty when both texts are.</returns>
    public static IReadOnlyList<WordRun> Compare(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before == after) return Runs([(WordChange.Same, after)]);

        string[] old = [.. Words(before)], @new = [.. Words(after)];
        if (old.Length > MaxWords || @new.Length > MaxWords) return Runs([(WordChange.Removed, before), (WordChange.Added, after)]);

        var steps = Steps(before, after, new Chunks(Words));
        return Runs(Joined([.. steps.Select(step => (string.Concat(old[step.Old]), string.Concat(@new[step.New]), string.Concat(@new[step.Same])))]));
    }

    /// <summary>How much of the words stayed, from 0 (nothing) to 1 (everything).</summary>
    public static double Likeness(IReadOnlyList<WordRun> runs)
    {
        var all = runs.Sum(r => r.Text.Length + (r.Change == WordChange.Same ? r.Text.Length : 0));
        return all == 0 ? 1 : 2.0 * runs.Where(r => r.Change == WordChange.Same).Sum(r => r.Text.Length) / all;
    }

    /// <summary>What of the lines went and came, step by step, and how many stayed after it.</summary>
    internal static IReadOnlyList<(Range Old, Range New, Range Same)> CompareLines(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.Count > MaxWords || after.Count > MaxWords
            ? [(..before.Count, ..after.Count, after.Count..after.Count)]
            : Steps(string.Join(Between, before), string.Join(Between, after), new Chunks(text => text.Length == 0 ? [] : text.Split(Between)));

    private static List<(Range Old, Range New, Range Same)> Steps(string before, string after, IChunker chunks)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunks);
        var steps = new List<(Range, Range, Range)>();
        var first = diff.DiffBlocks.Count == 0 ? diff.PiecesNew.Count : diff.DiffBlocks[0].InsertStartB;
        steps.Add((0..0, 0..0, 0..first));
        for (var i = 0; i < diff.DiffBlocks.Count; i++)
        {
            var block = diff.DiffBlocks[i];
            var end = block.InsertStartB + block.InsertCountB;
            var next = i + 1 < diff.DiffBlocks.Count ? diff.DiffBlocks[i + 1].InsertStartB : diff.PiecesNew.Count;
            steps.Add((block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA), block.InsertStartB..end, end..next));
        }

        return steps;
    }

    // One blank between two words that were replaced is no reason to set down and start again.
    private static IEnumerable<(WordChange, string)> Joined(List<(string Removed, string Added, string Same)> steps)
    {
        for (var i = steps.Count - 1; i > 0; i--)
        {
            var (left, right) = (steps[i - 1], steps[i]);
            if (!string.IsNullOrWhiteSpace(left.Same) || !IsReplaced(left) || !IsReplaced(right)) continue;
            steps[i - 1] = (left.Removed + left.Same + right.Removed, left.Added + left.Same + right.Added, right.Same);
            steps.RemoveAt(i);
        }

        return steps.SelectMany(step => new[] { (WordChange.Removed, step.Removed), (WordChange.Added, step.Added), (WordChange.Same, step.Same) });
    }

    private static bool IsReplaced((string Removed, string Added, string Same) step) => step.Removed.Length > 0 && step.Added.Length > 0;

    private static IReadOnlyList<WordRun> Runs(IEnumerable<(WordChange Change, string Text)> parts) =>
        [.. parts.Where(p => p.Text.Length > 0).Select(p => new WordRun(p.Change, p.Text))];

    /// <summary>Words, the blanks between them, and each mark and each Chinese or Japanese letter alone.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var piece = new StringBuilder();
        var kind = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = KindOf(rune);
            if (piece.Length > 0 && (next != kind || next == Alone))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            kind = next;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    private const int Blank = 1;
    private const int Word = 2;
    private const int Alone = 3;

    private static int KindOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return Blank;
        if (BlockText.IsWordAlone(rune)) return Alone;
        var category = Rune.GetUnicodeCategory(rune);
        var isMark = category is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;
        return Rune.IsLetterOrDigit(rune) || isMark || rune.Value is '\'' or '’' or '-' ? Word : Alone;
    }

    private sealed class Chunks(Func<string, IEnumerable<string>> split) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. split(text)];
    }
}
