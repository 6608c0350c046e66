using System.Collections.Concurrent;

using WorthyNews.Formats.Feeds;
using WorthyNews.Newsroom.Delivering;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Outbound;

namespace WorthyNews.Web.Hub;

/// <summary>One look at what subscribers are to be told, and at who waits to be asked. Starts what is to be done and waits for none of it.</summary>
/// <remarks>Not for two at once on one node; two nodes share the work through the database.</remarks>
public sealed class HubRound(Subscribing subscribing, Deliveries deliveries, Newsstand newsstand, FeedPress press, NewsFeeds feeds, HubCalls calls, HouseSettings settings, TimeProvider time, ILogger<HubRound> log) : IDisposable
{
    /// <summary>Calls under way at once.</summary>
    private const int MostCalls = 256;

    /// <summary>Of these to subscribers whose last try failed.</summary>
    private const int MostSecondTries = 64;

    private const int MostToAHost = 8;
    private const int MostVerifications = 64;
    private const int MostCursors = 50;
    private const int MostPinged = 100;

    /// <summary>Documents kept for the next who asks for the same; those under way keep their own.</summary>
    private const int MostPrinted = 32;

    /// <summary>Documents written at once: readers want the database too.</summary>
    private readonly SemaphoreSlim presses = new(2);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Call> under = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<DeliveryOutcome> ended = new();

    // What is read once for all whom one look finds; forgotten when the wire goes on.
    private readonly Dictionary<string, Task<PrintedFeed?>> printed = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Task<TouchedFeeds>> touched = [];

    private long seen = -1;
    private bool hubsAreKept;
    private DateTimeOffset nextSweepAt;

    private sealed record Try(DeliveryResult Result, long Through, string? Tag);

    private sealed record Call(string Host, bool HasFailed, bool IsVerification, Task Task);

    /// <summary>Done when something that this started has ended, and another look may find more to do.</summary>
    public SemaphoreSlim SomethingEnded { get; } = new(0);

    public async Task RunAsync(CancellationToken cancel)
    {
        await SaveAsync(cancel);
        var now = time.GetUtcNow();
        var newest = (await newsstand.MarkAsync(now, cancel)).Sequence;
        if (!hubsAreKept) await subscribing.KeepHubsAsync(settings.OutsideHubs, newest, cancel);
        hubsAreKept = true;
        if (now >= nextSweepAt)
        {
            await subscribing.SweepAsync(cancel);
            nextSweepAt = now + BetweenSweeps;
        }

        await VerifyAsync(newest, cancel);
        if (newest != seen || under.IsEmpty)
        {
            printed.Clear();
            touched.Clear();
        }

        if (newest != seen)
        {
            await PassOverAsync(newest, cancel);
            seen = newest;
        }

        await DeliverAsync(newest, hasFailed: false, cancel);
        await DeliverAsync(newest, hasFailed: true, cancel);
    }

    public void Dispose()
    {
        presses.Dispose();
        SomethingEnded.Dispose();
    }

    /// <summary>Waits for all that is under way, and saves how it ended.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await Task.WhenAll(under.Values.Select(call => call.Task)).WaitAsync(cancel);
        await SaveAsync(cancel);
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        var outcomes = new List<DeliveryOutcome>();
        while (ended.TryDequeue(out var outcome)) outcomes.Add(outcome);
        if (outcomes.Count == 0) return;
        try
        {
            await deliveries.SaveAsync(outcomes, cancel);
        }
        catch
        {
            // Not saved is not done: the next round saves them.
            foreach (var outcome in outcomes) ended.Enqueue(outcome);
            throw;
        }

        foreach (var outcome in outcomes) under.TryRemove(outcome.Key, out _);
    }

    private async Task VerifyAsync(long newest, CancellationToken cancel)
    {
        var room = Math.Min(MostToAHost, MostVerifications - under.Values.Count(c => c.IsVerification));
        if (room <= 0) return;
        List<string> busy = [.. UnderWay().Where(c => c.Value >= MostToAHost).Select(c => c.Key)];
        foreach (var request in await subscribing.TakeAsync(room, busy, cancel))
            Start($"verify {request.Key}", request.Host, false, true, () => VerifyAsync(request, newest, cancel));
    }

    private async Task VerifyAsync(SubscriptionRequest request, long newest, CancellationToken cancel)
    {
        switch (await calls.VerifyAsync(request, cancel))
        {
            case Intent.Yes:
                await subscribing.ConfirmAsync(request, newest, cancel);
                break;
            case Intent.No:
                await subscribing.RefusedAsync(request, cancel);
                break;
            default:
                await subscribing.UnansweredAsync(request, cancel);
                break;
        }
    }

    private async Task PassOverAsync(long newest, CancellationToken cancel)
    {
        foreach (var cursor in await deliveries.CursorsBehindAsync(newest, MostCursors, cancel))
        {
            var some = await TouchedAsync(cursor, newest, cancel);
            if (!some.IsEverything) await deliveries.PassOverAsync(cursor, newest, Names(some), cancel);
        }
    }

    private async Task DeliverAsync(long newest, bool hasFailed, CancellationToken cancel)
    {
        while (true)
        {
            var room = Math.Min(MostCalls - under.Count, hasFailed ? MostSecondTries - under.Values.Count(c => c.HasFailed) : MostToAHost);
            if (room <= 0) return;
            var taken = await deliveries.TakeAsync(newest, new DeliveryChoice(hasFailed, room, UnderWay(), MostToAHost, [.. under.Keys]), cancel);
            foreach (var one in taken)
            {
                if (one.To.IsOfEverything) Ping(one, newest, cancel);
                else Deliver(one, newest, cancel);
            }

            if (taken.Count < room) return;
        }
    }

    private void Deliver(TakenSubscription taken, long newest, CancellationToken cancel)
    {
        var to = taken.To;
        var (changed, print) = (TouchedAsync(to.Cursor, newest, cancel), PrintAsync(to.Topic, cancel));
        // Whoever still waits after a failure was taken because the wire went on: that counts only if it went on here.
        var since = to.Failures > 0 && to.NextTryAt > time.GetUtcNow() ? TouchedAsync(to.TriedThrough, newest, cancel) : null;
        Start(taken, newest, async () =>
        {
            // Its place may have moved since those were passed over who had nothing to be told.
            if (!Touches(await changed, to.Of)) return new(DeliveryResult.Delivered, newest, to.Tag);
            if (since is not null && !Touches(await since, to.Of)) return new(DeliveryResult.NotYet, newest, to.Tag);
            var feed = await print;
            if (feed is null) return new(DeliveryResult.Delivered, newest, to.Tag);
            var tag = feed.ETag.Tag.ToString();
            if (tag == to.Tag) return new(DeliveryResult.Delivered, feed.Through, tag);
            // What was withdrawn since it was written does not leave any more; nor is anything sent that could still be under way when another node may send.
            if (await newsstand.WithdrewAfterAsync(feed.Through, cancel) || time.GetUtcNow() > taken.Until - OutboundClient.Patience) return new(DeliveryResult.NotYet, to.TriedThrough, to.Tag);
            return new(await calls.DeliverAsync(to, feed, cancel), feed.Through, tag);
        });
    }

    private void Ping(TakenSubscription taken, long newest, CancellationToken cancel)
    {
        var hub = taken.To;
        var changed = TouchedAsync(hub.Cursor, newest, cancel);
        Start(taken, newest, async () =>
        {
            var names = await changed is { IsEverything: false } some ? Names(some) : await AllNamesAsync(cancel);
            foreach (var part in names.SelectMany(of => Enum.GetValues<FeedFormat>().Select(format => new FeedAddress(of, format))).Chunk(MostPinged))
            {
                if (await calls.PingAsync(hub, part, cancel) is var result and not DeliveryResult.Delivered) return new(result, newest, null);
            }

            return new(DeliveryResult.Delivered, newest, null);
        });
    }

    private Task<TouchedFeeds> TouchedAsync(long cursor, long newest, CancellationToken cancel) => Once(touched, cursor, () => newsstand.TouchedAsync(cursor, newest, cancel));

    private Task<PrintedFeed?> PrintAsync(string topic, CancellationToken cancel)
    {
        if (printed.Count >= MostPrinted && !printed.ContainsKey(topic)) printed.Clear();
        return Once(printed, topic, async () =>
        {
            await presses.WaitAsync(cancel);
            try
            {
                _ = FeedAddress.TryParse(topic, out var address);        // it was written as it is read
                return await press.PrintAsync(await press.TodayAsync(address!, cancel), cancel);
            }
            finally
            {
                presses.Release();
            }
        });
    }

    private static bool Touches(TouchedFeeds touched, string of) => touched.IsEverything || Names(touched).Contains(of);

    private static Task<T> Once<TKey, T>(Dictionary<TKey, Task<T>> kept, TKey key, Func<Task<T>> read)
        where TKey : notnull =>
        kept.TryGetValue(key, out var held) && !held.IsFaulted && !held.IsCanceled ? held : kept[key] = Task.Run(read);

    private async Task<List<string>> AllNamesAsync(CancellationToken cancel) =>
        [.. (await feeds.GroupsAsync(FeedFormat.Atom, cancel)).SelectMany(g => g.Feeds).Select(f => FeedAddress.TryParse(f.Address.PathAndQuery, out var address) ? address.Of : FeedAddress.All)];

    private static List<string> Names(TouchedFeeds touched) =>
    [
        .. touched.IsAll ? [FeedAddress.All] : Array.Empty<string>(),
        .. touched.IsCorrections ? [FeedAddress.Corrections] : Array.Empty<string>(),
        .. touched.Lists.Select(l => FeedAddress.OfName(l.Kind!.Value, l.Slug!)),
    ];

    private Dictionary<string, int> UnderWay() => under.Values.CountBy(c => c.Host).ToDictionary(StringComparer.Ordinal);

    private void Start(TakenSubscription taken, long newest, Func<Task<Try>> act) => Start(taken.To.Key, taken.To.Host, taken.To.Failures > 0, false, async () =>
    {
        var (to, made) = (taken.To, new Try(DeliveryResult.Failed, newest, null));
        var isOver = true;
        try
        {
            made = await act();
        }
        catch (OperationCanceledException)
        {
            isOver = false;
            throw;
        }
        finally
        {
            // What was broken off says nothing of the subscriber.
            if (isOver) ended.Enqueue(new DeliveryOutcome(to.Key, made.Through, to.Failures, made.Result, made.Tag, taken.Until));
            else under.TryRemove(to.Key, out _);
        }
    });

    private void Start(string key, string host, bool hasFailed, bool isVerification, Func<Task> act)
    {
        var begun = new TaskCompletionSource();
        under[key] = new Call(host, hasFailed, isVerification, begun.Task);
        _ = Task.Run(async () =>
        {
            try
            {
                await act();
            }
            catch (OperationCanceledException)
            {
                // The house closes: it is tried again after the next start.
            }
            catch (Exception error)
            {
                log.LogError(error, "A call to {Host} could not be brought to its end", host);
            }
            finally
            {
                // How a delivery ended is saved first, or it could be taken again before.
                if (isVerification) under.TryRemove(key, out _);
                begun.SetResult();
                SomethingEnded.Release();
            }
        }, CancellationToken.None);
    }
}
