namespace WorthyNews.Formats.WireCopy;

/// <summary>Knows the marks that a desk types below the last line: "-30-", "###", "ENDS".</summary>
internal static class EndMarks
{
    private const int MaxLength = 20;
    private const int MinHashes = 2;

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "end", "endit", "enditem", "ends" };

    public static bool Is(string text)
    {
        if (text.Length > MaxLength) return false;
        var plain = Wording.Plain(text);
        if (plain.All(letter => letter is '#' or ' ')) return plain.Count('#') >= MinHashes;

        var (start, end) = (0, plain.Length);
        while (start < end && IsOrnament(plain[start])) start++;
        while (end > start && IsOrnament(plain[end - 1])) end--;
        var word = plain[start..end];
        // "30" alone is a number, "Ends" alone a word of the story.
        if (word == "30") return start > 0 && end < plain.Length;
        return Words.Contains(word) && (word.Length < plain.Length || Wording.IsInCapitals(word));
    }

    private static bool IsOrnament(char letter) => Wording.IsDash(letter) || letter is '(' or ')' or '[' or ']' or '*' or '#' or '/' or ' ';
}
