using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Printing;

/// <summary>What this node sees of the wire: how far it has come, and, while the database is away, what may still be shown of what was printed.</summary>
/// <remarks>A node that cannot read the wire cannot obey a kill, so it goes on for at most <see cref="HouseSettings.MaxBlind"/>; what was printed before a withdrawal that it did read is never shown again.</remarks>
public sealed class WireSight(Newsstand newsstand, HouseSettings settings, TimeProvider time, ILogger<WireSight> log)
{
    /// <summary>Longer than this nobody waits for a database that may hang.</summary>
    public static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    /// <summary>So long after a look that failed nobody looks again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Lock door = new();
    private Task<WireMark?>? looking;
    private WireMark? seen;
    private DateTimeOffset seenAt;
    private DateTimeOffset lookingSince;
    private DateTimeOffset restsUntil;
    private long withdrawnThrough;

    /// <summary>Looks at the wire. Whoever comes while somebody looks shares what that one sees.</summary>
    /// <returns>Null while the database is away.</returns>
    public async Task<WireMark?> LookAsync()
    {
        Task<WireMark?> look;
        lock (door)
        {
            var now = time.GetUtcNow();
            if (looking is null ? now < restsUntil : now - lookingSince > LongestLook) return null;
            if (looking is null) lookingSince = now;
            // On a thread of its own: SQLite does not come back to the caller until it is done.
            look = looking ??= Task.Run(LookOnceAsync);
        }

        try
        {
            return await look.WaitAsync(LongestLook, time);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether what was printed at this mark may still be shown by a node that cannot print it anew.</summary>
    public bool MayShow(WireMark printed)
    {
        lock (door) return printed.Sequence >= withdrawnThrough && time.GetUtcNow() - seenAt <= settings.MaxBlind;
    }

    private async Task<WireMark?> LookOnceAsync()
    {
        try
        {
            var now = time.GetUtcNow();
            var mark = await newsstand.MarkAsync(now, CancellationToken.None);
            var before = seen?.Sequence ?? mark.Sequence;
            var withdrew = mark.Sequence != before && await newsstand.WithdrewAfterAsync(Math.Min(before, mark.Sequence), CancellationToken.None);
            lock (door)
            {
                if (restsUntil > DateTimeOffset.MinValue && seen is not null) log.LogInformation("The wire can be read again");
                (seen, seenAt, restsUntil, looking) = (mark, now, DateTimeOffset.MinValue, null);
                if (withdrew) withdrawnThrough = mark.Sequence;
            }

            return mark;
        }
        catch (Exception error) when (DatabaseFailure.Is(error) || error is TimeoutException or IOException)
        {
            lock (door)
            {
                if (restsUntil == DateTimeOffset.MinValue) log.LogWarning(error, "The wire cannot be read; what was printed goes on for {Minutes} minutes", settings.MaxBlind.TotalMinutes);
                (restsUntil, looking) = (time.GetUtcNow() + Rest, null);
            }

            return null;
        }
        catch
        {
            lock (door) looking = null;
            throw;
        }
    }
}
