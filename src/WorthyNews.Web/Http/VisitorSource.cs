using System.Net;
using System.Net.Sockets;

using WorthyNews.Web.Http.Outbound;

namespace WorthyNews.Web.Http;

/// <summary>Where a visitor comes from, for counting. Kept in memory only, and in no log.</summary>
public static class VisitorSource
{
    /// <summary>What one household or office has of the network: an IPv4 address, the first half of an IPv6 one.</summary>
    public static string Of(IPAddress? address) => Plain(address) switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8)),
        var four => four.ToString(),
    };

    /// <summary>Whether an address says nothing of who asks: that of a proxy, and where none is named, one that cannot have come through the internet.</summary>
    public static bool IsShared(IPAddress? address, IReadOnlyList<IPNetwork> proxies) =>
        Plain(address) is not { } plain || (proxies.Count > 0 ? proxies.Any(n => n.Contains(plain)) : !PublicAddresses.IsPublic(plain));

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
