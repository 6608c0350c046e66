using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>What people change about themselves. Other sessions end with every change of what opens the door.</summary>
public sealed class OwnAccount(NewsDb db, DeskUsers users, DeskSessions sessions, SignedIn signedIn, SignInThrottle throttle, FailedTries failed, HouseSettings settings, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private const string WrongPassword = "That is not your present password.";

    public Task<Person> PersonAsync(CancellationToken cancel) => db.People.Include(p => p.Grants).SingleAsync(p => p.Id == signedIn.Person.Id, cancel);

    /// <summary>Open sessions, the newest first.</summary>
    public Task<List<DeskSession>> SessionsAsync(CancellationToken cancel)
    {
        var (now, person) = (time.Now(), signedIn.Person.Id);
        return db.DeskSessions.AsNoTracking().OpenAt(now, settings.DeskIdle).Where(s => s.PersonId == person).OrderByDescending(s => s.CreatedAt).ToListAsync(cancel);
    }

    /// <returns>Problems; empty when it was done.</returns>
    public async Task<IReadOnlyList<string>> DescribeAsync(string displayName, string? email, string? zone, CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        person.Call(displayName);
        person.Reach(email);
        person.LiveIn(zone);
        db.AuditLines.Add(signedIn.Actor.Did("changed-account", AuditSubject.Of(person), time.Now()));
        return await SavedAsync(person);
    }

    public async Task<IReadOnlyList<string>> ChangePasswordAsync(string present, string wanted, CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        if (await CheckAsync(person, present, cancel) is { } problem) return [problem];
        var taken = await users.SetPasswordAsync(person, wanted);
        if (!taken.Succeeded) return [.. taken.Errors.Select(e => e.Description)];
        return await EndOthersAsync(person, "changed-password", cancel);
    }

    /// <summary>The key for an authenticator that is not in use yet; the same one until it is confirmed.</summary>
    public async Task<string> KeyToConfirmAsync(CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        if (person.HasSecondFactor) throw new InvalidOperationException("A key in use is not shown again.");
        if (person.AuthenticatorKey is null) await users.ResetAuthenticatorKeyAsync(person);
        return (await users.GetAuthenticatorKeyAsync(person))!;
    }

    /// <returns>New recovery codes, to be shown this once; null when the code was not right.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(string code, CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        if (person.HasSecondFactor || !await users.VerifyTwoFactorTokenAsync(person, AuthenticatorProvider.Name, code)) return null;
        await users.SetTwoFactorEnabledAsync(person, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes);
        await EndOthersAsync(person, "set-up-second-factor", cancel);
        return [.. codes!];
    }

    /// <returns>New codes in the place of all earlier ones; or what is wrong.</returns>
    public async Task<(IReadOnlyList<string> Codes, string? Problem)> NewRecoveryCodesAsync(string password, CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        if (!person.HasSecondFactor) return ([], "There is no second factor.");
        if (await CheckAsync(person, password, cancel) is { } problem) return ([], problem);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes);
        db.AuditLines.Add(signedIn.Actor.Did("made-recovery-codes", AuditSubject.Of(person), time.Now()));
        await db.SaveChangesAsync(cancel);
        return ([.. codes!], null);
    }

    /// <returns>Problems; empty when it was done.</returns>
    public async Task<IReadOnlyList<string>> DropSecondFactorAsync(string password, CancellationToken cancel)
    {
        var person = await PersonAsync(cancel);
        if (await CheckAsync(person, password, cancel) is { } problem) return [problem];
        if (!person.Granted.AskForASecondFactor() && password.EnumerateRunes().Count() < PasswordRules.LeastAlone)
            return [$"Without it a password needs {PasswordRules.LeastAlone} characters, and yours is shorter. Change the password first."];
        await users.SetTwoFactorEnabledAsync(person, false);
        return await EndOthersAsync(person, "dropped-second-factor", cancel);
    }

    /// <summary>Whoever sits before an open browser still has to know the password, and may not try for ever.</summary>
    private async Task<string?> CheckAsync(Person person, string password, CancellationToken cancel)
    {
        var attempt = throttle.Begin(person.UserNameKey, $"session {signedIn.SessionId}", "");
        if (attempt.ClosedUntil is not null) return $"The password was wrong too often. Try again after {attempt.Until}.";
        if (!await users.IsPasswordAsync(person, password, cancel))
        {
            failed.Note(person, "password");
            return WrongPassword;
        }

        attempt.Succeed();
        return null;
    }

    private async Task<IReadOnlyList<string>> EndOthersAsync(Person person, string verb, CancellationToken cancel)
    {
        var now = time.Now();
        var others = await db.DeskSessions.Where(s => s.PersonId == person.Id && s.Id != signedIn.SessionId && s.EndedAt == null && s.EndsAt > now).ToListAsync(cancel);
        foreach (var session in others) session.End(now);
        foreach (var link in await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.ClosedAt == null).ToListAsync(cancel)) link.Close(now);
        db.AuditLines.Add(signedIn.Actor.Did(verb, AuditSubject.Of(person), now, others.Count > 0 ? $"{others.Count} other sessions ended" : null));
        return await SavedAsync(person);
    }

    private async Task<IReadOnlyList<string>> SavedAsync(Person person)
    {
        var saved = await users.SaveAsync(person);
        sessions.Forget();
        return [.. saved.Errors.Select(e => e.Description)];
    }
}
