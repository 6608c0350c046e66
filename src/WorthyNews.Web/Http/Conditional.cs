using System.Security.Cryptography;

using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace WorthyNews.Web.Http;

/// <summary>Answers with bytes, or with 304 when the asker has them.</summary>
/// <remarks>Source: RFC 9110, 13.2.2: If-None-Match goes before If-Modified-Since.</remarks>
public static class Conditional
{
    /// <summary>The type of a map.</summary>
    public const string Drawing = "image/svg+xml";

    private const string ChangedKey = "worthy.changed-at";

    extension(HttpContext context)
    {
        /// <summary>What this answer said of its last change, told or not yet.</summary>
        public DateTimeOffset? ChangedAt() => context.Items[ChangedKey] as DateTimeOffset?;
    }

    /// <summary>Strong, unless it goes out compressed or not: a strong one stands for one row of bytes (RFC 9110, 8.8.1).</summary>
    public static EntityTagHeaderValue TagOf(byte[] bytes, string contentType) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"", isWeak: Compression.Takes(contentType));

    /// <param name="lastModified">When the newest change that touched the bytes happened, a deletion included; null when nothing ever did.</param>
    /// <param name="now">A second that is not over could still see another change, so its time is not told yet.</param>
    /// <param name="stays">How long a cache may hand it out without asking; it always asks when this is not given.</param>
    public static async Task WriteAsync(HttpContext context, byte[] bytes, string contentType, DateTimeOffset? lastModified, DateTimeOffset now, TimeSpan? stays = null)
    {
        if (IsHeld(context, TagOf(bytes, contentType), lastModified, now, stays)) return;

        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        // For HEAD too: the server drops the bytes, and whoever compresses them says the same of both (RFC 9110, 9.3.2).
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Says what an asker may keep, and answers 304 to one who has it.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    /// <returns>False when the bytes are wanted.</returns>
    public static bool IsHeld(HttpContext context, EntityTagHeaderValue etag, DateTimeOffset? lastModified, DateTimeOffset now, TimeSpan? stays)
    {
        context.Items[ChangedKey] = lastModified;
        DateTimeOffset? told = lastModified is { } at && at.AddSeconds(1) <= now ? at : null;
        _ = new ResponseHeaders(context.Response.Headers)
        {
            ETag = etag,
            LastModified = told,
            CacheControl = new CacheControlHeaderValue { Public = true, NoCache = stays is null, MaxAge = stays },
        };
        // A 304 says it as well (RFC 9110, 15.4.5).
        if (etag.IsWeak) context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!IsHeld(context.Request.Headers, etag, told)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Whether who asks has it already.</summary>
    public static bool IsHeld(IHeaderDictionary headers, EntityTagHeaderValue etag, DateTimeOffset? lastModified)
    {
        // Most ask for the first time.
        if (!headers.ContainsKey(HeaderNames.IfNoneMatch) && !headers.ContainsKey(HeaderNames.IfModifiedSince)) return false;
        var asked = new RequestHeaders(headers);
        // Its mere presence silences the date, even when it cannot be read.
        if (headers.ContainsKey(HeaderNames.IfNoneMatch))
            return asked.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(etag, useStrongComparison: false));
        return lastModified is { } at && asked.IfModifiedSince is { } since
            && at.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
