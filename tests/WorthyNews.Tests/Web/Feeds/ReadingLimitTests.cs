using System.Globalization;
using System.Net;
using System.Xml.Linq;

using WorthyNews.Tests.Support;
using WorthyNews.Web.Http;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>A house behind a proxy that is named to it, as strangers come to it from many places.</summary>
public sealed class ReadingLimitTests
{
    private const string Abuser = "203.0.113.7";
    private const string Neighbour = "203.0.113.8";

    /// <summary>What is printed costs nothing and is not counted.</summary>
    private const string Unprinted = "/changes";

    [Fact]
    public async Task Who_asks_without_end_is_told_when_to_come_back_and_nobody_else_notices()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:Proxies", "127.0.0.1,::1"));
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy());

        using var refused = await AskUntilRefusedAsync(client, Abuser);
        using var neighbour = await AskAsync(client, Neighbour, Unprinted);
        using var page = await AskAsync(client, Abuser, "/");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
        var seconds = int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 1, 60);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [neighbour.StatusCode, page.StatusCode]);

        await Task.Delay(TimeSpan.FromSeconds(seconds + 1));
        using var again = await AskAsync(client, Abuser, Unprinted);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_household_of_IPv6_counts_as_one_and_the_next_one_does_not()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:Proxies", "127.0.0.1,::1"));
        using var client = site.VisitOverTheWire();

        using var refused = await AskUntilRefusedAsync(client, "2001:db8:1:2::5");
        using var next = await AskAsync(client, "2001:db8:1:3::5", Unprinted);

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.OK], [refused.StatusCode, next.StatusCode]);
    }

    [Fact]
    public async Task An_aggregator_that_asks_for_every_feed_in_every_format_each_minute_is_never_refused()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:Proxies", "127.0.0.1,::1"));
        using var client = site.VisitOverTheWire();
        // A house of a hundred feeds; three of its minutes in none at all.
        for (var i = 0; i < 15; i++) await site.PublishAsync(Sample.Copy($"Story {i}") with { Topics = [.. Enumerable.Range(0, 6).Select(t => $"topic-{i}-{t}")] });
        using var list = await AskAsync(client, Abuser, "/feeds.opml");
        var feeds = XDocument.Parse(await list.Content.ReadAsStringAsync()).Descendants("outline").Attributes("xmlUrl").Select(u => new Uri(u.Value).AbsolutePath[..^".rss".Length]).ToList();

        var asked = Enumerable.Range(0, 3).SelectMany(_ => feeds.SelectMany(f => new[] { "rss", "atom", "json" }.Select(format => $"{f}.{format}")));
        var answers = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (path, _) =>
        {
            using var answer = await AskAsync(client, Abuser, path);
            answers.Add(answer.StatusCode);
        });

        Assert.InRange(feeds.Count, 95, 120);
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.1.2.3")]
    public async Task Where_the_proxy_was_not_named_nobody_is_refused_for_all_the_others(string? claimed)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();

        var answers = await ManyAsync(client, claimed, ReadingLimit.Burst + 100);

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Theory]
    [InlineData("198.41.0.4", "", false)]
    [InlineData("::ffff:198.41.0.4", "", false)]
    [InlineData("2606:4700::1111", "", false)]
    [InlineData("127.0.0.1", "", true)]
    [InlineData("::ffff:172.17.0.2", "", true)]
    [InlineData("fd00::1", "", true)]
    [InlineData("10.0.0.9", "10.0.0.1", false)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    public void An_address_is_counted_where_it_tells_who_asks(string address, string proxies, bool isShared)
    {
        List<IPNetwork> named = proxies.Length == 0 ? [] : [IPNetwork.Parse(proxies + "/32")];

        Assert.Equal(isShared, VisitorSource.IsShared(IPAddress.Parse(address), named));
    }

    private static async Task<HttpResponseMessage> AskUntilRefusedAsync(HttpClient client, string from)
    {
        // On a slow machine tokens come back meanwhile.
        for (var round = 0; ; round++)
        {
            await ManyAsync(client, from, ReadingLimit.Burst);
            var answer = await AskAsync(client, from, Unprinted);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests || round == 20) return answer;
            answer.Dispose();
        }
    }

    private static async Task<IReadOnlyCollection<HttpStatusCode>> ManyAsync(HttpClient client, string? from, int count)
    {
        var answers = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            using var answer = await AskAsync(client, from, Unprinted);
            answers.Add(answer.StatusCode);
        });
        return answers;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string? from, string path)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null) ask.Headers.Add("X-Forwarded-For", from);
        return client.SendAsync(ask);
    }
}
