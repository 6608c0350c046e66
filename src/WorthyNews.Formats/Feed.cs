namespace WorthyNews.Formats;

/// <summary>A feed before it has a dialect. Texts are plain unless their name says otherwise; a writer escapes them once.</summary>
public sealed record Feed
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The page for people that the feed is of.</summary>
    public required Uri Link { get; init; }

    /// <summary>Where the feed itself is found.</summary>
    public required Uri Self { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public string? Copyright { get; init; }

    /// <summary>In the order of the feed, newest publication first.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>The newest change of any item; null for an empty feed. Never the time of writing.</summary>
    public DateTimeOffset? Updated => Items.Count == 0 ? null : Items.Max(item => item.Updated);
}

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

    /// <summary>One name each.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public required string Summary { get; init; }

    /// <summary>The whole text as HTML with absolute addresses only; null where only the summary may be carried.</summary>
    public string? ContentHtml { get; init; }
}
