using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Staff;

/// <summary>What a line of the audit is about.</summary>
/// <param name="Kind">One word: "person", "dispatch", "bureau".</param>
/// <param name="Id">Null when there is only one of the kind.</param>
public sealed record AuditSubject(string Kind, string? Id = null)
{
    public static AuditSubject Of(Staff.Person person) => Person(person.Id);

    public static AuditSubject Person(Guid id) => new("person", id.ToString());

    public static AuditSubject Dispatch(Guid id) => new("dispatch", id.ToString());
}

/// <summary>Who did what to what. Append-only: the database context refuses to change or delete one.</summary>
public sealed class AuditLine
{
    public const int MaxWordsChars = 300;

    private AuditLine()
    {
    }

    internal AuditLine(DateTimeOffset at, Guid? personId, string by, Guid? sessionId, string verb, AuditSubject subject, string? words)
    {
        Id = Guid.CreateVersion7(at);
        At = at;
        PersonId = personId;
        By = CleanText.Line(by);
        SessionId = sessionId;
        Verb = verb;
        SubjectKind = subject.Kind;
        SubjectId = subject.Id;
        Words = words is null ? null : CleanText.Line(words) is { Length: > MaxWordsChars } large ? large[..(MaxWordsChars - 1)] + "…" : CleanText.Line(words);
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for the command line, a clock and strangers.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The user name as it was then, or what else acted.</summary>
    public string By { get; private set; } = "";

    public Guid? SessionId { get; private set; }

    public string Verb { get; private set; } = "";

    public string SubjectKind { get; private set; } = "";

    public string? SubjectId { get; private set; }

    public string? Words { get; private set; }
}
