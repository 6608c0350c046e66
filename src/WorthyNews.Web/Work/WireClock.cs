using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Web.Work;

/// <summary>Follows the wire for the printed pages, so that nobody who asks has to; prints anew what many ask for as soon as it is old.</summary>
public sealed class WireClock(WireSight sight, PrintedPages pages, PrintingDoor door, Purging purging, IStore store, HouseSettings settings, TimeProvider time, ILogger<WireClock> log) : BackgroundService
{
    /// <summary>Where the store tells of news this is only for what it could not tell: a connection that broke.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMinutes(1);

    /// <summary>Of these the next reader finds a new page; of others the next reader has it printed.</summary>
    private const int MostAtOnce = 50;

    /// <summary>Asked about once a second and more.</summary>
    private const double HotFrom = 10;

    /// <summary>Of one processor: below this the machine has time for the best compression.</summary>
    private const double Idle = 0.25;

    private Task reprinting = Task.CompletedTask;
    private Task telling = Task.CompletedTask;
    private Task packing = Task.CompletedTask;
    private volatile bool hasNews;
    private DateTimeOffset cooledAt;
    private DateTimeOffset reportedAt;
    private TimeSpan worked;
    private long handedOut;
    private long printedBefore;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.PagesBudget == 0) return;
        pages.Listener = news =>
        {
            purging.Add(news);
            hasNews = true;
        };
        sight.Follow(true);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await RoundAsync(stoppingToken);
                    await store.WaitForWireAsync(Period, stoppingToken);
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    log.LogError(error, "The clock could not follow the wire");
                    await Task.Delay(Second, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes.
        }
        finally
        {
            sight.Follow(false);
        }
    }

    private async Task RoundAsync(CancellationToken cancel)
    {
        var canSee = await sight.LookAsync();
        // Whoever looked first: a reader who came right after the commit may have.
        if (canSee && hasNews)
        {
            hasNews = false;
            // Beside the looks: a kill must not wait for a page that is slow, or for a cache that does not answer.
            if (reprinting.IsCompleted) reprinting = ReprintAsync(cancel);
            if (telling.IsCompleted) telling = purging.TellAsync(cancel);
        }

        var now = time.GetUtcNow();
        if (now - cooledAt < Second) return;
        cooledAt = now;
        handedOut += pages.Cool();
        if (telling.IsCompleted) telling = purging.TellAsync(cancel);
        if (packing.IsCompleted) packing = Task.Run(PackWhenIdle, cancel);
        Report(now);
    }

    private async Task ReprintAsync(CancellationToken cancel)
    {
        for (var printed = 0; printed < MostAtOnce && !cancel.IsCancellationRequested && pages.HotAndOld(1) is [var target]; printed++) await door.PrintAsync(target);
    }

    private void PackWhenIdle()
    {
        var used = Environment.CpuUsage.TotalTime;
        var isIdle = used - worked < Idle * Second;
        worked = used;
        // One a second, some 40 ms of work.
        if (isIdle && pages.ToPackBetter(HotFrom) is { } page && Codings.Brotli(page.Plain, isBest: true) is { } smaller) page.Brotli = smaller;
    }

    /// <summary>What is handed out has no line of its own in the log: at the rate for which pages are printed, the log would cost more than they.</summary>
    private void Report(DateTimeOffset now)
    {
        if (now - reportedAt < BetweenReports) return;
        reportedAt = now;
        var printed = pages.Printed;
        if (handedOut > 0) log.LogInformation("Handed out {HandedOut} pages that were printed, printed {Printed}; {Kilobytes} KB are kept", handedOut, printed - printedBefore, pages.Size / 1024);
        (handedOut, printedBefore) = (0, printed);
    }
}
