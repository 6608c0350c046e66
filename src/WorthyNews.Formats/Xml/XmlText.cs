using System.Buffers;
using System.Text;

namespace WorthyNews.Formats.Xml;

/// <summary>Text that XML can carry.</summary>
/// <remarks>Source: XML 1.0, 2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].</remarks>
public static class XmlText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Between('\0', '\b'), '\v', '\f', .. Between('\x0E', '\x1F'), .. Between('\uD800', '\uDFFF'), '\uFFFE', '\uFFFF']);

    /// <summary>Removes what XML forbids, halves of surrogate pairs included, and nothing else.</summary>
    /// <returns>The same instance when there is nothing to remove.</returns>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var bad = NextForbidden(text, 0);
        if (bad < 0) return text;

        var clean = new StringBuilder(text.Length);
        var from = 0;
        for (; bad >= 0; bad = NextForbidden(text, from))
        {
            clean.Append(text, from, bad - from);
            from = bad + 1;
        }

        return clean.Append(text, from, text.Length - from).ToString();
    }

    private static int NextForbidden(string text, int from)
    {
        while (from < text.Length)
        {
            var found = text.AsSpan(from).IndexOfAny(Suspects);
            if (found < 0) return -1;

            from += found;
            if (!IsPairAt(text, from)) return from;
            from += 2;
        }

        return -1;
    }

    private static bool IsPairAt(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
