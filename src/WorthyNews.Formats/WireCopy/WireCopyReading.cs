namespace WorthyNews.Formats.WireCopy;

/// <summary>How far a reading may be trusted without a look at the copy.</summary>
public enum Sureness
{
    /// <summary>The copy says so in a form that means nothing else.</summary>
    Sure,

    /// <summary>The usual meaning of such words; another one is possible.</summary>
    Likely,

    /// <summary>A guess. There is always a sentence about it in <see cref="WireCopyReading.Doubts"/>.</summary>
    Doubtful,
}

/// <param name="Source">The words of the copy this was read from, to the character; empty when nothing in the copy says it.</param>
public sealed record Read<T>(T Value, Sureness Sureness, string Source);

/// <param name="Name">A person, or a desk as written ("Worthy News Europe Desk"). A name in capitals comes in normal case.</param>
/// <param name="Role">As written, without the agency's name; null for a desk and when the copy gives none.</param>
/// <param name="Bureau">As the house spells it, or as written for a bureau the house does not know.</param>
/// <param name="ReportingFrom">As written ("Budapest, Hungary", "the Netherlands"); it may differ from the dateline.</param>
public sealed record WireByline(string Name, string? Role, string? Bureau, string? ReportingFrom, bool IsDesk);

/// <param name="Name">In normal case ("Rio de Janeiro"), "Washington, D.C." included.</param>
/// <param name="Country">Null when the dateline names none; "United States" when it names one of the states.</param>
public sealed record WirePlace(string Name, string? Country)
{
    /// <summary>The state of the United States that the dateline names.</summary>
    public string? Region { get; init; }
}

public enum WireBlockKind
{
    Paragraph,
    Crosshead,
}

/// <param name="Text">Plain text, never markup, unchanged but for blanks around it and for line ends inside a wrapped paragraph.</param>
public sealed record WireBlock(WireBlockKind Kind, string Text);

/// <summary>
/// A dispatch as far as it can be told from the text alone. Every character of the copy that is not blank stands in
/// <see cref="Body"/> or in the source of a field.
/// </summary>
public sealed record WireCopyReading
{
    /// <summary>Without rubric and suffix; null when the copy starts with its byline, its dateline or its text.</summary>
    public Read<string>? Headline { get; init; }

    /// <summary>The first of <see cref="Rubrics"/>.</summary>
    public Read<string>? Rubric => Rubrics.Count > 0 ? Rubrics[0] : null;

    /// <summary>What was lifted out of the headline ("BREAKING NEWS", "Update"), in the order of the copy.</summary>
    public IReadOnlyList<Read<string>> Rubrics { get; init; } = [];

    /// <summary>A line between headline and lead that is neither byline nor advisory.</summary>
    public Read<string>? Standfirst { get; init; }

    /// <summary>In the order of the copy. The source of each is the whole credit line.</summary>
    public IReadOnlyList<Read<WireByline>> Bylines { get; init; } = [];

    /// <summary>The bureau of the first byline that names one.</summary>
    public Read<string>? Bureau { get; init; }

    /// <summary>The whole dateline as written, places, day, agency and dash.</summary>
    public Read<string>? Dateline { get; init; }

    /// <summary>In the order of the dateline.</summary>
    public IReadOnlyList<Read<WirePlace>> Places { get; init; } = [];

    /// <summary>As written ("July 12"); the year is rarely there.</summary>
    public Read<string>? DatelineDay { get; init; }

    /// <summary>The house's own name in the house's spelling, another agency's as written.</summary>
    public Read<string>? Agency { get; init; }

    /// <summary>Advisories, without their brackets, in the order of the copy. For the desk, never for the public.</summary>
    public IReadOnlyList<Read<string>> EditorsNotes { get; init; } = [];

    /// <summary>The first of <see cref="Trailers"/>.</summary>
    public Read<string>? Trailer => Trailers.Count > 0 ? Trailers[0] : null;

    /// <summary>The offer of the syndication service, a copyright line and end marks ("-30-"), in the order of the copy.</summary>
    public IReadOnlyList<Read<string>> Trailers { get; init; } = [];

    /// <summary>Headlines below a "Latest Worthy News" heading; may be empty, null when there is no such heading.</summary>
    public Read<IReadOnlyList<string>>? Latest { get; init; }

    /// <summary>The lead first; without dateline, agency and everything else that became a field.</summary>
    public IReadOnlyList<WireBlock> Body { get; init; } = [];

    /// <summary>Plain sentences for an editor, each once; empty when all is sure.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
