using System.Buffers.Text;
using System.Security.Cryptography;

using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>Lets whoever has the link read one revision until it ends. The link itself is kept nowhere, only a hash of it.</summary>
public sealed class PreviewLink
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private const int TokenBytes = 32;

    private PreviewLink()
    {
    }

    private PreviewLink(Guid dispatchId, int revision, string hash, DateTimeOffset endsAt, Author by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        DispatchId = dispatchId;
        Revision = revision;
        TokenHash = hash;
        EndsAt = endsAt;
        MadeBy = by.Name;
        MadeById = by.PersonId;
        MadeAt = now;
    }

    public Guid Id { get; private set; }

    public Guid DispatchId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>SHA-256 in hex.</summary>
    public string TokenHash { get; private set; } = "";

    public string MadeBy { get; private set; } = "";

    public Guid? MadeById { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Null unless it was ended before its time.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <param name="lasts">At most <see cref="Longest"/>; longer is cut to that.</param>
    /// <returns>The token is told here once: 43 letters, digits, hyphens and underscores.</returns>
    public static (PreviewLink Link, string Token) Make(Guid dispatchId, int revision, TimeSpan lasts, Author by, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new PreviewLink(dispatchId, revision, HashOf(token), now + (lasts < Longest ? lasts : Longest), by, now), token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    public bool IsOpenAt(DateTimeOffset now) => RevokedAt is null && now < EndsAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
