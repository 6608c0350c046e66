using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Access;

/// <summary>What came of a change of people.</summary>
/// <param name="Problems">Sentences for whoever asked; empty when it was done.</param>
public sealed record PeopleOutcome(Person? Person, IReadOnlyList<string> Problems)
{
    public static PeopleOutcome Refused(params string[] problems) => new(null, problems);
}

/// <summary>Lets people in, changes what they may, and lets them go. Each verb is one transaction with its line of the audit.</summary>
public sealed class PeopleDesk(NewsDb db, IStore store, DeskUsers users, DeskLinks links, DeskSessions sessions, TimeProvider time)
{
    private const string DeadLink = "This link has been used, has ended, or is not complete. Ask for a new one.";

    /// <summary>Makes a person by a link for set-up or an invitation, which is used up by it.</summary>
    public Task<PeopleOutcome> AcceptAsync(LinkPurpose purpose, string secret, string userName, string displayName, string password, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await links.FindAsync(purpose, secret, cancel) is not { } link) return PeopleOutcome.Refused(DeadLink);
        if (purpose == LinkPurpose.SetUp && await db.People.AnyAsync(cancel)) return PeopleOutcome.Refused(DeadLink);
        if (!Person.IsUserName(userName)) return PeopleOutcome.Refused(new DeskWords().InvalidUserName(userName).Description);

        var now = time.Now();
        var person = new Person(userName, displayName, now);
        person.Grant(link.Granted);
        person.Reach(link.Email);
        var created = await users.CreateWithAsync(person, password);
        if (!created.Succeeded) return new PeopleOutcome(null, [.. created.Errors.Select(e => e.Description)]);

        link.Close(now);
        db.AuditLines.Add(new Actor(person.Id, person.UserName).Did(purpose == LinkPurpose.SetUp ? "set-up-the-desk" : "accepted-invitation", AuditSubject.Of(person), now, RoleWords.Of(person.Granted)));
        await db.SaveChangesAsync(cancel);
        return new PeopleOutcome(person, []);
    }, cancel);

    /// <summary>Gives a new password by a reset link. All sessions end.</summary>
    public Task<PeopleOutcome> ResetAsync(string secret, string password, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await links.FindAsync(LinkPurpose.Reset, secret, cancel) is not { PersonId: { } id } link || await FindAsync(id, cancel) is not { IsActive: true } person)
            return PeopleOutcome.Refused(DeadLink);
        if (link.DropsSecondFactor) person.DropSecondFactor();
        var taken = await users.SetPasswordAsync(person, password);
        if (!taken.Succeeded) return new PeopleOutcome(null, [.. taken.Errors.Select(e => e.Description)]);

        var now = time.Now();
        link.Close(now);
        await EndAsync(id, null, now, cancel);
        db.AuditLines.Add(new Actor(id, person.UserName).Did("reset-password", AuditSubject.Of(person), now, link.DropsSecondFactor ? "and dropped the second factor" : null));
        await db.SaveChangesAsync(cancel);
        return new PeopleOutcome(person, []);
    }, cancel);

    /// <summary>The roles, and the contributor who signs, from now on.</summary>
    public Task<PeopleOutcome> GrantAsync(Guid id, IReadOnlyList<GrantedRole> granted, string? contributor, Actor by, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await FindAsync(id, cancel) is not { } person) return PeopleOutcome.Refused();
        if (granted.ToHashSet().SetEquals(person.Granted) && person.ContributorSlug == contributor) return new PeopleOutcome(person, []);
        if (granted.All(g => g.Role != Role.Administrator) && await IsLastAdministratorAsync(person, cancel)) return PeopleOutcome.Refused(LastAdministrator);

        var before = RoleWords.Of(person.Granted);
        person.Grant(granted);
        person.SignAs(contributor);
        return await SaveAsync(person, by.Did("granted", AuditSubject.Of(person), time.Now(), $"{RoleWords.Of(granted)}; before: {before}; signs as {contributor ?? "nobody"}"));
    }, cancel);

    /// <summary>Nobody signs in under this name any more, and who is signed in is out.</summary>
    public Task<PeopleOutcome> DeactivateAsync(Guid id, Actor by, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await FindAsync(id, cancel) is not { } person) return PeopleOutcome.Refused();
        if (!person.IsActive) return new PeopleOutcome(person, []);
        if (await IsLastAdministratorAsync(person, cancel)) return PeopleOutcome.Refused(LastAdministrator);

        person.Leave();
        await EndAsync(id, null, time.Now(), cancel);
        foreach (var link in await db.OneTimeLinks.Where(l => l.PersonId == id && l.ClosedAt == null).ToListAsync(cancel)) link.Close(time.Now());
        return await SaveAsync(person, by.Did("deactivated", AuditSubject.Of(person), time.Now()));
    }, cancel);

    public Task<PeopleOutcome> ReturnAsync(Guid id, Actor by, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await FindAsync(id, cancel) is not { } person) return PeopleOutcome.Refused();
        if (person.IsActive) return new PeopleOutcome(person, []);
        person.Return();
        return await SaveAsync(person, by.Did("let-back-in", AuditSubject.Of(person), time.Now()));
    }, cancel);

    /// <summary>Ends all sessions of a person but one.</summary>
    public Task<PeopleOutcome> EndSessionsAsync(Guid id, Guid? except, Actor by, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await FindAsync(id, cancel) is not { } person) return PeopleOutcome.Refused();
        var now = time.Now();
        var ended = await EndAsync(id, except, now, cancel);
        if (ended > 0) db.AuditLines.Add(by.Did("ended-sessions", AuditSubject.Of(person), now, $"{ended}"));
        await db.SaveChangesAsync(cancel);
        return new PeopleOutcome(person, []);
    }, cancel);

    /// <summary>Ends one session of a person. A second call changes nothing.</summary>
    public Task<PeopleOutcome> EndSessionAsync(Guid personId, Guid sessionId, string verb, Actor by, CancellationToken cancel) => AloneAsync(async () =>
    {
        if (await db.DeskSessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null, cancel) is not { } session) return PeopleOutcome.Refused();
        session.End(time.Now());
        db.AuditLines.Add(by.Did(verb, new AuditSubject("session", sessionId.ToString()), time.Now()));
        await db.SaveChangesAsync(cancel);
        return new PeopleOutcome(null, []);
    }, cancel);

    public Task<Person?> FindAsync(Guid id, CancellationToken cancel) => db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancel);

    private const string LastAdministrator = "There is no other administrator: nobody could let people in any more. Make somebody else administrator first.";

    private async Task<bool> IsLastAdministratorAsync(Person person, CancellationToken cancel) =>
        person is { IsActive: true, IsAdministrator: true }
        && !await db.People.AnyAsync(p => p.Id != person.Id && p.IsActive && p.Grants.Any(g => g.Role == Role.Administrator), cancel);

    private async Task<int> EndAsync(Guid person, Guid? except, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.DeskSessions.Where(s => s.PersonId == person && s.EndedAt == null && s.Id != except && s.EndsAt > now).ToListAsync(cancel);
        foreach (var session in open) session.End(now);
        return open.Count;
    }

    private async Task<PeopleOutcome> SaveAsync(Person person, AuditLine line)
    {
        db.AuditLines.Add(line);
        var saved = await users.SaveAsync(person);
        return saved.Succeeded ? new PeopleOutcome(person, []) : new PeopleOutcome(null, [.. saved.Errors.Select(e => e.Description)]);
    }

    private async Task<PeopleOutcome> AloneAsync(Func<Task<PeopleOutcome>> verb, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockPeopleAsync(db, cancel);
        var outcome = await verb();
        if (outcome.Problems.Count > 0 || (outcome.Person is null && db.ChangeTracker.HasChanges()))
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        await transaction.CommitAsync(cancel);
        sessions.Forget();
        return outcome;
    }
}
