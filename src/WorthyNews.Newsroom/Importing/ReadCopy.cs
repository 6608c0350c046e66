using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Importing;

/// <summary>The file cannot be read as copy. The message is a sentence with the place.</summary>
public sealed class UnreadableCopyException : Exception
{
    public UnreadableCopyException(string message)
        : base(message)
    {
    }

    public UnreadableCopyException(string message, Exception cause)
        : base(message, cause)
    {
    }
}

/// <summary>One thing that was understood.</summary>
/// <param name="Field">"headline", "byline", "places" and so on.</param>
/// <param name="Source">The words it came from; empty when the file says it in so many words.</param>
public sealed record Finding(string Field, string Value, Sureness Sureness, string Source);

/// <summary>What a file says.</summary>
/// <param name="Findings">In the order a person would check them.</param>
/// <param name="Doubts">Sentences for an editor; empty when all is sure.</param>
/// <param name="PublishedAt">When the file says it was first published; null when it does not.</param>
/// <param name="EmbargoedUntil">Null when nothing holds it.</param>
public sealed record ReadCopy(Copy Copy, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Doubts, DateTimeOffset? PublishedAt = null, DateTimeOffset? EmbargoedUntil = null)
{
    /// <summary>The original of a translation as the file names it: a slug, an address or a link; null when it is an original.</summary>
    public string? TranslationOf { get; init; }
}

/// <summary>What holds where the file itself is silent.</summary>
public sealed record CopyDefaults
{
    public static readonly CopyDefaults None = new();

    public string? Kicker { get; init; }

    public string? Standfirst { get; init; }

    /// <summary>Slug. A person named it, so it also goes before what the copy says.</summary>
    public string? Bureau { get; init; }

    /// <summary>The bureau as that person wrote it.</summary>
    public string? BureauName { get; init; }

    /// <summary>Slug.</summary>
    public string? Section { get; init; }

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Slug { get; init; }

    public bool Sensitive { get; init; }

    public bool Sample { get; init; }
}
