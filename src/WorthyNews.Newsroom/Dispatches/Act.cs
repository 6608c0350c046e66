namespace WorthyNews.Newsroom.Dispatches;

/// <summary>What was done to a dispatch. The names are stored for ever.</summary>
public enum Verb
{
    Save,
    Embargo,
    Schedule,
    Publish,
    Update,
    Correct,
    Retract,
    Kill,
    Reinstate,
}

/// <summary>One line of the desk's own record: who did what to a dispatch, when and why. Append-only, never public.</summary>
public sealed class Act
{
    private Act()
    {
    }

    internal Act(Guid dispatchId, Verb verb, int? revision, string by, DateTimeOffset now, string? notice, string? reason)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Verb = verb;
        Revision = revision;
        By = by;
        At = now;
        Notice = notice;
        Reason = reason;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    public Verb Verb { get; private set; }

    public int? Revision { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The words the public was given, if any.</summary>
    public string? Notice { get; private set; }

    /// <summary>The private reason of a kill. Never leaves the desk.</summary>
    public string? Reason { get; private set; }
}
