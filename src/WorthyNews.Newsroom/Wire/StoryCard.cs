using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Wire;

/// <summary>The row of the projection: where a story stands now, and what a list shows of it. The text is in the wire entry.</summary>
public sealed class StoryCard
{
    private const int LeadChars = 320;

    private StoryCard()
    {
    }

    public Guid StoryId { get; private set; }

    public int Version { get; private set; }

    public StoryState State { get; private set; }

    /// <summary>The entry that holds its present snapshot.</summary>
    public long EntrySequence { get; private set; }

    /// <summary>The entry that first published it: the tie-breaker of every list, so that a change moves no story.</summary>
    public long FirstSequence { get; private set; }

    public string Address { get; private set; } = "";

    public string? Kicker { get; private set; }

    public string Headline { get; private set; } = "";

    public string? Standfirst { get; private set; }

    /// <summary>The first paragraph as plain text, at most 320 characters.</summary>
    public string Lead { get; private set; } = "";

    public IReadOnlyList<Byline> Bylines { get; private set; } = [];

    public Dateline Dateline { get; private set; } = Dateline.None;

    public string? Agency { get; private set; }

    public string? Bureau { get; private set; }

    public string? Section { get; private set; }

    public string Language { get; private set; } = "en";

    /// <summary>The original of a translation.</summary>
    public Guid? TranslationOf { get; private set; }

    public StoryMap? Map { get; private set; }

    /// <summary>The key of <see cref="Map"/>, by which the drawing asks who still shows it.</summary>
    public string? MapKey { get; private set; }

    public Urgency Urgency { get; private set; }

    /// <summary>What the front page is ordered by where the desk chose nothing: the publication, later by the head start of the urgency.</summary>
    public DateTimeOffset FrontAt { get; private set; }

    public bool Sensitive { get; private set; }

    public bool MaySyndicate { get; private set; }

    public bool Sample { get; private set; }

    public bool IsCorrected { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When the wire last said anything of it; never before <see cref="UpdatedAt"/> of the same entry.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static StoryCard For(Story story, WireEntry entry)
    {
        var card = new StoryCard { StoryId = story.Id, FirstSequence = entry.Sequence };
        card.Take(story, entry);
        return card;
    }

    /// <summary>Shows a newer snapshot.</summary>
    public void Take(Story story, WireEntry entry)
    {
        Version = story.Version;
        State = story.State;
        EntrySequence = entry.Sequence;
        Address = story.Address;
        Kicker = story.Kicker;
        Headline = story.Headline;
        Standfirst = story.Standfirst;
        Lead = BlockText.Summary(story.Body, LeadChars);
        Bylines = story.Bylines;
        Dateline = story.Dateline;
        Agency = story.Agency;
        Bureau = story.Bureau;
        Section = story.Section;
        Language = story.Language;
        TranslationOf = story.TranslationOf;
        Map = story.Map;
        MapKey = story.Map?.Key;
        Urgency = story.Urgency;
        FrontAt = story.PublishedAt + story.Urgency.HeadStart;
        Sensitive = story.Sensitive;
        MaySyndicate = story.MaySyndicate;
        Sample = story.Sample;
        IsCorrected = story.IsCorrected;
        PublishedAt = story.PublishedAt;
        UpdatedAt = story.UpdatedAt;
        ChangedAt = entry.At;
    }
}

/// <summary>A story stands in a list: one row for its bureau, its section, its language, each topic, contributor and place.</summary>
/// <remarks>Carries the order of the list, so that a page far back is one step in one index.</remarks>
public sealed class Listing
{
    private Listing()
    {
    }

    public Guid Id { get; private set; }

    public NameKind Kind { get; private set; }

    public string Slug { get; private set; } = "";

    public Guid StoryId { get; private set; }

    public StoryState State { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public long FirstSequence { get; private set; }

    /// <summary>All the lists that a story belongs to, each once.</summary>
    public static IEnumerable<Listing> For(Story story, StoryCard card)
    {
        IEnumerable<(NameKind Kind, string? Slug)> names =
        [
            (NameKind.Bureau, story.Bureau),
            (NameKind.Section, story.Section),
            (NameKind.Language, story.Language),
            .. story.Topics.Select(t => (NameKind.Topic, (string?)t)),
            .. story.Bylines.Select(b => (NameKind.Contributor, b.Contributor)),
            .. story.Dateline.Places.Select(p => (NameKind.Place, (string?)p.Slug)),
        ];
        return names.Where(n => n.Slug is not null).Distinct().Select(n => new Listing
        {
            Id = Guid.CreateVersion7(),
            Kind = n.Kind,
            Slug = n.Slug!,
            StoryId = story.Id,
            State = story.State,
            PublishedAt = story.PublishedAt,
            FirstSequence = card.FirstSequence,
        });
    }

    /// <summary>A withdrawn story keeps its places, so that what it leaves there is found; only live ones are read out.</summary>
    public void Follow(StoryCard card) => State = card.State;
}

/// <summary>A list that a story stood in and left while it was live: who follows that list holds it, and is told when it is withdrawn.</summary>
public sealed class FormerListing
{
    private FormerListing()
    {
    }

    public FormerListing(Listing listing, DateTimeOffset leftAt) =>
        (StoryId, Kind, Slug, LeftAt) = (listing.StoryId, listing.Kind, listing.Slug, leftAt);

    public Guid StoryId { get; private set; }

    public NameKind Kind { get; private set; }

    public string Slug { get; private set; } = "";

    public DateTimeOffset LeftAt { get; private set; }
}

/// <summary>An address a story has or had.</summary>
public sealed class Address
{
    private Address()
    {
    }

    public Address(string path, Guid storyId, DateTimeOffset since)
    {
        Path = path;
        StoryId = storyId;
        Since = since;
    }

    public string Path { get; private set; } = "";

    public Guid StoryId { get; private set; }

    public DateTimeOffset Since { get; private set; }
}
