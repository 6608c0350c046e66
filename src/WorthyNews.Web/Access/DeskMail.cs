using System.Net.Sockets;

using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

using MimeKit;

using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>Letters to our own people.</summary>
public sealed class DeskMail(HouseSettings settings, ILogger<DeskMail> log)
{
    private const int PatienceMilliseconds = 10_000;

    public bool IsSetUp => settings.Mail is not null;

    /// <returns>False when it could not be handed to the mail server; the log says why, not to whom.</returns>
    public async Task<bool> SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        if (settings.Mail is not { } mail || !MailboxAddress.TryParse(to, out var recipient)) return false;

        var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(new MailboxAddress(settings.SiteName, mail.From));
        letter.To.Add(recipient);
        try
        {
            using var server = new SmtpClient { Timeout = PatienceMilliseconds };
            await server.ConnectAsync(mail.Host, mail.Port, mail.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.None => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, cancel);
            if (mail.User is { } user) await server.AuthenticateAsync(user, mail.Password ?? "", cancel);
            await server.SendAsync(letter, cancel);
            await server.DisconnectAsync(quit: true, cancel);
            return true;
        }
        catch (Exception error) when (error is IOException or SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException or TimeoutException)
        {
            log.LogError("A letter could not be sent: {Error}", error.GetType().Name);
            return false;
        }
    }
}
