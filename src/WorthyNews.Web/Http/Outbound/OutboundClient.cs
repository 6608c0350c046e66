using System.Net;
using System.Net.Sockets;

namespace WorthyNews.Web.Http.Outbound;

/// <summary>An answer, read to its end or to the bound.</summary>
/// <param name="Body">At most as many bytes as were asked for; what came after them was not read.</param>
public sealed record OutboundAnswer(HttpStatusCode Status, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}

/// <summary>The name leads to no public address.</summary>
public sealed class NotPublicException(string host) : Exception($"“{host}” leads to no public address.");

/// <summary>The one way by which HTTP leaves the house. It goes where strangers point, so it looks where it goes when it connects, follows no redirect, keeps no cookie and reads little.</summary>
/// <remarks>Looking at connect time and not before leaves no moment in which a name could change what it leads to.</remarks>
public sealed class OutboundClient : IDisposable
{
    /// <summary>Of a whole exchange.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<IPNetwork> allowed;
    private readonly string agent;
    private readonly HttpClient client;

    /// <param name="allowed">Networks that may be called though they are not public.</param>
    /// <param name="agent">Who we are, as those who are called read it: a product and an address for questions.</param>
    public OutboundClient(IReadOnlyList<IPNetwork> allowed, string agent)
    {
        this.allowed = allowed;
        this.agent = agent;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,           // a proxy would look up names by itself
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,   // what is not wanted is not read
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        };
#pragma warning disable RS0030 // This is that client.
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
    }

    /// <param name="maxBytes">Of the answer's body.</param>
    /// <exception cref="HttpRequestException">Nobody answered, or not in HTTP; a <see cref="NotPublicException"/> within when we did not call at all.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="Patience"/>.</exception>
    public async Task<OutboundAnswer> SendAsync(HttpRequestMessage request, int maxBytes, CancellationToken cancel)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            await using var stream = await answer.Content.ReadAsStreamAsync(patience.Token);
            var body = new byte[maxBytes];
            var read = await stream.ReadAtLeastAsync(body, maxBytes, throwOnEndOfStream: false, patience.Token);
            return new OutboundAnswer(answer.StatusCode, body[..read]);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"It took longer than {Patience.TotalSeconds:0} seconds.", error);
        }
        catch (IOException error)
        {
            throw new HttpRequestException("The answer broke off.", error);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = (await Dns.GetHostAddressesAsync(host, cancel)).Where(IsAllowed).ToArray();
        if (addresses.Length == 0) throw new NotPublicException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return PublicAddresses.IsPublic(plain) || allowed.Any(network => network.Contains(plain));
    }
}
