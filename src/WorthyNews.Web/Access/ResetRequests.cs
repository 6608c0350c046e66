using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Web.Access;

/// <summary>Mails a reset link to whoever asks for one and has a mail address.</summary>
/// <remarks>The work is done aside: whoever waits for the answer must not learn from the time it takes whether the name is known.</remarks>
public sealed class ResetRequests(IServiceScopeFactory scopes, SignInThrottle throttle, DeskMail mail, ILogger<ResetRequests> log)
{
    private Task sending = Task.CompletedTask;

    /// <summary>What is being sent; for those who must see it.</summary>
    public Task Sent => sending;

    /// <summary>Returns at once. A name is heard three times an hour.</summary>
    public void Ask(string userName)
    {
        if (!mail.IsSetUp || throttle.BeginLetter(Person.KeyOf(userName)).ClosedUntil is not null) return;
        lock (scopes) sending = Task.WhenAll(sending, Task.Run(() => SendAsync(Person.KeyOf(userName))));
    }

    private async Task SendAsync(string nameKey)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (await db.People.SingleOrDefaultAsync(p => p.UserNameKey == nameKey && p.IsActive && p.Email != null) is not { } person) return;
            await scope.ServiceProvider.GetRequiredService<DeskLinks>().ResetAsync(person, dropsSecondFactor: false, Actor.Stranger, mayMail: true, CancellationToken.None);
        }
        catch (Exception error) when (DatabaseFailure.Is(error) || error is ObjectDisposedException)
        {
            log.LogWarning("A reset link could not be made: {Error}", error.GetType().Name);
        }
    }
}
