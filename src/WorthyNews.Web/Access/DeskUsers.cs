using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>Identity's keeper of people, with our passwords and recovery codes.</summary>
public sealed class DeskUsers(
    IUserStore<Person> store, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher, IEnumerable<IUserValidator<Person>> userValidators,
    IEnumerable<IPasswordValidator<Person>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<Person>> log)
    : UserManager<Person>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    /// <summary>Work for the processor: more at once than it has cores would only make all of them wait.</summary>
    private static readonly SemaphoreSlim Hashing = new(Environment.ProcessorCount);

    private static string? nobodysHash;

    /// <summary>Checks a password, of nobody too, in the same time.</summary>
    /// <param name="person">Null when the name is not known.</param>
    public async Task<bool> IsPasswordAsync(Person? person, string password, CancellationToken cancel)
    {
        if (password.EnumerateRunes().Count() > PasswordRules.MostChars) return false;
        await Hashing.WaitAsync(cancel);
        try
        {
            nobodysHash ??= PasswordHasher.HashPassword(null!, SecretHash.NewSecret());
            var spelled = PasswordRules.Spelled(password);
            if (person is not null) return await CheckPasswordAsync(person, spelled);
            PasswordHasher.VerifyHashedPassword(null!, nobodysHash, spelled);
            return false;
        }
        finally
        {
            Hashing.Release();
        }
    }

    /// <summary>Makes somebody who has a password from the first moment.</summary>
    public Task<IdentityResult> CreateWithAsync(Person person, string password) => CreateAsync(person, PasswordRules.Spelled(password));

    /// <summary>Gives a new password to somebody whose right to it was seen.</summary>
    public async Task<IdentityResult> SetPasswordAsync(Person person, string password)
    {
        var taken = await UpdatePasswordHash(person, PasswordRules.Spelled(password), validatePassword: true);
        return taken.Succeeded ? await UpdateUserAsync(person) : taken;
    }

    /// <summary>Saves what was changed on a person, and all that the context holds besides.</summary>
    public Task<IdentityResult> SaveAsync(Person person) => UpdateUserAsync(person);

    public override string GenerateNewAuthenticatorKey() => Totp.NewKey();

    protected override string CreateTwoFactorRecoveryCode() => RecoveryCode.New();
}

/// <summary><see cref="PasswordRules"/>, where Identity asks for them.</summary>
internal sealed class PasswordValidator(HouseSettings settings) : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var reasons = PasswordRules.ReasonsNotToTake(
            password ?? "",
            user.HasSecondFactor || user.Granted.AskForASecondFactor(),
            [settings.SiteName, user.UserName, user.DisplayName, settings.PublicUrl.Host, .. user.Email?.Split('@') ?? []]);
        return Task.FromResult(reasons.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. reasons.Select(r => new IdentityError { Code = "Password", Description = r })]));
    }
}

/// <summary>The six figures, by the clock that is handed in; none is taken twice.</summary>
internal sealed class AuthenticatorProvider(TimeProvider time) : IUserTwoFactorTokenProvider<Person>
{
    public const string Name = "Authenticator";

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) => Task.FromResult(false);

    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || Totp.StepOf(key, token, time.Now(), user.LastCodeStep) is not { } step) return false;
        user.TakeCodeOf(step);
        // Two who send one code at once meet on the person's row.
        return (await manager.UpdateAsync(user)).Succeeded;
    }
}

internal sealed class DeskWords : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = $"“{userName}” is somebody’s name already." };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = "A user name has 2 to 40 small letters, digits, dots, dashes or underscores, and begins with a letter." };
}
