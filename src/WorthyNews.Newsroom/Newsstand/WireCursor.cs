using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>How far a mirror has read the wire: an entry, and a digest of it that only this house's wire can give.</summary>
/// <remarks>Written "1f4-9c0d…": the sequence in hexadecimal, and sixteen digits of the digest. Nobody but us reads it.</remarks>
/// <param name="Sequence">0 stands before the first entry.</param>
public readonly record struct WireCursor(long Sequence, string Digest)
{
    public const int DigestChars = 16;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence:x}-{Digest}");

    /// <summary>True when the text has the form of a cursor, whosever it is.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WireCursor cursor)
    {
        cursor = default;
        if (text is not { Length: <= 16 + 1 + DigestChars and > 1 + DigestChars } || text[^(DigestChars + 1)] != '-') return false;
        var (sequence, digest) = (text[..^(DigestChars + 1)], text[^DigestChars..]);
        if (!long.TryParse(sequence, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number < 0 || !digest.All(char.IsAsciiHexDigitLower)) return false;
        cursor = new WireCursor(number, digest);
        // One spelling for each, so that caches hold one answer.
        return cursor.ToString() == text;
    }
}
