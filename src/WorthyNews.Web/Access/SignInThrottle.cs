using System.Collections.Concurrent;
using System.Globalization;

using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Access;

/// <summary>How often a password may be tried, counted so that nobody can shut another out of a browser he has used before.</summary>
/// <remarks>
/// Kept in the memory of this node, never written: a source is an address of the network. Counts begin anew with the program,
/// and each node has its own: twelve characters stand many more tries than that. Why so: docs/decisions/0021.
/// </remarks>
public sealed class SignInThrottle(TimeProvider time)
{
    public const int MostOfASource = 5;
    public const int MostOfABrowser = 10;
    public const int MostOfStrangers = 50;
    public const int MostCodes = 10;
    public const int MostLetters = 3;

    private const int MostHeld = 20_000;

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>Counts a try before it is made, so that many at once are counted too.</summary>
    /// <param name="account">A name as typed, known or not.</param>
    /// <param name="browser">The mark of a browser in which this account signed in before; null for a stranger's.</param>
    public Attempt Begin(string account, string? browser, string source)
    {
        var own = browser is null ? Bucket($"s|{account}|{source}", MostOfASource, Short) : Bucket($"b|{account}|{browser}", MostOfABrowser, Short);
        return Begin(browser is null ? [own, Bucket($"a|{account}", MostOfStrangers, Long)] : [own]);
    }

    /// <summary>Codes of the second factor: whoever tries them knows the password, so they are counted for the account alone.</summary>
    public Attempt BeginCode(Guid person) => Begin([Bucket($"c|{person}", MostCodes, Long)]);

    /// <summary>Letters with a link, for one name.</summary>
    public Attempt BeginLetter(string account) => Begin([Bucket($"l|{account}", MostLetters, Long)]);

    private static Attempt Begin(Count[] buckets)
    {
        foreach (var (bucket, i) in buckets.Select((b, i) => (b, i)))
        {
            if (bucket.TryTake()) continue;
            foreach (var taken in buckets[..i]) taken.GiveBack();
            return new Attempt([], bucket.EndsAt);
        }

        return new Attempt(buckets, null);
    }

    private Count Bucket(string key, int most, TimeSpan span)
    {
        var now = time.Now();
        if (counts.Count >= MostHeld)
        {
            foreach (var (old, count) in counts)
            {
                if (count.EndsAt <= now || counts.Count >= MostHeld) counts.TryRemove(old, out _);
            }
        }

        return counts.AddOrUpdate(key, _ => new Count(most, now + span), (_, held) => held.EndsAt <= now ? new Count(most, now + span) : held);
    }

    /// <summary>A try that is under way.</summary>
    /// <param name="ClosedUntil">When the next can be made; null when this one may go on.</param>
    public sealed record Attempt(IReadOnlyList<Count> Taken, DateTimeOffset? ClosedUntil)
    {
        /// <summary>It was right, and is not counted.</summary>
        public void Succeed()
        {
            foreach (var count in Taken) count.GiveBack();
        }

        /// <summary>"14:30 UTC", a minute later than exact, so that it is true.</summary>
        public string Until => string.Create(CultureInfo.InvariantCulture, $"{ClosedUntil!.Value.AddMinutes(1):HH:mm} UTC");
    }

    public sealed class Count(int most, DateTimeOffset endsAt)
    {
        private int left = most;

        public DateTimeOffset EndsAt => endsAt;

        public bool TryTake()
        {
            if (Interlocked.Decrement(ref left) >= 0) return true;
            Interlocked.Increment(ref left);
            return false;
        }

        public void GiveBack() => Interlocked.Increment(ref left);
    }
}
