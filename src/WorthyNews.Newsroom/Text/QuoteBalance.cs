namespace WorthyNews.Newsroom.Text;

/// <param name="Paragraph">Counted from 0.</param>
/// <param name="Words">A sentence for an editor.</param>
/// <param name="Passage">A few words from where it is.</param>
public sealed record QuoteFault(int Paragraph, string Words, string Passage);

/// <summary>Finds quotations that are opened and not closed, or closed and not opened, in the habits of each language.</summary>
/// <remarks>
/// Marks of inches and seconds, Hebrew abbreviations and all apostrophes are no quotations. A quotation of several paragraphs
/// opens anew in each and is closed in the last.
/// </remarks>
public static class QuoteBalance
{
    private const int PassageChars = 40;

    // Where one mark both opens and closes.
    private static readonly HashSet<string> SameBothWays = new(StringComparer.OrdinalIgnoreCase) { "sv", "fi", "nb", "nn", "no" };

    private const string Openers = "“„‟«»「『《‘‚\"”";

    public static IReadOnlyList<QuoteFault> Faults(IReadOnlyList<string> paragraphs, string language)
    {
        var faults = new List<QuoteFault>();
        var primary = language.Split('-')[0];
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var isContinued = i + 1 < paragraphs.Count && paragraphs[i + 1].TrimStart() is { Length: > 0 } next && Openers.Contains(next[0], StringComparison.Ordinal);
            Read(i, paragraphs[i], SameBothWays.Contains(primary), isContinued, faults);
        }

        return faults;
    }

    private static void Read(int paragraph, string text, bool isSameBothWays, bool isContinued, List<QuoteFault> faults)
    {
        var open = new Stack<(char Mark, int At)>();
        for (var at = 0; at < text.Length; at++)
        {
            var mark = text[at];
            if (!IsMark(text, at)) continue;
            var top = open.Count > 0 ? open.Peek().Mark : '\0';
            if (Closes(top, mark, isSameBothWays, MayOpen(text, at)))
            {
                open.Pop();
            }
            else if (MayStand(mark, isSameBothWays, text, at))
            {
                open.Push((mark, at));
            }
            else if (mark is '”' && top == '\0' && MayOpen(text, at))
            {
                faults.Add(new QuoteFault(paragraph, $"A quotation opens with {mark}, which closes one in this language.", Passage(text, at)));
                open.Push((mark, at));
            }
            else if (top != '\0' && mark is '"' or '”' or '“' or '»')
            {
                var (opened, from) = open.Pop();
                faults.Add(new QuoteFault(paragraph, $"A quotation opens with {opened} and ends with {mark}.", Passage(text, from)));
            }
            else if (mark is not '’')
            {
                faults.Add(new QuoteFault(paragraph, $"A quotation ends with {mark} that begins nowhere.", Passage(text, Math.Max(0, at - PassageChars + 1))));
            }
        }

        if (isContinued && open.Count == 1) return;
        foreach (var (mark, at) in open.Reverse()) faults.Add(new QuoteFault(paragraph, $"A quotation opens with {mark} and is not closed.", Passage(text, at)));
    }

    private static bool IsMark(string text, int at) => text[at] switch
    {
        '"' => !IsInWord(text, at) && !IsMeasure(text, at),
        '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' or '《' or '》' => true,
        // A single mark before a digit or after a letter is the apostrophe that an editor program turned round ("‘90s").
        '‘' => at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && text.IndexOf('’', at) >= 0,
        '’' => true,
        _ => false,
    };

    private static bool Closes(char top, char mark, bool isSameBothWays, bool mayOpen) => (top, mark) switch
    {
        ('“', '”') or ('„', '”') or ('„', '“') or ('‟', '”') => true,
        ('«', '»') or ('»', '«') or ('「', '」') or ('『', '』') or ('《', '》') => true,
        ('”', '”') or ('»', '»') => isSameBothWays || !mayOpen,
        ('"', '"') => !mayOpen,
        ('‘', '’') => !mayOpen,
        _ => false,
    };

    /// <summary>Whether the mark can begin a quotation here.</summary>
    private static bool MayStand(char mark, bool isSameBothWays, string text, int at) => mark switch
    {
        '„' or '‟' or '“' or '«' or '「' or '『' or '《' or '‘' => true,
        '"' => MayOpen(text, at),
        '»' => MayOpen(text, at),
        '”' => isSameBothWays && MayOpen(text, at),
        _ => false,
    };

    /// <summary>Words follow at once, and none stand right before.</summary>
    private static bool MayOpen(string text, int at)
    {
        if (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) return false;
        return at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or '/' or '¿' or '¡' or '“' or '„' or '«' or '‘' or '"' or '\u2060' or '…';
    }

    private static bool IsInWord(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    /// <summary>6'2" and 5": a digit stands before, and no quotation that could end here.</summary>
    private static bool IsMeasure(string text, int at)
    {
        if (at == 0 || !char.IsAsciiDigit(text[at - 1])) return false;
        var isOpen = false;
        for (var i = 0; i < at; i++)
        {
            if (text[i] == '"' && (i == 0 || !char.IsAsciiDigit(text[i - 1]) || isOpen)) isOpen = !isOpen;
        }

        return !isOpen;
    }

    private static string Passage(string text, int at) => text.Length - at <= PassageChars ? text[at..] : text[at..(at + PassageChars)] + "…";
}
