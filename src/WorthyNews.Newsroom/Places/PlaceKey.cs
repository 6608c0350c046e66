using System.Globalization;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Places;

/// <summary>What two spellings of one place's name have in common: "XI'AN" and "Xian", "St. Petersburg" and "Saint Petersburg".</summary>
/// <remarks>PlaceTable/make.mjs sorts by the same key; a change here is a change there, and a new <c>places.br</c>.</remarks>
internal static class PlaceKey
{
    /// <summary>Small letters and digits without marks or blanks; empty when the name has none.</summary>
    public static string Of(string name)
    {
        List<string> words = [.. FoldedWords.In(name).Select(w => Short(w.Folded))];
        if (words is ["the", _, ..]) words.RemoveAt(0);
        var key = string.Concat(words);
        // Ayin and okina are signs in one spelling and left out in the next.
        return key.Any(IsSign) ? string.Concat(key.Where(letter => !IsSign(letter))) : key;
    }

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter;

    private static string Short(string word) => word switch
    {
        "saint" => "st",
        "sainte" => "ste",
        "mount" => "mt",
        "fort" => "ft",
        _ => word,
    };
}
