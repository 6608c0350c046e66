namespace WorthyNews.Formats.WireCopy;

/// <summary>
/// A line of the copy without the blanks around it, or several lines of one wrapped paragraph joined by spaces. It knows
/// where in the copy it stood, so that a source can be given to the character.
/// </summary>
internal sealed class CopyLine
{
    private readonly string copy;
    private readonly IReadOnlyList<(int InText, int InCopy)> pieces;

    public CopyLine(string copy, int start, int length, bool isAfterBlank)
    {
        this.copy = copy;
        Text = copy.Substring(start, length);
        IsAfterBlank = isAfterBlank;
        pieces = [(0, start)];
    }

    private CopyLine(string copy, string text, bool isAfterBlank, IReadOnlyList<(int InText, int InCopy)> pieces)
    {
        this.copy = copy;
        Text = text;
        IsAfterBlank = isAfterBlank;
        this.pieces = pieces;
    }

    /// <summary>Never empty.</summary>
    public string Text { get; }

    /// <summary>A blank line stood before this one.</summary>
    public bool IsAfterBlank { get; }

    /// <summary>Where in the copy it starts.</summary>
    public int Start => Place(0);

    /// <summary>This line as it stands in the copy, line ends of a wrapped paragraph included.</summary>
    public string Source => SourceOf(0, Text.Length);

    /// <summary>A part of this line as it stands in the copy.</summary>
    public string SourceOf(int start, int length) => length == 0 ? "" : copy[Place(start)..(Place(start + length - 1) + 1)];

    /// <summary>This line and all after it up to <paramref name="last"/>, as they stand in the copy.</summary>
    public string SourceThrough(CopyLine last) => copy[Place(0)..(last.Place(last.Text.Length - 1) + 1)];

    /// <summary>What is left of this line after a dateline; blanks around it are cut.</summary>
    public CopyLine From(int start)
    {
        var at = Text.Length - Text.AsSpan(start).TrimStart().Length;
        var left = pieces.Where(piece => piece.InText > at).Select(piece => (piece.InText - at, piece.InCopy)).Prepend((0, Place(at)));
        return new CopyLine(copy, Text[at..], IsAfterBlank, [.. left]);
    }

    public static CopyLine Join(IReadOnlyList<CopyLine> lines)
    {
        if (lines.Count == 1) return lines[0];
        var joined = new List<(int, int)>(lines.Count);
        var at = 0;
        foreach (var line in lines)
        {
            joined.Add((at, line.Place(0)));
            at += line.Text.Length + 1;
        }

        return new CopyLine(lines[0].copy, string.Join(' ', lines.Select(line => line.Text)), lines[0].IsAfterBlank, joined);
    }

    private int Place(int inText)
    {
        var low = 0;
        var high = pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].InText <= inText) low = middle;
            else high = middle - 1;
        }

        return pieces[low].InCopy + inText - pieces[low].InText;
    }
}
