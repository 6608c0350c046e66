using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

using WorthyNews.Newsroom.Syndication;

namespace WorthyNews.Tests.Support;

/// <summary>What came to a subscriber.</summary>
public sealed record Arrival(string Path, string Body, string ContentType, string Links, string? Signature, DateTime At);

/// <summary>Somebody else's server, to which hubs and the like send: a real one, on a loopback port.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private readonly ConcurrentQueue<string> asked = new();

    private Subscriber(WebApplication server) => this.server = server;

    /// <summary>What it answers to who asks whether it wants something; it says yes unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Verify { get; set; } = context => context.Response.WriteAsync(context.Request.Query["hub.challenge"].ToString());

    /// <summary>What it answers to a delivery, by the path that it came to.</summary>
    public Func<string, HttpStatusCode> Take { get; set; } = _ => HttpStatusCode.NoContent;

    /// <summary>How long it thinks before it answers a delivery.</summary>
    public Func<string, TimeSpan> Thinks { get; set; } = _ => TimeSpan.Zero;

    /// <summary>The secret that what it takes must be signed with; null when it does not look.</summary>
    public string? Secret { get; set; }

    /// <summary>What it took, oldest first.</summary>
    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    /// <summary>Paths and queries of all GETs, oldest first.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public Uri Url { get; private set; } = null!;

    /// <summary>Settings by which a site may call it.</summary>
    public static (string Key, string Value) Allowed => ("Outbound:AllowedNetworks", "127.0.0.0/8");

    public static async Task<Subscriber> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var subscriber = new Subscriber(builder.Build());
        subscriber.server.Run(subscriber.AnswerAsync);
        await subscriber.server.StartAsync();
        subscriber.Url = new Uri(subscriber.server.Urls.Single());
        return subscriber;
    }

    public Uri At(string path) => new(Url, path);

    /// <summary>Waits until as many came.</summary>
    public async Task<IReadOnlyList<Arrival>> ReceivedAsync(int count, string path = "")
    {
        for (var i = 0; i < 600; i++)
        {
            var came = Arrivals.Where(a => a.Path.StartsWith(path, StringComparison.Ordinal)).ToList();
            if (came.Count >= count) return came;
            await Task.Delay(50);
        }

        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{Arrivals.Count} came to {path}, and {count} should have."));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            asked.Enqueue(context.Request.GetEncodedPathAndQuery());
            await Verify(context);
            return;
        }

        using var read = new MemoryStream();
        await context.Request.Body.CopyToAsync(read);
        var signature = context.Request.Headers[PushSignature.Header].ToString();
        if (Secret is not null && signature != "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), read.ToArray())))
        {
            context.Response.StatusCode = (int)HttpStatusCode.Forbidden;
            return;
        }

        await Task.Delay(Thinks(path), context.RequestAborted);
        context.Response.StatusCode = (int)Take(path);
        if (context.Response.StatusCode is >= 300 and < 400) context.Response.Headers.Location = "/elsewhere";
        if (context.Response.StatusCode is < 200 or > 299) return;
        arrivals.Enqueue(new Arrival(path, Encoding.UTF8.GetString(read.ToArray()), context.Request.ContentType!, context.Request.Headers.Link.ToString(), signature.Length == 0 ? null : signature, TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
