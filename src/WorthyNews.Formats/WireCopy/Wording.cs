using System.Globalization;
using System.Text;

namespace WorthyNews.Formats.WireCopy;

/// <summary>What the letters of a line tell before its words are understood.</summary>
internal static class Wording
{
    /// <summary>In characters.</summary>
    public const int MaxHeadlineLength = 220;

    private const int MaxPlainHeadlineLength = 90;

    private const string ClosingMarks = "\"'”’»“‘)]} \u00A0\t";
    private const string OpeningMarks = "\"'“‘«„‚([{¿¡ \u00A0\t";

    /// <summary>There are letters, each of them has a case, and none is small.</summary>
    public static bool IsInCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var letter in text)
        {
            if (char.IsUpper(letter)) capitals++;
            else if (char.IsLetter(letter) && !IsModifier(letter)) return false;
        }

        return capitals > 0;
    }

    /// <summary>A full stop, question or exclamation mark, or an ellipsis stands at the end, quotation marks aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(ClosingMarks);
        return !bare.IsEmpty && bare[^1] is '.' or '!' or '?' or '…' or '。' or '؟' or '।';
    }

    /// <summary>Too long, or too much a sentence, for a headline.</summary>
    public static bool IsParagraph(string text) =>
        text.Length > MaxHeadlineLength || (text.Length > MaxPlainHeadlineLength && EndsSentence(text));

    /// <summary>The first letter or digit is not a small letter; quotation marks and brackets aside.</summary>
    public static bool StartsSentence(ReadOnlySpan<char> text)
    {
        var bare = text.TrimStart(OpeningMarks);
        return !bare.IsEmpty && !char.IsLower(bare[0]);
    }

    /// <summary>The text with every run of blanks made one space, and none at the ends. Only for short texts that are compared.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter)) plain.Append(letter);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>The number of characters that a dash at this place takes ("-", "–", "--", ...); 0 when there is none.</summary>
    public static int DashAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 3 && IsDash(text[length])) length++;
        return length;
    }

    public static bool IsDash(char letter) => letter is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    /// <summary>Whether <paramref name="words"/> stand at this place of the text as whole words, case aside.</summary>
    public static bool HasWordsAt(string text, int at, string words) =>
        words.Length > 0
        && string.Compare(text, at, words, 0, words.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length]));

    /// <summary>Where <paramref name="words"/> stand in a short text as whole words, case aside; -1 when they do not.</summary>
    public static int IndexOfWords(string text, string words)
    {
        if (words.Length == 0) return -1;
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        while (at >= 0 && !HasWordsAt(text, at, words)) at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase);
        return at;
    }

    /// <summary>An accent or the like that belongs to the letter before it.</summary>
    public static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsModifier(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter;
}
