using System.Buffers.Text;
using System.Security.Cryptography;

namespace WorthyNews.Newsroom.Syndication;

/// <summary>Somebody asked that an address be told of a feed, or no longer. Nothing comes of it until that address itself says yes: anybody can name any address.</summary>
/// <remarks>Source: WebSub, 5.3. A newer one for the same address and feed takes the place of this.</remarks>
public sealed class SubscriptionRequest
{
    /// <summary>An address that does not answer is asked so often.</summary>
    public const int MostTries = 3;

    /// <summary>A secret is shorter than this (WebSub, 5.1).</summary>
    public const int SecretBytesBelow = 200;

    private SubscriptionRequest()
    {
    }

    /// <param name="topic">As <see cref="Subscription.Topic"/>.</param>
    /// <param name="of">As <see cref="Subscription.Of"/>.</param>
    /// <param name="lease">Null to end the subscription.</param>
    public SubscriptionRequest(Uri callback, string topic, string of, TimeSpan? lease, string? secret, DateTimeOffset now)
    {
        Key = Syndication.Callback.KeyOf(callback, topic);
        Callback = callback.AbsoluteUri;
        Host = Syndication.Callback.HostOf(callback);
        Topic = topic;
        Of = of;
        LeaseSeconds = lease is { } stands ? (long)stands.TotalSeconds : null;
        Secret = secret;
        Challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        AskedAt = now;
        NextTryAt = now;
    }

    /// <inheritdoc cref="Syndication.Callback.KeyOf"/>
    public string Key { get; private set; } = "";

    public string Callback { get; private set; } = "";

    /// <inheritdoc cref="Subscription.Host"/>
    public string Host { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Of { get; private set; } = "";

    /// <summary>Null when the subscription is to end.</summary>
    public long? LeaseSeconds { get; private set; }

    public string? Secret { get; private set; }

    /// <summary>What the address must say back; random.</summary>
    public string Challenge { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public bool IsForTheEnd => LeaseSeconds is null;

    public Subscription Begin(long newest, DateTimeOffset now) => new(Key, new Uri(Callback), Topic, Of, Secret, now + TimeSpan.FromSeconds(LeaseSeconds!.Value), newest, now);
}
