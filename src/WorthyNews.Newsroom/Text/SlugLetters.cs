using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>How the letters of the world are written in an address.</summary>
/// <remarks>
/// After BGN/PCGN, made plain: no marks, no signs for hard and soft. Hebrew and Arabic leave their short vowels unwritten, so the
/// words do as well. Letters that are a Latin letter with a mark are not listed; they lose the mark.
/// </remarks>
internal static class SlugLetters
{
    private static readonly FrozenDictionary<int, string> Letters = Table(
        // Latin
        "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ə a ǝ e ĸ k ŧ t ɓ b ɗ d ƙ k ƴ y ɛ e ɔ o ɣ g ɩ i ʋ v ƒ f",
        // Cyrillic
        "а a б b в v г g ґ g д d е e ё yo ж zh з z и i й y і i ї yi к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch",
        "ш sh щ shch ъ - ы y ь - э e є ye ю yu я ya ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz",
        "ә a ғ gh қ q ң ng ө o ұ u ү u һ h җ zh ҳ h ҷ ch ӣ i ӯ u ӏ -",
        // Greek
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
        // Hebrew
        "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t",
        // Arabic, Persian, Urdu
        "ا a آ a إ i ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w",
        "ي y ى a ة a ء - ـ - پ p چ ch ژ zh گ g ک k ی y ہ h ھ h ں n ے e ٹ t ڈ d ڑ r ۃ a ۀ h",
        // Marks that stand inside a word: it stays one word.
        "' - ’ - ‘ - ‛ - ʼ - ʻ - ʿ - ʾ - ʹ - ʺ - ′ - ` - ´ - ՚ - ׳ - ״ - ＇ - · -");

    /// <summary>Adds what the letter is in an address: nothing, some letters, or the hyphen that ends a word.</summary>
    public static void Append(StringBuilder words, Rune rune)
    {
        if (Known(rune) is { } letters)
        {
            Say(words, rune, letters);
            return;
        }

        if (rune.Value is '&')
        {
            EndWord(words);
            words.Append("and-");
            return;
        }

        var said = false;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Known(part) is not { } plain) continue;
            Say(words, part, plain);
            said = true;
        }

        if (!said) EndWord(words);
    }

    private static string? Known(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsAscii && Rune.IsLetterOrDigit(lower)) return ((char)lower.Value).ToString();
        if (Letters.TryGetValue(lower.Value, out var letters)) return letters;

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
            UnicodeCategory.DecimalDigitNumber => Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    // Greek writes one vowel as two, ου.
    private static void Say(StringBuilder words, Rune rune, string letters) =>
        words.Append(rune.Value is 'υ' or 'Υ' && words.Length > 0 && words[^1] is 'o' ? "u" : letters);

    private static void EndWord(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] is not '-') words.Append('-');
    }

    private static FrozenDictionary<int, string> Table(params string[] rows) => rows
        .SelectMany(row => row.Split(' ').Chunk(2))
        .ToFrozenDictionary(pair => Rune.GetRuneAt(pair[0], 0).Value, pair => pair[1] is "-" ? "" : pair[1]);
}
