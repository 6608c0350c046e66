using System.Net;
using System.Text.Json;

using AngleSharp;
using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>Frames, fragments and data, as other people's pages ask for them.</summary>
public sealed class WidgetTests
{
    [Fact]
    public async Task Frame_fragment_and_data_show_the_same_stories_newest_first()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var hour in Enumerable.Range(1, 7)) await site.PublishAsync(Sample.Copy($"Story {hour}"), Sample.Noon.AddHours(-hour));
        using var client = site.Visit();
        string[] newest = ["Story 1", "Story 2", "Story 3"];

        Assert.Equal(newest, await HeadlinesAsync(client, "/embed/headlines?count=3"));
        Assert.Equal(newest, await HeadlinesAsync(client, "/embed/cards?count=3"));
        Assert.Equal(newest, await HeadlinesAsync(client, "/embed/headlines.html?count=3"));
        using var data = await DataAsync(client, "/embed/headlines.json?count=3");
        Assert.Equal(newest, data.RootElement.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("headline").GetString()));

        using var older = await DataAsync(client, new Uri(data.RootElement.GetProperty("older").GetString()!).PathAndQuery);
        Assert.Equal(["Story 4", "Story 5", "Story 6"], older.RootElement.GetProperty("stories").EnumerateArray().Select(s => s.GetProperty("headline").GetString()));
        var page = await PageAsync(client, "/embed/headlines?count=3&pager=yes");
        Assert.Equal(["Story 4", "Story 5", "Story 6"], await HeadlinesAsync(client, page.QuerySelector(".wn-pager a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task Several_lists_are_one_and_a_story_in_both_stands_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("In Europe") with { Bureau = "europe", Topics = ["prayer"] }, Sample.Noon.AddHours(-1));
        await site.PublishAsync(Sample.Copy("In Asia") with { Bureau = "asia", Topics = ["war"] }, Sample.Noon.AddHours(-2));
        await site.PublishAsync(Sample.Copy("Of Prayer") with { Bureau = "africa", Topics = ["prayer"] }, Sample.Noon.AddHours(-3));
        await site.NameAsync(Sample.Bureau("europe", "Europe"), Sample.Bureau("asia", "Asia"), Sample.Bureau("africa", "Africa"));
        using var client = site.Visit();

        Assert.Equal(["In Europe", "Of Prayer"], await HeadlinesAsync(client, "/embed/headlines?from=topics/prayer,bureaus/europe"));
        Assert.Equal(["In Europe", "In Asia"], await HeadlinesAsync(client, "/embed/headlines?from=bureaus/europe&from=bureaus/asia"));
        Assert.Equal("Latest news: Asia", (await PageAsync(client, "/embed/headlines?from=bureaus/asia")).QuerySelector("h3")!.TextContent);
    }

    [Fact]
    public async Task Hard_stories_are_left_out_unless_they_are_asked_for_and_what_may_not_be_syndicated_is_not_read_here()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Hard") with { Sensitive = true }, Sample.Noon.AddHours(-1));
        var ours = await site.PublishAsync(Sample.Copy("Ours Alone") with { MaySyndicate = false }, Sample.Noon.AddHours(-2));
        var free = await site.PublishAsync(Sample.Copy("Free"), Sample.Noon.AddHours(-3));
        using var client = site.Visit();

        Assert.Equal(["Ours Alone", "Free"], await HeadlinesAsync(client, "/embed/headlines?count=2"));
        Assert.Equal(["Hard", "Ours Alone"], await HeadlinesAsync(client, "/embed/headlines?count=2&hard=show"));
        var links = (await PageAsync(client, "/embed/headlines?open=here")).QuerySelectorAll(".wn-title").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(SiteUnderTest.PublicUrl + ours.Address, links[0]);
        var reading = await PageAsync(client, links[1]);
        Assert.Equal("Free", reading.QuerySelector(".wn-text .wn-title")!.TextContent);
        Assert.Contains("Two bishops would not sign it.", reading.Body!.TextContent, StringComparison.Ordinal);
        using var refused = await DataAsync(client, $"/embed/story.json?story={ours.StoryId:D}&text=yes");
        Assert.Equal(JsonValueKind.Null, refused.RootElement.GetProperty("text").ValueKind);
        using var read = await DataAsync(client, $"/embed/story.json?story={free.StoryId:D}&text=yes");
        Assert.Contains("Two bishops would not sign it.", read.RootElement.GetProperty("text").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gentle_story_is_found_behind_many_hard_ones()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var minute in Enumerable.Range(1, 30)) await site.PublishAsync(Sample.Copy($"Hard {minute}") with { Sensitive = true }, Sample.Noon.AddMinutes(-minute));
        await site.PublishAsync(Sample.Copy("Gentle"), Sample.Noon.AddHours(-1));
        using var client = site.Visit();

        Assert.Equal(["Gentle"], await HeadlinesAsync(client, "/embed/headlines?count=1&from=bureaus/middle-east"));
    }

    [Fact]
    public async Task A_frame_says_which_printing_it_is_so_that_a_kept_one_finds_out_that_it_is_old()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("First"));
        using var client = site.Visit();
        async Task<string> PrintAsync() => (await PageAsync(client, "/embed/headlines")).DocumentElement.GetAttribute("data-print")!;

        var first = await PrintAsync();
        Assert.Equal(first, await PrintAsync());
        await site.PublishAsync(Sample.Copy("Second"));
        Assert.NotEqual(first, await PrintAsync());
    }

    [Fact]
    public async Task What_is_published_corrected_retracted_or_killed_is_so_in_every_widget_at_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy("First Words"));
        using var client = site.Visit();
        string[] surfaces = ["/embed/headlines", "/embed/cards?open=here", "/embed/headlines.html", "/embed/headlines.json", $"/embed/story?story={story.StoryId:D}", $"/embed/story.html?story={story.StoryId:D}", $"/embed/story.json?story={story.StoryId:D}&text=yes"];
        await AssertAllAsync(client, surfaces, "First Words", isThere: true);

        await site.ReviseAsync(story, Sample.Copy("Second Words"));
        await site.Desk.CorrectAsync(story.Id, 2, "The words were wrong.", SiteUnderTest.By, CancellationToken.None);
        await AssertAllAsync(client, surfaces, "First Words", isThere: false);
        await AssertAllAsync(client, surfaces, "Second Words", isThere: true);
        await AssertAllAsync(client, surfaces, "Corrected", isThere: true);

        await site.Desk.KillAsync(story.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        await AssertAllAsync(client, surfaces, "Words", isThere: false);
        await AssertAllAsync(client, surfaces[4..], "It was not so.", isThere: true);
        using var gone = await client.GetAsync(new Uri(surfaces[4], UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        await AssertAllAsync(client, surfaces[..4], "Nothing filed here yet.", isThere: true);
    }

    [Theory]
    [InlineData("/embed/headlines?count=0", "count is a number from 1 to 20.")]
    [InlineData("/embed/headlines?count=x", "count is a number from 1 to 20.")]
    [InlineData("/embed/headlines.html?from=nowhere/x", "from is a list of ours, such as bureaus/europe.")]
    [InlineData("/embed/headlines.json?from=a,b,c,d,e,f", "from is a list of ours, such as bureaus/europe.")]
    [InlineData("/embed/headlines?theme=pink", "theme is auto, light, dark.")]
    [InlineData("/embed/headlines?ink=red", "ink is a colour such as 1c4a78")]
    [InlineData("/embed/story", "story is the id of a story")]
    [InlineData("/embed/story.json?story=1", "story is the id of a story")]
    [InlineData("/embed/cards?before=1", "before is where a page of ours went on.")]
    [InlineData("/embed/cards?language=tlh", "language is ar, de, en, es, fr, he, hu, uk.")]
    public async Task A_choice_that_cannot_be_made_is_said_in_a_sentence_which_a_frame_may_show(string path, string sentence)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        if (answer.Content.Headers.ContentType?.MediaType == "text/html") Assert.DoesNotContain("frame-ancestors", Policy(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/embed/headlines")]
    [InlineData("/embed/headlines.html?count=2")]
    [InlineData("/embed/headlines.json?hard=show")]
    public async Task Everybody_gets_the_same_bytes_for_a_moment_and_is_told_nothing_else(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var ask = new HttpRequestMessage(HttpMethod.Get, path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "utm_source=x");
        ask.Headers.Add("Cookie", "worthy=1");
        ask.Headers.Add("Origin", "https://church.example");
        ask.Headers.Add("Accept-Language", "ar");
        using var second = await client.SendAsync(ask);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await client.SendAsync(again);

        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        foreach (var answer in new[] { first, second, third })
        {
            Assert.Equal("public, max-age=15", answer.Headers.CacheControl!.ToString());
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("Accept-Encoding", string.Join(',', answer.Headers.Vary));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Frames_may_stand_on_any_page_and_nothing_else_of_ours_may()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        foreach (var path in new[] { "/embed/headlines", "/embed/cards?accent=00ff00", $"/embed/story?story={story.StoryId:D}", $"/embed/story?story={Guid.NewGuid():D}" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("frame-ancestors", Policy(answer), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Policy(answer), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("X-Frame-Options"));
        }

        foreach (var path in new[] { "/", story.Address!, "/plugins", "/feeds", "/embed/headlines.html", "/embed/none", "/nowhere" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_words_are_of_the_language_that_was_chosen_and_stories_run_in_their_own_direction()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("مجمع نيقية") with { Language = "ar" }, Sample.Noon.AddDays(-3));
        using var client = site.Visit();

        var arabic = await PageAsync(client, "/embed/headlines?from=languages/ar");
        Assert.Equal(("ar", "rtl", "آخر الأخبار"), (arabic.DocumentElement.GetAttribute("lang"), arabic.DocumentElement.GetAttribute("dir"), arabic.QuerySelector("h3")!.TextContent));
        Assert.Contains("20 نوفمبر", arabic.QuerySelector("time")!.TextContent, StringComparison.Ordinal);
        var german = await PageAsync(client, "/embed/headlines?language=de");
        Assert.Equal("Neueste Meldungen", german.QuerySelector("h3")!.TextContent);
        Assert.Equal(("ar", "rtl"), (german.QuerySelector("li")!.GetAttribute("lang"), german.QuerySelector("li")!.GetAttribute("dir")));
        Assert.Equal("20. November", german.QuerySelector("time")!.TextContent);
    }

    private static async Task AssertAllAsync(HttpClient client, IEnumerable<string> paths, string words, bool isThere)
    {
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True((await answer.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal) == isThere, $"{path} and “{words}”");
        }
    }

    private static string Policy(HttpResponseMessage answer) => string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));

    private static async Task<IDocument> PageAsync(HttpClient client, string path)
    {
        var html = await client.GetStringAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html));
    }

    private static async Task<IEnumerable<string>> HeadlinesAsync(HttpClient client, string path) => (await PageAsync(client, path)).QuerySelectorAll("li .wn-title").Select(a => a.TextContent);

    private static async Task<JsonDocument> DataAsync(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
