using System.Net;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Syndication;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Hub;

namespace WorthyNews.Tests.Web.Hub;

/// <summary>A site whose hub looks when the test says so, and a subscriber to it.</summary>
internal sealed class HubUnderTest : IAsyncDisposable
{
    public const string Topic = SiteUnderTest.PublicUrl + "/feeds/all.json";

    private HubUnderTest(SiteUnderTest site, Subscriber subscriber) => (Site, Subscriber) = (site, subscriber);

    public SiteUnderTest Site { get; }

    public Subscriber Subscriber { get; }

    public static async Task<HubUnderTest> StartAsync(params (string Key, string Value)[] settings)
    {
        var subscriber = await Subscriber.StartAsync();
        return new HubUnderTest(await SiteUnderTest.StartAsync([Subscriber.Allowed, .. settings]), subscriber);
    }

    /// <returns>The answer of the hub, and its words.</returns>
    public async Task<(HttpStatusCode Status, string Words)> AskAsync(params (string Key, string? Value)[] fields)
    {
        using var client = Site.Visit();
        var form = new Dictionary<string, string?>(StringComparer.Ordinal) { ["hub.mode"] = "subscribe", ["hub.topic"] = Topic, ["hub.callback"] = Subscriber.At("/in").AbsoluteUri };
        foreach (var (key, value) in fields) form["hub." + key] = value;
        using var answer = await client.PostAsync("/hub", new FormUrlEncodedContent(form.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Key, f.Value!))));
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Trim());
    }

    /// <summary>Asks, and has the address asked.</summary>
    public async Task SubscribeAsync(params (string Key, string? Value)[] fields)
    {
        var (status, words) = await AskAsync(fields);
        Assert.True(status == HttpStatusCode.Accepted, words);
        await LookAsync();
    }

    /// <summary>One look, and all that it started ended.</summary>
    public Task LookAsync() => LookAsync(Site);

    public static async Task LookAsync(SiteUnderTest node)
    {
        var round = node.Services.GetRequiredService<HubRound>();
        await round.RunAsync(CancellationToken.None);
        await round.SettleAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<Subscription>> SubscriptionsAsync()
    {
        await using var db = Site.OpenDb();
        return await db.Subscriptions.AsNoTracking().OrderBy(s => s.Callback).ToListAsync();
    }

    /// <returns>Its kind; empty when the item has none.</returns>
    public static string NewestNotice(JsonElement item) =>
        item.GetProperty("_worthy_news").GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("kind").GetString()!).FirstOrDefault("");

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Subscriber.DisposeAsync();
    }
}
