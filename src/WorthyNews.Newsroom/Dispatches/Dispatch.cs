using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>How far the work on the newest revision is; says nothing of what the public sees. The names are stored for ever.</summary>
public enum DispatchState
{
    /// <summary>Somebody writes.</summary>
    Draft,

    /// <summary>An editor has read it and asks for more; until it is submitted again.</summary>
    SentBack,

    /// <summary>Waits for an editor.</summary>
    InReview,

    /// <summary>An editor has read the newest revision and lets it go out.</summary>
    Approved,

    /// <summary>The newest revision goes out by itself. An older one may too, see <see cref="Dispatch.PublishAt"/>.</summary>
    Scheduled,

    /// <summary>The public has the newest revision.</summary>
    Done,
}

/// <summary>What the public sees of a dispatch; says nothing of the work on it.</summary>
public enum PublicState
{
    NotPublic,
    Live,
    Retracted,
    Killed,
}

/// <summary>A piece of work in the newsroom, with all its revisions.</summary>
/// <remarks>
/// What readers notice stands in <c>Dispatch.Verbs.cs</c>, what happens before in <c>Dispatch.Review.cs</c> and
/// <c>Dispatch.Schedule.cs</c>.
/// </remarks>
public sealed partial class Dispatch
{
    private readonly List<Revision> revisions = [];
    private readonly List<Act> acts = [];
    private readonly List<WatchedName> watched = [];

    private Dispatch()
    {
    }

    /// <param name="id">Given by who makes it, so that the same form sent twice makes one dispatch; a new one when null.</param>
    public Dispatch(Copy copy, Author by, DateTimeOffset now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7(now);
        StoryId = Guid.NewGuid();
        CreatedAt = now;
        (CreatedBy, CreatedById) = (by.Name, by.PersonId);
        Add(copy, null, Verb.Save, by, now);
    }

    public Guid Id { get; private set; }

    /// <summary>What the public knows it by: random, so that it tells no time.</summary>
    public Guid StoryId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    /// <summary>Null for an operator.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>The time of the newest act.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How many acts were done to it. Two writers at once meet on it: the second must read it again.</summary>
    public int ActCount { get; private set; }

    public DispatchState State { get; private set; } = DispatchState.Draft;

    public PublicState Public { get; private set; } = PublicState.NotPublic;

    /// <summary>The version of the newest entry on the wire; 0 before the first.</summary>
    public int PublicVersion { get; private set; }

    /// <summary>The revision the public sees, or saw before it was withdrawn; null before the first publication.</summary>
    public int? PublicRevision { get; private set; }

    /// <summary>The number of the newest revision. Two writers at once meet on it: the second loses.</summary>
    public int NewestRevision { get; private set; }

    /// <summary>Follows the newest revision until the first publication; then changes with the verbs.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The newest headline, for lists at the desk.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>The slug of the bureau that the newest revision names: who may see and do what is asked by it. Null when it names none.</summary>
    public string? Bureau { get; private set; }

    /// <summary>The path of its page; null before the first publication.</summary>
    public string? Address { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>The notice that stands where the text was; of the last withdrawal, also when the story is back.</summary>
    public string? WithdrawalNotice { get; private set; }

    /// <summary>Public corrections and reinstatements so far, newest first; a withdrawal does not erase them.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    /// <summary>Those that were loaded, in no order.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;

    /// <summary>Oldest first, when loaded; what was done since loading otherwise.</summary>
    public IReadOnlyList<Act> Acts => acts;

    /// <summary>The watch-list with what was taken off it, when loaded. The verbs that readers notice ask it, so whoever calls them loads it.</summary>
    public IReadOnlyList<WatchedName> Watched => watched;

    /// <exception cref="InvalidOperationException">There is no such revision, or it is not loaded.</exception>
    public Revision Revision(int number) => revisions.Single(r => r.Number == number);

    public Revision Newest => Revision(NewestRevision);

    /// <summary>Saves a text. A second call with the same text changes nothing.</summary>
    /// <param name="startedFrom">The revision the author began with.</param>
    /// <exception cref="RevisionConflictException">Another revision came between.</exception>
    public Revision Save(Copy copy, int startedFrom, Author by, DateTimeOffset now) => Save(copy, startedFrom, Verb.Save, by, now);

    /// <summary>Makes the text of an older revision the newest.</summary>
    /// <inheritdoc cref="Save(Copy, int, Author, DateTimeOffset)"/>
    public Revision Restore(Copy old, int startedFrom, Author by, DateTimeOffset now) => Save(old, startedFrom, Verb.Restore, by, now);

    private Revision Save(Copy copy, int startedFrom, Verb verb, Author by, DateTimeOffset now)
    {
        if (Newest.Copy == copy) return Newest;
        if (startedFrom != NewestRevision) throw new RevisionConflictException(Newest, startedFrom);
        return Add(copy, startedFrom, verb, by, now);
    }

    private Revision Add(Copy copy, int? startedFrom, Verb verb, Author by, DateTimeOffset now)
    {
        var revision = new Revision(Id, ++NewestRevision, startedFrom, copy, by, now);
        revisions.Add(revision);
        Headline = copy.Headline;
        Bureau = copy.Bureau;
        if (Public == PublicState.NotPublic) Slug = copy.AddressSlug.Value;
        if (State is DispatchState.Approved or DispatchState.Scheduled or DispatchState.Done) State = DispatchState.Draft;
        Record(verb, revision.Number, by, now);
        return revision;
    }

    private void Record(Verb verb, int? revision, Author by, DateTimeOffset now, string? notice = null, string? reason = null)
    {
        acts.Add(new Act(Id, ++ActCount, verb, revision, by, now, notice, reason));
        ChangedAt = now;
        // Whatever was done may be what was missing: the clock asks again.
        (FailedAt, Failure, Tries, NextTryAt) = (null, null, 0, null);
    }

    private DispatchRefusedException Refusal(string act, IReadOnlyList<string> reasons) =>
        new(Headline.Length == 0 ? "a dispatch without a headline" : Headline, act, reasons);

    private void RefuseIfAny(string act, IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0) throw Refusal(act, reasons);
    }
}
