using System.Buffers;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>Signs that show nothing and that no script needs: they make two lines that look alike different, or carry words that nobody sees.</summary>
/// <remarks>
/// The format characters (Cf of Unicode) but for those that do something: the joiners U+200C and U+200D, the direction marks of
/// <see cref="CleanText"/>, the Mongolian vowel separator, and the number signs of Arabic and Syriac, which are seen. The zero-width
/// space stays between letters of scripts that set no spaces (Thai, Khmer, Chinese), where lines break at it; tags stay in a flag.
/// </remarks>
internal static class InvisibleSigns
{
    private const char ZeroWidthSpace = '\u200B';
    private const char TagHalf = '\uDB40';      // tags are U+E0001 and U+E0020 to U+E007F
    private const string Flag = "\U0001F3F4";

    private const string Useless = "\u00AD\u2060\u2061\u2062\u2063\u2064\u2065\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF\uFFF9\uFFFA\uFFFB";
    private static readonly SearchValues<char> Removed = SearchValues.Create(Useless);
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Useless, ZeroWidthSpace, TagHalf]);

    /// <returns>The same instance when there is nothing to remove.</returns>
    public static string RemoveFrom(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;

        var clean = new StringBuilder(text.Length);
        var isFlag = false;                             // what was kept last is a flag, or a tag in one
        for (var at = 0; at < text.Length; at++)
        {
            if (IsTag(text, at))
            {
                if (isFlag) clean.Append(text, at, 2);
                at++;
            }
            else if (text[at] is ZeroWidthSpace ? IsBetweenUnspaced(clean, text, at) : !Removed.Contains(text[at]))
            {
                clean.Append(text[at]);
                isFlag = text[at] == Flag[1] && at > 0 && text[at - 1] == Flag[0];
            }
        }

        return clean.ToString();
    }

    private static bool IsTag(string text, int at) => text[at] is TagHalf && at + 1 < text.Length && text[at + 1] is >= '\uDC00' and <= '\uDC7F';

    private static bool IsBetweenUnspaced(StringBuilder before, string text, int at) =>
        before.Length > 0 && IsUnspaced(before[^1]) && at + 1 < text.Length && IsUnspaced(text[at + 1]);

    /// <summary>Thai, Lao, Tibetan and Burmese; Khmer; Tai; Chinese and Japanese.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u1950' and <= '\u1AAF') or (>= '\u3000' and <= '\u9FFF') or (>= '\uA9E0' and <= '\uAA7F');
}
