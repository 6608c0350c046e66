using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;

namespace WorthyNews.Web.Work;

/// <summary>Wakes every second and publishes what is due. A failure of one dispatch or of the database never ends it.</summary>
public sealed class PublishingClock(PublishingDesk publishing, TimeProvider time, ILogger<PublishingClock> log) : BackgroundService
{
    /// <summary>Told once, though they are asked again each second.</summary>
    private readonly HashSet<Guid> refused = [];

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                foreach (var id in await publishing.DueAsync(stoppingToken)) await PublishAsync(id, stoppingToken);
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

    private async Task PublishAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            var outcome = await publishing.PublishDueAsync(id, cancel);
            if (outcome.Entry is { } entry) log.LogInformation("Published {Address} as entry {Sequence}", outcome.Dispatch.Address, entry.Sequence);
        }
        catch (DispatchRefusedException refusal)
        {
            // Its words name the headline, which nobody outside the desk may read yet.
            if (refused.Add(id)) log.LogError("Scheduled dispatch {Dispatch} is refused for {Reasons} reasons", id, refusal.Reasons.Count);
        }
        catch (Exception error) when (DatabaseFailure.Is(error))
        {
            log.LogError(error, "Scheduled dispatch {Dispatch} did not go out", id);
        }
    }
}
