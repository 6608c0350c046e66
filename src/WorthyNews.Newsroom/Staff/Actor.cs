namespace WorthyNews.Newsroom.Staff;

/// <summary>Who acts, as the record needs it.</summary>
/// <param name="PersonId">Null for what is no person.</param>
/// <param name="Name">A user name, or "the command line", "the clock", "a stranger".</param>
public sealed record Actor(Guid? PersonId, string Name, Guid? SessionId = null)
{
    public static readonly Actor CommandLine = new(null, "the command line");

    public static readonly Actor Stranger = new(null, "a stranger");

    /// <summary>A line for the audit: add it to the context that saves what it tells, so that both are kept or neither.</summary>
    /// <param name="verb">Small letters and dashes, in the past: "signed-in", "published".</param>
    /// <param name="words">A few, for people; never a secret, an address of a machine, or text of a dispatch. Cut at <see cref="AuditLine.MaxWordsChars"/>.</param>
    public AuditLine Did(string verb, AuditSubject subject, DateTimeOffset now, string? words = null) =>
        new(now, PersonId, Name, SessionId, verb, subject, words);
}
