using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Support;

/// <summary>People for tests of the desk. Those who are made here skip the invitation; signing in is the real one.</summary>
public static class DeskPeople
{
    private static int count;

    extension(SiteUnderTest site)
    {
        /// <summary>Somebody new with one role, in a browser of his own, signed in; chiefs and administrators by a second factor too.</summary>
        /// <param name="bureau">A slug; null for all bureaus.</param>
        public Task<DeskVisitor> SignInAsync(Role role, string? bureau = null, string? userName = null) => site.SignInAsync([new GrantedRole(role, bureau)], userName);

        /// <inheritdoc cref="SignInAsync(SiteUnderTest, Role, string?, string?)"/>
        public async Task<DeskVisitor> SignInAsync(IReadOnlyList<GrantedRole> granted, string? userName = null)
        {
            var visitor = await site.MakePersonAsync(granted, userName);
            await visitor.SignInAsync();
            Assert.True(visitor.IsIn, $"{visitor.UserName} could not sign in: {visitor.Text}");
            return visitor;
        }

        /// <summary>Somebody who has not signed in yet.</summary>
        public async Task<DeskVisitor> MakePersonAsync(IReadOnlyList<GrantedRole> granted, string? userName = null, string password = DeskVisitor.Password)
        {
            var name = userName ?? $"{(granted.Count > 0 ? granted[0].Role.ToString().ToLowerInvariant() : "nobody")}{Interlocked.Increment(ref count)}";
            await using var scope = site.Services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<DeskUsers>();
            var person = new Person(name, $"The {name}", site.Clock.GetUtcNow());
            person.Grant(granted);
            var made = await users.CreateWithAsync(person, password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));

            string? key = null;
            if (granted.AskForASecondFactor())
            {
                await users.ResetAuthenticatorKeyAsync(person);
                key = await users.GetAuthenticatorKeyAsync(person);
                await users.SetTwoFactorEnabledAsync(person, true);
            }

            return new DeskVisitor(site) { UserName = name, Key = key };
        }

        public async Task<Person> PersonAsync(string userName)
        {
            await using var db = site.OpenDb();
            return await db.People.AsNoTracking().Include(p => p.Grants).SingleAsync(p => p.UserName == userName);
        }

        /// <summary>All lines, oldest first, as "who verb".</summary>
        public async Task<IReadOnlyList<string>> AuditAsync()
        {
            await using var db = site.OpenDb();
            return [.. (await db.AuditLines.AsNoTracking().ToListAsync()).OrderBy(l => l.At).Select(l => $"{l.By} {l.Verb}")];
        }

        /// <summary>Does something with a service of the desk as a request would.</summary>
        public async Task<TResult> AtDeskAsync<TService, TResult>(Func<TService, Task<TResult>> act)
            where TService : notnull
        {
            await using var scope = site.Services.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<TService>());
        }
    }
}
