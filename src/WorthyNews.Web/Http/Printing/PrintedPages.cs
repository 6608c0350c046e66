using System.Collections.Concurrent;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Printing;

/// <summary>Keeps what was printed, each page once, until the wire or the clock makes it old.</summary>
/// <remarks>
/// What a withdrawal touches is dropped before anything else and never shown again. What other news touch stays as a last good copy until
/// it is printed anew. One prints while all others wait for it, also when it fails: then nobody tries again for a second.
/// </remarks>
public sealed class PrintedPages
{
    /// <summary>Each time something was taken back while it was printed: an editor who clears out kills several a second.</summary>
    private const int MostPrintings = 20;

    private const int NewsRemembered = 200;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWaitWithCopy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Slot> slots = new(StringComparer.Ordinal);
    private readonly WireSight sight;
    private readonly HouseSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<PrintedPages> log;
    private readonly Lock door = new();
    private readonly Queue<(long Through, WireNews News)> remembered = new();
    private long forgottenThrough = -1;
    private long size;
    private long printed;

    public PrintedPages(WireSight sight, HouseSettings settings, TimeProvider time, ILogger<PrintedPages> log)
    {
        (this.sight, this.settings, this.time, this.log) = (sight, settings, time, log);
        sight.Listener = Take;
    }

    /// <summary>Bytes that are held, about.</summary>
    public long Size => Interlocked.Read(ref size);

    /// <summary>How many pages were printed since the start.</summary>
    public long Printed => Interlocked.Read(ref printed);

    /// <summary>Told which tags just became old, once the pages know of it.</summary>
    public Action<WireNews>? Listener { get; set; }

    /// <summary>For the many: no wait, no question, no lock.</summary>
    /// <returns>Null when the page must be asked for with <see cref="HandOutAsync"/>.</returns>
    public PrintedAnswer? Find(string target)
    {
        if (!sight.IsFresh || !slots.TryGetValue(target, out var slot) || slot.Answer is not { } answer || slot.IsOld || answer.Until <= time.GetUtcNow()) return null;
        slot.Asked++;
        return answer;
    }

    /// <param name="target">One for each page that differs.</param>
    /// <param name="print">Runs outside the request of whoever came first: the others wait for it too.</param>
    /// <returns>A failure or a refusal as it is; null when it cannot be printed now and no copy of it may be shown.</returns>
    public async Task<PrintedAnswer?> HandOutAsync(string target, Func<CancellationToken, Task<PrintedAnswer>> print)
    {
        PrintedAnswer? failure = null;
        for (var i = 0; i < MostPrintings; i++)
        {
            var canSee = sight.IsFresh || await sight.LookAsync();
            var slot = slots.GetOrAdd(target, _ => new Slot());
            slot.Asked++;
            var copy = slot.Answer;
            if (copy is not null && (canSee ? !slot.IsOld && copy.Until > time.GetUtcNow() : sight.MayGoOnBlind)) return copy;

            // While the wire cannot be read this mostly fails, and then says so in the words of the house; nobody waits long for that.
            var mark = sight.Seen;
            var answer = await PrintOnceAsync(target, slot, mark, print, copy is not null || !canSee);
            if (answer is null or { IsFailure: true })
            {
                failure = answer;
                break;
            }

            // Something was taken back while it was printed, and may stand in it.
            if (VerdictOn(answer, mark) != Verdict.Withdrawn) return answer;
        }

        // Read again: a withdrawal may have dropped it meanwhile.
        return slots.TryGetValue(target, out var standing) && standing.Answer is { } last && sight.MayGoOnBlind ? last : failure;
    }

    /// <summary>Those that are asked for most and are old or gone.</summary>
    public IReadOnlyList<string> HotAndOld(int most) =>
        [.. slots.Where(s => (s.Value.IsOld || s.Value.Answer is null) && s.Value.Heat + s.Value.Asked >= 1 && s.Value.RestsUntil <= time.GetUtcNow()).OrderByDescending(s => s.Value.Heat + s.Value.Asked).Take(most).Select(s => s.Key)];

    /// <summary>One that is asked for often and could be smaller.</summary>
    public PrintedAnswer? ToPackBetter(double leastHeat)
    {
        var (_, slot) = slots.FirstOrDefault(s => s.Value is { IsOld: false, IsPackedBest: false, Answer.Brotli: not null } && s.Value.Heat >= leastHeat);
        if (slot is null) return null;
        slot.IsPackedBest = true;
        return slot.Answer;
    }

    /// <summary>Called once a second: what was asked for counts less with time, and what holds nothing goes.</summary>
    /// <returns>How many pages were handed out since the last call.</returns>
    public long Cool()
    {
        var asked = 0L;
        var now = time.GetUtcNow();
        foreach (var (target, slot) in slots)
        {
            var since = slot.TakeAsked();
            asked += since;
            slot.Heat = (slot.Heat * 0.9) + since;
            if (slot is { Answer: null, Printing: null } && slot.RestsUntil <= now && slot.Heat < 0.1) _ = slots.TryRemove(KeyValuePair.Create(target, slot));
        }

        return asked;
    }

    private void Take(long through, WireNews news)
    {
        lock (door)
        {
            remembered.Enqueue((through, news));
            while (remembered.Count > NewsRemembered) forgottenThrough = Math.Max(forgottenThrough, remembered.Dequeue().Through);
            foreach (var (_, slot) in slots)
            {
                if (slot.Answer is not { } answer) continue;
                if (answer.ShowsWithdrawn(news)) Put(slot, null);
                else if (answer.IsTouchedBy(news)) slot.IsOld = true;
            }
        }

        Listener?.Invoke(news);
    }

    private async Task<PrintedAnswer?> PrintOnceAsync(string target, Slot slot, long mark, Func<CancellationToken, Task<PrintedAnswer>> print, bool hasCopy)
    {
        Task<PrintedAnswer> printing;
        lock (slot)
        {
            if (slot.RestsUntil > time.GetUtcNow()) return slot.Failure;
            // One of an older mark may miss what was said since.
            if (slot.Printing is null || slot.PrintingMark < mark) (slot.Printing, slot.PrintingMark) = (Task.Run(() => PrintAsync(target, slot, mark, print)), mark);
            printing = slot.Printing;
        }

        try
        {
            return await printing.WaitAsync(hasCopy ? LongestWaitWithCopy : LongestWait, time);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // It takes too long, or it failed; whatever it was, a copy or a plain word is better than a broken page.
            return null;
        }
    }

    private async Task<PrintedAnswer> PrintAsync(string target, Slot slot, long mark, Func<CancellationToken, Task<PrintedAnswer>> print)
    {
        PrintedAnswer? answer = null;
        try
        {
            using var patience = new CancellationTokenSource(LongestWait, time);
            Interlocked.Increment(ref printed);
            answer = await print(patience.Token);
            if (answer.Refusal is { } why) log.LogError("{Page} is on the list of public pages and is not kept: {Why}", target, why);
            return answer;
        }
        catch (Exception error)
        {
            log.LogError(error, "{Page} cannot be printed", target);
            throw;
        }
        finally
        {
            lock (slot)
            {
                if (slot.PrintingMark == mark) slot.Printing = null;
                if (answer is null or { IsFailure: true }) (slot.Failure, slot.RestsUntil) = (answer, time.GetUtcNow() + Rest);
                else (slot.Failure, slot.RestsUntil) = (null, DateTimeOffset.MinValue);
            }

            if (answer is { IsFailure: false }) Keep(target, slot, mark, answer);
        }
    }

    private void Keep(string target, Slot slot, long mark, PrintedAnswer answer)
    {
        lock (door)
        {
            var verdict = VerdictOn(answer, mark);
            if (verdict == Verdict.Withdrawn) return;
            // One that took long does not take the place of a newer one.
            if (slot.Answer is not null && slot.Mark > mark) return;
            if (!answer.MayBeKept || settings.PagesBudget == 0)
            {
                Put(slot, null);
                _ = slots.TryRemove(KeyValuePair.Create(target, slot));
                return;
            }

            (slot.Mark, slot.IsOld, slot.IsPackedBest) = (mark, verdict == Verdict.Old, false);
            Put(slot, answer);
            _ = slots.TryAdd(target, slot);
            if (Size > settings.PagesBudget) MakeRoom(slot);
        }
    }

    /// <summary>What was asked for least goes first.</summary>
    private void MakeRoom(Slot newest)
    {
        foreach (var (target, slot) in slots.Where(s => s.Value.Answer is not null && s.Value != newest).OrderBy(s => s.Value.Heat + s.Value.Asked))
        {
            if (Size <= settings.PagesBudget * 9 / 10) return;
            Put(slot, null);
            _ = slots.TryRemove(KeyValuePair.Create(target, slot));
        }
    }

    private void Put(Slot slot, PrintedAnswer? answer)
    {
        Interlocked.Add(ref size, (answer?.Size ?? 0) - slot.Size);
        (slot.Answer, slot.Size) = (answer, answer?.Size ?? 0);
    }

    private Verdict VerdictOn(PrintedAnswer answer, long mark)
    {
        lock (door)
        {
            if (mark < forgottenThrough) return Verdict.Withdrawn;
            var verdict = Verdict.Good;
            foreach (var (through, news) in remembered)
            {
                if (through <= mark) continue;
                if (answer.ShowsWithdrawn(news)) return Verdict.Withdrawn;
                if (answer.IsTouchedBy(news)) verdict = Verdict.Old;
            }

            return verdict;
        }
    }

    private enum Verdict
    {
        Good,
        Old,
        Withdrawn,
    }

    /// <summary>Where a page stands, printed or being printed.</summary>
    private sealed class Slot
    {
        private volatile PrintedAnswer? answer;
        private volatile bool isOld;
        private long counted;

        public PrintedAnswer? Answer { get => answer; set => answer = value; }

        /// <summary>News touched it: it stands only until it is printed anew.</summary>
        public bool IsOld { get => isOld; set => isOld = value; }

        /// <summary>Of the answer, as it was counted.</summary>
        public long Size { get; set; }

        /// <summary>How far the wire had come when it was printed.</summary>
        public long Mark { get; set; }

        public Task<PrintedAnswer>? Printing { get; set; }

        public long PrintingMark { get; set; }

        /// <summary>When it may be tried again.</summary>
        public DateTimeOffset RestsUntil { get; set; }

        /// <summary>What the failing attempt said; null when it said nothing.</summary>
        public PrintedAnswer? Failure { get; set; }

        /// <summary>How often it was asked for. Two who come at once may count as one: it only has to tell hot from cold.</summary>
        public long Asked { get; set; }

        /// <summary>How often it was asked for of late, a second counting for less the longer it is past.</summary>
        public double Heat { get; set; }

        public bool IsPackedBest { get; set; }

        public long TakeAsked()
        {
            var (now, before) = (Asked, counted);
            counted = now;
            return now - before;
        }
    }
}
