namespace WorthyNews.Newsroom.Staff;

/// <summary>What a link is for. The names are stored for ever.</summary>
public enum LinkPurpose
{
    /// <summary>The first person of an empty house.</summary>
    SetUp,
    Invitation,
    Reset,
}

/// <summary>A link that opens one door once. Only its hash is kept.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan SetUpStands = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan InvitationStands = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetStands = TimeSpan.FromHours(1);

    private OneTimeLink()
    {
    }

    private OneTimeLink(LinkPurpose purpose, string secret, DateTimeOffset now, TimeSpan stands)
    {
        Id = Guid.NewGuid();
        Purpose = purpose;
        SecretHash = Staff.SecretHash.Of(secret);
        CreatedAt = now;
        EndsAt = now + stands;
    }

    public Guid Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public string SecretHash { get; private set; } = "";

    /// <summary>Resets: whose.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Resets: whether the second factor goes too.</summary>
    public bool DropsSecondFactor { get; private set; }

    /// <summary>Invitations: as the administrator wrote the name; the invited may write it otherwise.</summary>
    public string? DisplayName { get; private set; }

    /// <summary>Invitations: where it was sent; null when it was handed over.</summary>
    public string? Email { get; private set; }

    /// <summary>Invitations: the roles that wait.</summary>
    public IReadOnlyList<GrantedRole> Granted { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>When it was used or taken back; null while it stands. Two who use it at once meet on it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static OneTimeLink ForSetUp(string secret, DateTimeOffset now) => new(LinkPurpose.SetUp, secret, now, SetUpStands) { Granted = [new(Role.Administrator)] };

    public static OneTimeLink ForInvitation(string secret, string displayName, string? email, IReadOnlyList<GrantedRole> granted, DateTimeOffset now) =>
        new(LinkPurpose.Invitation, secret, now, InvitationStands) { DisplayName = displayName, Email = email, Granted = granted };

    public static OneTimeLink ForReset(string secret, Guid personId, bool dropsSecondFactor, DateTimeOffset now) =>
        new(LinkPurpose.Reset, secret, now, ResetStands) { PersonId = personId, DropsSecondFactor = dropsSecondFactor };

    public bool StandsAt(DateTimeOffset now) => ClosedAt is null && now < EndsAt;

    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}
