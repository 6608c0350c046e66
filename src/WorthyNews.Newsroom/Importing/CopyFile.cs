using System.Security.Cryptography;
using System.Text;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>A file's bytes, and the text they are.</summary>
/// <param name="Hash">SHA-256 in hex.</param>
/// <param name="Doubt">What had to be guessed about the encoding; null when nothing.</param>
public sealed record CopyFile(string Text, string Hash, string? Doubt)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableCopyException">It is too large, or cannot be opened.</exception>
    public static async Task<CopyFile> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MarkdownReader.MaxBytes) throw new UnreadableCopyException($"It has {length / 1024} KB; a dispatch has at most {MarkdownReader.MaxBytes / 1024} KB.");
            // A pipe has no length either, and would be waited for without end.
            if (length == 0) throw new UnreadableCopyException("It is empty.");
            return Of(await File.ReadAllBytesAsync(path, cancel));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableCopyException($"It cannot be opened: {error.Message}", error);
        }
    }

    /// <summary>Bytes that came by another way than a path.</summary>
    public static CopyFile Of(byte[] bytes)
    {
        var (text, doubt) = Decode(bytes);
        return new CopyFile(text, Convert.ToHexStringLower(SHA256.HashData(bytes)), doubt);
    }

    /// <remarks>Desks still send what an old word processor saved: what is no UTF-8 is nearly always Windows-1252.</remarks>
    private static (string Text, string? Doubt) Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes.AsSpan(2)), null);
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)), null);
        var body = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        try
        {
            return (StrictUtf8.GetString(body), null);
        }
        catch (DecoderFallbackException)
        {
            var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return (windows.GetString(body), "The file is not UTF-8; it was read as Windows-1252. Look at its accents and quotation marks.");
        }
    }
}
