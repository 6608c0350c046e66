using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>What came of a try to sign in.</summary>
public abstract record SignInAnswer
{
    /// <summary>The same for a wrong password, an unknown name, and somebody who has left.</summary>
    public sealed record Refused : SignInAnswer;

    /// <param name="Until">"14:30 UTC".</param>
    public sealed record TooOften(string Until) : SignInAnswer;

    /// <param name="Step">What to hand back with the code; good for five minutes.</param>
    public sealed record NeedsCode(string Step) : SignInAnswer;

    /// <summary>The cookie is on the answer.</summary>
    public sealed record In(Person Person) : SignInAnswer;
}

/// <summary>Name and password, then the second factor, then a session.</summary>
public sealed class SigningIn(
    DeskUsers users, NewsDb db, SignInThrottle throttle, FailedTries failed, KnownBrowser browser, IDataProtectionProvider protection, HouseSettings settings, TimeProvider time)
{
    private static readonly TimeSpan StepStands = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EndedAreKept = TimeSpan.FromDays(90);

    private IDataProtector Steps => protection.CreateProtector("first step of signing in");

    public async Task<SignInAnswer> ByPasswordAsync(HttpContext context, string userName, string password, CancellationToken cancel)
    {
        var person = await users.FindByNameAsync(userName.Trim());
        var attempt = throttle.Begin(Person.KeyOf(userName), browser.MarkFor(context, person?.Id), VisitorSource.Of(context.Connection.RemoteIpAddress));
        if (attempt.ClosedUntil is not null) return new SignInAnswer.TooOften(attempt.Until);

        if (!await users.IsPasswordAsync(person, password, cancel) || person is not { IsActive: true })
        {
            failed.Note(person, "password");
            return new SignInAnswer.Refused();
        }

        attempt.Succeed();
        if (person.HasSecondFactor) return new SignInAnswer.NeedsCode(Steps.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.Id} {time.Now().Add(StepStands).ToUnixTimeSeconds()} {SecretHash.Of(person.PasswordHash)}")));
        return await LetInAsync(context, person, cancel);
    }

    /// <param name="code">Of the authenticator, or a recovery code.</param>
    public async Task<SignInAnswer> ByCodeAsync(HttpContext context, string step, string code, CancellationToken cancel)
    {
        if (await PersonOfAsync(step, cancel) is not { } person) return new SignInAnswer.Refused();
        var attempt = throttle.BeginCode(person.Id);
        if (attempt.ClosedUntil is not null) return new SignInAnswer.TooOften(attempt.Until);

        var isRecovery = code.Count(char.IsAsciiLetterOrDigit) > 6;
        var isRight = isRecovery
            ? (await users.RedeemTwoFactorRecoveryCodeAsync(person, code)).Succeeded
            : await users.VerifyTwoFactorTokenAsync(person, AuthenticatorProvider.Name, code);
        if (!isRight)
        {
            failed.Note(person, "second factor");
            // The same step may be tried again while it stands.
            return new SignInAnswer.NeedsCode(step);
        }

        attempt.Succeed();
        if (isRecovery) db.AuditLines.Add(new Actor(person.Id, person.UserName).Did("used-recovery-code", AuditSubject.Of(person), time.Now(), $"{person.RecoveryCodes.Count} left"));
        return await LetInAsync(context, person, cancel);
    }

    /// <summary>Opens a session for somebody who has shown that he may.</summary>
    public async Task<SignInAnswer> LetInAsync(HttpContext context, Person person, CancellationToken cancel)
    {
        var now = time.Now();
        var key = SecretHash.NewSecret();
        var session = new DeskSession(person.Id, key, settings.DeskSessionStands, now);
        db.DeskSessions.Add(session);
        db.AuditLines.Add(new Actor(person.Id, person.UserName, session.Id).Did("signed-in", AuditSubject.Of(person), now));
        await db.SaveChangesAsync(cancel);
        await db.DeskSessions.Where(s => s.PersonId == person.Id && s.EndsAt < now - EndedAreKept).ExecuteDeleteAsync(cancel);

        await context.LetInAsync(person.Id, session.Id, key);
        browser.Remember(context, person.Id);
        return new SignInAnswer.In(person);
    }

    private async Task<Person?> PersonOfAsync(string step, CancellationToken cancel)
    {
        try
        {
            var parts = Steps.Unprotect(step).Split(' ');
            if (long.Parse(parts[1], CultureInfo.InvariantCulture) < time.Now().ToUnixTimeSeconds()) return null;
            var id = Guid.Parse(parts[0]);
            var person = await db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancel);
            return person is { IsActive: true, HasSecondFactor: true } && SecretHash.Of(person.PasswordHash) == parts[2] ? person : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
