using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>What was done to a dispatch. The names are stored for ever, in at most 16 letters.</summary>
public enum Verb
{
    Save,
    Restore,
    Submit,
    SendBack,
    Approve,
    Assign,
    Embargo,
    LiftEmbargo,
    Watch,
    Unwatch,
    Schedule,

    /// <summary>To be published as soon as it can no longer be undone.</summary>
    Send,
    Unschedule,
    Publish,
    Update,

    /// <summary>An update that readers need not know of.</summary>
    Mend,
    AskCorrection,
    DropCorrection,
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

    internal Act(Guid dispatchId, int number, Verb verb, int? revision, Author by, DateTimeOffset now, string? notice, string? reason)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Number = number;
        Verb = verb;
        Revision = revision;
        By = by.Name;
        ById = by.PersonId;
        At = now;
        Notice = notice;
        Reason = reason;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    /// <summary>Counted upwards in its dispatch: two acts of one millisecond have an order too. 0 for those of before acts were counted.</summary>
    public int Number { get; private set; }

    public Verb Verb { get; private set; }

    public int? Revision { get; private set; }

    public string By { get; private set; } = "";

    /// <summary>Null for an operator.</summary>
    public Guid? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The words the public was given, if any.</summary>
    public string? Notice { get; private set; }

    /// <summary>The private reason of a kill. Never leaves the desk.</summary>
    public string? Reason { get; private set; }
}
