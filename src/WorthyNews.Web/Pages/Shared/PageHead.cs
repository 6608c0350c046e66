using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>A page in the reader's frame.</summary>
public interface IReaderPage
{
    PageHead Head { get; }
}

/// <summary>What a page says of itself to programs, and to the frame around it.</summary>
/// <param name="Title">Without the name of the site.</param>
/// <param name="Path">Its one address, with the query that makes it another page; null when it should not be told.</param>
public sealed record PageHead(string Title, string? Path)
{
    /// <summary>The head of a killed story: its slug is mostly its headline, so not even its address is told.</summary>
    public static PageHead Gone(Story story) => new("This story is gone", null) { IsUnlisted = true, ShowsSamples = story.Sample };

    /// <summary>One sentence, at most 160 characters; null for none.</summary>
    public string? Description { get; init; }

    public bool IsFront { get; init; }

    /// <summary>Search engines are asked not to keep it.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>It stands in a frame at the desk: its links open elsewhere.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether a story or a contributor on it is a sample.</summary>
    public bool ShowsSamples { get; init; }

    /// <summary>The bureau it belongs to, marked in the navigation.</summary>
    public string? Bureau { get; init; }

    /// <summary>The same in the text edition; its front when this page is not in it.</summary>
    public string TextPath { get; init; } = "/text";

    /// <summary>The live story that the page is about.</summary>
    public Story? Story { get; init; }

    /// <summary>The printed name of that story's section.</summary>
    public string? SectionName { get; init; }

    /// <summary>The same in other languages, this page's own among them; empty when it stands alone.</summary>
    public IReadOnlyList<(string Language, string Path)> Translations { get; init; } = [];

    /// <summary>The feed that has most to do with it, with the name that people know it by; null when only the feed of everything has.</summary>
    public (string Of, string Name)? Feed { get; init; }

    /// <summary>A sheet of its own besides those of every page; below wwwroot.</summary>
    public string? Sheet { get; init; }

    /// <summary>The script of the few pages that have one; below wwwroot.</summary>
    public string? Script { get; init; }

    /// <summary>What the page is about, for programs that read schema.org.</summary>
    public HouseMarkup? JsonLd { get; init; }
}
