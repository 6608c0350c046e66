using System.Globalization;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>How far the work on a dispatch is; says nothing of what the public sees.</summary>
public enum DispatchState
{
    Draft,
    Scheduled,
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
/// <remarks>The verbs that readers notice stand in <c>Dispatch.Verbs.cs</c>.</remarks>
public sealed partial class Dispatch
{
    private readonly List<Revision> revisions = [];
    private readonly List<Act> acts = [];

    private Dispatch()
    {
    }

    public Dispatch(Copy copy, string by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        StoryId = Guid.NewGuid();
        CreatedAt = now;
        Add(copy, null, by, now);
    }

    public Guid Id { get; private set; }

    /// <summary>What the public knows it by: random, so that it tells no time.</summary>
    public Guid StoryId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

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

    /// <summary>The path of its page; null before the first publication.</summary>
    public string? Address { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>When it goes out by itself; null unless it is scheduled.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>The IANA zone in which the editor chose <see cref="PublishAt"/>.</summary>
    public string? PublishAtZone { get; private set; }

    /// <summary>The revision that was approved for <see cref="PublishAt"/>.</summary>
    public int? ScheduledRevision { get; private set; }

    /// <summary>Before this instant nobody may publish it; null when nothing holds it.</summary>
    public DateTimeOffset? EmbargoedUntil { get; private set; }

    /// <summary>The notice that stands where the text was; of the last withdrawal, also when the story is back.</summary>
    public string? WithdrawalNotice { get; private set; }

    /// <summary>Public corrections and reinstatements so far, newest first; a withdrawal does not erase them.</summary>
    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    /// <summary>In the order of their numbers, when loaded.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;

    /// <summary>Oldest first, when loaded; what was done since loading otherwise.</summary>
    public IReadOnlyList<Act> Acts => acts;

    /// <exception cref="InvalidOperationException">There is no such revision, or it is not loaded.</exception>
    public Revision Revision(int number) => revisions.Single(r => r.Number == number);

    public Revision Newest => Revision(NewestRevision);

    /// <summary>Saves a text. A second call with the same text changes nothing.</summary>
    /// <param name="startedFrom">The revision the author began with.</param>
    /// <exception cref="RevisionConflictException">Another revision came between.</exception>
    public Revision Save(Copy copy, int startedFrom, string by, DateTimeOffset now)
    {
        if (Newest.Copy == copy) return Newest;
        if (startedFrom != NewestRevision) throw new RevisionConflictException(Newest, startedFrom);
        return Add(copy, startedFrom, by, now);
    }

    /// <summary>Holds it back: until then no verb and no clock can make it public.</summary>
    /// <exception cref="DispatchRefusedException">The public has it already, or it is to go out before.</exception>
    public void Embargo(DateTimeOffset until, string by, DateTimeOffset now)
    {
        if (EmbargoedUntil == until) return;
        if (Public != PublicState.NotPublic) throw Refusal("embargo", ["The public has it already."]);
        if (PublishAt < until) throw Refusal("embargo", [string.Create(CultureInfo.InvariantCulture, $"It is scheduled to go out before, at {PublishAt:yyyy-MM-dd HH:mm} UTC.")]);
        EmbargoedUntil = until;
        Record(Verb.Embargo, NewestRevision, by, now);
    }

    private Revision Add(Copy copy, int? startedFrom, string by, DateTimeOffset now)
    {
        var revision = new Revision(Id, ++NewestRevision, startedFrom, copy, by, now);
        revisions.Add(revision);
        Headline = copy.Headline;
        if (Public == PublicState.NotPublic) Slug = copy.AddressSlug.Value;
        if (State == DispatchState.Done) State = DispatchState.Draft;
        Record(Verb.Save, revision.Number, by, now);
        return revision;
    }

    private void Record(Verb verb, int? revision, string by, DateTimeOffset now, string? notice = null, string? reason = null) =>
        acts.Add(new Act(Id, verb, revision, by, now, notice, reason));

    private DispatchRefusedException Refusal(string act, IReadOnlyList<string> reasons) =>
        new(Headline.Length == 0 ? "a dispatch without a headline" : Headline, act, reasons);

    private void RefuseIfAny(string act, IReadOnlyList<string> reasons)
    {
        if (reasons.Count > 0) throw Refusal(act, reasons);
    }
}
