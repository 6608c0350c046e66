namespace WorthyNews.Newsroom.Text;

/// <summary>Who changed a piece since both began.</summary>
public enum PieceChange
{
    /// <summary>Nobody, or both in the same way.</summary>
    Same,
    OnlyMine,
    OnlyTheirs,

    /// <summary>Each in their own way: a person decides.</summary>
    BothChanged,
}

/// <summary>Which of two texts is taken for a piece.</summary>
public enum Choice
{
    Theirs,
    Mine,

    /// <summary>Theirs, and mine after it.</summary>
    Both,
}

/// <summary>A stretch of paragraphs in three texts.</summary>
/// <param name="Base">As both began; empty where a paragraph was added.</param>
/// <param name="Theirs">Empty where it was taken out.</param>
/// <param name="Mine">Empty where it was taken out.</param>
public sealed record ComparedPiece(PieceChange Change, IReadOnlyList<string> Base, IReadOnlyList<string> Theirs, IReadOnlyList<string> Mine)
{
    /// <summary>What they changed, word by word.</summary>
    public IReadOnlyList<WordRun> TheirRuns => WordComparison.Compare(Join(Base), Join(Theirs));

    /// <summary>What I changed, word by word.</summary>
    public IReadOnlyList<WordRun> MyRuns => WordComparison.Compare(Join(Base), Join(Mine));

    /// <summary>What is taken when nobody chooses: whatever changed, and of two changes both, for then nothing is lost.</summary>
    public Choice Suggested => Change switch
    {
        PieceChange.OnlyMine => Choice.Mine,
        PieceChange.BothChanged => Choice.Both,
        _ => Choice.Theirs,
    };

    private static string Join(IReadOnlyList<string> paragraphs) => string.Join(ParagraphComparison.Between, paragraphs);
}

/// <summary>Compares by paragraph two texts that began as one, and puts them together again.</summary>
/// <param name="Pieces">In reading order; neighbours that are the same stand in one piece.</param>
public sealed record ParagraphComparison(IReadOnlyList<ComparedPiece> Pieces)
{
    internal const string Between = "\n\n";

    /// <summary>False when the two can be put together without asking anybody.</summary>
    public bool NeedsChoice => Pieces.Any(p => p.Change == PieceChange.BothChanged);

    public static ParagraphComparison Of(string @base, string theirs, string mine)
    {
        var (began, left, right) = (Paragraphs(@base), Paragraphs(theirs), Paragraphs(mine));
        var (inTheirs, inMine) = (Matches(began, left), Matches(began, right));
        var pieces = new List<ComparedPiece>();
        int b = 0, l = 0, r = 0;
        while (b < began.Count || l < left.Count || r < right.Count)
        {
            // A paragraph that stands in all three, at the place that was reached, ends what differs before it.
            var next = b;
            while (next < began.Count && !(inTheirs[next] >= l && inMine[next] >= r)) next++;
            var (endLeft, endRight) = next < began.Count ? (inTheirs[next], inMine[next]) : (left.Count, right.Count);
            Add(pieces, began[b..next], left[l..endLeft], right[r..endRight]);
            (b, l, r) = (next, endLeft, endRight);
            if (next >= began.Count) break;
            AddSame(pieces, began[next]);
            (b, l, r) = (b + 1, l + 1, r + 1);
        }

        return new ParagraphComparison(pieces);
    }

    /// <summary>The whole text with one choice for each piece.</summary>
    /// <param name="choices">In the order of <see cref="Pieces"/>; what is missing is chosen as <see cref="ComparedPiece.Suggested"/>.</param>
    public string Merge(IReadOnlyList<Choice> choices)
    {
        var merged = Pieces.SelectMany((piece, i) => (i < choices.Count ? choices[i] : piece.Suggested) switch
        {
            _ when piece.Change == PieceChange.Same => piece.Theirs,
            Choice.Theirs => piece.Theirs,
            Choice.Mine => piece.Mine,
            // Both of what only one of us changed is that change, and what stood there before it.
            _ => piece.Theirs.SequenceEqual(piece.Mine) ? piece.Theirs : [.. piece.Theirs, .. piece.Mine],
        });
        return string.Join(Between, merged);
    }

    /// <summary>Texts between blank lines, as typed. Blanks at the ends of lines and how many blank lines there are say nothing.</summary>
    internal static List<string> Paragraphs(string markdown)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        foreach (var line in CleanText.Block(markdown).Split('\n').Append(""))
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                lines.Add(line.TrimEnd(' ', '\t') + (line.EndsWith("  ", StringComparison.Ordinal) ? "  " : ""));     // two blanks break the line
                continue;
            }

            if (lines.Count == 0) continue;
            paragraphs.Add(string.Join('\n', lines).TrimEnd());
            lines.Clear();
        }

        return paragraphs;
    }

    /// <summary>Where each paragraph of the old text stands in the new one; -1 for one that does not.</summary>
    private static int[] Matches(List<string> before, List<string> after)
    {
        var matches = new int[before.Count];
        Array.Fill(matches, -1);
        var at = 0;
        foreach (var (old, @new, same) in WordComparison.CompareLines(before, after))
        {
            at = Math.Max(at, old.GetOffsetAndLength(before.Count) is var (start, length) ? start + length : at);
            var (first, count) = same.GetOffsetAndLength(after.Count);
            for (var i = 0; i < count; i++) matches[at + i] = first + i;
            at += count;
        }

        return matches;
    }

    private static void Add(List<ComparedPiece> pieces, List<string> @base, List<string> theirs, List<string> mine)
    {
        if (@base.Count == 0 && theirs.Count == 0 && mine.Count == 0) return;
        // The same number of paragraphs everywhere: each was changed in its place, and can be chosen by itself.
        if (@base.Count > 1 && @base.Count == theirs.Count && @base.Count == mine.Count)
        {
            for (var i = 0; i < @base.Count; i++) AddOne(pieces, [@base[i]], [theirs[i]], [mine[i]]);
            return;
        }

        AddOne(pieces, @base, theirs, mine);
    }

    private static void AddOne(List<ComparedPiece> pieces, List<string> @base, List<string> theirs, List<string> mine)
    {
        var change = theirs.SequenceEqual(mine) ? PieceChange.Same
            : theirs.SequenceEqual(@base) ? PieceChange.OnlyMine
            : mine.SequenceEqual(@base) ? PieceChange.OnlyTheirs
            : PieceChange.BothChanged;
        pieces.Add(new ComparedPiece(change, @base, theirs, mine));
    }

    private static void AddSame(List<ComparedPiece> pieces, string paragraph)
    {
        List<string> one = [paragraph];
        if (pieces.Count > 0 && pieces[^1] is { Change: PieceChange.Same } last && last.Base.SequenceEqual(last.Theirs))
        {
            List<string> more = [.. last.Base, paragraph];
            pieces[^1] = new ComparedPiece(PieceChange.Same, more, more, more);
            return;
        }

        pieces.Add(new ComparedPiece(PieceChange.Same, one, one, one));
    }
}
