namespace WorthyNews.Formats.WireCopy;

/// <param name="Rest">The lines that are left, in their order.</param>
internal sealed record TrailerReading(
    IReadOnlyList<CopyLine> Rest, IReadOnlyList<Read<string>> Trailers, Read<IReadOnlyList<string>>? Latest, IReadOnlyList<string> Doubts);

/// <summary>Takes from the end of a copy what the site adds to every story: the latest headlines and the offer of the service.</summary>
/// <remarks>The offer is known by its words, not by its text, for it is retyped with slips ("sydication").</remarks>
internal sealed class TrailerReader(WireCopyHints hints)
{
    private const int MaxLinesFromEnd = 60;
    private const int MaxTrailerLinesFromEnd = 16;
    private const int MaxTrailerLength = 900;
    private const int MaxEndMarks = 4;
    private const int MaxListedLength = 200;
    private const int MaxHeadingLength = 60;
    private const int MaxSlipsInHeading = 2;

    private static readonly string[] Cues =
    [
        "interested", "articles", "produced", "check", "free", "syndication", "service", "available", "churches", "online", "christian",
        "ministries", "find", "visit", "plugins",
    ];

    // Words that say nothing about whether a text is the offer.
    private static readonly HashSet<string> Neutral = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "and", "are", "at", "by", "for", "from", "if", "in", "is", "more", "of", "on", "or", "our", "out", "please", "the",
        "this", "to", "us", "we", "with", "you", "your",
    };

    private static readonly string[] CopyrightOpenings = ["©", "Copyright ", "(c) "];

    private readonly string[] agencyWords = hints.Agency.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public TrailerReading Read(IReadOnlyList<CopyLine> lines)
    {
        var rest = lines.ToList();
        var found = new List<(int Start, Read<string> Trailer)>();
        TakeEndMarks(rest, found);
        TakeTrailers(rest, found);
        TakeEndMarks(rest, found);
        var doubts = new List<string>();
        var latest = TakeLatest(rest, doubts);
        TakeEndMarks(rest, found);
        List<Read<string>> trailers = [.. found.OrderBy(each => each.Start).Select(each => each.Trailer)];
        doubts.InsertRange(0, trailers.Where(trailer => trailer.Sureness != Sureness.Sure)
            .Select(trailer => $"{Doubts.Quote(trailer.Value)} was taken for the trailer."));
        return new TrailerReading(rest, trailers, latest, doubts);
    }

    // "-30-" and the like, below the text or below the offer.
    private static void TakeEndMarks(List<CopyLine> lines, List<(int Start, Read<string> Trailer)> found)
    {
        for (var i = 0; i < MaxEndMarks && lines.Count > 0 && EndMarks.Is(lines[^1].Text); i++)
        {
            found.Add((lines[^1].Start, new Read<string>(lines[^1].Text, Sureness.Sure, lines[^1].Source)));
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private void TakeTrailers(List<CopyLine> lines, List<(int Start, Read<string> Trailer)> found)
    {
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - MaxTrailerLinesFromEnd); i--)
        {
            var line = lines[i];
            if (SurenessOf(line.Text) is not { } sureness) continue;
            var last = line;
            if (i + 1 < lines.Count && IsSecondHalf(lines[i + 1].Text))
            {
                last = lines[i + 1];
                lines.RemoveAt(i + 1);
            }

            lines.RemoveAt(i);
            var words = ReferenceEquals(last, line) ? line.Text : line.Text + "\n" + last.Text;
            found.Add((line.Start, new Read<string>(words, sureness, line.SourceThrough(last))));
        }
    }

    /// <summary>How sure it is that a line is a trailer; null when it is none.</summary>
    private Sureness? SurenessOf(string text)
    {
        if (text.Length > MaxTrailerLength) return null;
        if (IsCopyright(text)) return Sureness.Likely;
        var (hits, share) = Overlap(text);
        if (share < 0.5) return null;
        return (hits * 100 / Cues.Length) switch { >= 80 => Sureness.Sure, >= 55 => Sureness.Likely, _ => null };
    }

    // "To find out more, visit ..." on a line of its own, right after the offer.
    private bool IsSecondHalf(string text)
    {
        if (text.Length > MaxListedLength) return false;
        var (hits, share) = Overlap(text);
        return hits >= 2 && share >= 0.6;
    }

    private bool IsCopyright(string text) =>
        text.Length <= MaxListedLength
        && CopyrightOpenings.Any(words => text.StartsWith(words, StringComparison.OrdinalIgnoreCase))
        && Wording.IndexOfWords(Wording.Plain(text), hints.Agency) >= 0;

    /// <summary>How many of the cues a text holds, and which share of its telling words are cues or the agency's name.</summary>
    private (int Hits, double Share) Overlap(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        int telling = 0, known = 0;
        foreach (var word in Words(text))
        {
            if (Neutral.Contains(word)) continue;
            telling++;
            var cue = Cues.FirstOrDefault(cue => Likeness.IsSameWord(word, cue));
            if (cue is not null) found.Add(cue);
            if (cue is not null || agencyWords.Any(name => Likeness.IsSameWord(word, name))) known++;
        }

        return (found.Count, telling == 0 ? 0 : (double)known / telling);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && start < 0) start = i;
            if (isLetter || start < 0) continue;
            yield return text[start..i];
            start = -1;
        }
    }

    private Read<IReadOnlyList<string>>? TakeLatest(List<CopyLine> lines, List<string> doubts)
    {
        var first = Math.Max(0, lines.Count - MaxLinesFromEnd);
        var heading = lines.FindIndex(first, IsLatestHeading);
        if (heading < 0) return null;

        var list = lines.Skip(heading + 1).ToList();
        var isList = list.TrueForAll(IsListed);
        if (!isList) doubts.Add($"Text follows the heading {Doubts.Quote(lines[heading].Text)}; it was left in the body.");
        if (!isList) list.Clear();
        var source = lines[heading].SourceThrough(list.Count > 0 ? list[^1] : lines[heading]);
        lines.RemoveRange(heading, list.Count + 1);
        var sureness = list.Count > 0 || !isList ? Sureness.Likely : Sureness.Sure;
        if (list.Count > 0) doubts.Add($"The last lines, from {Doubts.Quote(list[0].Text)}, were taken for a list of other headlines.");
        return new Read<IReadOnlyList<string>>([.. list.Select(line => line.Text)], sureness, source);
    }

    private bool IsLatestHeading(CopyLine line)
    {
        if (line.Text.Length > MaxHeadingLength) return false;
        var words = Wording.Plain(line.Text).Trim(':', '.', '*', '-', '–', ' ');
        return Likeness.IsSame(words, "Latest " + hints.Agency, MaxSlipsInHeading)
            || Likeness.IsSame(words, "Latest News from " + hints.Agency, MaxSlipsInHeading);
    }

    // A headline, perhaps with its day, but no sentence of the story.
    private static bool IsListed(CopyLine line) => line.Text.Length <= MaxListedLength && !line.Text.AsSpan().TrimEnd("\"”").EndsWith(".");
}
