using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Examining;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Work;

/// <summary>Follows the wire and has each feed examined that it touches; of hundreds of entries each feed once.</summary>
/// <remarks>Every feed is looked at when the program starts, for a migration may have broken it, and after each midnight (UTC), when notices leave; a faulty one each minute, for it may be mended without an entry.</remarks>
public sealed class FeedClock(FaultBook book, FeedDoctor doctor, Newsstand newsstand, TimeProvider time, ILogger<FeedClock> log) : BackgroundService
{
    /// <summary>About what one entry touches: the look at all feeds after a start must not take the machine from readers.</summary>
    private const int FeedsAtATime = 8;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FaultyAgain = TimeSpan.FromMinutes(1);

    private List<string> pending = [];
    private long? read;
    private long? done;
    private DateOnly? wholeDay;
    private DateTimeOffset faultyAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            do await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes; the next start goes on after the last entry whose feeds were examined.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await RoundAsync(cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The clock could not have the feeds examined");
        }
    }

    /// <summary>Examines some of the feeds that wait for it, those first that the wire touched last.</summary>
    /// <returns>Whether others wait.</returns>
    public async Task<bool> RoundAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await WaitForWholeDayAsync(DateOnly.FromDateTime(now.UtcDateTime), cancel);
        if (now - faultyAt >= FaultyAgain)
        {
            pending = [.. pending.Concat(await book.FaultyFeedsAsync(cancel)).Distinct(StringComparer.Ordinal)];
            faultyAt = now;
        }

        // Read before they are examined: what comes in meanwhile is read again.
        var newest = (await newsstand.MarkAsync(now, cancel)).Sequence;
        read ??= (done = await book.DoneAsync(cancel)) ?? newest;
        if (newest > read)
        {
            var touched = await newsstand.TouchedAsync(read.Value, newest, cancel);
            var names = touched is { IsEverything: true, Lists.Count: 0 } ? await book.EveryNameAsync(cancel) : [.. touched.Lists.Select(l => (l.Kind!.Value, l.Slug!))];
            pending = [.. Addresses(names).Concat(pending).Distinct(StringComparer.Ordinal)];
            read = newest;
        }

        for (var i = 0; i < FeedsAtATime && pending.Count > 0; i++)
        {
            await ExamineAsync(pending[0], now, cancel);
            pending.RemoveAt(0);
        }

        if (pending.Count > 0) return true;
        if (read != done) await book.AdvanceAsync(read.Value, cancel);
        done = read;
        return false;
    }

    private async Task WaitForWholeDayAsync(DateOnly day, CancellationToken cancel)
    {
        if (day == wholeDay) return;
        pending = [.. pending.Concat(Addresses(await book.EveryNameAsync(cancel))).Distinct(StringComparer.Ordinal)];
        wholeDay = day;
    }

    private static IEnumerable<string> Addresses(IEnumerable<(Newsroom.Directory.NameKind Kind, string Slug)> names) =>
        [FeedAddress.All, FeedAddress.Corrections, .. names.Select(n => FeedAddress.OfName(n.Kind, n.Slug))];

    private async Task ExamineAsync(string feed, DateTimeOffset now, CancellationToken cancel)
    {
        var faults = new List<(string? Item, string What)>();
        try
        {
            faults.AddRange((await doctor.ExamineAsync(feed, cancel)).Select(f => (f.Item, f.What)));
        }
        catch (Exception error) when (error is not OperationCanceledException && !DatabaseFailure.Is(error))
        {
            faults.Add((null, $"It cannot be made ({error.GetType().Name})."));
        }

        var change = await book.KeepAsync(feed, faults, now, cancel);
        foreach (var fault in change.New) log.LogError("Feed {Feed} has a fault in {Item}: {Fault}", fault.Feed, fault.Item ?? "the whole", fault.What);
        foreach (var fault in change.Gone) log.LogInformation("Feed {Feed} no longer has the fault in {Item}: {Fault}", fault.Feed, fault.Item ?? "the whole", fault.What);
    }
}
