using System.Globalization;

namespace WorthyNews.Newsroom.Text;

/// <summary>Where a link in a body may lead: http, https, mailto, or an address of our own that starts with one stroke.</summary>
public static class LinkAddress
{
    public const int MaxLength = 2048;

    private static readonly Uri AnyHouse = new("https://house.invalid/");

    public static bool IsAllowed(string href) => Problem(href) is null;

    /// <summary>Why a link may not lead there, for an editor to read; null when it may.</summary>
    public static string? Problem(string href)
    {
        ArgumentNullException.ThrowIfNull(href);
        if (href.Length == 0) return "The link has no address.";
        if (href.Length > MaxLength) return $"The address of the link is longer than {MaxLength} characters.";
        if (href.Any(IsHidden)) return $"The address “{Short(href)}” has a space, a backslash or a hidden character in it.";
        if (href[0] is '/') return IsOwn(href) ? null : $"“{Short(href)}” is not an address of this site.";

        return href.Split(':', 2)[0].ToUpperInvariant() switch
        {
            "HTTP" or "HTTPS" => WebProblem(href),
            "MAILTO" => MailProblem(href),
            _ => $"A link cannot lead to “{Short(href)}”. An address starts with https://, http://, mailto: or a single /.",
        };
    }

    private static string? WebProblem(string href)
    {
        var scheme = href.IndexOf(':', StringComparison.Ordinal);
        var host = scheme + "://".Length;
        var isWhole = href.AsSpan(scheme).StartsWith("://") && host < href.Length
            && (char.IsLetterOrDigit(href[host]) || href[host] is '[');
        if (!isWhole || !Uri.TryCreate(href, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return $"“{Short(href)}” is not a whole web address.";

        return uri.UserInfo.Length == 0 && !uri.Authority.Contains('@', StringComparison.Ordinal)
            ? null : $"The address “{Short(href)}” has a name or password before its host.";
    }

    // A line break in the address of a letter would let it add headers.
    private static string? MailProblem(string href)
    {
        var isAddress = href.IndexOf('@', StringComparison.Ordinal) > "mailto:".Length
            && !href.Contains("%0a", StringComparison.OrdinalIgnoreCase) && !href.Contains("%0d", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(href, UriKind.Absolute, out _);
        return isAddress ? null : $"“{Short(href)}” is not an e-mail address.";
    }

    private static bool IsOwn(string href) =>
        !href.StartsWith("//", StringComparison.Ordinal)
        && Uri.TryCreate(AnyHouse, href, out var uri) && uri.Host == AnyHouse.Host && uri.Scheme == Uri.UriSchemeHttps;

    private static bool IsHidden(char c) =>
        c is '\\' || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    private static string Short(string href) => CleanText.Line(href.Length <= 80 ? href : href[..79] + "…");
}
