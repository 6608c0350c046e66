using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorthyNews.Web.Http.Widgets;

/// <summary>A colour as people give it: six hexadecimal digits.</summary>
/// <param name="Red">0 to 255, as are the others.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>What text needs at least.</summary>
    /// <remarks>Source: WCAG 2.2, 1.4.3.</remarks>
    public const double ReadableRatio = 4.5;

    private const int Steps = 20;

    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>"1c4a78".</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Whether light text stands on it better than dark.</summary>
    public bool IsDark => RatioTo(White) > RatioTo(Black);

    /// <param name="text">Six digits, or three for doubled ones, with or without the sign before them; letters in either case.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Colour colour)
    {
        colour = default;
        if (text is not { Length: >= 3 and <= 7 }) return false;
        if (text[0] == '#') text = text[1..];
        if (text.Length == 3) text = string.Concat(text.Select(digit => new string(digit, 2)));
        if (text.Length != 6 || !text.All(char.IsAsciiHexDigit)) return false;
        var number = int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        return true;
    }

    /// <summary>1 to 21.</summary>
    /// <remarks>Source: WCAG 2.2, contrast ratio and relative luminance.</remarks>
    public double RatioTo(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The nearest on the way to black or white that can be read on that ground; itself when it can.</summary>
    public Colour ReadableOn(Colour ground)
    {
        var end = ground.IsDark ? White : Black;
        for (var step = 0; step < Steps; step++)
        {
            var tried = Mixed(end, step, Steps);
            if (tried.RatioTo(ground) >= ReadableRatio) return tried;
        }

        return end;
    }

    /// <summary>So many of so many parts of another colour in it.</summary>
    public Colour Mixed(Colour other, int parts, int of) =>
        new(Part(Red, other.Red, parts, of), Part(Green, other.Green, parts, of), Part(Blue, other.Blue, parts, of));

    // In whole numbers, so that the loader comes to the same.
    private static byte Part(byte one, byte two, int parts, int of) => (byte)(one + (((two - one) * parts) / of));

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
