using System.Buffers;
using System.Text;
using WorthyNews.Formats.Xml;

namespace WorthyNews.Newsroom.Text;

/// <summary>Text as we keep it: what people typed, less what no reader can see and no format can carry.</summary>
/// <remarks>
/// Removed: what XML forbids (<see cref="XmlText.Clean"/>), the control characters U+007F to U+009F, and the two overrides
/// U+202D and U+202E, which make letters be read in another order than they are written in and belong to no language.
/// Kept: the other direction marks (U+200E, U+200F, U+202A to U+202C, U+2066 to U+2069), which Arabic and Hebrew copy needs.
/// One that is left open ends with the element it stands in; a page that sets such text in a line with others wraps it in
/// <c>bdi</c>. Nothing is normalised: what is left stays the same to the character.
/// </remarks>
public static class CleanText
{
    private static readonly char[] Harmless =
    [
        .. Between(' ', '~'), .. Between('\u00A0', '\u2027'), .. Between('\u202A', '\u202C'),
        .. Between('\u202F', '\uD7FF'), .. Between('\uE000', '\uFFFD'),
    ];

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Harmless, '\t', '\n']);
    private static readonly SearchValues<char> PlainLine = SearchValues.Create(Harmless);

    /// <summary>One line: each run of line breaks and tabs, with the spaces around it, becomes a space,
    /// and no space is left at either end. A no-break space stays.</summary>
    public static string Line(string text) => OneLine(text).Trim(' ');

    /// <summary>As <see cref="Line"/>, less <see cref="InvisibleSigns"/>: for a line that stands by itself, such as a headline or a name.</summary>
    public static string Label(string text) => InvisibleSigns.RemoveFrom(OneLine(text)).Trim(' ');

    /// <summary>Any number of lines, each but the last ended by one <c>\n</c>.</summary>
    public static string Block(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return text;

        return LinesOf(text);
    }

    /// <summary>As <see cref="Line"/>, with the spaces at both ends kept: for a piece of a line.</summary>
    internal static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExcept(PlainLine)) return text;

        return OneLineOf(text);
    }

    private static string LinesOf(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '\r' && at + 1 < text.Length && text[at + 1] is '\n') continue;
            if (IsLineBreak(c)) clean.Append('\n');
            else if (!IsUnwanted(c)) clean.Append(c);
        }

        return XmlText.Clean(clean.ToString());
    }

    private static string OneLineOf(string text)
    {
        var clean = new StringBuilder(text.Length);
        var broke = false;                               // the last character kept is a space that stands for a line break
        foreach (var c in text)
        {
            if (IsLineBreak(c) || c is '\t')
            {
                while (clean.Length > 0 && clean[^1] is ' ') clean.Length--;
                clean.Append(' ');
                broke = true;
            }
            else if (!IsUnwanted(c) && !(broke && c is ' '))
            {
                clean.Append(c);
                broke = false;
            }
        }

        return XmlText.Clean(clean.ToString());
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsUnwanted(char c) => c is (< ' ' and not '\t') or (>= '\u007F' and <= '\u009F') or '\u202D' or '\u202E';

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
