using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Staff;

/// <summary>Somebody who works at the desk. Never public: what readers see of a person is a contributor in the directory.</summary>
public sealed class Person
{
    public const int MaxNameChars = 80;
    public const int MaxEmailChars = 254;

    private readonly List<Grant> grants = [];

    private Person()
    {
    }

    /// <param name="userName">What is typed to sign in: see <see cref="IsUserName"/>.</param>
    public Person(string userName, string displayName, DateTimeOffset now)
    {
        if (!IsUserName(userName)) throw new ArgumentException("It is no user name.", nameof(userName));
        Id = Guid.NewGuid();
        UserName = userName;
        UserNameKey = KeyOf(userName);
        DisplayName = CleanText.Line(displayName);
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public string UserName { get; private set; } = "";

    /// <summary>The name as it is looked up; two people cannot have one.</summary>
    public string UserNameKey { get; private set; } = "";

    /// <summary>As colleagues read it.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Where links go when mail is set up; null when none was given.</summary>
    public string? Email { get; private set; }

    /// <summary>The slug of the contributor who signs this person's dispatches; null for none.</summary>
    public string? ContributorSlug { get; private set; }

    /// <summary>IANA; null for that of the site.</summary>
    public string? TimeZone { get; private set; }

    public bool IsActive { get; private set; } = true;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>As the platform's hasher writes it.</summary>
    public string PasswordHash { get; private set; } = "";

    /// <summary>Of the authenticator, protected; null when there is none, or it was only begun when <see cref="HasSecondFactor"/> is false.</summary>
    public string? AuthenticatorKey { get; private set; }

    public bool HasSecondFactor { get; private set; }

    /// <summary>The newest step of thirty seconds whose code was taken: none is taken twice (RFC 6238, 5.2).</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Counts changes, so that two at once meet.</summary>
    public int Changes { get; private set; }

    /// <summary>When loaded.</summary>
    public IReadOnlyList<Grant> Grants => grants;

    public IReadOnlyList<GrantedRole> Granted => [.. grants.Select(g => g.Granted)];

    public bool IsAdministrator => grants.Exists(g => g.Role == Role.Administrator);

    /// <summary>2 to 40 of small letters a–z, digits, dot, dash and underscore, beginning with a letter.</summary>
    public static bool IsUserName(string? text) => text is { Length: >= 2 and <= 40 } && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');

    public static string KeyOf(string userName) => userName.Trim().ToUpperInvariant();

    public void Call(string displayName) => Change(() => DisplayName = CleanText.Line(displayName));

    public void Reach(string? email) => Change(() => Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim());

    public void SignAs(string? contributor) => Change(() => ContributorSlug = contributor);

    public void LiveIn(string? zone) => Change(() => TimeZone = zone);

    public void Leave() => Change(() => IsActive = false);

    public void Return() => Change(() => IsActive = true);

    public void TakePassword(string hash) => Change(() => PasswordHash = hash);

    /// <summary>Begins a second factor; it counts once a code of it was seen.</summary>
    public void BeginSecondFactor(string protectedKey) => Change(() => (AuthenticatorKey, HasSecondFactor, LastCodeStep) = (protectedKey, false, 0));

    public void ConfirmSecondFactor() => Change(() => HasSecondFactor = AuthenticatorKey is not null);

    public void DropSecondFactor() => Change(() => (AuthenticatorKey, HasSecondFactor, LastCodeStep, RecoveryCodes) = (null, false, 0, []));

    public void TakeCodeOf(long step) => Change(() => LastCodeStep = step);

    public void TakeRecoveryCodes(IEnumerable<string> hashes) => Change(() => RecoveryCodes = [.. hashes]);

    /// <summary>The grants from now on. What stays, stays the same row.</summary>
    public void Grant(IEnumerable<GrantedRole> wanted)
    {
        var list = wanted.Distinct().ToList();
        Change(() =>
        {
            grants.RemoveAll(g => !list.Contains(g.Granted));
            grants.AddRange(list.Where(w => !grants.Exists(g => g.Granted == w)).Select(w => new Grant(Id, w)));
        });
    }

    private void Change(Action change)
    {
        change();
        Changes++;
    }
}

/// <summary>A role of a person, as it is kept.</summary>
public sealed class Grant
{
    private Grant()
    {
    }

    internal Grant(Guid personId, GrantedRole granted)
    {
        Id = Guid.NewGuid();
        PersonId = personId;
        Role = granted.Role;
        Bureau = granted.Bureau;
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Role Role { get; private set; }

    /// <inheritdoc cref="GrantedRole.Bureau"/>
    public string? Bureau { get; private set; }

    public GrantedRole Granted => new(Role, Bureau);
}
