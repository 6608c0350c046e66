using System.Net;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Imaging;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>The pictures of a story live as long as the story does.</summary>
public sealed class PictureTests
{
    private static readonly DatelinePlace Kyiv = new("kyiv", "Kyiv") { Point = new GeoPoint(50.45, 30.52), CountryCode = "UA" };

    [Fact]
    public async Task A_dateline_that_is_known_draws_a_map_on_the_story_and_the_front_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));

        foreach (var path in new[] { live.Address!, "/" })
        {
            var figure = (await site.ReadAsync(path)).QuerySelector("figure.map img")!;
            Assert.Contains("Kyiv", figure.GetAttribute("alt"), StringComparison.Ordinal);
            Assert.NotNull(figure.GetAttribute("width"));
            using var answer = await GetAsync(site, figure.GetAttribute("src")!);
            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Kyiv", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dateline_that_nobody_knows_draws_none()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy() with { Dateline = Sample.Dateline("Nowhere") });

        Assert.Null((await site.ReadAsync(live.Address!)).QuerySelector("figure.map"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_its_last_story_a_map_is_gone(bool isKilled)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var one = await site.PublishAsync(From(Kyiv));
        var two = await site.PublishAsync(From(Kyiv) with { Slug = "two" });
        var map = (await site.ReadAsync(one.Address!)).QuerySelector("figure.map img")!.GetAttribute("src")!;

        await WithdrawAsync(site, one, isKilled);
        using var still = await GetAsync(site, map);
        await WithdrawAsync(site, two, isKilled);
        using var gone = await GetAsync(site, map);

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        await using var db = site.OpenDb();
        Assert.Empty(db.Maps);
    }

    [Fact]
    public async Task A_reinstated_story_has_its_map_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));
        await WithdrawAsync(site, live, isKilled: true);

        await site.Desk.ReinstateAsync(live.Id, "It was right.", SiteUnderTest.By, CancellationToken.None);

        var map = (await site.ReadAsync(live.Address!)).QuerySelector("figure.map img")!.GetAttribute("src")!;
        using var answer = await GetAsync(site, map);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_dateline_is_another_map_and_the_old_one_is_not_kept()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));
        var before = (await site.ReadAsync(live.Address!)).QuerySelector("figure.map img")!.GetAttribute("src")!;

        var revision = await site.ReviseAsync(live, From(new DatelinePlace("lviv", "Lviv") { Point = new GeoPoint(49.84, 24.03), CountryCode = "UA" }));
        await site.Desk.CorrectAsync(live.Id, revision, "It came from Lviv.", SiteUnderTest.By, CancellationToken.None);

        var after = (await site.ReadAsync(live.Address!)).QuerySelector("figure.map img")!.GetAttribute("src")!;
        Assert.NotEqual(before, after);
        using var old = await GetAsync(site, before);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    [Fact]
    public async Task A_shared_link_shows_the_card_of_its_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));
        await site.Services.GetRequiredService<CardPictures>().DrawAsync(live.StoryId, CancellationToken.None);

        var head = (await site.ReadAsync(live.Address!)).Head!;
        var card = new Uri(head.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
        using var answer = await GetAsync(site, card.PathAndQuery);

        Assert.Equal(SiteUnderTest.PublicUrl, card.GetLeftPart(UriPartial.Authority));
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await site.Newsstand.CardPictureAsync(live.Address!, CancellationToken.None), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("summary_large_image", head.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Until_its_card_is_drawn_the_card_of_the_house_stands_for_a_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));

        using var answer = await GetAsync(site, $"{live.Address}/card.png");
        using var house = await GetAsync(site, "/card.png");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(await house.Content.ReadAsByteArrayAsync(), await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl?.NoCache, "It is asked for again, for the right one is on its way.");
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Gone)]
    [InlineData(false, HttpStatusCode.NotFound)]
    public async Task A_withdrawn_story_has_no_card_not_even_the_house_s(bool isKilled, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));
        await site.Services.GetRequiredService<CardPictures>().DrawAsync(live.StoryId, CancellationToken.None);
        using var held = await GetAsync(site, $"{live.Address}/card.png");

        await WithdrawAsync(site, live, isKilled);
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"{live.Address}/card.png");
        ask.Headers.IfNoneMatch.Add(held.Headers.ETag!);
        using var client = site.Visit();
        using var answer = await client.SendAsync(ask);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("nicaea", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/card.png")]
    [InlineData("/maps/world.svg")]
    public async Task A_picture_that_a_browser_has_is_not_sent_again(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var first = await GetAsync(site, path);

        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = site.Visit();
        using var again = await client.SendAsync(ask);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((first.Headers.ETag, first.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Programs_are_told_where_a_story_comes_from()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(From(Kyiv));

        var json = (await site.ReadAsync(live.Address!)).QuerySelector("script[type='application/ld+json']")!.TextContent;

        Assert.Contains("\"latitude\":50.45,\"longitude\":30.52", json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Copy From(params DatelinePlace[] places) => Sample.Copy() with { Dateline = new Dateline(places) };

    private static Task<Outcome> WithdrawAsync(SiteUnderTest site, Dispatch dispatch, bool isKilled) => isKilled
        ? site.Desk.KillAsync(dispatch.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None)
        : site.Desk.RetractAsync(dispatch.Id, "It is withdrawn.", SiteUnderTest.By, CancellationToken.None);

    private static async Task<HttpResponseMessage> GetAsync(SiteUnderTest site, string path)
    {
        using var client = site.Visit();
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
