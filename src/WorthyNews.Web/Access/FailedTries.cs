using System.Collections.Concurrent;
using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Access;

/// <summary>Tells the audit that somebody fails to sign in as one of us: the first time in an hour, the fifth, and then each time there are five times as many.</summary>
public sealed class FailedTries(IDbContextFactory<NewsDb> contexts, TimeProvider time, ILogger<FailedTries> log)
{
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Since, int Count)> counts = [];

    private Task writing = Task.CompletedTask;

    /// <summary>What is being written; for those who must see it.</summary>
    public Task Written => writing;

    /// <summary>Returns at once: whoever waits for the answer must not learn from the time it takes whether the name is known.</summary>
    /// <param name="person">Null when it is not.</param>
    public void Note(Person? person, string what)
    {
        if (person is null) return;
        var now = time.Now();
        var (_, count) = counts.AddOrUpdate(person.Id, (now, 1), (_, held) => now - held.Since > TimeSpan.FromHours(1) ? (now, 1) : (held.Since, held.Count + 1));
        if (!IsPowerOfFive(count)) return;
        var line = Actor.Stranger.Did("failed-to-sign-in", AuditSubject.Of(person), now, count == 1 ? $"wrong {what}" : string.Create(CultureInfo.InvariantCulture, $"{count} times within the hour"));
        lock (counts) writing = Task.WhenAll(writing, Task.Run(() => WriteAsync(line)));
    }

    private async Task WriteAsync(AuditLine line)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.AuditLines.Add(line);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (DatabaseFailure.Is(error) || error is ObjectDisposedException)
        {
            log.LogWarning("A failed sign-in could not be written to the audit: {Error}", error.GetType().Name);
        }
    }

    private static bool IsPowerOfFive(int count)
    {
        while (count % 5 == 0) count /= 5;
        return count == 1;
    }
}
