using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace WorthyNews.Web.Http.Printing;

/// <summary>A public address in the one spelling that it has, as pages are kept by.</summary>
/// <param name="IsForPrograms">One address may have only so many of these printed: see <see cref="ReadingLimit"/>.</param>
public sealed record PublicAddress(string Target, bool IsForPrograms = false);

/// <summary>Says which public page an address means; null for what is not printed.</summary>
/// <param name="path">Decoded.</param>
public delegate PublicAddress? PublicAddressReader(string path, IQueryCollection query);

/// <summary>Hands out what is printed, before the house is asked for anything; what is not on the list goes in as if this were not here.</summary>
public sealed class PrintingDoor(PublicAddressReader list, PrintedPages pages, Printer printer, ReadingLimit limit, HouseSettings settings, TimeProvider time) : IDisposable
{
    private const string RetryAfterSeconds = "10";

    /// <summary>As they were sent, parameters of others included; a spelling beyond these is read each time.</summary>
    private const int MostSpellings = 20_000;
    private const int LongestSpelling = 400;

    private readonly ConcurrentDictionary<string, PublicAddress> spellings = new(StringComparer.Ordinal);
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(limit.GetPartition);
    private RequestDelegate house = _ => throw new InvalidOperationException("The house is not open yet.");

    public void Dispose() => limiter.Dispose();

    /// <summary>Stands before all that follows.</summary>
    public RequestDelegate Before(RequestDelegate following)
    {
        house = following;
        return InvokeAsync;
    }

    private Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || AddressOf(context) is not { } address) return house(context);
        return pages.Find(address.Target) is { } answer ? WriteAsync(context, answer) : HandOutAsync(context, address);
    }

    /// <summary>Prints a page anew without anybody asking for it.</summary>
    public Task PrintAsync(string target) => pages.HandOutAsync(target, cancel => printer.PrintAsync(house, target, cancel));

    private PublicAddress? AddressOf(HttpContext context)
    {
        var spelling = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (spellings.TryGetValue(spelling, out var known)) return known;
        if (list(context.Request.Path.Value ?? "", context.Request.Query) is not { } address) return null;
        if (spelling.Length is > 0 and <= LongestSpelling)
        {
            if (spellings.Count >= MostSpellings) spellings.Clear();
            spellings[spelling] = address;
        }

        return address;
    }

    private async Task HandOutAsync(HttpContext context, PublicAddress address)
    {
        if (address.IsForPrograms)
        {
            using var lease = limiter.AttemptAcquire(context);
            if (!lease.IsAcquired)
            {
                await ReadingLimit.RefuseAsync(context, lease, context.RequestAborted);
                return;
            }
        }

        switch (await pages.HandOutAsync(address.Target, cancel => printer.PrintAsync(house, address.Target, cancel)))
        {
            case { Refusal: not null }:
                await house(context);
                break;
            case { IsFailure: false } answer:
                await WriteAsync(context, answer);
                break;
            case var failure:
                await RefuseAsync(context, failure);
                break;
        }
    }

    private async Task WriteAsync(HttpContext context, PrintedAnswer answer)
    {
        var response = context.Response;
        var headers = response.Headers;
        foreach (var (name, value) in answer.Headers) headers[name] = value;
        var told = answer.ChangedAt is { } at && at.AddSeconds(1) <= time.GetUtcNow() ? answer.ChangedAt : null;
        if (told is { } changed) headers.LastModified = changed.ToString("R", CultureInfo.InvariantCulture);
        if (answer.Tag is { } tag)
        {
            headers.ETag = answer.TagText;
            // Mostly it is the very tag that was sent; any other way of asking is read as RFC 9110 has it.
            if (context.Request.Headers.IfNoneMatch == answer.TagText || Conditional.IsHeld(context.Request.Headers, tag, told))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                headers.Remove(HeaderNames.ContentType);
                return;
            }
        }

        var (bytes, coding) = Codings.For(context.Request.Headers.AcceptEncoding) switch
        {
            Coding.Brotli when answer.Brotli is { } brotli => (brotli, "br"),
            Coding.Brotli or Coding.Gzip when answer.Gzip is { } gzip => (gzip, "gzip"),
            _ => (answer.Plain, null),
        };
        response.StatusCode = answer.Status;
        response.ContentLength = bytes.Length;
        if (coding is not null) headers.ContentEncoding = coding;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Honest: it is not there now, and will be soon.</summary>
    /// <param name="failure">What the house said; null when it said nothing.</param>
    private async Task RefuseAsync(HttpContext context, PrintedAnswer? failure)
    {
        var response = context.Response;
        foreach (var (name, value) in failure?.Headers ?? []) response.Headers[name] = value;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
        response.Headers.CacheControl = "no-store";
        if (failure is null) response.ContentType = "text/plain; charset=utf-8";
        var bytes = failure?.Plain ?? System.Text.Encoding.UTF8.GetBytes($"{settings.SiteName} cannot make this page at this moment. Please ask again in a few seconds.\n");
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
