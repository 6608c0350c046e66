using System.Net;
using System.Text.Json;
using System.Xml.Linq;

using AngleSharp;
using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>A story's address, pasted where a program makes a card of it.</summary>
public sealed class OEmbedTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("application/json+oembed")]
    [InlineData("text/xml+oembed")]
    public async Task A_pasted_address_becomes_a_card(string dialect)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Sample.Copy("Creed \"Agreed\" & <Signed>") with { Slug = "creed" });

        var card = await consumer.CardOfAsync(dispatch.Address!, dialect);

        Assert.Equal(("rich", "1.0"), (card["type"], card["version"]));
        Assert.Equal("Creed \"Agreed\" & <Signed>", card["title"]);
        Assert.Equal(("Basil Merton", $"{SiteUnderTest.PublicUrl}/contributors/basil-merton"), (card["author_name"], card["author_url"]));
        Assert.Equal(("Worthy News", $"{SiteUnderTest.PublicUrl}/"), (card["provider_name"], card["provider_url"]));
        Assert.InRange(int.Parse(card["cache_age"], null), 1, 3600);
        Assert.Equal(($"{SiteUnderTest.PublicUrl}{dispatch.Address}/card.png?v=1", "1200", "630"), (card["thumbnail_url"], card["thumbnail_width"], card["thumbnail_height"]));
        var frame = await OEmbedConsumer.FrameOfAsync(card);
        Assert.Equal($"{SiteUnderTest.PublicUrl}/embed/story?story={dispatch.StoryId:D}", frame.GetAttribute("src"));
        Assert.Equal("Worthy News: Creed \"Agreed\" & <Signed>", frame.GetAttribute("title"));
        Assert.Equal((card["width"], card["height"]), (frame.GetAttribute("width"), frame.GetAttribute("height")));
        Assert.Equal("lazy", frame.GetAttribute("loading"));
        Assert.DoesNotContain("allow-same-origin", frame.GetAttribute("sandbox")!, StringComparison.Ordinal);
        Assert.False(frame.HasAttribute("style"));
    }

    [Fact]
    public async Task Both_dialects_say_the_same()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Sample.Copy("مجمع نيقية") with { Language = "ar", Slug = "nicaea-arabic", Sample = true, Bylines = [Sample.Byline("A"), Sample.Byline("B")] });

        var json = await consumer.CardOfAsync(dispatch.Address!, "application/json+oembed");
        var xml = await consumer.CardOfAsync(dispatch.Address!, "text/xml+oembed");

        Assert.Equal(json, xml);
        Assert.Equal("Sample: مجمع نيقية", json["title"]);
        Assert.Equal("A, B", json["author_name"]);
        Assert.False(json.ContainsKey("author_url"));
    }

    [Theory]
    [InlineData("&maxwidth=320", "")]
    [InlineData("&maxwidth=320&maxheight=300", "&pictures=none")]
    [InlineData("&maxwidth=320&maxheight=190", "&summaries=no&pictures=none")]
    [InlineData("&maxwidth=5000&maxheight=600", "&pictures=end")]
    [InlineData("&maxwidth=&maxheight=", "&pictures=end")]
    [InlineData("&maxwidth=99999999999", "&pictures=end")]
    public async Task A_card_keeps_to_the_room_it_is_given(string room, string left)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Mapped());
        Assert.NotNull((await site.Newsstand.AtAsync(dispatch.Address!, None))!.Story.Map);

        var card = await consumer.CardOfAsync(dispatch.Address!, "application/json+oembed", room);

        var limits = room.Split('&').Select(p => p.Split('=')).Where(p => p.Length == 2 && p[1].Length > 0).ToDictionary(p => p[0], p => double.Parse(p[1], null));
        Assert.True(int.Parse(card["width"], null) <= limits.GetValueOrDefault("maxwidth", 600));
        Assert.True(int.Parse(card["height"], null) <= limits.GetValueOrDefault("maxheight", 5000));
        Assert.Equal($"{SiteUnderTest.PublicUrl}/embed/story?story={dispatch.StoryId:D}{left}", (await OEmbedConsumer.FrameOfAsync(card)).GetAttribute("src"));
        // The picture is 1200 by 630 and is not offered where it would be too large.
        Assert.Equal(limits.GetValueOrDefault("maxwidth", 1200) >= 1200 && limits.GetValueOrDefault("maxheight", 630) >= 630, card.ContainsKey("thumbnail_url"));
    }

    [Theory]
    [InlineData("&maxwidth=199")]
    [InlineData("&maxheight=119")]
    [InlineData("&maxwidth=200&maxheight=140")]
    [InlineData("&maxwidth=0")]
    public async Task Where_no_card_fits_it_is_a_link(string room)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Sample.Copy());

        var card = await consumer.CardOfAsync(dispatch.Address!, "text/xml+oembed", room);

        Assert.Equal(("link", dispatch.Headline), (card["type"], card["title"]));
        Assert.All(new[] { "html", "width", "height", "thumbnail_url" }, member => Assert.False(card.ContainsKey(member)));
    }

    [Theory]
    [InlineData("https://news.test{0}", true)]
    [InlineData("http://news.test{0}", true)]
    [InlineData("https://NEWS.test{0}/", true)]
    [InlineData("https://news.test:443{0}?utm_source=x#text", true)]
    [InlineData("https://news.test:444{0}", false)]
    [InlineData("https://news.test.evil.example{0}", false)]
    [InlineData("https://evil.example/https://news.test{0}", false)]
    [InlineData("https://a@news.test{0}", false)]
    [InlineData("ftp://news.test{0}", false)]
    [InlineData("{0}", false)]
    [InlineData("https://news.test{0}/changes", false)]
    [InlineData("https://news.test/2026/11/23/never-written", false)]
    [InlineData("https://news.test/", false)]
    [InlineData("nonsense", false)]
    public async Task Only_an_address_of_a_story_of_ours_has_a_card(string written, bool isOurs)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        using var answer = await client.GetAsync($"/oembed?url={Uri.EscapeDataString(written.Replace("{0}", dispatch.Address, StringComparison.Ordinal))}");

        Assert.Equal(isOurs ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task An_old_address_is_still_the_story_s()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Slug = "creed-of-nicaea" });
        await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);

        var card = await consumer.AskAsync($"/oembed?url={SiteUnderTest.PublicUrl}{dispatch.Address}");

        Assert.Equal($"{SiteUnderTest.PublicUrl}/embed/story?story={dispatch.StoryId:D}", (await OEmbedConsumer.FrameOfAsync(card)).GetAttribute("src"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?url=", HttpStatusCode.BadRequest)]
    [InlineData("?url=x&maxwidth=wide", HttpStatusCode.BadRequest)]
    [InlineData("?url=x&maxheight=-1", HttpStatusCode.BadRequest)]
    [InlineData("?url=x&format=yaml", HttpStatusCode.NotImplemented)]
    public async Task What_cannot_be_answered_is_told_in_a_sentence(string query, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync("/oembed" + query);

        Assert.Equal((expected, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith(".", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("killed", HttpStatusCode.Gone)]
    [InlineData("retracted", HttpStatusCode.NotFound)]
    public async Task What_was_withdrawn_has_no_card_and_no_word_of_it_is_said(string fate, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var consumer = new OEmbedConsumer(site.VisitOverTheWire());
        var dispatch = await site.PublishAsync(Sample.Copy());
        var ask = await consumer.DiscoverAsync(dispatch.Address!, "application/json+oembed");
        await (fate == "killed"
            ? site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None)
            : site.Desk.RetractAsync(dispatch.Id, "Withdrawn.", SiteUnderTest.By, None));

        using var answer = await consumer.GetAsync(ask);
        using var page = await consumer.GetAsync(dispatch.Address!);

        Assert.Equal(expected, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("Nicaea", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("oembed", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_a_card_asks_for_a_change_only_and_HEAD_answers_too()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        var path = $"/oembed?url={Uri.EscapeDataString(SiteUnderTest.PublicUrl + dispatch.Address)}";

        using var first = await client.GetAsync(path);
        using var again = await AskAsync(client, HttpMethod.Get, path, first);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);
        using var corrected = await AskAsync(client, HttpMethod.Get, path, first);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (again.StatusCode, head.StatusCode, corrected.StatusCode));
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Only_a_live_story_s_page_names_its_card()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());

        foreach (var path in new[] { "/", "/plugins", $"{dispatch.Address}/republish" })
            Assert.Empty((await site.ReadAsync(path)).QuerySelectorAll("link[type$='+oembed']"));
        Assert.Equal(2, (await site.ReadAsync(dispatch.Address!)).QuerySelectorAll("head link[rel=alternate][type$='+oembed'][title]").Length);
    }

    private static Copy Mapped() => Sample.Copy() with { Dateline = new Dateline([new DatelinePlace("athens", "Athens") { Point = new GeoPoint(37.98, 23.72) }]) };

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string path, HttpResponseMessage held)
    {
        using var ask = new HttpRequestMessage(method, path);
        ask.Headers.IfNoneMatch.Add(held.Headers.ETag!);
        return await client.SendAsync(ask);
    }
}
