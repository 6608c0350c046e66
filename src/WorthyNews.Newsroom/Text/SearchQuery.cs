namespace WorthyNews.Newsroom.Text;

/// <summary>Something a story must have, or must not have.</summary>
/// <param name="Words">Folded, at least one; more than one stand beside each other.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words)
{
    public bool Equals(SearchTerm? other) => other is not null && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);
}

/// <summary>What somebody typed into the search box: words, "phrases" and -without. Whatever it is, it is words and never syntax.</summary>
public sealed record SearchQuery
{
    public const int MaxChars = 200;
    public const int MaxTerms = 12;

    /// <summary>Of all terms together: one phrase could else hold a hundred.</summary>
    public const int MaxWords = 32;

    private const string Quotes = "\"“”„‟«»＂";
    private const string Minus = "-−";

    public static readonly SearchQuery Empty = new();

    /// <summary>As typed, on one line, fit to be shown; "" when it was too long.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Each of them must be there; no term twice.</summary>
    public IReadOnlyList<SearchTerm> With { get; private init; } = [];

    /// <summary>None of them may be there.</summary>
    public IReadOnlyList<SearchTerm> Without { get; private init; } = [];

    /// <summary>It was longer than <see cref="MaxChars"/> and was not read.</summary>
    public bool IsTooLong { get; private init; }

    /// <summary>It had more terms or words than are looked for; the first ones count.</summary>
    public bool IsCut { get; private init; }

    public bool HasTerms => With.Count + Without.Count > 0;

    public static SearchQuery Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return Empty;
        if (typed.Length > MaxChars) return new SearchQuery { IsTooLong = true };

        var terms = new List<(SearchTerm Term, bool IsWithout)>();
        var words = 0;
        var isCut = false;
        foreach (var (piece, isWithout) in Pieces(typed))
        {
            var term = new SearchTerm([.. FoldedWords.In(piece).Select(w => w.Folded)]);
            if (term.Words.Count == 0 || terms.Contains((term, isWithout))) continue;
            if (terms.Count == MaxTerms || words + term.Words.Count > MaxWords)
            {
                isCut = true;
                break;
            }

            terms.Add((term, isWithout));
            words += term.Words.Count;
        }

        return new SearchQuery
        {
            Text = CleanText.Line(typed),
            With = [.. terms.Where(t => !t.IsWithout).Select(t => t.Term)],
            Without = [.. terms.Where(t => t.IsWithout).Select(t => t.Term)],
            IsCut = isCut,
        };
    }

    public bool Equals(SearchQuery? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>What stands between spaces or between quotes. A quote that is not closed goes to the end.</summary>
    private static IEnumerable<(string Piece, bool IsWithout)> Pieces(string typed)
    {
        for (var at = 0; at < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var isWithout = Minus.Contains(typed[at], StringComparison.Ordinal);
            if (isWithout) at++;
            var isQuoted = at < typed.Length && Quotes.Contains(typed[at], StringComparison.Ordinal);
            if (isQuoted) at++;

            var start = at;
            while (at < typed.Length && !Quotes.Contains(typed[at], StringComparison.Ordinal) && (isQuoted || !char.IsWhiteSpace(typed[at]))) at++;
            yield return (typed[start..at], isWithout);
            if (isQuoted) at++;     // the closing one
        }
    }
}
