using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Wire;

/// <summary>The map of a story's dateline, as a page needs to know it.</summary>
/// <param name="Key">Of the drawing: the same places have the same, whatever story they stand in.</param>
/// <param name="Width">Pixels, as drawn; a page may scale it.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record StoryMap(string Key, int Width, int Height, string Alt)
{
    /// <summary>Null when nobody knows where any place of the dateline lies.</summary>
    public static StoryMap? Of(Dateline dateline) =>
        DatelineMap.Of(dateline) is { Key: var key, Drawing: var drawing } ? new StoryMap(key, drawing.Width, drawing.Height, drawing.Alt) : null;
}

/// <summary>A map as it was drawn, kept as long as a live story shows it: a place may be just what a kill is about.</summary>
public sealed class DrawnMap
{
    private DrawnMap()
    {
    }

    public DrawnMap(string key, string svg) => (Key, Svg) = (key, svg);

    public string Key { get; private set; } = "";

    public string Svg { get; private set; } = "";
}
