using System.Buffers;

namespace WorthyNews.Formats.WireCopy;

/// <summary>Reads what one desk tells another and no reader should see: "(ADDS VERDICT, CHANGING LEAD)", "EDS: ...".</summary>
internal static class AdvisoryReader
{
    private const int MaxLength = 600;
    private const int MaxDoubtedLength = 60;
    private const int LinesAtEnd = 3;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\u00A0,:;");

    private static readonly HashSet<string> Orders = new(StringComparer.OrdinalIgnoreCase)
    {
        "add", "adding", "adds", "advisory", "attention", "attn", "changes", "changing", "clarifies", "corrects", "correcting", "deletes",
        "editor", "editors", "editor's", "editors'", "eds", "embargo", "embargoed", "fixes", "hold", "includes", "including", "lead",
        "lede", "note", "photos", "pix", "recasts", "recasting", "refiles", "removes", "repeats", "repeating", "replaces", "resends",
        "rewrites", "trims", "updates", "updating", "writethru",
    };

    private static readonly string[] Openings =
    [
        "EDS:", "EDITORS:", "EDITORS NOTE", "EDITOR'S NOTE", "EDITORS' NOTE", "EDITOR NOTE", "ATTENTION EDITORS", "ATTN EDITORS",
        "NOTE TO EDITORS", "EMBARGOED UNTIL", "EMBARGOED FOR RELEASE", "STRICTLY EMBARGOED", "HOLD FOR RELEASE", "NOT FOR PUBLICATION",
        "ADVISORY:",
    ];

    /// <summary>The advisory that the whole line is; null when it is something else.</summary>
    /// <param name="isAtEdge">The line stands above the lead or at the end, where any capitals in brackets are one.</param>
    public static Read<string>? Find(CopyLine line, bool isAtEdge)
    {
        var text = line.Text;
        if (text.Length > MaxLength) return null;
        if (Inside(text) is { } inside)
        {
            var isInCapitals = Wording.IsInCapitals(inside);
            var isOrder = IsOrder(inside);
            if (isInCapitals && isOrder) return new Read<string>(inside, Sureness.Sure, line.Source);
            if (isAtEdge && (isInCapitals || isOrder)) return new Read<string>(inside, Sureness.Likely, line.Source);
            text = inside;
        }

        var straight = text.Replace('’', '\'');
        var opening = Openings.FirstOrDefault(words => Wording.HasWordsAt(straight, 0, words));
        if (opening is null) return null;
        // "Not for publication is what he ..." is a sentence of the story; capitals or a colon make it an order.
        var isMarked = opening.EndsWith(':') || text.AsSpan(opening.Length).StartsWith(":")
            || Wording.IsInCapitals(text.AsSpan(0, opening.Length));
        return isMarked ? new Read<string>(text, Wording.IsInCapitals(text) ? Sureness.Sure : Sureness.Likely, line.Source) : null;
    }

    /// <summary>Takes every advisory out of the lines of a body.</summary>
    /// <returns>The lines that are left, in their order.</returns>
    public static List<CopyLine> TakeFrom(IReadOnlyList<CopyLine> lines, List<Read<string>> notes, Doubts doubts)
    {
        var kept = new List<CopyLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (EndMarks.Is(lines[i].Text))
            {
                kept.Add(lines[i]);
                continue;
            }

            if (Find(lines[i], isAtEdge: kept.Count == 0 || i >= lines.Count - LinesAtEnd) is { } note)
            {
                notes.Add(note);
                continue;
            }

            kept.Add(lines[i]);
            if (lines[i].Text.Length <= MaxDoubtedLength && Inside(lines[i].Text) is { } inside && Wording.IsInCapitals(inside))
                doubts.Add($"{Doubts.Quote(lines[i].Text)} may be an advisory; it was left in the text.");
        }

        return kept;
    }

    /// <summary>An advisory in capitals and brackets; for one that hangs on a headline.</summary>
    public static bool IsAdvisory(string inside) => Wording.IsInCapitals(inside) && IsOrder(inside);

    /// <summary>What stands in the brackets that a text starts and ends with; null when it has none.</summary>
    public static string? Inside(string text)
    {
        if (text.Length < 3 || (text[0], text[^1]) is not (('(', ')') or ('[', ']')) || CloseOf(text) != text.Length - 1) return null;
        var inside = text.AsSpan(1, text.Length - 2);
        return inside.IsWhiteSpace() ? null : inside.Trim().ToString();
    }

    /// <summary>The place of the bracket that closes the first one; -1 when it stays open or another kind closes it. Brackets may stand in brackets.</summary>
    private static int CloseOf(string text)
    {
        var open = new Stack<char>();
        for (var at = text.AsSpan().IndexOfAny(Brackets); at < text.Length; at++)
        {
            if (text[at] is '(' or '[') open.Push(text[at]);
            else if (text[at] is ')' or ']' && open.Pop() != (text[at] is ')' ? '(' : '[')) return -1;
            if (open.Count == 0) return at;
        }

        return -1;
    }

    private static bool IsOrder(string inside)
    {
        var end = inside.AsSpan().IndexOfAny(WordEnds);
        return Orders.Contains((end < 0 ? inside : inside[..end]).Replace('’', '\''));
    }
}
