using System.Text.Json.Serialization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>Whether the public may see a story's text. The names are stored for ever.</summary>
public enum StoryState
{
    Live,
    Retracted,
    Killed,
}

/// <summary>A public note on a story: what was wrong, withdrawn, or put back.</summary>
/// <param name="Kind">The entry that brought it: Corrected, Retracted, Killed or Reinstated.</param>
/// <param name="Version">The version of the story that carries it first.</param>
public sealed record Notice(WireKind Kind, string Text, DateTimeOffset At, int Version);

/// <summary>What the public may see of a dispatch: an immutable snapshot on the wire.</summary>
public sealed record Story
{
    /// <summary>Random, given once, shown as <c>urn:uuid:</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counted from 1, one for each entry on the wire.</summary>
    public required int Version { get; init; }

    public required StoryState State { get; init; }

    /// <summary>The path of its page: <c>/2026/11/23/slug</c>, day in UTC.</summary>
    public required string Address { get; init; }

    public string? Kicker { get; init; }

    /// <summary>Empty when the story is killed.</summary>
    public required string Headline { get; init; }

    public string? Standfirst { get; init; }

    public IReadOnlyList<Byline> Bylines { get; init; } = [];

    public Dateline Dateline { get; init; } = Dateline.None;

    /// <summary>As it stands in the dateline's brackets.</summary>
    public string? Agency { get; init; }

    /// <summary>Slug; null when no bureau filed it.</summary>
    public string? Bureau { get; init; }

    /// <summary>Slug.</summary>
    public string? Section { get; init; }

    /// <summary>Slugs, in the order the desk gave them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The story of which this is a translation; null for an original. Never itself a translation.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>The map of its dateline; null when no place of it is known.</summary>
    public StoryMap? Map { get; init; }

    /// <summary>Normal in snapshots that are older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Urgency Urgency { get; init; }

    public bool Sensitive { get; init; }

    public bool MaySyndicate { get; init; } = true;

    public bool Sample { get; init; }

    /// <summary>Empty unless the story is live.</summary>
    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>The first public moment; never moves.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The last change that a reader should know of.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Newest first. A retracted or killed story has only the notice that says so.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    [JsonIgnore]
    public string Urn => $"urn:uuid:{Id:D}";

    [JsonIgnore]
    public bool IsLive => State == StoryState.Live;

    [JsonIgnore]
    public bool IsCorrected => Notices.Any(n => n.Kind == WireKind.Corrected);

    /// <summary>The same story under the names of today: what was merged is called by what it was merged into.</summary>
    public Story Under(Mergers mergers) => mergers.AreNone ? this : this with
    {
        Bureau = mergers.SurvivorOrNull(NameKind.Bureau, Bureau),
        Section = mergers.SurvivorOrNull(NameKind.Section, Section),
        Topics = [.. Topics.Select(t => mergers.SurvivorOf(NameKind.Topic, t)).Distinct(StringComparer.Ordinal)],
        Bylines = [.. Bylines.Select(b => b with { Contributor = mergers.SurvivorOrNull(NameKind.Contributor, b.Contributor) })],
        Dateline = Dateline with { Places = [.. Dateline.Places.Select(p => p with { Slug = mergers.SurvivorOf(NameKind.Place, p.Slug) })] },
    };

    /// <summary>What is left of it in public once its text is withdrawn: for a kill not even the headline.</summary>
    public Story Withdrawn(StoryState state, int version, Notice notice, DateTimeOffset now) => new()
    {
        Id = Id,
        Version = version,
        State = state,
        Address = Address,
        Headline = state == StoryState.Killed ? "" : Headline,
        Bureau = Bureau,
        Section = Section,
        Topics = Topics,
        Language = Language,
        TranslationOf = TranslationOf,
        Sample = Sample,
        MaySyndicate = MaySyndicate,
        PublishedAt = PublishedAt,
        UpdatedAt = now,
        Notices = [notice],
    };
}
