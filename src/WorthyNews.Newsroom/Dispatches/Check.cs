namespace WorthyNews.Newsroom.Dispatches;

public enum Severity
{
    /// <summary>It cannot go out like this.</summary>
    Block,

    /// <summary>A person looks at it and decides.</summary>
    Mind,

    /// <summary>Looked at, and nothing found.</summary>
    Well,
}

/// <summary>What was looked at before a publication, in words for an editor.</summary>
/// <param name="Place">Where in the dispatch: "headline", "paragraph 3"; null for the whole.</param>
/// <param name="Passage">The words of the copy that are meant; null when none are. May hold what must not appear: for the desk's page alone.</param>
/// <param name="Address">The path of a story that is meant; null when none is.</param>
public sealed record Check(Severity Severity, string Words, string? Place = null, string? Passage = null, string? Address = null);

/// <summary>A headline that the public has.</summary>
public sealed record OutHeadline(string Headline, string Address, DateTimeOffset PublishedAt);

/// <summary>What a translation is made from: what readers have of the original, else its newest revision.</summary>
/// <param name="Address">Null before its first publication.</param>
public sealed record OriginalText(Copy Copy, IReadOnlyList<Text.Block> Body, PublicState State, string? Address);
