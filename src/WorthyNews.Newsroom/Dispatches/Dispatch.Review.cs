using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <content>Review: who has it in hand, and which revision an editor has read and lets go out.</content>
public sealed partial class Dispatch
{
    /// <summary>The revision that was approved last; a later save does not change it, and is not approved by it. Null when none was.</summary>
    public int? ApprovedRevision { get; private set; }

    /// <summary>Who has it in hand; null while nobody has.</summary>
    public string? AssignedTo { get; private set; }

    public Guid? AssignedToId { get; private set; }

    /// <summary>When somebody asked for a correction of what is public; null when no correction is open.</summary>
    public DateTimeOffset? CorrectionAskedAt { get; private set; }

    /// <summary>Whether an editor has let this revision go out. What is public, or is to go out, was approved for that.</summary>
    public bool IsApproved(int revision) => revision == ApprovedRevision || revision == PublicRevision || revision == ScheduledRevision;

    /// <summary>Why this revision cannot be given to an editor; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToSubmit(int revision)
    {
        var reasons = new List<string>(NewerReasons(revision));
        if (revision == PublicRevision) reasons.Add($"The public has revision {revision} already.");
        else if (IsApproved(revision)) reasons.Add($"Revision {revision} is approved already.");
        return reasons;
    }

    /// <summary>Why this revision cannot be sent back; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToSendBack(int revision)
    {
        var reasons = new List<string>(NewerReasons(revision));
        if (revision == PublicRevision) reasons.Add($"The public has revision {revision} already.");
        if (revision == ScheduledRevision) reasons.Add($"Revision {revision} is to go out by itself. Take it off the schedule first.");
        return reasons;
    }

    /// <summary>Why this revision cannot be approved; empty when it can.</summary>
    public IReadOnlyList<string> ReasonsNotToApprove(int revision) => revision < PublicRevision
        ? [$"Revision {PublicRevision} is public, which is newer than revision {revision}."]
        : [];

    /// <summary>Gives the newest revision to an editor.</summary>
    /// <param name="forWhom">Who is asked to read it; anybody when null.</param>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToSubmit"/> is not empty.</exception>
    public void Submit(int revision, Author? forWhom, Author by, DateTimeOffset now)
    {
        RefuseIfAny("submit", ReasonsNotToSubmit(revision));
        State = DispatchState.InReview;
        (AssignedTo, AssignedToId) = (forWhom?.Name, forWhom?.PersonId);
        Record(Verb.Submit, revision, by, now);
    }

    /// <summary>Gives it back to who began it; an approval of this revision is taken back.</summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToSendBack"/> is not empty.</exception>
    public void SendBack(int revision, Author by, DateTimeOffset now)
    {
        RefuseIfAny("send back", ReasonsNotToSendBack(revision));
        State = DispatchState.SentBack;
        if (ApprovedRevision == revision) ApprovedRevision = null;
        (AssignedTo, AssignedToId) = CreatedById is null ? (null, null) : (CreatedBy, CreatedById);
        Record(Verb.SendBack, revision, by, now);
    }

    /// <summary>Lets a revision go out. Names the one that was read: what is saved later is not approved by it. A second call changes nothing.</summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToApprove"/> is not empty.</exception>
    public void Approve(int revision, Author by, DateTimeOffset now)
    {
        if (ApprovedRevision == revision) return;
        RefuseIfAny("approve", ReasonsNotToApprove(revision));
        ApprovedRevision = revision;
        if (revision == NewestRevision && State is not (DispatchState.Scheduled or DispatchState.Done)) State = DispatchState.Approved;
        Record(Verb.Approve, revision, by, now);
    }

    /// <summary>Puts it in the hands of one person, or of nobody when null. Whoever takes it, gives it to themselves. Nothing happens when they have it.</summary>
    public void Assign(Author? to, Author by, DateTimeOffset now)
    {
        if (AssignedTo == to?.Name && AssignedToId == to?.PersonId) return;
        (AssignedTo, AssignedToId) = (to?.Name, to?.PersonId);
        Record(Verb.Assign, NewestRevision, by, now);
    }

    /// <summary>Says that what is public needs a correction. It stays open until one is published, the story is withdrawn, or it is dropped.</summary>
    /// <exception cref="DispatchRefusedException"><see cref="ReasonsNotToTouch"/> is not empty.</exception>
    public void AskCorrection(Author by, DateTimeOffset now)
    {
        if (CorrectionAskedAt is not null) return;
        RefuseIfAny("ask for a correction of", ReasonsNotToTouch());
        CorrectionAskedAt = now;
        Record(Verb.AskCorrection, PublicRevision, by, now);
    }

    /// <summary>No correction is needed after all.</summary>
    public void DropCorrection(Author by, DateTimeOffset now)
    {
        if (CorrectionAskedAt is null) return;
        CorrectionAskedAt = null;
        Record(Verb.DropCorrection, PublicRevision, by, now);
    }

    /// <summary>Puts names on the watch-list; those that stand there, and those that say nothing, are passed over.</summary>
    public void Watch(IEnumerable<string> names, Author by, DateTimeOffset now)
    {
        var before = watched.Count;
        foreach (var name in names.Select(Text.CleanText.Line).Where(n => WatchList.CanBeFound(n)))
        {
            if (!watched.Exists(w => w.IsWatched && w.Name == name)) watched.Add(new WatchedName(Id, name, by, now));
        }

        // The record says that, and not whom: administrators of the record need not know the name.
        if (watched.Count > before) Record(Verb.Watch, null, by, now);
    }

    /// <summary>Takes a name off the watch-list; that it stood there stays on record.</summary>
    public void Unwatch(Guid watchedId, Author by, DateTimeOffset now)
    {
        if (watched.Find(w => w.Id == watchedId) is not { IsWatched: true } name) return;
        name.Remove(by, now);
        Record(Verb.Unwatch, null, by, now);
    }

    /// <summary>Why this revision must not be shown to the public; empty when it may.</summary>
    public IReadOnlyList<string> ApprovalReasons(int revision) => IsApproved(revision) ? []
        : ApprovedRevision > revision ? [$"Revision {ApprovedRevision} was approved since; revision {revision} is not approved."]
        : [$"Revision {revision} is not approved."];

    private IReadOnlyList<string> NewerReasons(int revision) =>
        revision < NewestRevision ? [$"Revision {NewestRevision} was saved since you read revision {revision}."] : [];

    /// <summary>An operator answers for what goes out, and says so on the record; everybody else needs an editor's approval before.</summary>
    private IReadOnlyList<string> ApprovalReasons(Revision revision, Author by) => by.IsOperator ? [] : ApprovalReasons(revision.Number);

    private void ApproveAsOperator(Revision revision, Author by, DateTimeOffset now)
    {
        if (!IsApproved(revision.Number)) Approve(revision.Number, by, now);
    }
}
