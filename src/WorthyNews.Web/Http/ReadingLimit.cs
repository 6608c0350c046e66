using System.Globalization;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.RateLimiting;

namespace WorthyNews.Web.Http;

/// <summary>How often one address may ask for what programs read: enough for a reader of every feed in every format each minute, and not enough to keep the house busy alone.</summary>
public sealed class ReadingLimit(HouseSettings settings) : IRateLimiterPolicy<string>
{
    public const string Policy = "programs";

    public const int Burst = 1200;
    public const int ASecond = 20;

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = RefuseAsync;

    /// <inheritdoc/>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var address = httpContext.Connection.RemoteIpAddress;
        // Where nobody said which proxy stands before the house, all its readers come from one address.
        if (VisitorSource.IsShared(address, settings.Proxies)) return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetTokenBucketLimiter(VisitorSource.Of(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = ASecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancel)
    {
        var answer = context.HttpContext.Response;
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        answer.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        answer.Headers.CacheControl = "no-store";
        answer.Headers.AccessControlAllowOrigin = "*";
        answer.ContentType = "text/plain; charset=utf-8";
        await answer.WriteAsync($"Too many requests from one address: {Burst} at once and {ASecond} a second are served. Ask again after the seconds that Retry-After names.\n", cancel);
    }
}
