namespace WorthyNews.Formats.WireCopy;

/// <summary>What stands above the lead.</summary>
/// <param name="LeadAt">The index of the first line of the body; the dateline stands in it.</param>
/// <param name="DatelineFrom">Where in that line the dateline starts, after a byline on the same line.</param>
/// <param name="Unknown">Lines above the lead that are none of the others.</param>
internal sealed record HeaderReading(
    CopyLine? Headline, CopyLine? Standfirst, IReadOnlyList<BylineReading> Bylines, IReadOnlyList<Read<string>> EditorsNotes,
    IReadOnlyList<Read<string>> Rubrics, IReadOnlyList<CopyLine> Unknown, int LeadAt, int DatelineFrom);

/// <summary>Finds out which of the first lines are headline, byline and lead.</summary>
internal sealed class HeaderReader(IReadOnlyList<CopyLine> lines, WireCopyHints hints)
{
    /// <summary>A header is not longer.</summary>
    public const int MaxLines = 14;

    private const int MaxLinesToDateline = 2;

    private readonly List<CopyLine> others = [];
    private readonly List<BylineReading> bylines = [];
    private readonly List<Read<string>> notes = [];
    private readonly List<Read<string>> rubrics = [];
    private int datelineFrom;

    public HeaderReading Read()
    {
        var leadAt = FindLead();
        for (var i = 0; i < leadAt; i++) Sort(i, leadAt);
        if (datelineFrom > 0 && BylineReader.Find(lines[leadAt], datelineFrom, hints) is { } inline) bylines.Add(inline);
        if (others.Count == 0 && leadAt < lines.Count && bylines.Count == 0 && datelineFrom == 0) leadAt = TakeHeadline(leadAt);

        // A text of several lines above a dateline is a paragraph that strayed there, not a headline.
        var isStray = others.Count > 0 && others[0].Text.Length > Wording.MaxHeadlineLength;
        var (headline, standfirst) = isStray ? (null, null) : (others.FirstOrDefault(), others.Skip(1).FirstOrDefault());
        var unknown = isStray ? others : [.. others.Skip(2)];
        return new HeaderReading(headline, standfirst, bylines, notes, rubrics, unknown, leadAt, datelineFrom);
    }

    /// <summary>The line with the dateline; without one the line after the last byline; without that the first line.</summary>
    private int FindLead()
    {
        var afterByline = -1;
        var paragraphs = 0;
        for (var i = 0; i < Math.Min(lines.Count, MaxLines); i++)
        {
            if (afterByline >= 0 && i > afterByline + MaxLinesToDateline) break;
            if (AdvisoryReader.Find(lines[i], isAtEdge: true) is not null) continue;
            if (IsDateline(i)) return i;
            datelineFrom = InlineBylineLength(lines[i]);
            if (datelineFrom > 0) return i;
            if (IsByline(i) && (paragraphs == 0 || FindByline(i) is { HasBy: true })) afterByline = i + 1;
            else if (Wording.IsParagraph(lines[i].Text) && (afterByline >= 0 || ++paragraphs > 1)) break;
        }

        return afterByline >= 0 ? afterByline : AfterAdvisories();
    }

    private int AfterAdvisories()
    {
        var at = 0;
        while (at < Math.Min(lines.Count, MaxLines) && !IsText(lines[at])) at++;
        return at;
    }

    private bool IsText(CopyLine line) =>
        AdvisoryReader.Find(line, isAtEdge: true) is null && HeadlineReader.Read(line, hints).Headline is not null;

    // A headline such as "ROME – Council Opens" or "ROME BURNS (AP)" is short and ends no sentence; a lead is longer or does.
    private bool IsDateline(int at)
    {
        if (DatelineReader.Find(lines[at], 0, hints, out _) is not { } dateline) return false;
        if (at > 0 || (dateline.Agency is not null && dateline.LeadAt < lines[at].Text.Length)) return true;
        return Wording.IsParagraph(lines[at].Text) || Wording.EndsSentence(lines[at].Text);
    }

    private BylineReading? FindByline(int at) => BylineReader.Find(lines[at], lines[at].Text.Length, hints);

    private bool IsByline(int at)
    {
        if (FindByline(at) is not { } byline) return false;
        if (byline.IsStrong) return true;
        var isFirst = Enumerable.Range(0, at).All(i => !IsText(lines[i]));
        var isNext = at + 1 < lines.Count && (IsDateline(at + 1) || (byline.HasBy && Wording.IsParagraph(lines[at + 1].Text)));
        if (byline.HasBy) return !isFirst || isNext;

        // A bare name may be any short line; it needs a headline above it, a dateline below, and no credit before it.
        return !isFirst && isNext && !Enumerable.Range(0, at).Any(i => FindByline(i) is { IsStrong: true });
    }

    /// <summary>The length of a byline that shares its line with agency and lead; 0 when there is none.</summary>
    private int InlineBylineLength(CopyLine line)
    {
        const int MaxLength = 240;
        var open = line.Text.AsSpan(0, Math.Min(line.Text.Length, MaxLength)).IndexOf('(');
        if (open <= 0 || AgencyReader.Find(line, open, hints) is not { IsKnown: true } agency) return 0;
        if (!agency.HasDash && agency.End == line.Text.Length) return 0;

        // "By NAME, Worthy News Correspondent ROME (Worthy News) –": the places are what is in capitals before the bracket.
        for (var at = StartOfCapitals(line.Text, open); at < open; at = NextWord(line.Text, at, open))
        {
            if (!char.IsLetter(line.Text[at])) continue;
            var places = PlaceReader.Find(line, at, open - at, hints);
            if (places is { IsInCapitals: true, Places.Count: > 0 } && IsStrongOrBy(line, at)) return at;
        }

        return IsStrongOrBy(line, open) ? open : 0;
    }

    private bool IsStrongOrBy(CopyLine line, int length) =>
        BylineReader.Find(line, length, hints) is { } found && (found.IsStrong || found.HasBy);

    private static int StartOfCapitals(string text, int end)
    {
        var start = text.AsSpan(0, end).TrimEnd().Length;
        while (start > 0)
        {
            var word = text.LastIndexOf(' ', start - 1) + 1;
            var isApart = start - word == 1 && text[word] is ',' or '/' or ';';
            if (!isApart && !Wording.IsInCapitals(text.AsSpan(word, start - word))) break;
            start = text.AsSpan(0, word).TrimEnd().Length;
        }

        return NextWord(text, Math.Max(start - 1, 0), end);
    }

    private static int NextWord(string text, int at, int end)
    {
        while (at < end && !char.IsWhiteSpace(text[at])) at++;
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private void Sort(int at, int leadAt)
    {
        var line = lines[at];
        var reading = HeadlineReader.Read(line, hints);
        if (reading.Headline is null)
        {
            rubrics.AddRange(reading.Rubrics);
            notes.AddRange(reading.EditorsNotes);
        }
        else if (AdvisoryReader.Find(line, isAtEdge: true) is { } note) notes.Add(note);
        else if (at < leadAt && IsByline(at) && FindByline(at) is { } byline) bylines.Add(byline);
        else if (others.Count > 0 && BylineReader.FindUnknown(line) is { } unknown) bylines.Add(unknown);
        else others.Add(line);
    }

    // Neither byline nor dateline says where the text starts; a first line that is no paragraph is a headline.
    private int TakeHeadline(int at)
    {
        var line = lines[at];
        if (Wording.IsParagraph(line.Text) || line.Text.EndsWith('.')) return at;
        others.Add(line);
        return at + 1;
    }
}
