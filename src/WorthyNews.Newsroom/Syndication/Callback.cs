using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace WorthyNews.Newsroom.Syndication;

/// <summary>Where a subscriber wants to be told. Whoever knows it can write to the subscriber, so it goes into no log.</summary>
public static class Callback
{
    public const int MaxChars = 1000;

    /// <param name="problem">What is wrong with it, in a sentence; null when nothing is.</param>
    /// <remarks>Source: WebSub (W3C, 23 January 2018), 5.1. That it lies in a public network is seen when it is called, for a name may lead elsewhere by then.</remarks>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? callback, [NotNullWhen(false)] out string? problem)
    {
        callback = null;
        problem = string.IsNullOrEmpty(text) ? "hub.callback is missing: the address that we are to tell."
            : text.Length > MaxChars ? $"hub.callback is longer than {MaxChars} characters."
            : !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "hub.callback is no http or https address."
            : url.UserInfo.Length > 0 || url.Fragment.Length > 0 ? "hub.callback has a user or a fragment: it can have neither."
            // Ports below these belong to services that do not speak HTTP, and would take our words for theirs.
            : url.Port is not (80 or 443 or >= 1024) ? "hub.callback names a port that is not 80, 443 or one from 1024 on."
            : url.AbsoluteUri.Length > MaxChars ? $"hub.callback is longer than {MaxChars} characters."
            : null;
        if (problem is null) callback = new Uri(text!);
        return problem is null;
    }

    /// <summary>The machine, whatever the port: what is sent to one at once, and how much one may ask for, is bounded.</summary>
    public static string HostOf(Uri callback) => callback.IdnHost.TrimEnd('.');

    /// <summary>One subscription is one address and one feed. 64 hexadecimal digits.</summary>
    /// <param name="topic">As <see cref="Subscription.Topic"/>.</param>
    public static string KeyOf(Uri callback, string topic) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{callback.AbsoluteUri}\n{topic}")));
}
