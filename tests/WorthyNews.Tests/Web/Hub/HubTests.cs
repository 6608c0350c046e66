using System.Net;
using System.Text.Json;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Hub;

/// <summary>Asking to be told, and being told.</summary>
public sealed class HubTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_subscriber_gets_the_feed_as_it_stands_signed_with_its_secret()
    {
        await using var hub = await HubUnderTest.StartAsync();
        hub.Subscriber.Secret = "a secret";
        await hub.SubscribeAsync(("secret", "a secret"), ("callback", hub.Subscriber.At("/in?of=us").AbsoluteUri));

        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();

        using var client = hub.Site.Visit();
        var arrival = Assert.Single(hub.Subscriber.Arrivals);
        Assert.Equal(await client.GetStringAsync("/feeds/all.json"), arrival.Body);
        Assert.Equal("application/feed+json; charset=utf-8", arrival.ContentType);
        Assert.Equal($"<{SiteUnderTest.PublicUrl}/hub>; rel=\"hub\", <{HubUnderTest.Topic}>; rel=\"self\"", arrival.Links);
        var asked = QueryHelpers.ParseQuery(Assert.Single(hub.Subscriber.Asked).Split('?')[1]);
        Assert.Equal(("us", "subscribe", HubUnderTest.Topic, "864000"), (asked["of"].ToString(), asked["hub.mode"].ToString(), asked["hub.topic"].ToString(), asked["hub.lease_seconds"].ToString()));
    }

    [Fact]
    public async Task What_is_signed_with_another_secret_is_rejected_and_tried_again()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync(("secret", "a secret"));
        hub.Subscriber.Secret = "another secret";

        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();

        Assert.Empty(hub.Subscriber.Arrivals);
        Assert.Equal(1, Assert.Single(await hub.SubscriptionsAsync()).Failures);
    }

    [Fact]
    public async Task A_publication_a_correction_and_a_kill_come_in_their_order_each_once()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();

        var dispatch = await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();
        await hub.Site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        await hub.LookAsync();
        await hub.Site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A reason.", SiteUnderTest.By, None);
        await hub.LookAsync();
        await hub.LookAsync();

        var came = hub.Subscriber.Arrivals.Select(a => JsonDocument.Parse(a.Body).RootElement.GetProperty("items")[0]).ToList();
        Assert.Equal(3, came.Count);
        Assert.All(came, item => Assert.Equal($"urn:uuid:{dispatch.StoryId}", item.GetProperty("id").GetString()));
        Assert.Equal(["", "corrected", "killed"], came.Select(HubUnderTest.NewestNotice));
        Assert.Equal("This story is gone", came[2].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Who_was_away_gets_what_stands_now_and_nothing_that_was_killed_since()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        hub.Subscriber.Take = _ => HttpStatusCode.ServiceUnavailable;
        var dispatch = await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();
        await hub.Site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A reason.", SiteUnderTest.By, None);
        await hub.LookAsync();

        hub.Subscriber.Take = _ => HttpStatusCode.OK;
        await hub.LookAsync();
        Assert.Empty(hub.Subscriber.Arrivals);      // it waits after two failures
        hub.Site.Clock.Advance(Subscription.WaitAfter(2));
        await hub.LookAsync();
        await hub.LookAsync();

        var arrival = Assert.Single(hub.Subscriber.Arrivals);
        Assert.Contains("We have taken this story down.", arrival.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("bishops", arrival.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Assert.Single(await hub.SubscriptionsAsync()).Failures);
    }

    [Fact]
    public async Task Only_who_subscribed_to_a_feed_that_changed_is_told()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.Site.PublishAsync(Sample.Copy() with { Topics = ["synods"] });
        foreach (var of in new[] { "topics/synods", "topics/councils", "corrections", "places/nicaea", "languages/en" })
            await hub.Site.PublishAsync(Sample.Copy()).ContinueWith(_ => hub.SubscribeAsync(("topic", $"{SiteUnderTest.PublicUrl}/feeds/{of}.atom?items=5"), ("callback", hub.Subscriber.At($"/{of}").AbsoluteUri)), TaskScheduler.Default).Unwrap();
        await hub.LookAsync();
        var before = hub.Subscriber.Arrivals.Count;

        await hub.Site.PublishAsync(Sample.Copy("Another"));
        await hub.LookAsync();

        Assert.Equal(["/languages/en", "/places/nicaea", "/topics/councils"], hub.Subscriber.Arrivals.Skip(before).Select(a => a.Path).Order(StringComparer.Ordinal));
        Assert.Single((await hub.SubscriptionsAsync()).Select(s => s.Cursor).Distinct());
    }

    [Fact]
    public async Task Who_follows_a_list_that_a_story_left_is_told_of_that_and_of_its_kill()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.Site.PublishAsync(Sample.Copy("Another"));
        var dispatch = await hub.Site.PublishAsync(Sample.Copy());
        await hub.SubscribeAsync(("topic", $"{SiteUnderTest.PublicUrl}/feeds/topics/councils.json"));

        var revision = await hub.Site.ReviseAsync(dispatch, Sample.Copy() with { Topics = ["synods"] });
        await hub.Site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);
        await hub.LookAsync();
        await hub.Site.Desk.KillAsync(dispatch.Id, "It is gone.", "A reason.", SiteUnderTest.By, None);
        await hub.LookAsync();

        Assert.Equal([false, true], hub.Subscriber.Arrivals.Select(a => a.Body.Contains("It is gone.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_feed_that_a_merged_name_left_is_that_of_the_survivor_from_then_on()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.Site.PublishAsync(Sample.Copy() with { Topics = ["synods"] });
        await hub.Site.PublishAsync(Sample.Copy("Another") with { Topics = ["councils"] });
        await hub.SubscribeAsync(("topic", $"{SiteUnderTest.PublicUrl}/feeds/topics/synods.json"));

        await hub.Site.Services.GetRequiredService<DirectoryDesk>().MergeAsync(NameKind.Topic, "synods", "councils", None);
        await hub.LookAsync();
        await hub.Site.PublishAsync(Sample.Copy("A Third") with { Topics = ["councils"] });
        await hub.LookAsync();

        Assert.Equal(2, hub.Subscriber.Arrivals.Count);
        Assert.Contains("A Third", hub.Subscriber.Arrivals[1].Body, StringComparison.Ordinal);
        Assert.Contains("/feeds/topics/councils.json\"", hub.Subscriber.Arrivals[1].Body, StringComparison.Ordinal);
        Assert.EndsWith("/feeds/topics/synods.json>; rel=\"self\"", hub.Subscriber.Arrivals[1].Links, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another word", 200)]
    [InlineData("challenge", 404)]
    [InlineData("challenge", 302)]
    public async Task Nobody_is_told_who_did_not_say_yes_himself(string says, int status)
    {
        await using var hub = await HubUnderTest.StartAsync();
        hub.Subscriber.Verify = context =>
        {
            context.Response.StatusCode = status;
            if (status == 302) context.Response.Headers.Location = context.Request.Path + context.Request.QueryString.Value;
            return context.Response.WriteAsync(says == "challenge" ? context.Request.Query["hub.challenge"].ToString() : says);
        };

        await hub.SubscribeAsync();
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();

        Assert.Empty(await hub.SubscriptionsAsync());
        Assert.Single(hub.Subscriber.Asked);
        Assert.Empty(hub.Subscriber.Arrivals);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_asked_three_times()
    {
        await using var hub = await HubUnderTest.StartAsync();
        hub.Subscriber.Verify = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        await hub.SubscribeAsync();

        for (var i = 0; i < 5; i++)
        {
            hub.Site.Clock.Advance(TimeSpan.FromMinutes(1));
            await hub.LookAsync();
        }

        Assert.Equal(SubscriptionRequest.MostTries, hub.Subscriber.Asked.Count);
        await using var db = hub.Site.OpenDb();
        Assert.Empty(await db.SubscriptionRequests.ToListAsync());
    }

    [Fact]
    public async Task A_lease_ends_unless_it_is_asked_for_again()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync(("lease_seconds", "3600"));
        await hub.SubscribeAsync(("lease_seconds", "7200"), ("secret", "new"));
        hub.Site.Clock.Advance(TimeSpan.FromMinutes(61));
        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();
        Assert.StartsWith("sha256=", Assert.Single(hub.Subscriber.Arrivals).Signature, StringComparison.Ordinal);

        hub.Site.Clock.Advance(TimeSpan.FromMinutes(60));
        await hub.Site.PublishAsync(Sample.Copy("Another"));
        await hub.LookAsync();

        Assert.Single(hub.Subscriber.Arrivals);
        Assert.Empty(await hub.SubscriptionsAsync());
    }

    [Theory]
    [InlineData("1", "300")]
    [InlineData("99999999999", "2592000")]
    public async Task A_lease_is_neither_too_short_nor_for_ever(string asked, string given)
    {
        await using var hub = await HubUnderTest.StartAsync();

        await hub.SubscribeAsync(("lease_seconds", asked));

        Assert.Equal(given, QueryHelpers.ParseQuery(hub.Subscriber.Asked[0].Split('?')[1])["hub.lease_seconds"].ToString());
    }

    [Fact]
    public async Task An_address_that_wants_no_more_says_so_itself()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        var verify = hub.Subscriber.Verify;
        hub.Subscriber.Verify = _ => Task.CompletedTask;
        await hub.SubscribeAsync(("mode", "unsubscribe"));
        Assert.Single(await hub.SubscriptionsAsync());     // somebody else asked

        hub.Subscriber.Verify = verify;
        await hub.SubscribeAsync(("mode", "unsubscribe"));

        Assert.Empty(await hub.SubscriptionsAsync());
        Assert.Contains("hub.mode=unsubscribe", hub.Subscriber.Asked[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("lease", hub.Subscriber.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_gone_for_good_is_told_no_more()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        hub.Subscriber.Take = _ => HttpStatusCode.Gone;

        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();

        Assert.Empty(await hub.SubscriptionsAsync());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var hub = await HubUnderTest.StartAsync();
        await hub.SubscribeAsync();
        hub.Subscriber.Take = path => path == "/in" ? HttpStatusCode.PermanentRedirect : HttpStatusCode.OK;

        await hub.Site.PublishAsync(Sample.Copy());
        await hub.LookAsync();

        Assert.Empty(hub.Subscriber.Arrivals);
        Assert.Equal(1, Assert.Single(await hub.SubscriptionsAsync()).Failures);
    }

    [Theory]
    [InlineData("mode", "publish", "own feeds only")]
    [InlineData("mode", null, "hub.mode is subscribe or unsubscribe.")]
    [InlineData("callback", null, "hub.callback is missing")]
    [InlineData("callback", "ftp://example.org/", "no http or https")]
    [InlineData("callback", "http://user@example.org/", "neither")]
    [InlineData("callback", "http://example.org/#a", "neither")]
    [InlineData("callback", "http://example.org:25/", "port")]
    [InlineData("topic", "https://elsewhere.test/feeds/all.json", "none of our feeds")]
    [InlineData("topic", SiteUnderTest.PublicUrl + "/feeds/all.json?items=50", "none of our feeds")]
    [InlineData("topic", SiteUnderTest.PublicUrl + "/feeds/all.xml", "none of our feeds")]
    [InlineData("topic", SiteUnderTest.PublicUrl + "/feeds/folder/slug.rss", "none of our feeds")]
    [InlineData("topic", SiteUnderTest.PublicUrl + "/feeds/topics/never-named.rss", "not there")]
    [InlineData("lease_seconds", "soon", "whole number")]
    [InlineData("secret", "a\u0001b", "control character")]
    public async Task What_cannot_be_is_told_in_a_sentence(string key, string? value, string told)
    {
        await using var hub = await HubUnderTest.StartAsync();

        var (status, words) = await hub.AskAsync((key, value));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(told, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_or_a_form_that_is_too_long_is_refused()
    {
        await using var hub = await HubUnderTest.StartAsync();
        using var client = hub.Site.Visit();

        var (long200, _) = await hub.AskAsync(("secret", new string('é', 100)));
        var (long199, _) = await hub.AskAsync(("secret", new string('e', 199)));
        var (huge, _) = await hub.AskAsync(("more", new string('e', 9000)));
        using var none = await client.PostAsync("/hub", new StringContent("{}"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (long200, long199, huge, none.StatusCode));
    }

    [Fact]
    public async Task Every_feed_says_who_tells_of_its_changes_and_one_name_for_itself()
    {
        await using var site = await SiteUnderTest.StartAsync(("Hub:Outside", "https://hub.elsewhere.test/"));
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        foreach (var format in new[] { "rss", "atom", "json" })
        {
            using var answer = await client.GetAsync($"/feeds/topics/councils.{format}?items=50&content=summary&x=1");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(
                $"<{SiteUnderTest.PublicUrl}/hub>; rel=\"hub\", <https://hub.elsewhere.test/>; rel=\"hub\", <{SiteUnderTest.PublicUrl}/feeds/topics/councils.{format}?content=summary>; rel=\"self\"",
                answer.Headers.GetValues("Link").Single());
            Assert.Contains($"{SiteUnderTest.PublicUrl}/hub\"", text, StringComparison.Ordinal);
            Assert.Contains("https://hub.elsewhere.test/\"", text, StringComparison.Ordinal);
        }
    }
}
