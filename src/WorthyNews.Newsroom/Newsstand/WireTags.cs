using WorthyNews.Newsroom.Directory;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The parts of the wire that a page can be made of, each in one word: an entry names those that it touches. Caches before the house know them as surrogate keys.</summary>
public static class WireTags
{
    /// <summary>In an entry: every page. No page is made of it.</summary>
    public const string Everything = "everything";

    /// <summary>The stories in their order, of whatever list.</summary>
    public const string All = "all";

    /// <summary>What the desk decided about the front page.</summary>
    public const string Front = "front";

    public const string Corrections = "corrections";

    /// <summary>Which names were merged.</summary>
    public const string Mergers = "mergers";

    public static string Story(Guid id) => $"story:{id:N}";

    /// <summary>The stories under a name.</summary>
    public static string List(NameKind kind, string slug) => $"list:{kind}/{slug}";

    /// <summary>A name of the directory, and whether it is shown.</summary>
    public static string Name(NameKind kind, string slug) => $"name:{kind}/{slug}";

    /// <summary>All names of a kind.</summary>
    public static string Names(NameKind kind) => $"names:{kind}";
}
