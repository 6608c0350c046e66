using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>What a page is made of. The Newsstand notes it while somebody reads for a page, so that no page has to say it, and none can forget.</summary>
/// <remarks>Flows with the work: whatever is read between <see cref="Collect"/> and the end of the calling method is noted.</remarks>
public sealed class Ingredients
{
    private static readonly AsyncLocal<Ingredients?> Collecting = new();

    private readonly Lock door = new();
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> stories = [];
    private object? shared;

    private Ingredients()
    {
    }

    /// <summary>Of <see cref="WireTags"/>.</summary>
    public IReadOnlySet<string> Tags => tags;

    /// <summary>Of which it shows anything.</summary>
    public IReadOnlySet<Guid> Stories => stories;

    /// <summary>It shows something of stories that are not named one by one: how many there are, where they come from.</summary>
    public bool IsVague { get; private set; }

    /// <summary>When it changes by itself; null when only the wire changes it.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>What all parts of one page share, so that it is read once; nothing is kept where no page is printed.</summary>
    internal static object? Shared
    {
        get => Collecting.Value?.shared;
        set
        {
            if (Collecting.Value is { } open) open.shared = value;
        }
    }

    /// <summary>From here on to the end of the method that calls, which must be an async one.</summary>
    public static Ingredients Collect() => Collecting.Value = new Ingredients();

    /// <summary>For what changes with time.</summary>
    /// <param name="until">Null for what does not.</param>
    public static void Ends(DateTimeOffset? until)
    {
        if (until is null || Collecting.Value is not { } open) return;
        lock (open.door)
        {
            if (!(open.Until <= until)) open.Until = until;
        }
    }

    internal static void Note(params ReadOnlySpan<string> tags)
    {
        if (Collecting.Value is not { } open) return;
        lock (open.door)
        {
            foreach (var tag in tags) open.tags.Add(tag);
        }
    }

    /// <inheritdoc cref="IsVague"/>
    internal static void NoteVaguely(params ReadOnlySpan<string> tags)
    {
        Note(tags);
        if (Collecting.Value is { } open) open.IsVague = true;
    }

    internal static void Show(Guid story)
    {
        if (Collecting.Value is not { } open) return;
        lock (open.door) open.stories.Add(story);
    }

    internal static void Show(IEnumerable<StoryCard> cards)
    {
        if (Collecting.Value is null) return;
        foreach (var card in cards) Show(card.StoryId);
    }
}
