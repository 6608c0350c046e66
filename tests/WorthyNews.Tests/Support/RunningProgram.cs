using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorthyNews.Tests.Support;

/// <summary>The program itself in a process of its own, as a person starts it.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private RunningProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    public int ExitCode => process.ExitCode;

    /// <param name="folder">The folder the person stands in.</param>
    public static RunningProgram Start(string folder, string environment, params string[] args) =>
        StartAt(AppContext.BaseDirectory, folder, environment, args);

    /// <param name="program">Where the program lies.</param>
    /// <param name="folder">The folder the person stands in.</param>
    public static RunningProgram StartAt(string program, string folder, string environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(program, "WorthyNews.Web.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment.Remove("ASPNETCORE_URLS");
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<RunningProgram> RunAsync(string folder, string environment, params string[] args)
    {
        var program = Start(folder, environment, args);
        await program.EndAsync();
        return program;
    }

    /// <summary>A port below those that the system gives out by itself, so that no other test is given it before the program listens.</summary>
    public static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(15_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken; there are many.
            }
        }
    }

    public async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await EndAsync();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Waits until the site answers that it is ready.</summary>
    public async Task ReadyAsync(HttpClient client)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(process.HasExited, $"It ended by itself: {Output}{Errors}");
            Assert.True(since.Elapsed < Patience, $"It was not ready in {Patience.TotalSeconds} s: {Output}{Errors}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static void Keep(StringBuilder kept, string? line)
    {
        if (line is null) return;
        lock (kept) kept.AppendLine(line);
    }

    private static string Read(StringBuilder kept)
    {
        lock (kept) return kept.ToString();
    }
}
