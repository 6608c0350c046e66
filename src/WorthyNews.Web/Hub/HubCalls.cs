using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

using Microsoft.AspNetCore.WebUtilities;

using WorthyNews.Newsroom.Delivering;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Outbound;

namespace WorthyNews.Web.Hub;

public enum Intent
{
    Yes,
    No,
    NoAnswer,
}

/// <summary>What we say to subscribers, and how we understand their answers. Addresses stay out of the log: who knows one can write to it.</summary>
public sealed class HubCalls(OutboundClient outbound, SiteLinks links, ILogger<HubCalls> log)
{
    /// <summary>Somewhat longer than what an address should say back.</summary>
    private const int ChallengeBytes = 200;

    /// <summary>Asks an address whether it wants what somebody asked for in its name.</summary>
    /// <remarks>Source: WebSub, 5.3. Only a 2xx that says the challenge back is a yes; a redirect is a no.</remarks>
    public async Task<Intent> VerifyAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["hub.mode"] = request.IsForTheEnd ? "unsubscribe" : "subscribe",
            ["hub.topic"] = links.Absolute(request.Topic).AbsoluteUri,
            ["hub.challenge"] = request.Challenge,
        };
        if (request.LeaseSeconds is { } lease) asked["hub.lease_seconds"] = lease.ToString(CultureInfo.InvariantCulture);
        using var message = new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString(request.Callback, asked));
        var answer = await SendAsync(message, ChallengeBytes, request.Host, cancel);
        if (answer is null or { Status: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError }) return Intent.NoAnswer;
        var isYes = answer.IsSuccess && CryptographicOperations.FixedTimeEquals(answer.Body, Encoding.UTF8.GetBytes(request.Challenge));
        if (!isYes) log.LogInformation("{Host} did not confirm a subscription to {Topic}: it answered {Status}", request.Host, request.Topic, (int)answer.Status);
        return isYes ? Intent.Yes : Intent.No;
    }

    /// <summary>Brings a subscriber the feed as it stands.</summary>
    /// <remarks>Source: WebSub, 7: any 2xx is taken, 410 ends it, no redirect is followed, and the feed is called as it was when it was asked for, though its name was merged since.</remarks>
    public async Task<DeliveryResult> DeliverAsync(Subscription to, PrintedFeed feed, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, to.Callback) { Content = new ByteArrayContent(feed.Bytes) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(feed.ContentType);
        message.Headers.Add("Link", links.HubLinks(to.Topic));
        if (to.Secret is { } secret) message.Headers.Add(PushSignature.Header, PushSignature.Of(feed.Bytes, secret));
        return await ResultAsync(message, to, cancel);
    }

    /// <summary>Tells a hub of somebody else which feeds changed; it fetches them itself.</summary>
    /// <remarks>Source: WebSub leaves it open (6); this is how PubSubHubbub 0.4 had it (7.1), and hubs still take it.</remarks>
    public async Task<DeliveryResult> PingAsync(Subscription hub, IEnumerable<FeedAddress> changed, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, hub.Callback)
        {
            Content = new FormUrlEncodedContent([new("hub.mode", "publish"), .. changed.Select(feed => new KeyValuePair<string, string>("hub.url", links.Absolute(feed.Path).AbsoluteUri))]),
        };
        return await ResultAsync(message, hub, cancel) is DeliveryResult.Delivered ? DeliveryResult.Delivered : DeliveryResult.Failed;
    }

    private async Task<DeliveryResult> ResultAsync(HttpRequestMessage message, Subscription to, CancellationToken cancel)
    {
        var answer = await SendAsync(message, maxBytes: 0, to.Host, cancel);
        if (answer is { IsSuccess: true }) return DeliveryResult.Delivered;
        if (answer is { Status: HttpStatusCode.Gone })
        {
            log.LogInformation("{Host} is gone; its subscription to {Topic} ends", to.Host, to.Topic);
            return DeliveryResult.Gone;
        }

        if (answer is not null) log.LogInformation("{Host} did not take {Topic}: it answered {Status}, for the {Times}. time", to.Host, to.Topic, (int)answer.Status, to.Failures + 1);
        return DeliveryResult.Failed;
    }

    /// <returns>Null when nobody answered.</returns>
    private async Task<OutboundAnswer?> SendAsync(HttpRequestMessage message, int maxBytes, string host, CancellationToken cancel)
    {
        try
        {
            return await outbound.SendAsync(message, maxBytes, cancel);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            log.LogInformation("{Host} could not be called: {Reason}", host, (error.InnerException as NotPublicException ?? error).Message);
            return null;
        }
    }
}
