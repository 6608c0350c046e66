using System.Collections.Concurrent;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>Which sessions stand, and who sits in them.</summary>
/// <remarks>Asked on every request of the desk, so an answer is kept for <see cref="Fresh"/>: what one node ends, all have ended within five seconds.</remarks>
public sealed class DeskSessions(IDbContextFactory<NewsDb> contexts, HouseSettings settings, TimeProvider time, ILogger<DeskSessions> log)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private const int MostHeld = 2000;

    private readonly ConcurrentDictionary<Guid, Held> held = [];

    /// <returns>Null when there is no such session, it has ended, or its person has left.</returns>
    public async Task<SignedPerson?> FindAsync(Guid id, string key, CancellationToken cancel)
    {
        if (!held.TryGetValue(id, out var found) || time.GetElapsedTime(found.ReadAt) >= Fresh)
        {
            var asked = time.GetTimestamp();
            found = await ReadAsync(id, asked, cancel);
            if (found is null)
            {
                held.TryRemove(id, out _);
                return null;
            }

            if (held.Count >= MostHeld) held.Clear();
            held[id] = found;
        }

        var now = time.Now();
        if (!SecretHash.Matches(found.Session.KeyHash, key) || !found.Session.IsOpenAt(now, settings.DeskIdle)) return null;
        if (now - found.Session.SeenAt >= DeskSession.SeenEvery) await SeeAsync(id, now, cancel);
        return found.Person;
    }

    /// <summary>After a change of people or sessions on this node: the next request asks the rows.</summary>
    public void Forget() => held.Clear();

    private async Task<Held?> ReadAsync(Guid id, long asked, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var session = await db.DeskSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (session is null) return null;
        var person = await db.People.AsNoTracking().Include(p => p.Grants).SingleAsync(p => p.Id == session.PersonId, cancel);
        return person.IsActive ? new Held(session, SignedPersonOf(person), asked) : null;
    }

    private SignedPerson SignedPersonOf(Person person) => new(
        person.Id, person.UserName, person.DisplayName,
        person.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var chosen) ? chosen : settings.TimeZone,
        person.ContributorSlug,
        !person.HasSecondFactor && person.Granted.AskForASecondFactor(),
        person.Granted);

    /// <summary>That somebody is here is worth a write now and then, and never a wait.</summary>
    private async Task SeeAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            db.Database.SetCommandTimeout(1);
            await db.DeskSessions.Where(s => s.Id == id && s.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel);
            held.TryRemove(id, out _);
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            log.LogWarning("A session could not be marked as seen: {Error}", error.GetType().Name);
        }
    }

    private sealed record Held(DeskSession Session, SignedPerson Person, long ReadAt);
}
