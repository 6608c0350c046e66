using System.Text.RegularExpressions;

namespace WorthyNews.Formats.WireCopy;

/// <summary>Finds in a text that is about to be printed what desks say to each other: advisories, end marks, slots still to be filled.</summary>
public static partial class Leftovers
{
    private const int MaxLineLength = 160;
    private const int LinesAtEnd = 2;

    /// <returns>In reading order; the words as they stand there.</returns>
    public static IReadOnlyList<(int Paragraph, string Words)> In(IReadOnlyList<string> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        var found = new List<(int, string)>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var text = paragraphs[i].Trim();
            if (text.Length == 0) continue;
            if (IsBetweenDesks(text, isAtEdge: i == 0 || i >= paragraphs.Count - LinesAtEnd)) found.Add((i, Short(text)));
            else found.AddRange(InLine(text).Select(words => (i, words)));
        }

        return found;
    }

    /// <summary>In a headline or inside a paragraph: slots to be filled, and words in brackets that are no part of the sentence.</summary>
    public static IReadOnlyList<string> InLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Slot().Matches(text).Select(m => m.Value).Concat(Bracketed().Matches(text).Select(m => m.Value)).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsBetweenDesks(string text, bool isAtEdge)
    {
        if (EndMarks.Is(text)) return true;
        if (text.Length <= MaxLineLength && (More().IsMatch(text) || Writethru().IsMatch(text))) return true;
        return AdvisoryReader.Find(new CopyLine(text, 0, text.Length, isAfterBlank: true), isAtEdge) is not null;
    }

    private static string Short(string text) => text.Length <= MaxLineLength ? text : text[..MaxLineLength] + "…";

    // TK and TKTK ("to come"), but not Turkish Airlines' TK 1823; XXX, but not the Super Bowl XXX; a row of question marks.
    [GeneratedRegex(@"\b(?:TK){1,4}\b(?!\s?\d)|(?<!\b\p{Lu}\p{Ll}+\s)\bX{3,}\b|\bx{3,}\b|\?{3,}|_{3,}|\blorem ipsum\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Slot();

    [GeneratedRegex(@"[\(\[](?:MORE|more to come|TO COME|to come|CHECK|check this|CQ|cq|sic\?|FIXME|INSERT [^\)\]]{1,60}|PICK ?UP [^\)\]]{1,60}|NAME|DATE|QUOTE)[\)\]]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Bracketed();

    // "(MORE)", "-more-", "MORE", "more to come".
    [GeneratedRegex(@"^[\(\[\-–—*\s]*(?:MORE|(?<=[\(\[\-–—*]\s*)more|(?i:more to (?:come|follow)))[\)\]\-–—*.\s]*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex More();

    // "2nd Ld-Writethru", "BC-EU--Summit, 3rd Lead", "URGENT".
    [GeneratedRegex(@"(?i:\bwrite-?thru\b)|\b\d{1,2}(?i:st|nd|rd|th)[ -](?:(?i:ld)|Lead|LEAD)\b|^BC-[\p{Lu}\p{L}]|^(?:URGENT|BULLETIN|FLASH|ADV\d{2})\W*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Writethru();
}
