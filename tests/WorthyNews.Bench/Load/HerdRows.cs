using System.Net;
using System.Net.Sockets;
using System.Text;

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace WorthyNews.Bench.Load;

/// <summary>Thousands at once: for a page that was just dropped, for one that cannot be made, and beside clients that never finish asking.</summary>
internal static class HerdRows
{
    private const int Herd = 2_000;

    public static async Task MeasureAsync(Table table, LoadedHouse house, SiteProcess site, CancellationToken cancel)
    {
        await using var rooms = Rooms.Open(house.Store, TimeProvider.System, isHasty: false);
        var dispatch = await NewsRows.PublishAsync(rooms, $"A page for a herd {Guid.NewGuid():N}", cancel);
        var path = dispatch.Address!;
        using (await site.Client.GetAsync(new Uri(path, UriKind.Relative), cancel)) { }
        await Task.Delay(500, cancel);      // its log is written beside it
        var prints = 0;
        site.Said = line =>
        {
            if (line.Contains($"GET {path} ", StringComparison.Ordinal)) Interlocked.Increment(ref prints);
        };

        using var sockets = await OpenAsync(site.Home, Herd, cancel);
        await NewsRows.PublishAsync(rooms, $"News that drops it {Guid.NewGuid():N}", cancel);
        var answers = await sockets.AskAsync(path, cancel);
        await Task.Delay(500, cancel);
        table.Add(Table.Text($"{Herd:N0} connections ask at once for a page that was dropped"), Table.Text($"{prints} printed; {answers.Count(a => a == 200):N0} answers of 200, {answers.Count(a => a != 200)} others"), "1 printed", prints == 1 && answers.TrueForAll(a => a == 200));

        await FailAsync(table, house, site, rooms, path, () => Interlocked.Exchange(ref prints, 0), cancel);
        site.Said = null;
    }

    /// <summary>The herd stays for five seconds while its page cannot be made and a copy stands.</summary>
    private static async Task FailAsync(Table table, LoadedHouse house, SiteProcess site, IServiceProvider rooms, string path, Func<int> countAndForget, CancellationToken cancel)
    {
        const int Seconds = 5;
        Break(house, path, isBroken: true);
        await NewsRows.PublishAsync(rooms, $"News that drops it again {Guid.NewGuid():N}", cancel);
        countAndForget();
        var answers = new List<int>();
        for (var second = 0; second < Seconds; second++)
        {
            using var sockets = await OpenAsync(site.Home, Herd, cancel);
            answers.AddRange(await sockets.AskAsync(path, cancel));
        }

        await Task.Delay(500, cancel);
        var tried = countAndForget();
        Break(house, path, isBroken: false);
        table.Add(Table.Text($"the same {Seconds} times while it cannot be made"), Table.Text($"{tried} attempts; {answers.Count(a => a == 200):N0} answers of 200, {answers.Count(a => a >= 500)} of 5xx"), "≤ 1 a second; no 5xx", tried <= Seconds + 3 && answers.TrueForAll(a => a < 500));
    }

    /// <summary>A snapshot that nobody can read, as after a bad migration.</summary>
    private static void Break(LoadedHouse house, string path, bool isBroken)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(house.Store.Folder, "worthynews.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = isBroken
            ? "UPDATE WireEntries SET Format = Format + 900 WHERE StoryId = (SELECT StoryId FROM Addresses WHERE Path = $path)"
            : "UPDATE WireEntries SET Format = Format - 900 WHERE Format > 900";
        command.Parameters.AddWithValue("$path", path);
        command.ExecuteNonQuery();
    }

    /// <summary>Readers beside two thousand who sent half a request and wait.</summary>
    public static async Task MeasureSlowAsync(Table table, SiteProcess site, LoadAsk ask, CancellationToken cancel)
    {
        var alone = await RepeatAsync(site, ask, cancel);
        using var sockets = await OpenAsync(site.Home, Herd, cancel);
        await sockets.SendAllAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        var beside = await RepeatAsync(site, ask, cancel);
        table.Add(
            Table.Text($"readers beside {Herd:N0} half-open clients"),
            Table.Text($"{beside.RequestsPerSecond / alone.RequestsPerSecond:0.00} of the requests/s without them; p99 {beside.P99:0.0} ms against {alone.P99:0.0}; {beside.Bad} bad answers"),
            "≥ 0.90", beside.RequestsPerSecond / alone.RequestsPerSecond >= 0.9 && beside.Bad == 0);
    }

    private static async Task<Drive> RepeatAsync(SiteProcess site, LoadAsk ask, CancellationToken cancel)
    {
        var drives = new List<Drive>();
        for (var round = 0; round < ask.Rounds; round++) drives.Add(await Drive.RunAsync(site.Home, site.Id, ask.Seconds, cancel, "Accept-Encoding: gzip"));
        return drives.OrderBy(d => d.RequestsPerSecond).ElementAt(drives.Count / 2);
    }

    private static async Task<Sockets> OpenAsync(Uri home, int many, CancellationToken cancel)
    {
        var sockets = new Sockets();
        for (var i = 0; i < many; i++) await sockets.AddAsync(home, cancel);
        return sockets;
    }

    private sealed class Sockets : IDisposable
    {
        private readonly List<Socket> open = [];

        public async Task AddAsync(Uri home, CancellationToken cancel)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            open.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, home.Port, cancel);
        }

        public Task<int[]> SendAllAsync(string text) => Task.WhenAll(open.Select(s => s.SendAsync(Encoding.ASCII.GetBytes(text))));

        /// <returns>The status of each answer.</returns>
        public async Task<List<int>> AskAsync(string path, CancellationToken cancel)
        {
            var ask = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n");
            return [.. await Task.WhenAll(open.Select(async socket =>
            {
                await socket.SendAsync(ask, cancel);
                var buffer = new byte[16 * 1024];
                var status = 0;
                for (int read; (read = await socket.ReceiveAsync(buffer, cancel)) > 0;)
                {
                    if (status == 0) status = int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
                }

                return status;
            }))];
        }

        public void Dispose() => open.ForEach(s => s.Dispose());
    }
}
