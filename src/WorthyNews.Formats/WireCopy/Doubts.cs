namespace WorthyNews.Formats.WireCopy;

/// <summary>Gathers what an editor should look at: each sentence once, and not more of them than a person reads.</summary>
internal sealed class Doubts
{
    private const int MaxCount = 40;
    private const int MaxQuoteLength = 60;

    private readonly List<string> sentences = [];
    private readonly HashSet<string> seen = [];

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence)
    {
        if (sentences.Count > MaxCount || !seen.Add(sentence)) return;
        sentences.Add(sentences.Count == MaxCount ? "There are more doubts of this kind." : sentence);
    }

    /// <summary>The beginning of a text in quotation marks, never cut through a surrogate pair.</summary>
    public static string Quote(string text)
    {
        if (text.Length <= MaxQuoteLength) return $"“{text}”";
        var end = char.IsHighSurrogate(text[MaxQuoteLength - 1]) ? MaxQuoteLength - 1 : MaxQuoteLength;
        return $"“{text[..end].TrimEnd()}…”";
    }
}
