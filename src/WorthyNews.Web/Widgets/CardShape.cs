using System.Globalization;
using System.Text;

namespace WorthyNews.Web.Widgets;

/// <summary>What of a story stands on its card, and how much room that takes in a frame that cannot ask for more.</summary>
/// <param name="Headline">As printed on it.</param>
/// <param name="Summary">Null for none; at most 210 characters are shown.</param>
/// <param name="HasMap">Above the words in a narrow frame, beside them in a wide one.</param>
/// <param name="HasNote">Whether a line says that it was corrected, or is a sample.</param>
/// <param name="MapShare">Of the map’s width, how tall it is.</param>
/// <remarks>The measures are those of the card in <c>/embed/story</c>; who changes its style changes them here. Rather a line too much: what does not fit is cut off.</remarks>
public sealed record CardShape(string Headline, string? Summary, bool HasMap, bool HasNote, double MapShare = 2 / 3.0)
{
    public const int UsualWidth = 600;
    public const int LeastWidth = 200;
    public const int LeastHeight = 120;

    /// <summary>Up to this width the map stands above the words.</summary>
    private const int Narrow = 380;

    /// <summary>Up to this width there is no summary.</summary>
    private const int Narrowest = 240;

    private const int Edge = 2;
    private const int Above = 18;
    private const int Beside = 20;
    private const int Below = 14;
    private const int Padding = 24;
    private const int CreditRow = 34;
    private const int SmallLine = 20;
    private const int MapColumn = 108;
    private const int Gap = 16;
    private const int Between = 8;

    /// <summary>Lines of 17 px at 1.28, and of 15 px at 1.45.</summary>
    private const double HeadlineLine = 21.76;
    private const double SummaryLine = 21.75;

    private const double HeadlineSize = 17;
    private const double SummarySize = 15;

    /// <summary>As much of the card as fits: first the map goes, then the summary.</summary>
    /// <returns>Null when not even headline and credit fit, or the room is too small for any card.</returns>
    public static (CardShape Shape, int Width, int Height)? Fit(CardShape whole, int? maxWidth, int? maxHeight)
    {
        var width = Math.Min(maxWidth ?? UsualWidth, UsualWidth);
        if (width < LeastWidth || maxHeight < LeastHeight) return null;
        foreach (var shape in new[] { whole, whole with { HasMap = false }, whole with { HasMap = false, Summary = null } })
        {
            var height = shape.HeightAt(width);
            if (height <= (maxHeight ?? int.MaxValue)) return (shape, width, height);
        }

        return null;
    }

    /// <param name="width">Of the frame, in pixels; at least <see cref="LeastWidth"/>.</param>
    /// <returns>Pixels.</returns>
    public int HeightAt(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        var isBeside = IsBesideAt(width);
        var room = width - Edge - (2 * Beside) - (isBeside ? MapColumn + Gap : 0);
        var words = (Lines(Headline, HeadlineSize, room) * HeadlineLine) + Between + SmallLine;
        if (width > Narrowest && Summary is { Length: > 0 } summary) words += (Lines(summary, SummarySize, room) * SummaryLine) + Between;
        if (HasNote) words += SmallLine + Between;
        if (isBeside) words = Math.Max(words, MapColumn);
        var map = HasMap && !isBeside ? Math.Ceiling((width - (2 * Beside)) * MapShare) + Between : 0;
        return Edge + Padding + (int)map + Above + (int)Math.Ceiling(words) + Below + CreditRow;
    }

    /// <summary>Whether the map stands beside the words.</summary>
    public bool IsBesideAt(int width) => HasMap && width > Narrow;

    /// <summary>Set word by word, as a browser does.</summary>
    private static int Lines(string text, double size, double room)
    {
        var (lines, used) = (1, 0.0);
        foreach (var word in (text.Length <= WidgetSheets.SummaryChars || size > SummarySize ? text : text[..WidgetSheets.SummaryChars]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = word.EnumerateRunes().Sum(rune => Wide(rune) * size);
            if (used > 0 && used + (0.3 * size) + wide > room)
            {
                lines++;
                used = 0;
            }

            used += (used > 0 ? 0.3 * size : 0) + wide;
            // A word longer than a line is broken anywhere; so is a text without spaces.
            for (; used > room; used -= room) lines++;
        }

        return lines;
    }

    /// <summary>Of a letter's height, on the generous side of the fonts that a page may fall back to.</summary>
    private static double Wide(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or '\'' or ':' or ';' or '’' or '‘' => 0.38,
        'm' or 'w' or 'M' or 'W' or '—' or '…' => 0.95,
        >= 0x1100 => 1.05,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark => 0,
        _ when Rune.IsUpper(rune) => 0.74,
        _ => 0.56,
    };
}
