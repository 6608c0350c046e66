namespace WorthyNews.Formats.WireCopy;

/// <param name="Headline">Null when the line was nothing but a rubric.</param>
internal sealed record HeadlineReading(
    Read<string>? Headline, IReadOnlyList<Read<string>> Rubrics, IReadOnlyList<Read<string>> EditorsNotes);

/// <summary>Lifts rubrics ("BREAKING NEWS:", "(Update)") and advisories out of a headline.</summary>
internal static class HeadlineReader
{
    private const int MaxRubricLength = 40;
    private const int MaxRubricWords = 4;
    private const int MaxOnEachSide = 4;

    private static readonly HashSet<string> Rubrics = new(StringComparer.OrdinalIgnoreCase)
    {
        "alert", "analysis", "audio", "background", "breaking", "breaking news", "bulletin", "column", "commentary", "correction",
        "developing", "developing story", "editorial", "exclusive", "explainer", "feature", "first", "flash", "focus", "in brief",
        "in depth", "in-depth", "interview", "just in", "live", "news alert", "news analysis", "news brief", "news feature", "news flash",
        "news update", "news watch", "obituary", "opinion", "photos", "podcast", "profile", "review", "roundup", "special",
        "special report", "update", "updated", "updates", "urgent", "video", "watch",
    };

    // In capitals before a colon, a word of these at either end makes a rubric of its neighbours: "EUROPE WATCH:".
    private static readonly HashSet<string> RubricWords = new(StringComparer.Ordinal)
    {
        "ALERT", "ANALYSIS", "BREAKING", "BRIEF", "BULLETIN", "EXCLUSIVE", "FEATURE", "FLASH", "NEWS", "REPORT", "SPECIAL", "UPDATE",
        "WATCH",
    };

    public static HeadlineReading Read(CopyLine line, WireCopyHints hints)
    {
        var text = line.Text;
        var (start, end) = (0, text.Length);
        var before = new List<Read<string>>();
        var after = new List<Read<string>>();
        var notes = new List<Read<string>>();

        while (before.Count < MaxOnEachSide && PrefixEnd(text, start, end, hints) is var colon and > 0)
        {
            var words = Wording.Plain(text.AsSpan(start, colon - start));
            var sureness = IsRubric(words, hints) ? Sureness.Sure : Sureness.Likely;
            before.Add(new Read<string>(words, sureness, line.SourceOf(start, colon + 1 - start)));
            start = SkipBlanks(text, colon + 1);
        }

        while (after.Count + notes.Count < MaxOnEachSide && SuffixStart(text, start, end) is var open and >= 0)
        {
            var inside = Wording.Plain(text.AsSpan(open + 1, end - open - 2));
            var isRubric = IsRubric(inside, hints);
            if (!isRubric && !AdvisoryReader.IsAdvisory(inside)) break;
            (isRubric ? after : notes).Insert(0, new Read<string>(inside, Sureness.Sure, line.SourceOf(open, end - open)));
            end = text.AsSpan(0, open).TrimEnd().Length;
        }

        if (start < end && before.Count + after.Count == 0 && IsRubricLine(text[start..end].TrimEnd(':'), hints))
        {
            before.Add(new Read<string>(text[start..end].TrimEnd(':'), Sureness.Sure, line.SourceOf(start, end - start)));
            start = end;
        }

        var headline = start < end ? new Read<string>(text[start..end], Sureness.Sure, line.SourceOf(start, end - start)) : null;
        return new HeadlineReading(headline, [.. before, .. after], notes);
    }

    /// <summary>The place of the colon that ends a rubric at <paramref name="start"/>; -1 when none starts there.</summary>
    private static int PrefixEnd(string text, int start, int end, WireCopyHints hints)
    {
        var length = text.AsSpan(start, Math.Min(end - start, MaxRubricLength)).IndexOf(':');
        if (length <= 0) return -1;
        var words = Wording.Plain(text.AsSpan(start, length));
        if (IsRubric(words, hints)) return start + length;
        var split = words.Split(' ');
        var isMade = Wording.IsInCapitals(words) && split.Length <= MaxRubricWords
            && (RubricWords.Contains(split[^1]) || RubricWords.Contains(split[0]));
        return isMade ? start + length : -1;
    }

    private static int SuffixStart(string text, int start, int end)
    {
        if (end <= start || text[end - 1] != ')') return -1;
        var open = 0;
        for (var at = end - 1; at >= start; at--)
        {
            if (text[at] is ')') open++;
            else if (text[at] is '(' && --open == 0) return at;
        }

        return -1;
    }

    // "UPDATE 2" and "2nd UPDATE" are updates; "Worthy News In-Depth" is the house's own.
    private static bool IsRubric(string words, WireCopyHints hints)
    {
        if (words.Length > MaxRubricLength) return false;
        var bare = words.StartsWith(hints.Agency + " ", StringComparison.OrdinalIgnoreCase) ? words[(hints.Agency.Length + 1)..] : words;
        var split = bare.Split(' ');
        if (split.Length == 2 && split[1].All(char.IsAsciiDigit)) bare = split[0];
        else if (split.Length == 2 && char.IsAsciiDigit(split[0].FirstOrDefault())) bare = split[1];
        return Rubrics.Contains(bare);
    }

    // A line of its own: "(Update)" or "BREAKING NEWS", but not the headline "Watch".
    private static bool IsRubricLine(string text, WireCopyHints hints)
    {
        var words = Wording.Plain(text);
        return AdvisoryReader.Inside(words) is { } inside ? IsRubric(inside, hints) : Wording.IsInCapitals(words) && IsRubric(words, hints);
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
