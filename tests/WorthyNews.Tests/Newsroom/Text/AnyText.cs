using CsCheck;

namespace WorthyNews.Tests.Newsroom.Text;

/// <summary>Text that nobody would think of.</summary>
internal static class AnyText
{
    private static readonly Gen<string> Letter = Gen.Frequency(
        (6, Gen.Char[' ', '~'].Select(c => c.ToString())),
        (3, OneOf("*", "_", "`", "[", "]", "(", ")", "!", "<", ">", "&", "#", "-", "+", "=", "\\", ":", "|", "~", ".", "'", "\"", " ")),
        (2, Gen.Char.Select(c => c.ToString())),
        (1, OneOf("\n", "\r\n", "\t", "\u00A0", "\u2028", "\u0085", "\u3000", "\u2003", "\u200B", "\uFEFF", "\u202E", "\u2067", "\v")),
        (1, OneOf("😀", "𐍈", "\uD83D", "\uDE00", "\uFFFE", "\uFFFD", "\0", "\u001F", "ش", "ע", "ß", "e\u0301")));

    private static readonly Gen<string> Sign = OneOf(
        "# ", "## ", "> ", "- ", "+ ", "* ", "1. ", "2) ", "999999999. ", "---", "***", "___", "===", "```", "~~~", "    ",
        "\t", "\n", "\n\n", "  \n", "\\\n", "**", "__", "*", "_", "***", "`", "[", "]", "](", ")", "![", "[a]", "[a]: ", "[a](",
        "<", ">", "<b>", "</b>", "<script>", "<!--", "&amp;", "&#106;", "&#x41;", "&nbsp;", "&Tab;", "&#0;", "http://a.example",
        "https://b.example/?x=1&y=\"2'", "javascript:alert(1)", "/own/path", "//evil.example", "mailto:a@b.example",
        "a@b.example", "{onclick=x}", "word", "two words", "1", ".", "\u00A0", "é", "שלום", "😀", "\"t\"", "'", "\\", "!", "|",
        "~~");

    /// <summary>Anything that a string can hold, halves of pairs too, rich in signs of markup.</summary>
    public static readonly Gen<string> Wild = Letter.Array[0, 40].Select(string.Concat);

    /// <summary>Markdown, much of it broken.</summary>
    public static readonly Gen<string> Markdown = Gen.Frequency((5, Sign), (1, Letter)).Array[0, 60].Select(string.Concat);

    internal static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
