using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorthyNews.Tests.Support;

/// <summary>A church's own site, on a loopback port and so of another origin than ours: it serves what it is told to.</summary>
public sealed class HostSite : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, (string Html, string? Policy)> pages = new(StringComparer.Ordinal);

    private HostSite(WebApplication server) => this.server = server;

    public Uri Url { get; private set; } = null!;

    public static async Task<HostSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new HostSite(builder.Build());
        host.server.Run(host.AnswerAsync);
        await host.server.StartAsync();
        host.Url = new Uri(host.server.Urls.Single());
        return host;
    }

    /// <param name="policy">Its content security policy; null for none.</param>
    /// <returns>Where it is.</returns>
    public string Serve(string path, string html, string? policy = null)
    {
        pages[path] = (html, policy);
        return new Uri(Url, path).AbsoluteUri;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!pages.TryGetValue(context.Request.Path.Value!, out var page))
        {
            // A browser asks for an icon by itself, and writes into its console that there is none.
            context.Response.StatusCode = context.Request.Path == "/favicon.ico" ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
            return;
        }

        if (page.Policy is not null) context.Response.Headers.ContentSecurityPolicy = page.Policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.Html);
    }
}
