using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WorthyNews.Bench.Load;

/// <summary>One drive with wrk.</summary>
/// <param name="P99">Milliseconds.</param>
/// <param name="Cpu">Of the server, in milliseconds for each request.</param>
/// <param name="Bad">Answers that were none of 2xx or 3xx, and broken connections.</param>
internal sealed record Drive(double RequestsPerSecond, double P99, double Cpu, long Requests, long Bad)
{
    public static readonly string[] Codings = ["identity", "gzip", "br"];

    private const int Connections = 64;

    /// <param name="server">Process id of what is driven.</param>
    /// <param name="headers">"Name: value".</param>
    public static async Task<Drive> RunAsync(Uri url, int server, int seconds, int connections, IEnumerable<string> headers, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var arg in new[] { "-t1", string.Create(CultureInfo.InvariantCulture, $"-c{connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--latency" }) start.ArgumentList.Add(arg);
        foreach (var header in headers)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add(header);
        }

        start.ArgumentList.Add(url.AbsoluteUri);
        var before = ProcessorOf(server);
        using var wrk = Process.Start(start)!;
        var text = await wrk.StandardOutput.ReadToEndAsync(cancel);
        await wrk.WaitForExitAsync(cancel);
        if (wrk.ExitCode != 0) throw new InvalidOperationException($"wrk failed: {text}{await wrk.StandardError.ReadToEndAsync(cancel)}");
        var requests = (long)Number(text, @"(\d+) requests in");
        return new Drive(
            Number(text, @"Requests/sec:\s+([\d.]+)"),
            Milliseconds(text),
            (ProcessorOf(server) - before).TotalMilliseconds / Math.Max(1, requests),
            requests,
            (long)Number(text, @"Non-2xx or 3xx responses: (\d+)") + (long)Number(text, @"Socket errors: connect (\d+)") + (long)Number(text, @"read (\d+), write") + (long)Number(text, @"timeout (\d+)"));
    }

    /// <inheritdoc cref="RunAsync(Uri, int, int, int, IEnumerable{string}, CancellationToken)"/>
    public static Task<Drive> RunAsync(Uri url, int server, int seconds, CancellationToken cancel, params string[] headers) => RunAsync(url, server, seconds, Connections, headers, cancel);

    public static bool IsThere()
    {
        try
        {
            using var wrk = Process.Start(new ProcessStartInfo("wrk", "-v") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            wrk.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>What a process used of the processors so far.</summary>
    public static TimeSpan ProcessorOf(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }

    /// <summary>Of a process, in megabytes. Source: proc(5), RssAnon and RssFile of status.</summary>
    /// <returns>What is its own, and what of files the system keeps for it and can take back: the program, and on SQLite the database.</returns>
    public static (double Own, double Mapped) ResidentOf(int id)
    {
        var lines = File.ReadAllLines($"/proc/{id}/status");
        double Of(string name) => double.Parse(Array.Find(lines, l => l.StartsWith(name, StringComparison.Ordinal))!.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        return (Of("RssAnon:"), Of("RssFile:"));
    }

    private static double Milliseconds(string text)
    {
        var match = Regex.Match(text, @"99%\s+([\d.]+)(us|ms|s)");
        if (!match.Success) return 0;
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    private static double Number(string text, string pattern) =>
        Regex.Match(text, pattern) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
}
