using WorthyNews.Newsroom.Safekeeping;

namespace WorthyNews.Web.Work;

/// <summary>Looks each minute, from ten minutes after the start on, whether the night's backup is due; a night that was slept through is made up for then.</summary>
/// <remarks>Ten minutes: a site that is started and falls again and again has other cares.</remarks>
public sealed class BackupClock(NightlyBackup nightly, TimeProvider time, ILogger<BackupClock> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(First, time, stoppingToken);
            using var timer = new PeriodicTimer(Period, time);
            do await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The house closes; half a backup goes with it, and the next start makes a whole one.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            if (await nightly.MakeIfDueAsync(cancel) is { } made)
                log.LogInformation("Backup {Path} of {Bytes} bytes holds the wire up to entry {Sequence} and was proven; it took {Seconds} s", made.Path, made.Bytes, made.NewestSequence, made.Seconds);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The nightly backup was not made");
        }
    }
}
