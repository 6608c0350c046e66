using System.Globalization;
using System.Text;
using System.Xml;

namespace WorthyNews.Newsroom.Maps;

/// <summary>How wide words run, without a font at hand: rather too wide than too narrow.</summary>
internal static class Label
{
    private const int MaxLetters = 26;
    private const int MaxLines = 3;

    /// <summary>In parts of the font size, for a bold sans serif.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or '\'' or '’' or '|' or '!' or ':' or ';' => 0.3,
        ' ' or 'f' or 't' or 'r' or '-' or '(' or ')' => 0.4,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '&' or 'Ж' or 'Ш' or 'Щ' or 'Ю' or 'ж' or 'ш' or 'щ' or 'ю' or '…' => 0.98,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        > 0x1100 => 1.1,
        _ when Rune.IsUpper(rune) || Rune.IsDigit(rune) => 0.74,
        _ => 0.62,
    };

    /// <summary>Whether the first letter that has a direction runs to the left.</summary>
    public static bool RunsLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF
                or >= 0x1E800 and <= 0x1EFFF) return true;
            if (Rune.IsLetter(rune)) return false;
        }
        return false;
    }

    /// <summary>Without what XML cannot hold, spaces made single, cut with an ellipsis.</summary>
    public static string Clean(string text, int most)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isFit = rune.Value > 0xFFFF ? (rune.Value & 0xFFFE) != 0xFFFE : XmlConvert.IsXmlChar((char)rune.Value) && rune.Value != 0xFFFD;
            var isTurn = rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) clean.Append(' ');
            else if (isFit && !isTurn) clean.Append(rune);
        }
        return Shorten(string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), most);
    }

    /// <summary>A name in lines of about the same length, three at most.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        if (name.Length <= MaxLetters) return [name];

        var goal = Math.Min(MaxLetters, name.Length / Math.Min(MaxLines, name.Length / MaxLetters + 1) + 4);
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
        {
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= goal) lines[^1] += " " + word;
            else lines.Add(word);
        }
        var kept = lines.Take(MaxLines).Select(l => Shorten(l, MaxLetters)).ToList();
        if (lines.Count > MaxLines && !kept[^1].EndsWith('…')) kept[^1] = Shorten(kept[^1], MaxLetters - 1) is var last && last.EndsWith('…') ? last : last + "…";
        return kept;
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        var starts = StringInfo.ParseCombiningCharacters(text);
        var end = starts.LastOrDefault(s => s <= most - 1);
        return text[..end].TrimEnd() + "…";
    }
}
