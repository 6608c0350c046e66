using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http.Outbound;

namespace WorthyNews.Web.Http.Printing;

/// <summary>Tells the cache before the house which pages are old, by the surrogate keys that they went out with.</summary>
/// <remarks>One request for all that came meanwhile: <c>PURGE</c> to <c>Cache:PurgeUrl</c> with the keys in <c>Surrogate-Key</c>. What cannot be told is told again until it is.</remarks>
public sealed class Purging(OutboundClient client, HouseSettings settings, ILogger<Purging> log)
{
    public const string Header = "Surrogate-Key";

    /// <summary>Caches limit a header to some kilobytes; beyond this everything goes.</summary>
    private const int MostKeys = 100;

    private static readonly HttpMethod Purge = new("PURGE");
    private const int MostRead = 1000;

    private readonly Lock door = new();
    private HashSet<string> waiting = new(StringComparer.Ordinal);
    private bool isFailing;

    public bool IsOn => settings.PurgeUrl is not null;

    public void Add(WireNews news)
    {
        if (!IsOn) return;
        lock (door) waiting.UnionWith(news.Touched);
    }

    /// <summary>Tells all that waits; nothing happens when nothing does.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        HashSet<string> told;
        lock (door)
        {
            if (waiting.Count == 0) return;
            (told, waiting) = (waiting, new HashSet<string>(StringComparer.Ordinal));
        }

        var keys = told.Count > MostKeys || told.Contains(WireTags.Everything) ? [WireTags.Everything] : told;
        try
        {
            using var ask = new HttpRequestMessage(Purge, settings.PurgeUrl);
            ask.Headers.TryAddWithoutValidation(Header, string.Join(' ', keys));
            var answer = await client.SendAsync(ask, MostRead, cancel);
            if (!answer.IsSuccess) throw new HttpRequestException($"It answered {(int)answer.Status}.");
            if (isFailing) log.LogInformation("The cache before the house is told again what is old");
            isFailing = false;
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            lock (door) waiting.UnionWith(told);
            if (!isFailing) log.LogError("The cache before the house could not be told what is old; it is told again each second: {Why}", error.Message);
            isFailing = true;
        }
    }
}
