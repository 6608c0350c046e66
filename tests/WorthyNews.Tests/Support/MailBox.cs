using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorthyNews.Tests.Support;

/// <summary>A mail server on a loopback port that takes every letter.</summary>
public sealed class MailBox : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<string> letters = [];

    public MailBox()
    {
        listener.Start();
        _ = ListenAsync();
    }

    /// <summary>Settings that make a site send here.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Security", "None"), ("Mail:From", "desk@news.test"),
    ];

    /// <summary>With their heads, oldest first.</summary>
    public IReadOnlyList<string> Letters
    {
        get
        {
            lock (letters) return [.. letters];
        }
    }

    public void Dispose() => listener.Stop();

    private async Task ListenAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <remarks>Source: RFC 5321, as much as one letter needs.</remarks>
    private async Task TalkAsync(TcpClient client)
    {
        using var held = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.test");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".") letter.AppendLine(text);
                    lock (letters) letters.Add(letter.ToString());
                    await writer.WriteLineAsync("250 kept");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 well");
                    break;
            }
        }
    }
}
