using System.Buffers;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>Writes plain text as Markdown that <see cref="MarkdownReader"/> reads back as the same text, to the character.</summary>
/// <remarks>Only what would be taken for markup is escaped, so that an editor can still read the copy.</remarks>
public static class MarkdownText
{
    private static readonly SearchValues<char> EntityName =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>A piece of a line, safe at its start, at its end and between signs of markup, such as in the words of a link.</summary>
    /// <remarks>The spaces at both ends are kept, which a stress cannot have there: <c>**</c> before a space stays two stars.</remarks>
    public static string Escape(string plain) => Escape(CleanText.OneLine(plain), isWhole: false, isCrosshead: false);

    /// <summary>A paragraph, without the blank line that sets it apart; of <see cref="CleanText.Line"/> of the text.</summary>
    public static string Paragraph(string plain) => Escape(CleanText.Line(plain), isWhole: true, isCrosshead: false);

    /// <summary>A crosshead, without the blank line that sets it apart; of <see cref="CleanText.Line"/> of the text.</summary>
    public static string Crosshead(string plain) => $"## {Escape(CleanText.Line(plain), isWhole: true, isCrosshead: true)}".TrimEnd(' ');

    private static string Escape(string text, bool isWhole, bool isCrosshead)
    {
        var source = new StringBuilder(text.Length + 8);
        var lineSign = isCrosshead ? ClosingSign(text) : LineSign(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (at == lineSign || IsMarkup(text, at, isWhole)) source.Append('\\');
            source.Append(text[at]);
        }

        return source.ToString();
    }

    private static bool IsMarkup(string text, int at, bool isWhole)
    {
        char? before = at > 0 ? text[at - 1] : null;
        char? after = at + 1 < text.Length ? text[at + 1] : null;
        return text[at] switch
        {
            '\\' or '[' or ']' => true,
            '*' => before is not ' ' || after is not ' ',
            '_' => !(IsWord(before) && IsWord(after)) && !(before is ' ' && after is ' '),
            '<' => after is not (' ' or null) || (after is null && !isWhole),
            '&' => MayBeEntity(text.AsSpan(at + 1), isWhole),
            '!' => after is null && !isWhole,
            _ => false,
        };
    }

    private static bool IsWord(char? c) => c is { } letter && char.IsAsciiLetterOrDigit(letter);

    private static bool MayBeEntity(ReadOnlySpan<char> after, bool isWhole)
    {
        var end = after.IndexOfAnyExcept(EntityName);
        return end < 0 ? !isWhole : after[end] is ';';
    }

    // Where the sign stands that would make of a line a heading, a quote, a list, a divider or an underline; -1 for none.
    private static int LineSign(string text)
    {
        var line = text.AsSpan().TrimStart(' ');
        if (line.IsEmpty) return -1;

        var start = text.Length - line.Length;
        var rest = line.TrimStart(line[0]);
        var run = line.Length - rest.Length;
        var endsWord = rest.IsEmpty || rest[0] is ' ';
        return line[0] switch
        {
            '>' => start,
            '#' when run <= 6 && endsWord => start,
            '+' when run == 1 && endsWord => start,
            '-' when run > 1 || endsWord => start,
            '=' when rest.Trim(' ').IsEmpty => start,
            '*' or '_' => start,
            >= '0' and <= '9' => NumberSign(line) is > 0 and var sign ? start + sign : -1,
            _ => -1,
        };
    }

    private static int NumberSign(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var isNumber = digits is > 0 and <= 9 && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] is ' ');
        return isNumber ? digits : -1;
    }

    // A heading may end in number signs that are not part of it.
    private static int ClosingSign(string text)
    {
        var start = text.AsSpan().TrimEnd('#').Length;
        return start < text.Length && (start == 0 || text[start - 1] is ' ') ? start : -1;
    }
}
