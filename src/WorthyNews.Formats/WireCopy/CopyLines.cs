using System.Buffers;

namespace WorthyNews.Formats.WireCopy;

/// <summary>Cuts copy into lines, and puts the lines of a wrapped paragraph together again.</summary>
internal static class CopyLines
{
    private const int MaxWrapWidth = 100;
    private const int MinWrappedLength = 40;

    private const int MinLookedLines = 5;
    private const int MinLookedWidth = 55;
    private const int MaxLookedWidth = 85;

    // Lines are seldom filled to the last column, and one long word may stick out.
    private const int Slack = 10;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>The lines that are not blank. CRLF, CR, LF, VT, FF, NEL, U+2028 and U+2029 all end a line.</summary>
    public static List<CopyLine> Cut(string copy)
    {
        var lines = new List<CopyLine>();
        var isAfterBlank = false;
        var start = copy.Length - copy.AsSpan().TrimStart('\uFEFF').Length;
        while (start < copy.Length)
        {
            var length = copy.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? copy.Length : start + length;
            var (from, to) = Trimmed(copy, start, end);
            if (from < to) lines.Add(new CopyLine(copy, from, to - from, isAfterBlank));
            isAfterBlank = from >= to;
            start = end + (end + 1 < copy.Length && copy[end] == '\r' && copy[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>
    /// Joins the lines of each paragraph when the copy was wrapped at a fixed width, and gives the lines as they are when
    /// it was not. A line was wrapped when the first word of the next one would not have fitted on it.
    /// </summary>
    public static List<CopyLine> Unwrapped(List<CopyLine> lines, bool hasBlankLines)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Text.Length);
        if (!hasBlankLines || width > MaxWrapWidth || !IsWrapped(lines, width)) return lines;

        var paragraphs = new List<CopyLine>();
        var paragraph = new List<CopyLine>();
        foreach (var line in lines)
        {
            if (paragraph.Count > 0 && !IsWrapped(paragraph[^1], line, width))
            {
                paragraphs.Add(CopyLine.Join(paragraph));
                paragraph.Clear();
            }

            paragraph.Add(line);
        }

        paragraphs.Add(CopyLine.Join(paragraph));
        return paragraphs;
    }

    /// <summary>Several lines were joined though no blank line parts them: only their widths told where a paragraph ends.</summary>
    public static bool IsJoinedByGuess(List<CopyLine> lines, List<CopyLine> joined) =>
        joined.Count < lines.Count && lines.Count >= MinLookedLines && !lines.Skip(1).Any(line => line.IsAfterBlank);

    /// <summary>
    /// Lines of one width, most of which end in the middle of a sentence: wrapped copy whose paragraphs no blank line
    /// parts, so that nobody can tell them apart for sure.
    /// </summary>
    public static bool LookWrapped(IReadOnlyList<CopyLine> lines)
    {
        int run = 0, wide = 0, ended = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && lines[i].Text.Length <= MaxLookedWidth)
            {
                run++;
                if (lines[i].Text.Length >= MinLookedWidth) wide++;
                if (Wording.EndsSentence(lines[i].Text)) ended++;
                continue;
            }

            if (run >= MinLookedLines && wide * 3 >= run * 2 && ended * 2 < run) return true;
            (run, wide, ended) = (0, 0, 0);
        }

        return false;
    }

    private static bool IsWrapped(List<CopyLine> lines, int width)
    {
        int neighbours = 0, wrapped = 0, ended = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].IsAfterBlank || lines[i - 1].Text.Length < MinWrappedLength) continue;
            neighbours++;
            if (IsWrapped(lines[i - 1], lines[i], width)) wrapped++;
            if (Wording.EndsSentence(lines[i - 1].Text)) ended++;
        }

        // Paragraphs that happen to be short and of one length end in full stops; wrapped lines seldom do.
        return wrapped > 0 && wrapped * 4 >= neighbours * 3 && ended * 2 < neighbours;
    }

    private static bool IsWrapped(CopyLine line, CopyLine next, int width)
    {
        if (next.IsAfterBlank || line.Text.Length < MinWrappedLength || EndMarks.Is(next.Text)) return false;
        var firstWord = next.Text.AsSpan().IndexOfAny(' ', '\t');
        return line.Text.Length + 1 + (firstWord < 0 ? next.Text.Length : firstWord) > width - Slack;
    }

    private static (int From, int To) Trimmed(string copy, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(copy[from])) from++;
        while (to > from && char.IsWhiteSpace(copy[to - 1])) to--;
        return (from, to);
    }
}
