using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Syndication;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Hub;

using Xunit.Abstractions;

namespace WorthyNews.Tests.Web.Hub;

/// <summary>What may go wrong between us and those whom we tell.</summary>
public sealed class HubDeliveryTests(ITestOutputHelper output)
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Two_nodes_tell_a_subscriber_once()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await using var second = hub.Site.SecondNode();
        for (var i = 0; i < 8; i++) await hub.SubscribeAsync(("callback", hub.Subscriber.At($"/{i}").AbsoluteUri));

        await hub.Site.PublishAsync(Sample.Copy());
        await Task.WhenAll(hub.LookAsync(), HubUnderTest.LookAsync(second));
        await Task.WhenAll(hub.LookAsync(), HubUnderTest.LookAsync(second));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"/{i}"), hub.Subscriber.Arrivals.Select(a => a.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_crash_after_a_delivery_repeats_it_once_and_loses_nothing()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.Site.Services.GetRequiredService<HubRound>().RunAsync(None);
        await hub.Subscriber.ReceivedAsync(1);      // and the node ends here: that it was delivered is not saved

        await using var after = hub.Site.SecondNode();
        await HubUnderTest.LookAsync(after);
        Assert.Single(hub.Subscriber.Arrivals);
        hub.Site.Clock.Advance(TimeSpan.FromSeconds(31));
        for (var i = 0; i < 3; i++) await HubUnderTest.LookAsync(after);

        Assert.Equal(2, hub.Subscriber.Arrivals.Count);
    }

    [Fact]
    public async Task Dead_and_slow_subscribers_delay_nobody()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await using var well = await Subscriber.StartAsync();
        await using var other = await Subscriber.StartAsync();
        Subscriber[] slow = [hub.Subscriber, other];
        foreach (var subscriber in slow)
        {
            subscriber.Thinks = _ => TimeSpan.FromSeconds(30);
            for (var i = 0; i < 20; i++) await hub.AskAsync(("callback", subscriber.At($"/{i}").AbsoluteUri));
        }

        // Another machine, as its name says.
        for (var i = 0; i < 20; i++) await hub.AskAsync(("callback", $"http://localhost:{well.Url.Port}/{i}"));
        for (var i = 0; i < 20; i++) await hub.LookAsync();
        Assert.Equal(60, (await hub.SubscriptionsAsync()).Count);
        var round = hub.Site.Services.GetRequiredService<HubRound>();

        await hub.Site.PublishAsync(Sample.Copy());
        var since = Stopwatch.StartNew();
        while (well.Arrivals.Count < 20 && since.Elapsed < TimeSpan.FromSeconds(30))
        {
            await round.RunAsync(None);
            await Task.Delay(20);
        }

        Assert.Equal(20, well.Arrivals.Count);
        // Not one of the slow ones had come to its end by then.
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(9), $"It took {since.Elapsed}.");
    }

    [Fact]
    public async Task What_touches_another_feed_while_somebody_is_being_told_is_no_reason_to_tell_him_again()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.SubscribeAsync(("topic", $"{SiteUnderTest.PublicUrl}/feeds/topics/councils.rss"));
        hub.Subscriber.Thinks = _ => TimeSpan.FromSeconds(1);
        var round = hub.Site.Services.GetRequiredService<HubRound>();

        await hub.Site.PublishAsync(Sample.Copy("Another"));
        await round.RunAsync(None);
        await hub.Site.PublishAsync(Sample.Copy("A Third") with { Topics = ["synods"] });
        await round.RunAsync(None);
        await hub.LookAsync();
        await hub.LookAsync();

        Assert.Single(hub.Subscriber.Arrivals);
        Assert.Equal((await hub.Site.Newsstand.MarkAsync(hub.Site.Clock.GetUtcNow(), None)).Sequence, Assert.Single(await hub.SubscriptionsAsync()).Cursor);
    }

    [Fact]
    public async Task Something_new_ends_the_wait_after_a_failure()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        hub.Subscriber.Take = _ => HttpStatusCode.BadGateway;
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();
        hub.Subscriber.Take = _ => HttpStatusCode.OK;

        await hub.Site.PublishAsync(Sample.Copy("Another"));
        await hub.LookAsync();

        Assert.Contains("Another", Assert.Single(hub.Subscriber.Arrivals).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_new_elsewhere_does_not()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.Site.PublishAsync(Sample.Copy() with { Topics = ["synods", "councils"] });
        await hub.SubscribeAsync(("topic", $"{SiteUnderTest.PublicUrl}/feeds/topics/councils.rss"));
        var tries = 0;
        hub.Subscriber.Take = _ =>
        {
            Interlocked.Increment(ref tries);
            return HttpStatusCode.BadGateway;
        };
        await hub.Site.PublishAsync(Sample.Copy("Another"));
        await hub.LookAsync();

        await hub.Site.PublishAsync(Sample.Copy("A Third") with { Topics = ["synods"] });
        await hub.LookAsync();
        await hub.LookAsync();
        Assert.Equal(1, tries);

        hub.Site.Clock.Advance(Subscription.WaitAfter(1));
        await hub.LookAsync();
        Assert.Equal(2, tries);
    }

    [Fact]
    public void The_wait_after_a_failure_grows_to_an_hour()
    {
        var waits = Enumerable.Range(1, 100).Select(Subscription.WaitAfter).ToList();

        Assert.Equal([5, 10, 20, 40], waits.Take(4).Select(w => w.TotalSeconds));
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromHours(1), waits[^1]);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0.0.0.0")]
    public async Task Nobody_can_make_us_call_our_own_network(string host)
    {
        await using var subscriber = await Subscriber.StartAsync();
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.PostAsync("/hub", new FormUrlEncodedContent(
        [
            new("hub.mode", "subscribe"), new("hub.topic", HubUnderTest.Topic), new("hub.callback", $"http://{host}:{subscriber.Url.Port}/in"),
        ]));
        await HubUnderTest.LookAsync(site);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(subscriber.Asked);
    }

    [Fact]
    public async Task A_hub_of_somebody_else_is_told_which_feeds_changed()
    {
        await using var outside = await Subscriber.StartAsync();
        await using var hub = await HubUnderTest.StartAsync(("Hub:Outside", outside.At("/ping").AbsoluteUri));
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();
        var first = outside.Arrivals.Count;

        await hub.Site.PublishAsync(Sample.Copy("Another") with { Bylines = [Sample.Byline("Basil Merton")] });
        await hub.LookAsync();
        await hub.LookAsync();

        var told = QueryHelpers.ParseQuery(Assert.Single(outside.Arrivals.Skip(first)).Body);
        Assert.Equal("publish", told["hub.mode"].ToString());
        foreach (var feed in new[] { "all.rss", "all.json", "topics/councils.atom", "bureaus/middle-east.rss", "languages/en.json" })
            Assert.Contains($"{SiteUnderTest.PublicUrl}/feeds/{feed}", told["hub.url"].ToArray());
        Assert.DoesNotContain($"{SiteUnderTest.PublicUrl}/feeds/corrections.rss", told["hub.url"].ToArray());
    }

    [Fact]
    public async Task The_program_tells_at_once_and_what_it_could_not_after_it_was_killed()
    {
        await using var place = await Place.NewAsync();
        await using var subscriber = await Subscriber.StartAsync();
        subscriber.Secret = "a secret";
        var url = $"http://127.0.0.1:{RunningProgram.FreePort()}";
        string[] args = [$"--urls={url}", $"--Site:PublicUrl={url}", "--Outbound:AllowedNetworks=127.0.0.0/8"];
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var file = Path.Combine(place.Folder, "a-story.txt");
        await File.WriteAllTextAsync(file, "Bishops Agree On A Creed\n\nBy Basil Merton, Worthy News Middle East Correspondent\n\nNICAEA (Worthy News) – The bishops agreed on a creed on Thursday.\n\nTwo bishops would not sign it.\n");

        await using (var program = place.Start(args))
        {
            await program.ReadyAsync(client);
            using var asked = await client.PostAsync("/hub", new FormUrlEncodedContent(
            [
                new("hub.mode", "subscribe"), new("hub.topic", $"{url}/feeds/all.json"), new("hub.callback", subscriber.At("/in").AbsoluteUri), new("hub.secret", "a secret"),
            ]));
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            for (var i = 0; i < 600 && subscriber.Asked.Count == 0; i++) await Task.Delay(50);
            await Task.Delay(500);      // the yes is saved right after it was said
            await VerbAsync(place, args, "import", file, "--publish");
            await subscriber.ReceivedAsync(1);
            await program.KillAsync();
        }

        await VerbAsync(place, args, "correct", "bishops-agree-on-a-creed", "--notice", "It was a Thursday.");
        await using var again = place.Start(args);
        await again.ReadyAsync(client);
        await subscriber.ReceivedAsync(2);
        await VerbAsync(place, args, "kill", "bishops-agree-on-a-creed", "--notice", "It is gone.", "--reason", "A reason.");
        var came = await subscriber.ReceivedAsync(3);

        var items = came.Select(a => JsonDocument.Parse(a.Body).RootElement.GetProperty("items")[0]).ToList();
        Assert.Equal(["", "corrected", "killed"], items.Select(HubUnderTest.NewestNotice));
        foreach (var i in new[] { 0, 2 })
        {
            // Mostly half a second; a machine that does much else takes longer.
            var changed = DateTime.Parse(items[i].GetProperty("date_modified").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            output.WriteLine($"Told after {(came[i].At - changed).TotalMilliseconds:0} ms.");
            Assert.True(came[i].At - changed < TimeSpan.FromSeconds(10), $"Changed {changed:O}, told {came[i].At:O}.");
        }
    }

    private static async Task VerbAsync(Place place, string[] args, params string[] verb)
    {
        await using var program = place.Start([.. verb, .. args.Where(a => !a.StartsWith("--urls", StringComparison.Ordinal))]);
        await program.EndAsync();
        Assert.True(program.ExitCode == 0, program.Output + program.Errors);
    }
}
