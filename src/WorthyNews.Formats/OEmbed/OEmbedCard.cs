namespace WorthyNews.Formats.OEmbed;

/// <summary>What a program shows in place of an address of ours, before it has a dialect.</summary>
/// <remarks>Source: oembed.com, 2.3.4.</remarks>
public sealed record OEmbedCard
{
    public required string Title { get; init; }

    public required string ProviderName { get; init; }

    public required Uri ProviderUrl { get; init; }

    /// <summary>Null for none.</summary>
    public string? AuthorName { get; init; }

    public Uri? AuthorUrl { get; init; }

    /// <summary>How long it may be kept without asking again.</summary>
    public required TimeSpan Stays { get; init; }

    public OEmbedPicture? Thumbnail { get; init; }

    /// <summary>Null where there is no room for a frame: then the address is shown as a link with the title.</summary>
    public OEmbedFrame? Frame { get; init; }

    /// <summary>"rich" with a frame, else "link".</summary>
    public string Type => Frame is null ? "link" : "rich";
}

/// <param name="Width">Pixels, as <paramref name="Height"/>.</param>
public sealed record OEmbedPicture(Uri Url, int Width, int Height);

/// <param name="Html">Markup to put into a page.</param>
/// <param name="Width">Pixels that the markup takes, as <paramref name="Height"/>.</param>
public sealed record OEmbedFrame(string Html, int Width, int Height);
