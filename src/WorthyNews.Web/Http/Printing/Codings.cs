using System.Collections.Concurrent;
using System.IO.Compression;

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WorthyNews.Web.Http.Printing;

public enum Coding
{
    Plain,
    Gzip,
    Brotli,
}

/// <summary>Compresses what is printed, and reads which coding an asker takes.</summary>
public static class Codings
{
    /// <summary>Below this nothing is won: it fits into one packet anyhow.</summary>
    private const int Smallest = 1000;

    /// <summary>About 1 ms for 30 KB; the best level takes 40.</summary>
    private const int BrotliAtOnce = 5;

    private const int BrotliBest = 11;

    /// <summary>Browsers send a few; what a stranger thinks up is read each time.</summary>
    private const int MostRemembered = 200;

    private static readonly ConcurrentDictionary<string, Coding> Remembered = new(StringComparer.Ordinal);

    public static bool IsWorthIt(byte[] plain, string contentType) => plain.Length >= Smallest && Compression.Takes(contentType);

    public static byte[]? Gzip(byte[] plain)
    {
        var buffer = new MemoryStream(plain.Length / 3);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(plain);
        return Smaller(plain, buffer.ToArray());
    }

    /// <param name="isBest">As small as can be, when the machine has nothing else to do.</param>
    public static byte[]? Brotli(byte[] plain, bool isBest = false)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, buffer, out var written, isBest ? BrotliBest : BrotliAtOnce, window: 22) ? Smaller(plain, buffer[..written]) : null;
    }

    /// <summary>The best coding that is taken; of equals the smaller one. Source: RFC 9110, 12.5.3.</summary>
    public static Coding For(StringValues accepted)
    {
        if (accepted is not [{ } text]) return accepted.Count == 0 ? Coding.Plain : Read(accepted);
        if (Remembered.TryGetValue(text, out var known)) return known;
        var coding = Read(accepted);
        if (Remembered.Count < MostRemembered) Remembered[text] = coding;
        return coding;
    }

    private static byte[]? Smaller(byte[] plain, byte[] packed) => packed.Length < plain.Length ? packed : null;

    private static Coding Read(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. accepted.OfType<string>()], out var list)) return Coding.Plain;
        double Quality(string coding) => list.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } said ? said.Quality ?? 1
            : list.FirstOrDefault(a => a.Value == "*") is { } any ? any.Quality ?? 1
            : coding == "identity" ? 0.001 : 0;

        var (brotli, gzip, plain) = (Quality("br"), Quality("gzip"), Quality("identity"));
        return brotli > 0 && brotli >= gzip && brotli >= plain ? Coding.Brotli : gzip > 0 && gzip >= plain ? Coding.Gzip : Coding.Plain;
    }
}
