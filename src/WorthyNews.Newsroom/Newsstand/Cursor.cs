using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The place in a list after which the next page goes on: the instant and the sequence of the last story shown.</summary>
/// <remarks>Written as two hexadecimal numbers, "3a2f9c1d4e80-1f4": milliseconds since the year 1 UTC, and the first sequence.</remarks>
public readonly record struct Cursor(DateTimeOffset PublishedAt, long FirstSequence) : IParsable<Cursor>
{
    private const int MaxChars = 30;
    private static readonly long Origin = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PublishedAt.ToUnixTimeMilliseconds() - Origin:x}-{FirstSequence:x}");

    public static Cursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("Not a cursor.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Cursor result)
    {
        result = default;
        if (s is not { Length: <= MaxChars }) return false;
        var dash = s.IndexOf('-', StringComparison.Ordinal);
        if (dash is < 1 or > 12
            || !long.TryParse(s.AsSpan(0, dash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var instant)
            || !long.TryParse(s.AsSpan(dash + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sequence)
            || instant > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - Origin || sequence < 0)
            return false;
        result = new Cursor(DateTimeOffset.FromUnixTimeMilliseconds(instant + Origin), sequence);
        // One cursor has one spelling, so that caches hold one page for it.
        return result.ToString() == s;
    }
}
