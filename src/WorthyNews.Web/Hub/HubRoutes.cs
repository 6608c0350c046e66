using System.Globalization;
using System.Text;

using Microsoft.AspNetCore.Http.Features;

using WorthyNews.Newsroom.Delivering;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Hub;

/// <summary>The door at which programs ask to be told of changes of our feeds, instead of asking again and again.</summary>
/// <remarks>Source: WebSub (W3C Recommendation, 23 January 2018).</remarks>
public static class HubRoutes
{
    private const int MaxBytes = 8 * 1024;

    public static void MapHub(this IEndpointRouteBuilder app) => app.MapPost(SiteLinks.Hub, AskAsync).WithName("hub").AllowAnonymous();

    private static async Task AskAsync(HttpContext context, [AsParameters] HubParts parts, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await FormAsync(context, cancel) is not { } form)
        {
            await SayAsync(context, StatusCodes.Status400BadRequest, $"Send a form (application/x-www-form-urlencoded) of at most {MaxBytes} bytes.", cancel);
            return;
        }

        var (request, problem) = await ReadAsync(form, parts, cancel);
        if (problem is not null)
        {
            await SayAsync(context, StatusCodes.Status400BadRequest, problem, cancel);
        }
        else if (!await parts.Subscribing.AskAsync(request!, cancel))
        {
            context.Response.Headers.RetryAfter = "60";
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many requests wait already. Ask again in a minute.", cancel);
        }
        else
        {
            await SayAsync(context, StatusCodes.Status202Accepted, "We shall ask that address whether it wants this.", cancel);
        }
    }

    /// <returns>Null when it is no form, or too long.</returns>
    private static async Task<IFormCollection?> FormAsync(HttpContext context, CancellationToken cancel)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentType!.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) || context.Request.ContentLength > MaxBytes) return null;
        // A form that does not say how long it is ends here too.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        try
        {
            return await context.Request.ReadFormAsync(new() { BufferBodyLengthLimit = MaxBytes, ValueLengthLimit = MaxBytes, KeyLengthLimit = MaxBytes }, cancel);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<(SubscriptionRequest? Request, string? Problem)> ReadAsync(IFormCollection form, HubParts parts, CancellationToken cancel)
    {
        var mode = form["hub.mode"].ToString();
        if (mode == "publish") return (null, "This hub tells of our own feeds only, and knows by itself when they change.");
        if (mode is not ("subscribe" or "unsubscribe")) return (null, "hub.mode is subscribe or unsubscribe.");
        if (!Callback.TryRead(form["hub.callback"], out var callback, out var problem)) return (null, problem);

        var topic = form["hub.topic"].ToString();
        if (!parts.Links.TryPath(topic, out var path) || !FeedAddress.TryParse(path, out var feed))
            return (null, $"hub.topic is none of our feeds as they name themselves (rel=\"self\"), such as {parts.Links.Absolute("/feeds/all.atom")}.");

        if (mode == "unsubscribe") return (new SubscriptionRequest(callback, feed.Path, feed.Of, null, null, parts.Time.GetUtcNow()), null);
        // A list may be empty for now: who holds its stories is told all the same when one is withdrawn.
        if (!await IsThereAsync(feed, parts, cancel) && !await parts.Subscribing.IsHeldAsync(Callback.KeyOf(callback, feed.Path), cancel)) return (null, "hub.topic is a feed that is not there.");

        long? seconds = null;
        if (form["hub.lease_seconds"].ToString() is { Length: > 0 } lease)
        {
            if (!long.TryParse(lease, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)) return (null, "hub.lease_seconds is a whole number of seconds.");
            seconds = asked;
        }

        var secret = form["hub.secret"].ToString();
        if (Encoding.UTF8.GetByteCount(secret) >= SubscriptionRequest.SecretBytesBelow) return (null, $"hub.secret must be shorter than {SubscriptionRequest.SecretBytesBelow} bytes.");
        if (secret.Any(char.IsControl)) return (null, "hub.secret has a control character.");
        return (new SubscriptionRequest(callback, feed.Path, feed.Of, Lease.Of(seconds), secret.Length == 0 ? null : secret, parts.Time.GetUtcNow()), null);
    }

    private static async Task<bool> IsThereAsync(FeedAddress feed, HubParts parts, CancellationToken cancel) =>
        feed.Source is not { } source || source == FeedSource.All || await parts.Newsstand.FeedAsync(source, 1, parts.Time.GetUtcNow(), cancel) is not null;

    private static Task SayAsync(HttpContext context, int status, string sentence, CancellationToken cancel)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n", cancel);
    }

    /// <summary>What asking needs.</summary>
    private readonly record struct HubParts(Subscribing Subscribing, Newsstand Newsstand, SiteLinks Links, TimeProvider Time);
}
