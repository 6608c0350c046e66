using WorthyNews.Newsroom.Imaging;

namespace WorthyNews.Web.Work;

/// <summary>Looks every two seconds whether the wire has grown, and has the cards of new and changed stories drawn, one after the other.</summary>
public sealed class CardClock(CardPictures cards, TimeProvider time, ILogger<CardClock> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Those that could not be drawn are not tried again until the program is: the house's card stands for them.</summary>
    private readonly HashSet<Guid> failed = [];

    private long seen = -1;

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
            // The house closes; what is not drawn yet is found at the next start.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            // Asked first: what comes in while we draw is looked for again.
            var newest = await cards.NewestEntryAsync(cancel);
            if (newest == seen) return;
            while (await cards.LackingAsync(failed, cancel) is { Count: > 0 } lacking)
            {
                foreach (var id in lacking) await DrawAsync(id, cancel);
            }

            seen = newest;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "The clock could not ask which stories lack a card");
        }
    }

    private async Task DrawAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            await cards.DrawAsync(id, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (failed.Add(id)) log.LogError(error, "The card of story {Story} could not be drawn", id);
        }
    }
}
