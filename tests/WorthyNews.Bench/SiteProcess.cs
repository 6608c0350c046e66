using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WorthyNews.Bench;

/// <summary>The built site as a process of its own, on loopback, as in Production. Ends when disposed.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private const int LinesKept = 20;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lastLines = new();

    private SiteProcess(Process process, Uri home)
    {
        this.process = process;
        Home = home;
        // One connection, kept open: a reader who stays.
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = home,
            Timeout = LongestAnswer,
        };
    }

    public HttpClient Client { get; }

    public Uri Home { get; }

    public int Id => process.Id;

    /// <summary>Told each line that it says.</summary>
    public Action<string>? Said { get; set; }

    /// <exception cref="InvalidOperationException">It did not come up, with what it said last.</exception>
    /// <param name="program">Null for the build beside ours.</param>
    /// <param name="others">Settings of this one.</param>
    public static async Task<SiteProcess> StartAsync(BenchStore store, CancellationToken cancel, string? program = null, params string[] others)
    {
        var home = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = store.Folder,
        };
        string[] settings = [$"--urls={home}", $"--Site:PublicUrl={home}", "--Seeds:Load=false", "--environment=Production", .. store.Settings, .. others];
        foreach (var arg in settings.Prepend(program ?? Program())) start.ArgumentList.Add(arg);

        var site = new SiteProcess(new Process { StartInfo = start }, new Uri(home));
        try
        {
            site.Run();
            await site.WaitUntilReadyAsync(cancel);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Run()
    {
        // Read to the end: a full pipe would hold the site up.
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        Said?.Invoke(line);
        lastLines.Enqueue(line);
        while (lastLines.Count > LinesKept) lastLines.TryDequeue(out _);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancel)
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < LongestStart && !process.HasExited)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancel);
        }

        throw new InvalidOperationException($"The site did not come up. It said:{Environment.NewLine}{string.Join(Environment.NewLine, lastLines)}");
    }

    /// <summary>Where the site's own build lies, with its static files; ours has only its code.</summary>
    private static string Program()
    {
        var ours = new DirectoryInfo(AppContext.BaseDirectory);
        var root = Path.Combine(ours.FullName, "..", "..", "..", "..", "..");
        return Path.GetFullPath(Path.Combine(root, "src", "WorthyNews.Web", "bin", ours.Parent!.Name, ours.Name, "WorthyNews.Web.dll"));
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
