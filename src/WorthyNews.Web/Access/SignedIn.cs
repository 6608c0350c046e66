using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Access;

/// <summary>A person at the desk, as every request needs it; at most five seconds old.</summary>
/// <param name="TimeZone">The one chosen, else that of the site.</param>
/// <param name="LacksSecondFactor">A role asks for one and there is none yet: nothing is open but the way to it.</param>
public sealed record SignedPerson(
    Guid Id, string UserName, string DisplayName, TimeZoneInfo TimeZone, string? ContributorSlug, bool LacksSecondFactor, IReadOnlyList<GrantedRole> Granted);

/// <summary>Who sent this request, and what he may do. One for each request.</summary>
public sealed class SignedIn
{
    private SignedPerson? person;

    public bool IsSomebody => person is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page is open, or stands outside the desk.</exception>
    public SignedPerson Person => person ?? throw new InvalidOperationException("Nobody is signed in.");

    public Guid SessionId { get; private set; }

    /// <summary>For the audit.</summary>
    public Actor Actor => person is null ? Actor.Stranger : new Actor(person.Id, person.UserName, SessionId);

    /// <summary>For what is done to a dispatch, and for the lines that tell of it.</summary>
    public Author Author => new(Person.Id, Person.DisplayName) { Actor = Actor };

    /// <summary>The slugs of the bureaus whose dispatches are seen; null for all. One's own are seen besides.</summary>
    public IReadOnlyList<string>? SeenBureaus => Person.Granted.SeenBureaus();

    public Sight Sight => new(Person.Id, SeenBureaus);

    /// <inheritdoc cref="Rights.May"/>
    public bool May(DeskVerb verb, string? bureau, bool isOwn = false) => person is { LacksSecondFactor: false } && person.Granted.May(verb, bureau, isOwn);

    /// <summary>Whether there is any bureau for which it may be asked: what shows a way in, not what opens it.</summary>
    public bool MaySomewhere(DeskVerb verb) => person is { LacksSecondFactor: false } && person.Granted.MaySomewhere(verb);

    internal void Take(SignedPerson found, Guid session) => (person, SessionId) = (found, session);
}
