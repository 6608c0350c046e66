using System.CommandLine;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorthyNews.Bench.Load;

/// <summary>What the printed pages are measured against: bare Kestrel that hands out the site's own bytes from memory, and knows nothing else.</summary>
internal static class RawServer
{
    public const string Verb = "raw";

    public static Command Build()
    {
        var site = new Argument<string>("site");
        var port = new Argument<int>("port");
        var paths = new Argument<string[]>("paths");
        var command = new Command(Verb, "Serves from memory what a site answers (used by load).") { site, port, paths };
        command.Hidden = true;
        command.SetAction((given, cancel) => RunAsync(new Uri(given.GetRequiredValue(site)), given.GetValue(port), given.GetRequiredValue(paths), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Uri site, int port, string[] paths, CancellationToken cancel)
    {
        var answers = new Dictionary<(string Target, string Coding), (byte[] Bytes, string Type)>();
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site };
        foreach (var path in paths)
        {
            foreach (var coding in Drive.Codings)
            {
                using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
                ask.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
                using var answer = await client.SendAsync(ask, cancel);
                answers[(path, coding)] = (await answer.Content.ReadAsByteArrayAsync(cancel), answer.Content.Headers.ContentType!.ToString());
                tags[path] = answer.Headers.ETag!.ToString();
            }
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var server = builder.Build();
        server.Run(async context =>
        {
            var request = context.Request;
            var target = request.QueryString.HasValue ? request.Path.Value + request.QueryString.Value : request.Path.Value!;
            if (request.Headers.IfNoneMatch.Count > 0)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.Headers.ETag = tags[target];
                return;
            }

            var (bytes, type) = answers[(target, request.Headers.AcceptEncoding.ToString())];
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes);
        });
        await server.StartAsync(cancel);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            // Ended by who started it.
        }

        return 0;
    }
}
