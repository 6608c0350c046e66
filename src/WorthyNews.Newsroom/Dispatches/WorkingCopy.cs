using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>What a person has typed and not saved yet: theirs alone until they save it. A window that is open has one of its own.</summary>
public sealed class WorkingCopy
{
    private WorkingCopy()
    {
    }

    /// <param name="id">Given by the page that is typed in.</param>
    public WorkingCopy(Guid id, Guid dispatchId, Guid personId)
    {
        Id = id;
        DispatchId = dispatchId;
        PersonId = personId;
    }

    public Guid Id { get; private set; }

    /// <summary>The dispatch, or the id that a new one will have when it is saved first.</summary>
    public Guid DispatchId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The revision it started from; null for a new dispatch.</summary>
    public int? BaseRevision { get; private set; }

    public Copy Copy { get; private set; } = new();

    public DateTimeOffset At { get; private set; }

    /// <summary>Another save came between, and this text waits to be put together with it.</summary>
    public bool IsInConflict { get; private set; }

    public void Take(Copy copy, int? baseRevision, bool isInConflict, DateTimeOffset now) => (Copy, BaseRevision, IsInConflict, At) = (copy, baseRevision, isInConflict, now);
}

/// <summary>Somebody has a dispatch open.</summary>
public sealed class Presence
{
    /// <summary>Who was not heard of for so long is gone.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    private Presence()
    {
    }

    public Presence(Guid dispatchId, Author who, DateTimeOffset now)
    {
        DispatchId = dispatchId;
        PersonId = who.PersonId ?? throw new ArgumentException("An operator has no page open.", nameof(who));
        Touch(who, now);
    }

    public Guid DispatchId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Touch(Author who, DateTimeOffset now) => (Name, At) = (who.Name, now);
}
