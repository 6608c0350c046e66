using System.Globalization;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.RateLimiting;

namespace WorthyNews.Web.Http;

/// <summary>How often one address may have something made that programs read: enough for a reader of every feed in every format each minute, and not enough to keep the house busy alone.</summary>
/// <remarks>What is printed already costs nothing and is not counted.</remarks>
public sealed class ReadingLimit(HouseSettings settings) : IRateLimiterPolicy<string>
{
    public const string Policy = "programs";

    public const int Burst = 1200;
    public const int ASecond = 20;

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = (context, cancel) => new(RefuseAsync(context.HttpContext, context.Lease, cancel));

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

    public static async Task RefuseAsync(HttpContext context, RateLimitLease lease, CancellationToken cancel)
    {
        var answer = context.Response;
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        answer.StatusCode = StatusCodes.Status429TooManyRequests;
        answer.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        answer.Headers.CacheControl = "no-store";
        answer.Headers.AccessControlAllowOrigin = "*";
        answer.ContentType = "text/plain; charset=utf-8";
        await answer.WriteAsync($"Too many requests from one address: {Burst} at once and {ASecond} a second are served. Ask again after the seconds that Retry-After names.\n", cancel);
    }
}
