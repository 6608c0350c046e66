using System.Security;
using System.Text;

using NetVips;

using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Imaging;

/// <summary>What stands on a card.</summary>
/// <param name="Kicker">Above the headline; null for none.</param>
/// <param name="Map">SVG of <see cref="CardDrawing.MapWidth"/> by <see cref="CardDrawing.MapHeight"/>; null when there is none.</param>
/// <param name="IsRightToLeft">Sets the words from the right edge.</param>
public sealed record CardWords(string SiteName, string Headline, string? Kicker, string? Map, bool IsRightToLeft)
{
    /// <summary>The card of the house: its name alone.</summary>
    public static CardWords OfHouse(string siteName) => new(siteName, "", null, null, false);
}

/// <summary>Draws the picture that stands for a story where its link is shared.</summary>
/// <remarks>Only our own words and maps are drawn here, so it may run in the process of the site; what strangers send may not.</remarks>
public static class CardDrawing
{
    public const int MapWidth = CardPicture.Width;
    public const int MapHeight = 300;

    private const string Family = "Worthy News Card";
    private const int Margin = 64;
    private const int Foot = 96;
    private const int MaxHeadlineChars = 180;
    private const int LargestType = 92;
    private const int LargestBelowMap = 66;
    private const int SmallestType = 34;

    private static readonly double[] Paper = [253, 252, 249];
    private static readonly double[] Ink = [23, 27, 36];
    private static readonly double[] Rubric = [163, 32, 29];
    private static readonly double[] Rule = [217, 212, 199];

    private static readonly Lazy<string[]> Fonts = new(() => [.. System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Imaging", "Fonts"), "*.ttf").Order(StringComparer.Ordinal)]);

    /// <summary>A PNG of 1200 by 630 pixels. The same words give the same bytes on the same version of the library.</summary>
    /// <exception cref="VipsException">The library cannot draw it.</exception>
    public static byte[] Draw(CardWords words)
    {
        LoadFonts();
        var card = Flat(CardPicture.Width, CardPicture.Height, Paper);
        var top = Margin - 8;
        if (words.Map is { } map)
        {
            using var drawn = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(map)).Flatten(background: Paper);
            card = card.Insert(drawn.ThumbnailImage(MapWidth, height: MapHeight, crop: Enums.Interesting.Centre), 0, 0);
            card = Bar(card, 0, MapHeight, CardPicture.Width, 2, Rule);
            top = MapHeight + 34;
        }

        if (words.Kicker is { Length: > 0 } kicker) top += Put(ref card, Text(kicker, 26, 1), top, Rubric, words.IsRightToLeft) + 18;
        var room = CardPicture.Height - Foot - top;
        if (words.Headline.Length > 0) Put(ref card, Headline(words.Headline, room, words.Map is null ? LargestType : LargestBelowMap), top, Ink, words.IsRightToLeft);
        card = WithName(card, words.SiteName, words.Headline.Length == 0);
        return card.PngsaveBuffer(palette: true, q: 90, dither: 0, effort: 4, compression: 9);
    }

    /// <summary>The name of the house and the dash that ends every dateline: small at the foot, or large when it stands alone.</summary>
    private static Image WithName(Image card, string siteName, bool isAlone)
    {
        using var name = Text(siteName, isAlone ? 110 : 34, 1);
        var x = isAlone ? (CardPicture.Width - name.Width) / 2 - 40 : Margin;
        var y = isAlone ? (CardPicture.Height - name.Height) / 2 : CardPicture.Height - 34 - name.Height;
        var (dash, thick) = isAlone ? (96, 12) : (30, 4);
        card = Stamp(card, name, x, y, Ink);
        return Bar(card, x + name.Width + (isAlone ? 28 : 10), y + (int)(name.Height * 0.56), dash, thick, Rubric);
    }

    /// <summary>As large as the room allows.</summary>
    private static Image Headline(string headline, int room, int largest)
    {
        var cut = BlockText.Summary([new Paragraph([new TextRun(headline)])], MaxHeadlineChars);
        for (var size = largest; ; size -= 4)
        {
            var text = Text(cut, size, 0.92);
            if (text.Height <= room || size <= SmallestType) return text.Height <= room ? text : text.Crop(0, 0, text.Width, room);
            text.Dispose();
        }
    }

    private static Image Text(string words, int size, double lineHeight) => Image.Text(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<span line_height=\"{lineHeight}\">{SecurityElement.Escape(words)}</span>"),
        font: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Family} {size}"), width: CardPicture.Width - (2 * Margin), dpi: 72, wrap: Enums.TextWrap.WordChar);

    /// <returns>The height of what was put there.</returns>
    private static int Put(ref Image card, Image text, int y, double[] colour, bool isRightToLeft)
    {
        using (text)
        {
            card = Stamp(card, text, isRightToLeft ? CardPicture.Width - Margin - text.Width : Margin, y, colour);
            return text.Height;
        }
    }

    /// <summary>Lets a colour through a mask of letters.</summary>
    private static Image Stamp(Image card, Image mask, int x, int y, double[] colour)
    {
        using var letters = Flat(mask.Width, mask.Height, colour).Bandjoin(mask);
        return card.Composite2(letters, Enums.BlendMode.Over, x: x, y: y).ExtractBand(0, n: 3).Cast(Enums.BandFormat.Uchar);
    }

    private static Image Bar(Image card, int x, int y, int width, int height, double[] colour) => card.Insert(Flat(width, height, colour), x, y);

    private static Image Flat(int width, int height, double[] colour) =>
        (Image.Black(width, height, bands: 3) + colour).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Each file is made known once; after that the family has the letters of all of them, whatever fonts the machine has.</summary>
    private static void LoadFonts()
    {
        if (Fonts.IsValueCreated) return;
        lock (Fonts)
        {
            if (Fonts.IsValueCreated) return;
            NetVips.NetVips.Concurrency = 1;
            foreach (var font in Fonts.Value) Image.Text("x", font: $"{Family} 10", fontfile: font).Dispose();
        }
    }
}
