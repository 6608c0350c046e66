using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Delivering;

/// <summary>Takes requests to be told of a feed, and makes subscriptions of those that the address itself confirmed.</summary>
public sealed class Subscribing(IDbContextFactory<NewsDb> contexts, TimeProvider time)
{
    /// <summary>Requests that wait for an answer: what strangers can make us send is bounded.</summary>
    public const int MostOpen = 2_000;

    /// <summary>Of these to one machine.</summary>
    public const int MostOpenOfAHost = 500;

    public const int MostSubscriptions = 20_000;

    /// <summary>Of these of one machine.</summary>
    public const int MostOfAHost = 1_000;

    /// <summary>While a node asks, no other does.</summary>
    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(10);

    /// <returns>False when too many wait already.</returns>
    public async Task<bool> AskAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        for (var again = true; ; again = false)
        {
            try
            {
                return await AskOnceAsync(request, cancel);
            }
            catch (DbUpdateException) when (again)
            {
                // Another request for the same came in between; this one is newer.
            }
        }
    }

    private async Task<bool> AskOnceAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var replaced = await db.SubscriptionRequests.Where(r => r.Key == request.Key).ExecuteDeleteAsync(cancel);
        if (replaced == 0)
        {
            if (await db.SubscriptionRequests.CountAsync(cancel) >= MostOpen
                || await db.SubscriptionRequests.CountAsync(r => r.Host == request.Host, cancel) >= MostOpenOfAHost
                || (!request.IsForTheEnd && !await db.Subscriptions.AnyAsync(s => s.Key == request.Key, cancel) && await IsFullAsync(db, request.Host, cancel))) return false;
        }

        db.SubscriptionRequests.Add(request);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<bool> IsFullAsync(NewsDb db, string host, CancellationToken cancel) =>
        await db.Subscriptions.CountAsync(cancel) >= MostSubscriptions || await db.Subscriptions.CountAsync(s => s.Host == host, cancel) >= MostOfAHost;

    /// <summary>Whether somebody is told of that feed there now.</summary>
    public async Task<bool> IsHeldAsync(string key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Subscriptions.AnyAsync(s => s.Key == key, cancel);
    }

    /// <summary>Those whose address is to be asked now, oldest first; for a while nobody else gets them.</summary>
    public async Task<IReadOnlyList<SubscriptionRequest>> TakeAsync(int count, IReadOnlyCollection<string> busyHosts, CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var due = await db.SubscriptionRequests.AsNoTracking().Where(r => r.NextTryAt <= now && !busyHosts.Contains(r.Host)).OrderBy(r => r.NextTryAt).Take(count).ToListAsync(cancel);
        var taken = new List<SubscriptionRequest>();
        foreach (var request in due)
        {
            if (await Same(db, request).Where(r => r.NextTryAt <= now).ExecuteUpdateAsync(set => set.SetProperty(r => r.NextTryAt, now + Asking), cancel) == 1) taken.Add(request);
        }

        return taken;
    }

    /// <summary>The address said yes: the subscription begins, goes on or ends.</summary>
    /// <param name="newest">The newest entry of the wire: what came before is read from the feed.</param>
    public async Task ConfirmAsync(SubscriptionRequest request, long newest, CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // A newer request for the same took its place, or another node was first.
        if (await Same(db, request).ExecuteDeleteAsync(cancel) == 0) return;
        var held = await db.Subscriptions.SingleOrDefaultAsync(s => s.Key == request.Key, cancel);
        if (request.IsForTheEnd)
        {
            if (held is not null) db.Subscriptions.Remove(held);
        }
        else if (held is not null && held.EndsAt > now)
        {
            held.Renew(request, now);
        }
        else
        {
            // It ended before; what it missed since is not pushed later.
            if (held is not null) await db.Subscriptions.Where(s => s.Key == request.Key).ExecuteDeleteAsync(cancel);
            db.ChangeTracker.Clear();
            db.Subscriptions.Add(request.Begin(newest, now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The address said no, or something else than yes.</summary>
    public async Task RefusedAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await Same(db, request).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The address did not answer: asked again in a while, and dropped after <see cref="SubscriptionRequest.MostTries"/>.</summary>
    /// <returns>Whether it was dropped.</returns>
    public async Task<bool> UnansweredAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (request.Tries + 1 >= SubscriptionRequest.MostTries) return await Same(db, request).ExecuteDeleteAsync(cancel) > 0;
        var next = time.Now() + BetweenTries * (request.Tries + 1);
        await Same(db, request).ExecuteUpdateAsync(set => set.SetProperty(r => r.Tries, r => r.Tries + 1).SetProperty(r => r.NextTryAt, next), cancel);
        return false;
    }

    /// <summary>Drops what has ended.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Subscriptions.Where(s => s.EndsAt <= now).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Hubs of others that we tell of our changes: those of the settings, and no others.</summary>
    /// <param name="newest">A new one is told of what comes after this.</param>
    public async Task KeepHubsAsync(IReadOnlyList<Uri> hubs, long newest, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var held = await db.Subscriptions.Where(s => s.Of == Subscription.OfEverything).ToListAsync(cancel);
        var wanted = hubs.Select(hub => Subscription.OfHub(hub, newest, time.Now())).ToDictionary(s => s.Key);
        db.Subscriptions.RemoveRange(held.Where(s => !wanted.ContainsKey(s.Key)));
        db.Subscriptions.AddRange(wanted.Values.Where(w => held.All(h => h.Key != w.Key)));
        await db.SaveChangesAsync(cancel);
    }

    private static IQueryable<SubscriptionRequest> Same(NewsDb db, SubscriptionRequest request) =>
        db.SubscriptionRequests.Where(r => r.Key == request.Key && r.Challenge == request.Challenge);
}
