namespace WorthyNews.Formats.WireCopy;

/// <summary>Finds lines that ask to hold the copy back. No other reader heeds them, whatever they take such a line for.</summary>
internal static class EmbargoReader
{
    private const int MaxLength = 240;
    private const int LinesAtEnd = 8;

    private static readonly string[] Openings =
    [
        "EMBARGOED UNTIL", "EMBARGOED TILL", "EMBARGOED TO", "EMBARGOED FOR", "EMBARGO UNTIL", "EMBARGO TILL", "EMBARGO:", "EMBARGOED:",
        "STRICTLY EMBARGOED", "STRICT EMBARGO", "UNDER EMBARGO UNTIL", "UNDER EMBARGO TILL", "HOLD FOR RELEASE", "HOLD UNTIL",
        "NOT FOR PUBLICATION BEFORE", "NOT FOR PUBLICATION UNTIL", "NOT FOR RELEASE BEFORE", "NOT FOR RELEASE UNTIL",
        "DO NOT PUBLISH BEFORE", "DO NOT PUBLISH UNTIL", "DO NOT RELEASE BEFORE", "DO NOT RELEASE UNTIL",
    ];

    /// <param name="lines">The whole copy; only its first and last lines are looked at.</param>
    public static IEnumerable<string> DoubtsAbout(IReadOnlyList<CopyLine> lines) => lines
        .Where((line, at) => (at < HeaderReader.MaxLines || at >= lines.Count - LinesAtEnd) && IsEmbargo(line.Text))
        .Select(line => $"{Doubts.Quote(line.Text)} looks like an embargo; nothing holds this copy back.");

    private static bool IsEmbargo(string text)
    {
        if (text.Length > MaxLength) return false;
        var plain = Wording.Plain(text);
        if (plain.Trim('(', ')', '[', ']', '*').ToUpperInvariant() is "EMBARGO" or "EMBARGOED") return true;

        // An order opens the line, a bracket, or what follows a colon ("EDS: HOLD FOR RELEASE").
        var mayStart = true;
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsLetter(plain[i]))
            {
                if (mayStart && Openings.Any(words => Wording.HasWordsAt(plain, i, words))) return true;
                mayStart = false;
            }
            else
            {
                mayStart |= plain[i] is '(' or '[' or ':';
            }
        }

        return false;
    }
}
