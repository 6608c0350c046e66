using WorthyNews.Web.Hub;

namespace WorthyNews.Web.Work;

/// <summary>Looks twice a second, and whenever a call has ended, whether subscribers are to be told of something.</summary>
public sealed class HubClock(HubRound round, TimeProvider time, ILogger<HubClock> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        var (tick, call) = (Next(), round.SomethingEnded.WaitAsync(stoppingToken));
        var isAway = false;
        try
        {
            while (true)
            {
                try
                {
                    await round.RunAsync(stoppingToken);
                    isAway = false;
                }
                catch (Exception error) when (error is not OperationCanceledException)
                {
                    // Once for each time that the database is away, not twice a second.
                    if (!isAway) log.LogError(error, "The hub could not look whom to tell");
                    isAway = true;
                }

                await (isAway ? tick : Task.WhenAny(tick, call));
                stoppingToken.ThrowIfCancellationRequested();
                if (tick.IsCompleted) tick = Next();
                if (!call.IsCompleted) continue;
                while (round.SomethingEnded.Wait(0, CancellationToken.None))
                {
                    // Many calls that ended ask for one look.
                }

                call = round.SomethingEnded.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes; what is not delivered yet is found at the next start, and what was is saved, or it would be told again.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            try
            {
                await round.SettleAsync(patience.Token);
            }
            catch (Exception error)
            {
                log.LogWarning(error, "What the hub told last could not be saved; it will be told again");
            }
        }

        Task Next() => timer.WaitForNextTickAsync(stoppingToken).AsTask();
    }
}
