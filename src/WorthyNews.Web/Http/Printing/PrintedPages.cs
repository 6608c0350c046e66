using System.Collections.Concurrent;

using Microsoft.Extensions.Caching.Memory;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Http.Printing;

/// <summary>An answer as it is handed out, the same for everybody.</summary>
/// <param name="Policy">Its content security policy; null for the one of all pages.</param>
/// <param name="Status">What is not 200 is never kept.</param>
public sealed record PrintedPage(byte[] Bytes, string ContentType, string? Policy = null, int Status = StatusCodes.Status200OK);

/// <summary>Keeps what was printed until the wire goes on, and as a last good copy while it cannot be read.</summary>
/// <remarks>One prints while all others wait for it, also when it fails: then nobody tries again for a second.</remarks>
public sealed class PrintedPages(WireSight sight, TimeProvider time, ILogger<PrintedPages> log) : IDisposable
{
    private const long BudgetBytes = 48 * 1024 * 1024;
    private const int BytesBeside = 600;
    private const int MostPrintings = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWaitWithCopy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly MemoryCache held = new(new MemoryCacheOptions { SizeLimit = BudgetBytes });
    private readonly ConcurrentDictionary<string, Printing> printings = new(StringComparer.Ordinal);

    /// <param name="key">One for each page that differs.</param>
    /// <param name="print">Runs outside the request of whoever came first: the others wait for it too.</param>
    /// <returns>Null when it cannot be printed now, and no copy of it may be shown.</returns>
    public async Task<PrintedPage?> HandOutAsync(string key, Func<CancellationToken, Task<PrintedPage>> print)
    {
        Copy? copy = null;
        for (var i = 0; i < MostPrintings; i++)
        {
            var mark = await sight.LookAsync();
            copy = held.TryGetValue(key, out Copy? found) ? found : null;
            if (mark is null) break;
            if (copy?.Mark == mark) return copy.Page;
            if (await PrintOnceAsync(key, mark, print, copy is not null && sight.MayShow(copy.Mark)) is not { } page) break;
            // Something was withdrawn while it was printed, and may stand in it.
            if (sight.MayShow(mark)) return page;
        }

        return copy is not null && sight.MayShow(copy.Mark) ? copy.Page : null;
    }

    public void Dispose() => held.Dispose();

    private async Task<PrintedPage?> PrintOnceAsync(string key, WireMark mark, Func<CancellationToken, Task<PrintedPage>> print, bool hasCopy)
    {
        var now = time.GetUtcNow();
        // One that failed a moment ago stands for the second after it; one of an older mark is not what is wanted.
        if (printings.TryGetValue(key, out var other) && other.RestsUntil <= now) _ = printings.TryRemove(KeyValuePair.Create(key, other));
        var printing = printings.AddOrUpdate(key, _ => new Printing(mark), (_, standing) => standing.Mark == mark ? standing : new Printing(mark));
        try
        {
            return await printing.Run(() => PrintAsync(key, printing, print)).WaitAsync(hasCopy ? LongestWaitWithCopy : LongestWait, time);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<PrintedPage?> PrintAsync(string key, Printing printing, Func<CancellationToken, Task<PrintedPage>> print)
    {
        try
        {
            using var patience = new CancellationTokenSource(LongestWait, time);
            var page = await print(patience.Token);
            // One that took long does not take the place of a newer one.
            if (held.TryGetValue(key, out Copy? other) && other!.Mark.Sequence > printing.Mark.Sequence) log.LogDebug("{Page} was printed anew meanwhile", key);
            else if (page.Status == StatusCodes.Status200OK) held.Set(key, new Copy(page, printing.Mark), new MemoryCacheEntryOptions { Size = page.Bytes.Length + key.Length + BytesBeside });
            else held.Remove(key);
            _ = printings.TryRemove(KeyValuePair.Create(key, printing));
            return page;
        }
        catch (Exception error)
        {
            // Whatever failed, a copy or a plain word is better than a broken page on somebody else's site.
            log.LogError(error, "{Page} cannot be printed", key);
            printing.RestsUntil = time.GetUtcNow() + Rest;
            return null;
        }
    }

    private sealed record Copy(PrintedPage Page, WireMark Mark);

    private sealed class Printing(WireMark mark)
    {
        private readonly Lock door = new();
        private Task<PrintedPage?>? task;

        public WireMark Mark { get; } = mark;

        /// <summary>When it may be tried again; never while it runs.</summary>
        public DateTimeOffset RestsUntil { get; set; } = DateTimeOffset.MaxValue;

        public Task<PrintedPage?> Run(Func<Task<PrintedPage?>> print)
        {
            lock (door) return task ??= Task.Run(print);
        }
    }
}
