namespace WorthyNews.Newsroom.Staff;

/// <summary>One browser in which somebody is signed in. Holds no address and no name of a device.</summary>
public sealed class DeskSession
{
    /// <summary>How coarse <see cref="SeenAt"/> is.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private DeskSession()
    {
    }

    public DeskSession(Guid personId, string key, TimeSpan longest, DateTimeOffset now)
    {
        Id = Guid.NewGuid();
        PersonId = personId;
        KeyHash = SecretHash.Of(key);
        CreatedAt = SeenAt = now;
        EndsAt = now + longest;
    }

    /// <summary>Names it in the audit; opens nothing.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public string KeyHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Up to <see cref="SeenEvery"/> too early.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it ends however much it is used.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When somebody ended it; null otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpenAt(DateTimeOffset now, TimeSpan idle) => EndedAt is null && now < EndsAt && now < SeenAt + idle;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
