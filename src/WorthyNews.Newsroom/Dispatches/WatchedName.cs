using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>A name that must not appear in what the public reads of one dispatch. Never public, in no log and in no message of a refusal.</summary>
public sealed class WatchedName
{
    public const int MaxChars = 200;

    private WatchedName()
    {
    }

    internal WatchedName(Guid dispatchId, string name, Author by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Name = name.Length <= MaxChars ? name : name[..MaxChars];
        AddedBy = by.Name;
        AddedById = by.PersonId;
        AddedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    public string Name { get; private set; } = "";

    public string AddedBy { get; private set; } = "";

    public Guid? AddedById { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public string? RemovedBy { get; private set; }

    public Guid? RemovedById { get; private set; }

    /// <summary>Null while it is watched for.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public bool IsWatched => RemovedAt is null;

    internal void Remove(Author by, DateTimeOffset now) => (RemovedBy, RemovedById, RemovedAt) = (by.Name, by.PersonId, now);
}
