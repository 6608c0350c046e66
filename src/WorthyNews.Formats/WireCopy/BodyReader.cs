namespace WorthyNews.Formats.WireCopy;

/// <summary>Tells crossheads from paragraphs.</summary>
internal static class BodyReader
{
    private const int MaxCrossheadLength = 60;
    private const int MaxCrossheadWords = 8;

    /// <param name="lines">The body, without dateline, advisories and trailers.</param>
    public static IReadOnlyList<WireBlock> Read(IReadOnlyList<CopyLine> lines, Doubts doubts)
    {
        var kept = lines.Select(line => line.Text).ToList();
        var blocks = new List<WireBlock>(kept.Count);
        for (var i = 0; i < kept.Count; i++)
        {
            var isCrosshead = IsCrosshead(kept[i]);
            if (isCrosshead && (i == 0 || i == kept.Count - 1))
            {
                doubts.Add($"{Doubts.Quote(kept[i])} is in capitals, but no crosshead stands first or last; it was left a paragraph.");
                isCrosshead = false;
            }
            else if (isCrosshead && IsCrosshead(kept[i - 1]))
            {
                doubts.Add($"Two crossheads follow each other: {Doubts.Quote(kept[i - 1])} and {Doubts.Quote(kept[i])}.");
            }
            else if (isCrosshead && kept[i][0] is '"' or '“' or '”' or '„' or '«')
            {
                doubts.Add($"{Doubts.Quote(kept[i])} is in quotation marks; it was taken for a crosshead.");
            }

            blocks.Add(new WireBlock(isCrosshead ? WireBlockKind.Crosshead : WireBlockKind.Paragraph, kept[i]));
        }

        return blocks;
    }

    /// <summary>A few words in capitals that stand alone, end no sentence and are no item of a list.</summary>
    private static bool IsCrosshead(string text)
    {
        if (text.Length > MaxCrossheadLength || !Wording.IsInCapitals(text) || EndsClause(text) || !StartsWord(text)) return false;
        return text.Count(char.IsLetter) > 1 && Wording.Plain(text).Split(' ').Length <= MaxCrossheadWords;
    }

    private static bool EndsClause(string text) => Wording.EndsSentence(text) || text[^1] is ',' or ';' or ':' or '-' or '–' or '—';

    // Not "1. FIRST", "- FIRST", "# FIRST" or "(FIRST)".
    private static bool StartsWord(string text)
    {
        var bare = text.AsSpan().TrimStart("\"“”‘’'«„¿¡");
        if (bare.IsEmpty || !char.IsLetterOrDigit(bare[0])) return false;
        var digits = bare.Length - bare.TrimStart("0123456789").Length;
        return digits == 0 || (digits < bare.Length && bare[digits] is not ('.' or ')'));
    }
}
