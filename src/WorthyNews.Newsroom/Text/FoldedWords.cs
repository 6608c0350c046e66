using System.Globalization;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>A word of a text as search compares it.</summary>
/// <param name="Folded">Small letters and digits without marks, 1 to 40 characters; never a sign of any query language. Empty for a word that was not wanted.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where the text goes on after it.</param>
public readonly record struct FoldedWord(string Folded, int Start, int End);

/// <summary>Reads a text as words that can be compared: by the index of either database, by a query and by an extract alike.</summary>
/// <remarks>
/// Case, accents and vowel points are dropped; Latin letters with a stroke or joined are written out; Arabic letters that are
/// typed in more than one way become one; Han and kana, written without spaces, are a word each. Marks of scripts in which
/// they are letters of their own (Devanagari, Thai) stay. No language's endings are cut. A change here is a new
/// <c>SearchText.PresentFormat</c>.
/// </remarks>
public static class FoldedWords
{
    /// <summary>A longer word is cut, in the index as in the query.</summary>
    public const int MaxChars = 40;

    private const string Dropped = "";

    private static readonly Dictionary<int, string> Letters = Table(
        "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ ng ŧ t ς σ",
        "ة ه ى ي ی ي ک ك ٱ ا ہ ه ھ ه");

    // A few hundred of them are ever asked for; two threads that fill one in at once write the same.
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <param name="wanted">When given, words that are not among these come with an empty <see cref="FoldedWord.Folded"/>, and cost no memory.</param>
    public static IEnumerable<FoldedWord> In(string text, HashSet<string>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = new char[MaxChars];
        var count = 0;
        var start = 0;
        var end = 0;
        for (var at = 0; at < text.Length;)
        {
            // Most of most texts is ASCII; it comes to the same as below.
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                if (count == 0) start = at;
                if (count < MaxChars) letters[count++] = (char)(text[at] is >= 'A' and <= 'Z' ? text[at] | 0x20 : text[at]);
                end = ++at;
                continue;
            }

            if (char.IsAscii(text[at]))
            {
                at++;
                if (count == 0) continue;
                yield return new FoldedWord(Word(letters, count, wanted), start, end);
                count = 0;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var folded = Fold(rune);
            var isAlone = folded is { Length: > 0 } && BlockText.IsWordAlone(rune);
            if ((folded is null || isAlone) && count > 0)
            {
                yield return new FoldedWord(Word(letters, count, wanted), start, end);
                count = 0;
            }

            if (folded is { Length: > 0 })
            {
                if (count == 0) start = at;
                if (count + folded.Length <= MaxChars)
                {
                    folded.CopyTo(0, letters, count, folded.Length);
                    count += folded.Length;
                }
            }

            at += length;
            // A mark that is dropped belongs to the word all the same.
            if (folded is not null && count > 0) end = at;
            if (isAlone)
            {
                yield return new FoldedWord(Word(letters, count, wanted), start, end);
                count = 0;
            }
        }

        if (count > 0) yield return new FoldedWord(Word(letters, count, wanted), start, end);
    }

    private static string Word(char[] letters, int count, HashSet<string>? wanted)
    {
        if (wanted is null) return new string(letters, 0, count);
        return wanted.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letters.AsSpan(0, count), out var word) ? word : "";
    }

    /// <summary>The words with one space between them, of a long text as many as fit.</summary>
    public static string Line(string? text, int maxChars = int.MaxValue)
    {
        var line = new StringBuilder();
        foreach (var word in In(text ?? ""))
        {
            if (line.Length + 1 + word.Folded.Length > maxChars) break;
            if (line.Length > 0) line.Append(' ');
            line.Append(word.Folded);
        }

        return line.ToString();
    }

    /// <returns>Null when it stands between words, "" when it is a part of a word that is not compared.</returns>
    private static string? Fold(Rune rune)
    {
        if (!rune.IsBmp) return Folded(rune);
        // What ends a word is kept as a space, for null means that nobody has asked yet.
        var known = Known[rune.Value] ??= Folded(rune) ?? " ";
        return known is " " ? null : known;
    }

    private static string? Folded(Rune rune)
    {
        if (rune.Value is 0x200B) return null;      // a place where a word may end, and no more
        if (IsDropped(rune)) return Dropped;
        if (!IsOfWords(rune)) return null;

        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsDropped(part) || !IsOfWords(part)) continue;
            var lower = Rune.ToLowerInvariant(part);
            if (Letters.TryGetValue(lower.Value, out var letters)) folded.Append(letters);
            else if (Rune.GetUnicodeCategory(lower) is UnicodeCategory.DecimalDigitNumber) folded.Append((int)Rune.GetNumericValue(lower));
            else folded.Append(lower.ToString());
        }

        return folded.ToString();
    }

    private static bool IsOfWords(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsDropped(Rune rune) => rune.Value is 0x0640
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark && rune.Value
            is (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0487)           // any script, Cyrillic
            or (>= 0x0591 and <= 0x05C7)                                        // Hebrew
            or (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06ED)    // Arabic
            or (>= 0x0711 and <= 0x074A)                                        // Syriac
            or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF)
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFE20 and <= 0xFE2F));

    private static Dictionary<int, string> Table(params string[] rows) => rows
        .SelectMany(row => row.Split(' ').Chunk(2))
        .ToDictionary(pair => Rune.GetRuneAt(pair[0], 0).Value, pair => pair[1]);
}
