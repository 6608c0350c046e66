namespace WorthyNews.Newsroom.Syndication;

/// <summary>Who is told of changes, of what, and how far it has been told: each has its own place on the wire, so that a dead one delays nobody.</summary>
public sealed class Subscription
{
    /// <summary>As <see cref="Of"/>: whatever changes. Who has this is only told that something changed, for it is a hub of somebody else.</summary>
    public const string OfEverything = "*";

    /// <summary>After so many failures in a row, some four days, nobody is there any more.</summary>
    public const int MostFailures = 100;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private Subscription()
    {
    }

    internal Subscription(string key, Uri callback, string topic, string of, string? secret, DateTimeOffset endsAt, long newest, DateTimeOffset now)
    {
        Key = key;
        Callback = callback.AbsoluteUri;
        Host = Syndication.Callback.HostOf(callback);
        Topic = topic;
        Of = of;
        Secret = secret;
        EndsAt = endsAt;
        Cursor = newest;
        TriedThrough = newest;
        NextTryAt = now;
        BusyUntil = now;
    }

    /// <inheritdoc cref="Syndication.Callback.KeyOf"/>
    public string Key { get; private set; } = "";

    public string Callback { get; private set; } = "";

    /// <inheritdoc cref="Syndication.Callback.HostOf"/>
    public string Host { get; private set; } = "";

    /// <summary>Path and query of the feed, in the one spelling that it has: <c>/feeds/topics/prayer.atom?items=20</c>.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>What the feed is of, as its address says: <c>all</c>, <c>corrections</c>, <c>topics/prayer</c>.</summary>
    public string Of { get; private set; } = "";

    /// <summary>What signs a delivery; null for none. Kept as it is, because it must be used.</summary>
    public string? Secret { get; private set; }

    /// <summary>Asked for again before this, or over.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The newest entry of the wire that is told, or touches nothing here.</summary>
    public long Cursor { get; private set; }

    /// <summary>The tag of the document that was delivered last; null before the first. The same is not sent twice, though something may have touched it.</summary>
    public string? Tag { get; private set; }

    /// <summary>Deliveries that failed since one did not.</summary>
    public int Failures { get; private set; }

    /// <summary>After a failure nothing is tried before this, unless there is something new.</summary>
    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>The newest entry at the last try.</summary>
    public long TriedThrough { get; private set; }

    /// <summary>Some node delivers until then at the latest.</summary>
    public DateTimeOffset BusyUntil { get; private set; }

    public bool IsOfEverything => Of == OfEverything;

    /// <summary>A hub of somebody else, told from now on, with no end.</summary>
    public static Subscription OfHub(Uri hub, long newest, DateTimeOffset now) =>
        new(Syndication.Callback.KeyOf(hub, ""), hub, "", OfEverything, null, DateTimeOffset.MaxValue.AddDays(-1), newest, now);

    /// <summary>Asked for again: a new end and a new secret; what is not told yet still will be.</summary>
    public void Renew(SubscriptionRequest request, DateTimeOffset now)
    {
        EndsAt = now + TimeSpan.FromSeconds(request.LeaseSeconds!.Value);
        Secret = request.Secret;
    }

    /// <summary>Twice as long after each failure, to an hour.</summary>
    /// <param name="failures">This one included.</param>
    public static TimeSpan WaitAfter(int failures) => failures > 10 ? LongestWait
        : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << (failures - 1), LongestWait.Ticks));
}
