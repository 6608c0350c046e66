using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>A drawing that stands with a story.</summary>
/// <param name="Alt">What it shows, in words.</param>
public sealed record WidgetPicture(Uri Address, int Width, int Height, string Alt);

/// <summary>A link with its words.</summary>
public sealed record WidgetLink(string Text, Uri Address);

/// <summary>One story as a widget shows it.</summary>
/// <param name="Summary">Empty for none.</param>
/// <param name="Place">Empty for none.</param>
/// <param name="When">As printed: "11:40 UTC", "November 22".</param>
/// <param name="Note">"Corrected"; null for none.</param>
/// <param name="MayRead">Its text may stand on other pages.</param>
public sealed record WidgetStory(
    Guid Id, Uri Address, string Headline, string Summary, string Place, DateTimeOffset At, string When, string Language, bool IsRightToLeft, string? Note, bool IsSample, WidgetPicture? Picture, bool MayRead);

/// <summary>A story to be read in the widget.</summary>
/// <param name="Byline">"By A and B"; empty for none.</param>
/// <param name="Html">Notices first, then the text: few elements, no class or style, absolute addresses; well-formed as XML too.</param>
public sealed record WidgetText(WidgetStory Story, string Byline, string Html);

/// <summary>All that a widget says, before it is a frame, a fragment or data.</summary>
/// <param name="Title">Of the widget.</param>
/// <param name="Everything">Where readers find more of the same.</param>
/// <param name="Stories">Newest first; may be empty.</param>
/// <param name="Older">Null on the last page.</param>
/// <param name="Text">The story that is read; null for a list.</param>
/// <param name="Notice">Stands in the place of a story that was withdrawn; null for none.</param>
public sealed record WidgetSheet(
    WidgetWords Words, string Language, string Title, WidgetLink Everything, IReadOnlyList<WidgetStory> Stories, Cursor? Older, WidgetText? Text, string? Notice)
{
    public required string SiteName { get; init; }

    public required Uri Home { get; init; }

    /// <summary>Where others get it too.</summary>
    public required Uri Plugins { get; init; }

    /// <summary>200; 404 for a story that there never was, 410 for one that was killed.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}
