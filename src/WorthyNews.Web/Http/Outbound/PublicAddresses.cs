using System.Net;
using System.Net.Sockets;

namespace WorthyNews.Web.Http.Outbound;

/// <summary>Tells addresses of the public internet from those that lead into somebody's house, ours first of all.</summary>
/// <remarks>Source: the registries of special-purpose addresses (RFC 6890 and what IANA added since).</remarks>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of the one block that is given out to the public: tunnels, which carry an address of the other kind inside, and examples.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>The only block of IPv6 from which public addresses are given.</summary>
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (address.ScopeId != 0 || !Given.Contains(address))) return false;
        return address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !Closed.Any(network => network.Contains(address));
    }
}
