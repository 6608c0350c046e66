using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Http.Printing;

/// <summary>What this node sees of the wire: how far it has come, and what of it the printed pages must be told.</summary>
/// <remarks>
/// A clock follows the wire and looks many times a second; nobody who asks for a page waits for that. Where none does, as in a test, each
/// request looks first. What this process put on the wire itself it hears at once, from the commit, and obeys even if the database is gone in the same instant.
/// </remarks>
public sealed class WireSight
{
    /// <summary>Longer than this nobody waits for a database that may hang.</summary>
    public static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    /// <summary>So long after a look that failed nobody looks again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>A node that has not looked for this long cannot say that it would know of a kill.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1.5);

    private readonly Newsstand newsstand;
    private readonly HouseSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<WireSight> log;
    private readonly Lock door = new();
    private Task<bool>? looking;
    private DateTimeOffset lookingSince;
    private DateTimeOffset restsUntil;
    private DateTimeOffset seenAt;
    private long seenStamp;
    private long seen = -1;
    private long ownThrough;
    private volatile bool isFollowed;

    public WireSight(Newsstand newsstand, WireBell bell, HouseSettings settings, TimeProvider time, ILogger<WireSight> log)
    {
        (this.newsstand, this.settings, this.time, this.log) = (newsstand, settings, time, log);
        bell.Listener = HearOwn;
    }

    /// <summary>Told what came, before anybody can see that this node knows of it: the newest sequence, and what is touched up to it.</summary>
    public Action<long, WireNews>? Listener { get; set; }

    /// <summary>The newest entry that this node has heard of; -1 before the first look.</summary>
    public long Seen => Volatile.Read(ref seen);

    /// <summary>Whether nobody needs to look now: a clock did a moment ago, and this process has said nothing since.</summary>
    public bool IsFresh => isFollowed && Volatile.Read(ref ownThrough) <= Seen && time.GetElapsedTime(Volatile.Read(ref seenStamp)) < FreshFor;

    /// <summary>Whether what was printed may be shown by a node that cannot read the wire, and so cannot obey a kill.</summary>
    public bool MayGoOnBlind
    {
        get
        {
            lock (door) return time.GetUtcNow() - seenAt <= settings.MaxBlind;
        }
    }

    /// <summary>From now on a clock looks, until it says that it ends.</summary>
    public void Follow(bool isFollowing) => isFollowed = isFollowing;

    /// <summary>Looks at the wire. Whoever comes while somebody looks shares what that one sees.</summary>
    /// <returns>False while the database is away.</returns>
    public async Task<bool> LookAsync()
    {
        Task<bool> look;
        lock (door)
        {
            var now = time.GetUtcNow();
            if (looking is null ? now < restsUntil : now - lookingSince > LongestLook) return false;
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
            return false;
        }
    }

    private async Task<bool> LookOnceAsync()
    {
        try
        {
            var now = time.GetUtcNow();
            var newest = (await newsstand.MarkAsync(now, CancellationToken.None)).Sequence;
            var before = Seen;
            if (before >= 0 && newest > before) Listener?.Invoke(newest, await newsstand.NewsAsync(before, newest, CancellationToken.None));
            // A wire that is shorter than it was is another one, out of a backup.
            else if (before != newest) Listener?.Invoke(newest, WireNews.Everything);
            lock (door)
            {
                if (restsUntil > DateTimeOffset.MinValue && before >= 0) log.LogInformation("The wire can be read again");
                (seenAt, restsUntil, looking) = (now, DateTimeOffset.MinValue, null);
                if (newest < before) ownThrough = newest;
                Volatile.Write(ref seen, newest);
                Volatile.Write(ref seenStamp, time.GetTimestamp());
            }

            return true;
        }
        catch (Exception error) when (DatabaseFailure.Is(error) || error is TimeoutException or IOException)
        {
            lock (door)
            {
                if (restsUntil == DateTimeOffset.MinValue) log.LogWarning(error, "The wire cannot be read; what was printed goes on for {Minutes} minutes", settings.MaxBlind.TotalMinutes);
                (restsUntil, looking) = (time.GetUtcNow() + Rest, null);
            }

            return false;
        }
        catch
        {
            lock (door) looking = null;
            throw;
        }
    }

    /// <summary>All that is needed to obey a kill is known here: which stories it took back. What else the entries touch, the next look finds.</summary>
    private void HearOwn(IReadOnlyList<WireEntry> entries)
    {
        var through = entries.Max(e => e.Sequence);
        var stories = entries.Where(Newsstand.IsWithdrawal).Select(e => e.StoryId!.Value).ToHashSet();
        if (stories.Count > 0)
        {
            var tags = stories.Select(WireTags.Story).Append(WireTags.All).Append(WireTags.Corrections).ToHashSet(StringComparer.Ordinal);
            Listener?.Invoke(through, new WireNews(tags, tags, stories));
        }

        lock (door) Volatile.Write(ref ownThrough, Math.Max(ownThrough, through));
    }
}
