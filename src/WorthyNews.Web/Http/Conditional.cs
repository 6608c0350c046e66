using System.Security.Cryptography;

using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace WorthyNews.Web.Http;

/// <summary>Answers with bytes, or with 304 when the asker has them.</summary>
/// <remarks>Source: RFC 9110, 13.2.2: If-None-Match goes before If-Modified-Since.</remarks>
public static class Conditional
{
    /// <summary>The type of what goes out compressed or not, so that its tag can only be weak.</summary>
    public const string Drawing = "image/svg+xml";

    /// <param name="lastModified">When the newest change that touched the bytes happened, a deletion included; null when nothing ever did.</param>
    /// <param name="now">A second that is not over could still see another change, so its time is not told yet.</param>
    /// <param name="stays">How long a cache may hand it out without asking; it always asks when this is not given.</param>
    public static async Task WriteAsync(HttpContext context, byte[] bytes, string contentType, DateTimeOffset? lastModified, DateTimeOffset now, TimeSpan? stays = null)
    {
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"", isWeak: contentType == Drawing);
        DateTimeOffset? told = lastModified is { } at && at.AddSeconds(1) <= now ? at : null;

        var response = new ResponseHeaders(context.Response.Headers)
        {
            ETag = etag,
            LastModified = told,
            CacheControl = new CacheControlHeaderValue { Public = true, NoCache = stays is null, MaxAge = stays },
        };

        if (IsHeld(context.Request.Headers, etag, told))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool IsHeld(IHeaderDictionary headers, EntityTagHeaderValue etag, DateTimeOffset? lastModified)
    {
        var asked = new RequestHeaders(headers);
        // Its mere presence silences the date, even when it cannot be read.
        if (headers.ContainsKey(HeaderNames.IfNoneMatch))
            return asked.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false));
        return lastModified is { } at && asked.IfModifiedSince is { } since
            && at.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
