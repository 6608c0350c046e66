using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Syndication;

/// <summary>Proves to a subscriber that it was us who wrote.</summary>
/// <remarks>Source: WebSub, 7.1.</remarks>
public static class PushSignature
{
    public const string Header = "X-Hub-Signature";

    public static string Of(byte[] body, string secret) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}
