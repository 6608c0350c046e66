using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

using WorthyNews.Newsroom.Newsstand;

namespace WorthyNews.Web.Feeds;

/// <param name="LastModified">Null when nothing was ever published.</param>
public sealed record FeedTag(WireMark Mark, EntityTagHeaderValue ETag, DateTimeOffset? LastModified);

/// <summary>Remembers which tag each feed had and how far the wire had come then, so that who has it still is told so without a story being read.</summary>
public sealed class FeedTags : IDisposable
{
    private const int Most = 10_000;

    private readonly MemoryCache held = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <returns>Null when it was never written, or the wire went on since.</returns>
    public FeedTag? Find(string path, WireMark mark) => held.TryGetValue(path, out FeedTag? tag) && tag!.Mark == mark ? tag : null;

    public void Keep(string path, FeedTag tag) => held.Set(path, tag, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => held.Dispose();
}
