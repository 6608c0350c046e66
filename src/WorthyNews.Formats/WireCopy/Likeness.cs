namespace WorthyNews.Formats.WireCopy;

/// <summary>Whether two short texts are the same but for slips of the hand.</summary>
internal static class Likeness
{
    private const int MaxLength = 80;

    /// <summary>The same word with at most one slip in four to six letters, two in more, and none in fewer.</summary>
    public static bool IsSameWord(string one, string other) => IsSame(one, other, Math.Max(one.Length, other.Length) switch
    {
        < 4 => 0,
        < 7 => 1,
        _ => 2,
    });

    /// <summary>The same text, case and blanks aside, with at most <paramref name="slips"/> letters wrong, missing or too many.</summary>
    public static bool IsSame(string one, string other, int slips)
    {
        if (Math.Abs(one.Length - other.Length) > slips || one.Length > MaxLength || other.Length > MaxLength) return false;
        return string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || (slips > 0 && Distance(one, other) <= slips);
    }

    /// <summary>Letters to put in, take out, replace or swap with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = Same(one[i - 1], other[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                var isSwapped = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
                if (isSwapped) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return last[other.Length];
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
