using System.Globalization;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>Reads blocks as plain text: for search, summaries, speech and counting.</summary>
public static class BlockText
{
    /// <summary>Paragraphs are set apart by a blank line; an item of a list starts with its number or a hyphen.</summary>
    public static string Plain(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return string.Join("\n\n", blocks.Select(Of));
    }

    /// <summary>The text of the first paragraph on one line, cut at the end of a word, with an ellipsis, when it is longer.</summary>
    /// <param name="blocks">When none of them is or holds a paragraph the summary is empty.</param>
    /// <param name="maxChars">At least 1; the ellipsis counts.</param>
    public static string Summary(IReadOnlyList<Block> blocks, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);

        var first = blocks.OfType<Paragraph>().FirstOrDefault() ?? All(blocks).OfType<Paragraph>().FirstOrDefault();
        return first is null ? "" : Cut(CleanText.Line(Of(first.Text)), maxChars);
    }

    /// <summary>What stands between spaces and has a letter or digit; of Chinese and Japanese, which have no spaces, each letter.</summary>
    public static int Words(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return All(blocks).Where(block => block is not Divider).Sum(block => Words(Of(block)));
    }

    /// <summary>In the order of the body, those in quotes and lists too.</summary>
    /// <returns>The ids are those that <see cref="BlockHtml"/> writes for the site.</returns>
    public static IReadOnlyList<(string Id, string Text)> Crossheads(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var ids = new CrossheadIds();
        return [.. All(blocks).OfType<Crosshead>().Select(crosshead => (ids.Next(crosshead), Of(crosshead.Text)))];
    }

    /// <summary>A line break becomes <c>\n</c>, all other markup nothing.</summary>
    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        TextRun run => run.Value,
        Emphasis emphasis => Of(emphasis.Text),
        Strong strong => Of(strong.Text),
        Link link => Of(link.Text),
        _ => "\n",
    }));

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => Of(paragraph.Text),
        Crosshead crosshead => Of(crosshead.Text),
        Quote quote => Plain(quote.Blocks),
        BlockList list => string.Join('\n', list.Items.Select((item, index) => Of(item, list.Start + index))),
        _ => "* * *",
    };

    private static string Of(IReadOnlyList<Block> item, int? number)
    {
        var sign = number is { } said ? string.Create(CultureInfo.InvariantCulture, $"{said}. ") : "- ";
        return sign + string.Join('\n', item.Select(Of)).Replace("\n", "\n  ", StringComparison.Ordinal);
    }

    private static IEnumerable<Block> All(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Quote quote => All(quote.Blocks),
        BlockList list => list.Items.SelectMany(All),
        _ => [block],
    });

    private static string Cut(string text, int maxChars)
    {
        if (text.Length <= maxChars) return text;

        var end = text.LastIndexOf(' ', maxChars - 1);
        if (end <= maxChars / 2) end = WholeLetters(text, maxChars - 1);
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—', '،', '؛') + "…";
    }

    private static int Words(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) inWord = false;
            else if (IsWordAlone(rune)) (count, inWord) = (count + 1, false);
            else if (!inWord && Rune.IsLetterOrDigit(rune)) (count, inWord) = (count + 1, true);
        }

        return count;
    }

    // A letter and its marks are not torn apart.
    private static int WholeLetters(string text, int max)
    {
        var end = 0;
        for (int next; (next = StringInfo.GetNextTextElementLength(text, end)) > 0 && end + next <= max;) end += next;
        return end;
    }

    // Han, Hiragana, Katakana
    internal static bool IsWordAlone(Rune rune) => rune.Value
        is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
