using System.Globalization;
using System.Net.Mail;

namespace WorthyNews.Web.Http;

public enum MailSecurity
{
    /// <summary>Plain at first, then encrypted or not at all.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Never encrypted: for a mail server on this machine.</summary>
    None,
}

/// <summary>The mail server that takes our letters.</summary>
/// <param name="User">Null when it asks for none.</param>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string From, string? User, string? Password)
{
    /// <returns>Null when no server is named.</returns>
    internal static MailSettings? Read(IConfiguration configuration, List<string> problems)
    {
        var mail = configuration.GetSection("Mail");
        if (string.IsNullOrWhiteSpace(mail["Host"])) return null;

        var security = MailSecurity.StartTls;
        if (mail["Security"] is { Length: > 0 } said && (!Enum.TryParse(said, ignoreCase: true, out security) || char.IsAsciiDigit(said[0])))
            problems.Add($"Mail:Security is “{said}”. It can be StartTls, Tls or None.");
        if (security == MailSecurity.None && mail["Host"] is not ("localhost" or "127.0.0.1" or "::1"))
            problems.Add("Mail:Security is None, which is for a server on this machine only (Mail:Host localhost).");

        var port = security switch { MailSecurity.Tls => 465, MailSecurity.None => 25, _ => 587 };
        if (mail["Port"] is { Length: > 0 } given && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            problems.Add($"Mail:Port is “{given}”. It can be 1 to 65535.");

        var from = mail["From"] ?? "";
        if (!MailAddress.TryCreate(from, out var address) || address.Address != from)
            problems.Add($"Mail:From is “{from}”. With Mail:Host set it must be the one mail address that letters come from.");
        if (mail["User"] is { Length: > 0 } && string.IsNullOrEmpty(mail["Password"])) problems.Add("Mail:User is set, and Mail:Password is not.");
        return new MailSettings(mail["Host"]!, port, security, from, mail["User"] is { Length: > 0 } user ? user : null, mail["Password"]);
    }
}
