using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Access;

/// <summary>Our people, as ASP.NET Core Identity asks for them. Each call that saves saves all that the context holds: lines of the audit go with what they tell.</summary>
/// <remarks>The platform's own store for EF Core keeps authenticator keys and recovery codes as they are; here the keys are protected and of the codes only hashes are kept.</remarks>
public sealed class PeopleStore(NewsDb db, IDataProtectionProvider protection)
    : IUserPasswordStore<Person>, IUserTwoFactorStore<Person>, IUserAuthenticatorKeyStore<Person>, IUserTwoFactorRecoveryCodeStore<Person>
{
    private IDataProtector Keys => protection.CreateProtector("authenticator key");

    public async Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        db.People.Add(user);
        return await SaveAsync(cancellationToken);
    }

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => SaveAsync(cancellationToken);

    /// <exception cref="NotSupportedException">Always: who wrote for us stays on record.</exception>
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw new NotSupportedException("People leave; they are not deleted.");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.People.Include(p => p.Grants).SingleOrDefaultAsync(p => p.UserNameKey == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserNameKey);

    /// <exception cref="NotSupportedException">Always: a user name stays.</exception>
    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException("A user name stays.");

    /// <summary>Nothing to do: a person knows it.</summary>
    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.TakePassword(passwordHash ?? "");
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0 ? user.PasswordHash : null);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken)
    {
        if (enabled) user.ConfirmSecondFactor();
        else user.DropSecondFactor();
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.HasSecondFactor);

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.BeginSecondFactor(Keys.Protect(key));
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? Keys.Unprotect(key) : null);

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.TakeRecoveryCodes(recoveryCodes.Select(RecoveryCode.HashOf));
        return Task.CompletedTask;
    }

    public Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCode.HashOf(code);
        if (!user.RecoveryCodes.Contains(hash)) return Task.FromResult(false);
        user.TakeRecoveryCodes(user.RecoveryCodes.Where(c => c != hash));
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    /// <summary>Nothing: the context belongs to the request.</summary>
    public void Dispose()
    {
    }

    private async Task<IdentityResult> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityError { Code = "Concurrency", Description = "Somebody changed this person at the same moment. Look again." });
        }
    }
}

/// <summary>A way in without the authenticator, once: 80 random bits in four groups.</summary>
internal static class RecoveryCode
{
    public static string New()
    {
        var letters = Totp.Base32(System.Security.Cryptography.RandomNumberGenerator.GetBytes(10));
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>However its groups were typed.</summary>
    public static string HashOf(string code) => SecretHash.Of(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]));
}
