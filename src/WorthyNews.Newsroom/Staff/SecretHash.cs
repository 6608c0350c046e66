using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Staff;

/// <summary>What is known of a secret that we handed out: never the secret.</summary>
public static class SecretHash
{
    /// <summary>A new secret of 256 random bits, safe in an address and in a cookie.</summary>
    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <returns>SHA-256 in hex: enough for what is random, and never for what a person made up.</returns>
    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Takes the same time whatever differs.</summary>
    public static bool Matches(string hash, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Of(secret)));
}
