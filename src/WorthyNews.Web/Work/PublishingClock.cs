using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;

namespace WorthyNews.Web.Work;

/// <summary>Wakes every second and publishes what is due. A failure of one dispatch or of the database never ends it.</summary>
public sealed class PublishingClock(PublishingDesk publishing, TimeProvider time, ILogger<PublishingClock> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private Task ahead = Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await PublishAllAsync(stoppingToken);
                await DrawAheadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "The clock could not ask what is due");
            }
        }
        while (await Ticks(timer, stoppingToken));
    }

    private static async Task<bool> Ticks(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Beside the publishing, for it takes long; one at a time.</summary>
    private async Task DrawAheadAsync(CancellationToken cancel)
    {
        if (!ahead.IsCompleted) return;
        var last = ahead;
        ahead = Task.Run(() => publishing.DrawAheadAsync(cancel), cancel);
        await last;     // says why, when the one before failed
    }

    /// <summary>Asks again as long as anything goes out: hundreds may be due in one second.</summary>
    private async Task PublishAllAsync(CancellationToken cancel)
    {
        while (await publishing.DueAsync(cancel) is { Count: > 0 } due)
        {
            var isStuck = false;
            foreach (var id in due) isStuck |= !await PublishAsync(id, cancel);
            // What could not even be told to the database is still due: the next tick asks again.
            if (isStuck) return;
        }
    }

    /// <returns>False when the failure could not be kept.</returns>
    private async Task<bool> PublishAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var outcome = await publishing.PublishDueAsync(id, cancel);
            if (outcome.Entry is { } entry) log.LogInformation("Published {Address} as entry {Sequence}", outcome.Dispatch.Address, entry.Sequence);
            return true;
        }
        catch (DispatchRefusedException refusal)
        {
            // Its words name the headline, which nobody outside the desk may read yet.
            log.LogError("Scheduled dispatch {Dispatch} is refused for {Reasons} reasons", id, refusal.Reasons.Count);
            return await FailAsync(id, refusal, cancel);
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            log.LogError(error, "Scheduled dispatch {Dispatch} did not go out", id);
            return await FailAsync(id, error, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Not the error itself: what our own code throws may quote a text that is not public.
            log.LogError("Scheduled dispatch {Dispatch} met a fault of the program: {Fault} {Stack}", id, error.GetType().Name, error.StackTrace);
            return await FailAsync(id, error, cancel);
        }
    }

    private async Task<bool> FailAsync(Guid id, Exception why, CancellationToken cancel)
    {
        try
        {
            await publishing.FailAsync(id, why, cancel);
            return true;
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            log.LogError(error, "That dispatch {Dispatch} did not go out could not be kept", id);
            return false;
        }
    }
}
