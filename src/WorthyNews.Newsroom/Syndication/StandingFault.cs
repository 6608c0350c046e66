using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Syndication;

/// <summary>A fault that a feed has now; gone with it.</summary>
public sealed class StandingFault
{
    public const int MaxFeedChars = 140;
    public const int MaxItemChars = 200;
    public const int MaxWhatChars = 300;

    private static readonly Guid Space = new("5d3c8f0e-5f6b-4c0d-9a35-0a6f2f3f9f11");

    private StandingFault()
    {
    }

    public StandingFault(string feed, string? item, string what, DateTimeOffset since)
    {
        (Feed, Item, What, Since) = (feed, Cut(item, MaxItemChars), Cut(what, MaxWhatChars)!, since);
        StoryId = item is not null && item.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParse(item.AsSpan("urn:uuid:".Length), out var id) ? id : null;
        Id = NamedUuid.Of(Space, $"{Feed}\n{Item}\n{What}");
    }

    /// <summary>Made of feed, item and what is wrong: two nodes that find the same keep one.</summary>
    public Guid Id { get; private set; }

    /// <summary>"all", "corrections" or "topics/prayer".</summary>
    public string Feed { get; private set; } = "";

    /// <summary>The id of the item; null for the document as a whole.</summary>
    public string? Item { get; private set; }

    /// <summary>Null where the item is not a story, as in the corrections.</summary>
    public Guid? StoryId { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>When it was found first.</summary>
    public DateTimeOffset Since { get; private set; }

    private static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..most];
}
