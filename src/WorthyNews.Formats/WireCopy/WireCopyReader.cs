namespace WorthyNews.Formats.WireCopy;

/// <summary>Turns wire copy, as desks type it, into the parts of a dispatch.</summary>
/// <remarks>
/// Never throws for any text, and takes time in proportion to its length. What is not understood stands in the body,
/// and what is doubted is said.
/// </remarks>
public static class WireCopyReader
{
    /// <param name="text">Plain text; marks that mean something in Markdown or HTML are text here.</param>
    /// <param name="hints">Null for the names of Worthy News.</param>
    public static WireCopyReading Read(string text, WireCopyHints? hints = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        hints ??= new WireCopyHints();

        var cut = CopyLines.Cut(text);
        var lines = BylineReader.WithRolesJoined(cut, HeaderReader.MaxLines, hints);
        if (lines.Count == 0) return new WireCopyReading { Doubts = ["The copy is empty."] };

        var doubts = new Doubts();
        foreach (var doubt in EmbargoReader.DoubtsAbout(cut)) doubts.Add(doubt);
        string? datelineDoubt = null;
        var header = new HeaderReader(lines, hints).Read();
        var notes = new List<Read<string>>(header.EditorsNotes);
        var below = lines[header.LeadAt..];
        var rest = CopyLines.Unwrapped(below, lines.Exists(line => line.IsAfterBlank));
        var isGuessed = CopyLines.IsJoinedByGuess(below, rest);
        var dateline = rest.Count == 0 ? null : DatelineReader.Find(rest[0], header.DatelineFrom, hints, out datelineDoubt);
        var headline = ReadHeadline(header, dateline is not null, hints, notes, doubts);
        if (header.Bylines.Count == 0) doubts.Add("No byline was found.");
        foreach (var doubt in header.Bylines.SelectMany(byline => byline.Doubts)) doubts.Add(doubt);

        if (datelineDoubt is not null) doubts.Add(datelineDoubt);
        if (dateline is null) doubts.Add("No dateline was found.");
        foreach (var doubt in dateline?.Doubts ?? []) doubts.Add(doubt);
        TakeOffLead(rest, dateline?.LeadAt ?? header.DatelineFrom);

        var trailer = new TrailerReader(hints).Read(AdvisoryReader.TakeFrom([.. header.Unknown, .. rest], notes, doubts));
        foreach (var doubt in trailer.Doubts) doubts.Add(doubt);
        foreach (var line in header.Unknown) doubts.Add($"{Doubts.Quote(line.Text)} stands above the lead and was left in the text.");
        var body = BodyReader.Read(trailer.Rest, doubts);
        if (isGuessed || CopyLines.LookWrapped(trailer.Rest)) doubts.Add("The lines look wrapped; paragraphs may be broken.");
        if (body.Count == 0) doubts.Add("There is no text below the headline.");
        foreach (var note in notes.Where(note => note.Sureness != Sureness.Sure))
            doubts.Add($"{Doubts.Quote(note.Value)} was taken for an advisory.");
        if (header.Bylines.Count == 0 && trailer.Rest.Count > 0 && BylineReader.IsBy(trailer.Rest[^1], hints))
            doubts.Add($"{Doubts.Quote(trailer.Rest[^1].Text)} may be a byline; it was left in the text.");

        return new WireCopyReading
        {
            Headline = headline.Headline,
            Rubrics = [.. header.Rubrics, .. headline.Rubrics],
            Standfirst = ReadStandfirst(header, doubts),
            Bylines = [.. header.Bylines.SelectMany(byline => byline.Bylines)],
            Bureau = header.Bylines.Select(byline => byline.Bureau).FirstOrDefault(bureau => bureau is not null),
            Dateline = dateline?.Whole,
            Places = dateline?.Places.Places ?? [],
            DatelineDay = dateline?.Places.Day,
            Agency = dateline?.Agency,
            EditorsNotes = notes,
            Trailers = trailer.Trailers,
            Latest = trailer.Latest,
            Body = body,
            Doubts = doubts.Sentences,
        };
    }

    private static HeadlineReading ReadHeadline(
        HeaderReading header, bool hasDateline, WireCopyHints hints, List<Read<string>> notes, Doubts doubts)
    {
        if (header.Headline is not { } line)
        {
            doubts.Add("No headline was found.");
            return new HeadlineReading(null, [], []);
        }

        var reading = HeadlineReader.Read(line, hints);
        notes.AddRange(reading.EditorsNotes);
        foreach (var rubric in reading.Rubrics.Where(rubric => rubric.Sureness != Sureness.Sure))
            doubts.Add($"{Doubts.Quote(rubric.Value)} was taken for a rubric.");

        // Byline or dateline fence the headline in; without them it is only the first line.
        if (header.Bylines.Count > 0 || hasDateline) return reading;
        doubts.Add($"{Doubts.Quote(line.Text)} was taken for the headline because it stands first.");
        return reading with { Headline = reading.Headline is { } headline ? headline with { Sureness = Sureness.Likely } : null };
    }

    private static Read<string>? ReadStandfirst(HeaderReading header, Doubts doubts)
    {
        if (header.Standfirst is not { } line) return null;
        doubts.Add($"{Doubts.Quote(line.Text)} was taken for the standfirst.");
        return new Read<string>(line.Text, Sureness.Likely, line.Source);
    }

    /// <summary>Takes the dateline, and a byline on the same line, off the first line of the body.</summary>
    private static void TakeOffLead(List<CopyLine> rest, int leadAt)
    {
        if (leadAt == 0) return;
        if (leadAt < rest[0].Text.Length) rest[0] = rest[0].From(leadAt);
        else rest.RemoveAt(0);
    }
}
