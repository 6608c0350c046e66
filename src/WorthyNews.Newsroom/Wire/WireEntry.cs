using WorthyNews.Newsroom.Directory;

namespace WorthyNews.Newsroom.Wire;

/// <summary>What happened. The names are stored for ever: never rename one.</summary>
public enum WireKind
{
    Published,
    Updated,
    Corrected,
    Retracted,
    Killed,
    Reinstated,
    DirectoryChanged,
    FrontChanged,
}

/// <summary>One line of the append-only log of all that was published.</summary>
public sealed class WireEntry
{
    private WireEntry()
    {
    }

    /// <summary>Counted by the database, upwards, with gaps; a smaller one is never committed after a larger one.</summary>
    public long Sequence { get; private set; }

    public WireKind Kind { get; private set; }

    /// <summary>Null for what is not about a story.</summary>
    public Guid? StoryId { get; private set; }

    /// <summary>Counted from 1 for each story; the database refuses a second entry of the same version.</summary>
    public int? Version { get; private set; }

    /// <summary>When it was appended; not the time of publication, which may be given back in time.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Which reader the snapshot asks for, see <see cref="WireJson"/>: snapshots outlive the class that wrote them.</summary>
    public int Format { get; private set; }

    /// <summary>JSON of a <see cref="Wire.Story"/>, a <see cref="DirectoryName"/> or a <see cref="Wire.FrontPage"/>, immutable.</summary>
    public string Snapshot { get; private set; } = "";

    public static WireEntry Of(WireKind kind, Story story, DateTimeOffset now) => new()
    {
        Kind = kind,
        StoryId = story.Id,
        Version = story.Version,
        At = now,
        Format = WireJson.Format,
        Snapshot = WireJson.Write(story),
    };

    public static WireEntry Of(DirectoryName name, DateTimeOffset now) => new()
    {
        Kind = WireKind.DirectoryChanged,
        At = now,
        Format = WireJson.Format,
        Snapshot = WireJson.Write(name),
    };

    public static WireEntry Of(FrontPage front, DateTimeOffset now) => new()
    {
        Kind = WireKind.FrontChanged,
        At = now,
        Format = WireJson.Format,
        Snapshot = WireJson.Write(front),
    };

    /// <exception cref="InvalidOperationException">The entry is not about a story.</exception>
    public Story Story() => WireJson.ReadStory(Snapshot, Format);

    /// <exception cref="InvalidOperationException">The entry is not about a name.</exception>
    public DirectoryName DirectoryName() => WireJson.ReadName(Snapshot, Format);

    /// <exception cref="InvalidOperationException">The entry is not about the front page.</exception>
    public FrontPage FrontPage() => WireJson.ReadFront(Snapshot, Format);
}
