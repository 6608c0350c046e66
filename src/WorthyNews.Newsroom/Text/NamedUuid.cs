using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Text;

/// <summary>UUIDs of what has a name within something that has a random one: the same two always give the same.</summary>
/// <remarks>Source: RFC 9562, 5.8: version 8 leaves the digest to us; that of version 5 is no longer trusted.</remarks>
public static class NamedUuid
{
    public static Guid Of(Guid within, string name)
    {
        var digest = SHA256.HashData([.. within.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }
}
