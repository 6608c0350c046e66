using System.Globalization;
using System.Text;

namespace WorthyNews.Formats.WireCopy;

/// <summary>Turns names in capitals into names as they are printed.</summary>
internal static class PlaceNames
{
    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "am", "and", "au", "aux", "d", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "en",
        "es", "im", "in", "la", "le", "les", "of", "on", "sous", "sur", "the", "upon", "van", "von",
    };

    // Short names that are letters rather than words, wherever they stand.
    private static readonly HashSet<string> Letters = new(StringComparer.Ordinal)
    {
        "DC", "DR", "DRC", "EU", "PNG", "UAE", "UK", "UN", "US", "USA", "II", "III", "IV",
    };

    /// <summary>
    /// "RIO DE JANEIRO" becomes "Rio de Janeiro", "PORT-AU-PRINCE" "Port-au-Prince"; "D.C." and "UK" stay. Words that
    /// already have small letters stay as they are.
    /// </summary>
    public static string InNormalCase(string name)
    {
        var normal = new StringBuilder(name.Length);
        var at = 0;
        while (at < name.Length)
        {
            var end = at;
            while (end < name.Length && !IsBetweenWords(name[end])) end++;
            if (end > at) AppendWord(normal, name[at..end], mayBeSmall: MayBeSmall(name, at, end));
            if (end < name.Length) normal.Append(name[end]);
            at = end + 1;
        }

        return normal.ToString();
    }

    /// <summary>A word that is small inside a name.</summary>
    public static bool IsSmallWord(string word) => SmallWords.Contains(word);

    private static bool IsBetweenWords(char letter) => Wording.IsDash(letter) || char.IsWhiteSpace(letter) || letter is ',' or '/';

    // A small word is small inside a name, not as its first word or its last, nor after a comma.
    private static bool MayBeSmall(string name, int at, int end) =>
        at > 0 && end < name.Length && name[at - 1] != ',' && (at < 2 || name[at - 2] != ',');

    private static void AppendWord(StringBuilder normal, string word, bool mayBeSmall)
    {
        var isAbbreviated = word.Length > 2 && word[1] == '.' && word.Count(letter => letter == '.') > 1;
        if (Letters.Contains(word) || isAbbreviated)
        {
            normal.Append(word);
        }
        else if (word.StartsWith("Mc", StringComparison.Ordinal) && Wording.IsInCapitals(word.AsSpan(2)))
        {
            normal.Append("Mc").Append(Capitalised(word[2..]));
        }
        else if (!Wording.IsInCapitals(word))
        {
            normal.Append(word);
        }
        else
        {
            normal.Append(mayBeSmall && SmallWords.Contains(word) ? Lower(word) : CapitalisedByApostrophe(word));
        }
    }

    // "L'AQUILA" and "N'DJAMENA" have two capitals, "XI'AN" and "SANA'A" one.
    private static string CapitalisedByApostrophe(string word)
    {
        var apostrophe = word.AsSpan().IndexOfAny("'’‘`");
        if (apostrophe < 0) return Capitalised(word);
        var rest = word[(apostrophe + 1)..];
        return Capitalised(word[..apostrophe]) + word[apostrophe] + (apostrophe == 1 ? Capitalised(rest) : Lower(rest));
    }

    private static string Capitalised(string word)
    {
        var elements = StringInfo.GetNextTextElementLength(word);
        return word.Length == 0 ? word : word[..elements] + Lower(word[elements..]);
    }

    private static string Lower(string word) => word.ToLowerInvariant();
}
