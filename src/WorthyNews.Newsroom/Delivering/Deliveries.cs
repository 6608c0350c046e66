using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Delivering;

public enum DeliveryResult
{
    Delivered,

    /// <summary>Not taken this time; tried again.</summary>
    Failed,

    /// <summary>Not tried: what is new on the wire touches nothing here, and the wait after the last failure goes on.</summary>
    NotYet,

    /// <summary>The subscriber is gone for good, and its subscription with it.</summary>
    Gone,
}

/// <summary>How one try ended.</summary>
/// <param name="Through">The newest entry of the wire that was in it.</param>
/// <param name="Failures">Before it.</param>
/// <param name="Tag">Of the document that the subscriber has now, if it was taken.</param>
/// <param name="Until">As <see cref="TakenSubscription.Until"/>.</param>
public sealed record DeliveryOutcome(string Key, long Through, int Failures, DeliveryResult Result, string? Tag, DateTimeOffset Until);

/// <summary>A subscriber whom this node tells now.</summary>
/// <param name="Until">After this another may, and how it ended is no longer asked of this one.</param>
public sealed record TakenSubscription(Subscription To, DateTimeOffset Until);

/// <summary>Which subscribers of those that may be tried now.</summary>
/// <param name="HasFailed">Those whose last try failed wait in a line of their own, so that they delay nobody.</param>
/// <param name="UnderWay">How many calls there are to each machine now.</param>
/// <param name="MostToAHost">No machine gets more at once.</param>
/// <param name="Keys">Those who are being told.</param>
public sealed record DeliveryChoice(bool HasFailed, int Count, IReadOnlyDictionary<string, int> UnderWay, int MostToAHost, IReadOnlyCollection<string> Keys)
{
    /// <summary>As many as there is room for, in their order.</summary>
    internal IEnumerable<Subscription> Of(IEnumerable<Subscription> due)
    {
        var calls = new Dictionary<string, int>(UnderWay, StringComparer.Ordinal);
        foreach (var subscription in due)
        {
            var there = calls.GetValueOrDefault(subscription.Host);
            if (there >= MostToAHost) continue;
            calls[subscription.Host] = there + 1;
            yield return subscription;
        }
    }
}

/// <summary>Knows how far each subscriber has been told. What is saved here after a delivery is all that a crash can lose: one delivery is made again then.</summary>
public sealed class Deliveries(IDbContextFactory<NewsDb> contexts, TimeProvider time)
{
    /// <summary>Longer than any try; then another node, or this one after a crash, may try.</summary>
    private static readonly TimeSpan Trying = TimeSpan.FromSeconds(30);

    /// <summary>The different places on the wire of those who have not come to its end, the latest first.</summary>
    public async Task<IReadOnlyList<long>> CursorsBehindAsync(long newest, int count, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Subscriptions.Where(s => s.Cursor < newest).Select(s => s.Cursor).Distinct().OrderByDescending(c => c).Take(count).ToListAsync(cancel);
    }

    /// <summary>Brings those to the end of the wire whose feeds nothing since has touched.</summary>
    /// <param name="touched">What the other feeds are of; none when nothing was touched.</param>
    public async Task PassOverAsync(long cursor, long newest, IReadOnlyCollection<string> touched, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var untouched = db.Subscriptions.Where(s => s.Cursor == cursor && !touched.Contains(s.Of));
        if (touched.Count > 0) untouched = untouched.Where(s => s.Of != Subscription.OfEverything);
        await untouched.ExecuteUpdateAsync(set => set.SetProperty(s => s.Cursor, newest), cancel);
    }

    /// <summary>Takes subscribers who are to be told now; for a while nobody else gets them.</summary>
    public async Task<IReadOnlyList<TakenSubscription>> TakeAsync(long newest, DeliveryChoice choice, CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var busy = choice.UnderWay.Where(c => c.Value >= choice.MostToAHost).Select(c => c.Key).ToList();
        var some = db.Subscriptions.AsNoTracking().Due(newest, now).Where(s => (s.Failures > 0) == choice.HasFailed && !busy.Contains(s.Host) && !choice.Keys.Contains(s.Key));
        // Who failed waits longest where he was tried last; else a dead one would always be the first.
        var inOrder = choice.HasFailed ? some.OrderBy(s => s.NextTryAt).ThenBy(s => s.Key) : some.OrderBy(s => s.Cursor).ThenBy(s => s.Key);
        // More than there is room for: many may be of one machine.
        var due = choice.Of(await inOrder.Take(choice.Count * 4).ToListAsync(cancel)).Take(choice.Count).ToList();
        if (due.Count == 0) return [];

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var until = now + Trying;
        var taken = new List<TakenSubscription>();
        foreach (var subscription in due)
        {
            var mine = await db.Subscriptions.Due(newest, now).Where(s => s.Key == subscription.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.BusyUntil, until), cancel);
            if (mine == 1) taken.Add(new TakenSubscription(subscription, until));
        }

        await transaction.CommitAsync(cancel);
        return taken;
    }

    /// <summary>Remembers how tries ended, many in one transaction.</summary>
    public async Task SaveAsync(IReadOnlyList<DeliveryOutcome> outcomes, CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var outcome in outcomes) await SaveAsync(db, outcome, now, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static Task<int> SaveAsync(NewsDb db, DeliveryOutcome outcome, DateTimeOffset now, CancellationToken cancel)
    {
        // Whoever took too long is no longer asked: another may have told more since.
        var one = db.Subscriptions.Where(s => s.Key == outcome.Key && s.BusyUntil == outcome.Until);
        var (failures, next) = (outcome.Failures + 1, now + Subscription.WaitAfter(outcome.Failures + 1));
        return outcome.Result switch
        {
            DeliveryResult.Gone => one.ExecuteDeleteAsync(cancel),
            DeliveryResult.NotYet => one.ExecuteUpdateAsync(set => set.SetProperty(s => s.TriedThrough, outcome.Through).SetProperty(s => s.BusyUntil, now), cancel),
            DeliveryResult.Failed when failures >= Subscription.MostFailures => one.ExecuteDeleteAsync(cancel),
            // It may have been taken all the same: what the subscriber holds is not known.
            DeliveryResult.Failed => one.ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Failures, failures).SetProperty(s => s.Tag, (string?)null).SetProperty(s => s.NextTryAt, next).SetProperty(s => s.TriedThrough, outcome.Through).SetProperty(s => s.BusyUntil, now), cancel),
            _ => one.ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Cursor, outcome.Through).SetProperty(s => s.Tag, outcome.Tag).SetProperty(s => s.Failures, 0).SetProperty(s => s.NextTryAt, now).SetProperty(s => s.TriedThrough, outcome.Through).SetProperty(s => s.BusyUntil, now), cancel),
        };
    }
}

internal static class SubscriptionFilters
{
    extension(IQueryable<Subscription> subscriptions)
    {
        /// <summary>Who may be told now of what is on the wire up to an entry. After a failure there is a wait, which something new ends.</summary>
        public IQueryable<Subscription> Due(long newest, DateTimeOffset now) => subscriptions.Where(s =>
            s.Cursor < newest && s.EndsAt > now && s.BusyUntil <= now && (s.NextTryAt <= now || s.TriedThrough < newest));
    }
}
