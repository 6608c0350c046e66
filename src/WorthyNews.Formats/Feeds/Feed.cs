namespace WorthyNews.Formats.Feeds;

/// <summary>A feed before it has a dialect. Texts are plain unless their name says otherwise; a writer escapes them once. Every address is absolute.</summary>
public sealed record Feed
{
    /// <summary>A URI that never changes, whatever becomes of title, address and host.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The page for people that the feed is of.</summary>
    public required Uri Link { get; init; }

    /// <summary>Where the feed itself is found; the one address for all who ask for the same.</summary>
    public required Uri Self { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Who publishes it: the author of what names none.</summary>
    public required FeedAuthor Publisher { get; init; }

    /// <summary>Whose it is and what others may do with it, in a sentence.</summary>
    public string? Rights { get; init; }

    /// <summary>The page that says so at length.</summary>
    public Uri? License { get; init; }

    /// <summary>A small square picture, PNG, 144 pixels: RSS 2.0 knows no larger one and no drawing.</summary>
    public Uri? Icon { get; init; }

    /// <summary>The same, large enough for a tile: 512 pixels.</summary>
    public Uri? LargeIcon { get; init; }

    /// <summary>WebSub hubs that tell of changes.</summary>
    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    /// <summary>Null for a feed without archives.</summary>
    public FeedHistory? History { get; init; }

    /// <summary>The newest significant change of anything in it, a removal included, UTC. Never the time of writing.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>In the order of the feed, newest publication first.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>What consumers should drop; a notice may stand among the items under the same id.</summary>
    public IReadOnlyList<RemovedItem> Removed { get; init; } = [];

    /// <summary>What would have broken it. Never written: it is for those who mend it.</summary>
    public IReadOnlyList<FeedFault> LeftOut { get; init; } = [];
}

/// <summary>Where a document stands among the archives of its feed.</summary>
/// <param name="IsArchive">False for the document of now.</param>
/// <param name="Current">The document of now.</param>
/// <remarks>Source: RFC 5005, 4.</remarks>
public sealed record FeedHistory(bool IsArchive, Uri Current, Uri? PrevArchive, Uri? NextArchive);

/// <param name="Page">Null where there is none.</param>
public sealed record FeedAuthor(string Name, Uri? Page = null);

/// <param name="Term">Stays when the name changes.</param>
public sealed record FeedCategory(string Term, string Name);

/// <summary>A picture that belongs to an item.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Bytes">Its true length; null when it is not known, and then it is no enclosure.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Credit">Whose it is.</param>
public sealed record FeedImage(Uri Url, string Type, long? Bytes, int? Width, int? Height, string Alt, string? Credit);

/// <param name="Kind">"corrected", "retracted", "killed" or "reinstated".</param>
public sealed record FeedNotice(string Kind, DateTimeOffset At, string Text);

/// <summary>A story that was withdrawn: consumers drop what they hold under its id.</summary>
/// <param name="When">UTC.</param>
/// <param name="Notice">What readers are told.</param>
/// <remarks>Source: RFC 6721.</remarks>
public sealed record RemovedItem(string Id, DateTimeOffset When, string Notice);

/// <summary>One story in a feed, or the notice that stands where one was.</summary>
public sealed record FeedItem
{
    /// <summary>Never changes, whatever becomes of title, address and host.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where even the address would tell what must not be told.</summary>
    public required Uri? Link { get; init; }

    /// <summary>First public moment, UTC.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The last change a reader should know of, UTC.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>BCP 47; null where it is the feed's.</summary>
    public string? Language { get; init; }

    /// <summary>One person each.</summary>
    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public required string Summary { get; init; }

    /// <summary>The whole text as HTML with absolute addresses only; null where only the summary may be carried.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The first is the one that a card shows.</summary>
    public IReadOnlyList<FeedImage> Images { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FeedNotice> Notices { get; init; } = [];

    /// <summary>Whose it is and what others may do with it; null where nothing is left that could be anybody's.</summary>
    public string? Rights { get; init; }

    /// <summary>False for what may be linked and summed up but not printed.</summary>
    public bool MaySyndicate { get; init; } = true;
}
