using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Staff;

/// <summary>The six figures that an authenticator shows: thirty seconds, SHA-1, as every such program knows them.</summary>
/// <remarks>Source: RFC 6238 and RFC 4226; the key is written in base 32 (RFC 4648, 6).</remarks>
public static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>The newest code or the one before or after, for clocks differ.</summary>
    private const int Beside = 1;

    /// <summary>160 random bits.</summary>
    public static string NewKey() => Base32(RandomNumberGenerator.GetBytes(20));

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <exception cref="FormatException">The key is not base 32.</exception>
    public static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticators compute; as a keyed hash it is sound.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <returns>The step that a code is of; null when it is of none near now, or of none after the last that was taken.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now, long lastTaken)
    {
        var typed = Encoding.UTF8.GetBytes(new string([.. code.Where(c => !char.IsWhiteSpace(c))]));
        long? found = null;
        for (var step = StepAt(now) - Beside; step <= StepAt(now) + Beside; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), typed) && step > lastTaken) found = step;
        }

        return found;
    }

    /// <summary>Without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Letters[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Letters[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var letter in key)
        {
            var value = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0) throw new FormatException("The key is not base 32.");
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits < 8) continue;
            bytes.Add((byte)(buffer >> (bits -= 8)));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
