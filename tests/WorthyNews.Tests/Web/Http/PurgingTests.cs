using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Tests.Web.Http;

/// <summary>A cache stands before the house and is told what to drop.</summary>
public sealed class PurgingTests
{
    [Fact]
    public async Task A_withdrawal_names_every_key_that_the_pages_with_the_story_went_out_with()
    {
        await using var cache = await StartAsync();
        await using var site = await SiteUnderTest.StartAsync(("Cache:PurgeUrl", cache.Url), Subscriber.Allowed);
        var story = await site.PublishAsync(Sample.Copy() with { Topics = ["prayer"] });
        await site.PublishAsync(Sample.Copy("Beside It") with { Topics = ["youth"], Bureau = null, Section = null });
        // So that no name goes with the story: that would touch whatever prints the name.
        await site.PublishAsync(Sample.Copy("Under The Same Names") with { Topics = ["fasting"] });
        using var client = site.Visit();
        var keys = new Dictionary<string, string[]>();
        foreach (var path in new[] { "/", story.Address!, "/topics/prayer", "/feeds/topics/youth.rss", "/feeds/all.rss", "/embed/cards", "/about" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            keys[path] = Assert.Single(answer.Headers.GetValues("Surrogate-Key")).Split(' ');
        }

        var purging = site.Services.GetRequiredService<Purging>();
        site.Services.GetRequiredService<PrintedPages>().Listener = purging.Add;
        cache.Status = HttpStatusCode.BadGateway;
        await site.Desk.KillAsync(story.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        using (await client.GetAsync(new Uri("/about", UriKind.Relative))) { }
        await purging.TellAsync(CancellationToken.None);
        cache.Status = HttpStatusCode.OK;
        await purging.TellAsync(CancellationToken.None);
        await purging.TellAsync(CancellationToken.None);

        // Once it failed, once it was told, and then there was nothing more to tell.
        Assert.Equal(2, cache.Told.Count);
        var told = cache.Told.Last().Split(' ');
        Assert.Equal(["/", story.Address!, "/topics/prayer", "/feeds/all.rss", "/embed/cards"], keys.Where(k => k.Value.Intersect(told).Any()).Select(k => k.Key));
        Assert.All(keys.Values, of => Assert.Contains("everything", of));
    }

    [Fact]
    public async Task Without_a_cache_before_the_house_no_page_carries_keys()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.False(answer.Headers.Contains("Surrogate-Key"));
    }

    private static async Task<Cache> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var cache = new Cache(builder.Build());
        await cache.StartAsync();
        return cache;
    }

    /// <summary>A real server that takes PURGE.</summary>
    private sealed class Cache(WebApplication server) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Told { get; } = new();

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Url => server.Urls.Single();

        public Task StartAsync()
        {
            server.Run(context =>
            {
                if (context.Request.Method == "PURGE") Told.Enqueue(context.Request.Headers["Surrogate-Key"].ToString());
                context.Response.StatusCode = (int)Status;
                return Task.CompletedTask;
            });
            return server.StartAsync();
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
