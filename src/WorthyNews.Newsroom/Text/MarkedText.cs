namespace WorthyNews.Newsroom.Text;

/// <summary>A stretch of plain text.</summary>
/// <param name="IsMarked">Whether it is what was looked for.</param>
public readonly record struct TextPart(string Text, bool IsMarked);

/// <summary>Plain text with the words of a query marked. It holds no markup: who prints it encodes each part.</summary>
/// <param name="Parts">In order; none is empty.</param>
public sealed record MarkedText(IReadOnlyList<TextPart> Parts)
{
    /// <summary>How much of the text is shown before the first mark.</summary>
    private const int LeadingChars = 60;

    /// <summary>The text without its marks.</summary>
    public string Plain => string.Concat(Parts.Select(p => p.Text));

    public bool HasMarks => Parts.Any(p => p.IsMarked);

    /// <summary>The whole of a short text.</summary>
    public static MarkedText Of(string text, SearchQuery query) => Cut(text, 0, text.Length, Hits(text, query, int.MaxValue));

    /// <summary>Where most of the terms stand together, first; the beginning when none does.</summary>
    /// <param name="text">One line.</param>
    /// <param name="maxChars">At least 80; an ellipsis at either end comes on top.</param>
    public static MarkedText Extract(string text, SearchQuery query, int maxChars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 80);
        var hits = Hits(text, query, maxChars - LeadingChars);
        var first = Best(hits, maxChars - LeadingChars);
        var start = first is { } hit && hit.Start > LeadingChars && text.Length > maxChars ? WordAt(text, hit.Start - LeadingChars) : 0;
        return Cut(text, start, EndBefore(text, start, maxChars), hits);
    }

    /// <summary>Where the terms stand, in order, not within each other; reading ends where all of them stand within <paramref name="width"/>.</summary>
    private static List<Hit> Hits(string text, SearchQuery query, int width)
    {
        var hits = new List<Hit>();
        if (query.With.Count == 0) return hits;
        var longest = query.With.Max(t => t.Words.Count);
        var recent = new List<FoldedWord>(longest);
        var latest = new int?[query.With.Count];
        var wanted = query.With.SelectMany(t => t.Words).ToHashSet(StringComparer.Ordinal);
        var unfound = query.With.Count;
        foreach (var word in FoldedWords.In(text, wanted))
        {
            // All of them are found close together, and what follows would no longer be shown.
            if (unfound == 0 && width < int.MaxValue
                && hits[^1].End - latest.Min()!.Value <= width && word.Start > hits[^1].End + width) break;
            if (word.Folded.Length == 0)
            {
                recent.Clear();
                continue;
            }

            if (recent.Count == longest) recent.RemoveAt(0);
            recent.Add(word);
            for (var term = 0; term < query.With.Count; term++)
            {
                if (!EndsWith(recent, query.With[term].Words)) continue;
                var start = recent[^query.With[term].Words.Count].Start;
                if (latest[term] is null) unfound--;
                latest[term] = start;
                hits.Add(new Hit(start, word.End, term));
            }
        }

        return hits;
    }

    private static bool EndsWith(List<FoldedWord> recent, IReadOnlyList<string> words)
    {
        if (recent.Count < words.Count) return false;
        for (var i = 0; i < words.Count; i++)
        {
            if (recent[recent.Count - words.Count + i].Folded != words[i]) return false;
        }

        return true;
    }

    /// <summary>The hit after which most different terms follow within the width.</summary>
    private static Hit? Best(List<Hit> hits, int width)
    {
        Hit? best = null;
        var most = 0;
        var counts = new Dictionary<int, int>();
        for (int from = 0, to = 0; from < hits.Count; from++)
        {
            for (; to < hits.Count && (to == from || hits[to].End - hits[from].Start <= width); to++)
                counts[hits[to].Term] = counts.GetValueOrDefault(hits[to].Term) + 1;
            if (counts.Count > most) (best, most) = (hits[from], counts.Count);
            if (--counts[hits[from].Term] == 0) counts.Remove(hits[from].Term);
        }

        return best;
    }

    private static MarkedText Cut(string text, int start, int end, List<Hit> hits)
    {
        var parts = new List<TextPart>();
        void Add(string part, bool isMarked)
        {
            if (part.Length > 0) parts.Add(new TextPart(part, isMarked));
        }

        var at = start;
        var before = start > 0 ? "… " : "";
        foreach (var hit in hits.OrderBy(h => h.Start).ThenByDescending(h => h.End))
        {
            if (hit.End > end || hit.End <= at) continue;
            var from = Math.Max(hit.Start, at);
            if (hit.Start < start) continue;
            Add(before + text[at..from], false);
            before = "";
            Add(text[from..hit.End], true);
            at = hit.End;
        }

        var rest = text[at..end];
        rest = end < text.Length ? Open(rest) : rest;
        Add(before + rest, false);
        return new MarkedText(parts);
    }

    /// <summary>With an ellipsis that says that the text goes on.</summary>
    private static string Open(string rest)
    {
        var kept = rest.TrimEnd(' ', ',', ';', ':', '-', '–', '—', '،', '؛');
        return kept is [.., '.' or '!' or '?' or '؟' or '”'] ? kept + " …" : kept + "…";
    }

    /// <summary>The start of the next word from here on, or here when none is near.</summary>
    private static int WordAt(string text, int at)
    {
        var space = text.IndexOf(' ', at);
        if (space >= 0 && space < at + (LeadingChars / 2)) return space + 1;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int EndBefore(string text, int start, int maxChars)
    {
        if (text.Length - start <= maxChars) return text.Length;
        var end = text.LastIndexOf(' ', start + maxChars);
        if (end <= start + (maxChars / 2)) end = start + maxChars;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }

    private readonly record struct Hit(int Start, int End, int Term);
}
