using System.Net;
using System.Text.Json;

using AngleSharp.Dom;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class StoryPageTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_story_is_set_as_wire_copy()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East", "Asia/Beirut"));
        var dispatch = await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync(dispatch.Address!);

        Assert.Equal("Council At Nicaea Agrees On Creed", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Nicaea (Worthy News) – The bishops agreed on a creed on Thursday.", page.QuerySelector(".body p")!.TextContent);
        Assert.Equal("h2", page.QuerySelector(".body .crosshead")!.LocalName);
        Assert.Equal("By Basil Merton, Middle East Correspondent", page.QuerySelector(".byline")!.TextContent);
        Assert.Equal("November 23, 2026, 14:00 Beirut (12:00 UTC)", page.QuerySelector(".facts time")!.TextContent);
        Assert.Contains("free syndication service", page.QuerySelector(".trailer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_writers_stand_with_their_roles_and_places()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var second = new DeskByline(new Byline("Ruth Alder", null, "Asia Correspondent", "Kochi"), Behind: "Nobody Knows");
        var dispatch = await site.PublishAsync(Sample.Copy() with { Bylines = [Sample.Byline("Basil Merton", "Editor"), second] });

        var page = await site.ReadAsync(dispatch.Address!);

        Assert.Equal("By Basil Merton, Editor, and Ruth Alder, Asia Correspondent, reporting from Kochi", page.QuerySelector(".byline")!.TextContent);
        Assert.Equal("/contributors/basil-merton", Assert.Single(page.QuerySelectorAll(".byline a")).GetAttribute("href"));
        Assert.DoesNotContain("Nobody Knows", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_cannot_break_out_of_the_page_or_its_data()
    {
        const string Hostile = "</script><script>alert(1)</script> & <!-- 'Quoted'";
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy(Hostile) with { Standfirst = "<b>Not bold</b>", Kicker = "<i>" });

        var page = await site.ReadAsync(dispatch.Address!);

        var script = Assert.Single(page.QuerySelectorAll("script"));
        using var json = JsonDocument.Parse(script.TextContent);
        Assert.Equal("application/ld+json", script.GetAttribute("type"));
        Assert.Equal(Hostile, json.RootElement.GetProperty("headline").GetString());
        Assert.Equal(Hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<b>Not bold</b>", page.QuerySelector(".standfirst")!.TextContent);
    }

    [Fact]
    public async Task A_correction_stands_above_the_text_and_in_the_data()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromHours(1));
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Kicker = "Councils" });
        await site.Desk.CorrectAsync(dispatch.Id, revision, "There were two, not three.", SiteUnderTest.By, None);

        var page = await site.ReadAsync(dispatch.Address!);

        var note = page.QuerySelector(".note")!;
        Assert.Contains("There were two, not three.", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("Version 2", note.TextContent, StringComparison.Ordinal);
        Assert.True(note.CompareDocumentPosition(page.QuerySelector(".body")!).HasFlag(DocumentPositions.Following));
        Assert.Contains(page.QuerySelectorAll(".facts dt"), dt => dt.TextContent == "Corrected");
        using var json = JsonDocument.Parse(page.QuerySelector("script")!.TextContent);
        Assert.Equal("CorrectionComment", json.RootElement.GetProperty("correction")[0].GetProperty("@type").GetString());
    }

    [Fact]
    public async Task A_story_from_right_to_left_says_so_and_its_frame_does_not()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy("مجمع نيقية") with { Language = "ar" });

        using var client = site.Visit();
        var html = await client.GetStringAsync(dispatch.Address);
        var page = await site.ReadAsync(dispatch.Address!);

        Assert.Equal("rtl", page.QuerySelector("article.story")!.GetAttribute("dir"));
        Assert.Equal("ar", page.QuerySelector("article.story")!.GetAttribute("lang"));
        Assert.Equal("ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.Contains("مجمع نيقية</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retracted_story_keeps_its_address_and_headline_and_nothing_else()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "It was wrong.", SiteUnderTest.By, None);

        var page = await site.ReadAsync(dispatch.Address!);

        Assert.Equal("Council At Nicaea Agrees On Creed", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("It was wrong.", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("bishops agreed", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_killed_story_answers_410_without_its_headline_at_every_address_it_had()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Slug = "creed" });
        var moved = (await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None)).Dispatch;
        await site.Desk.KillAsync(dispatch.Id, "Please drop it.", "A private reason.", SiteUnderTest.By, None);

        using var client = site.Visit();
        foreach (var address in new[] { dispatch.Address!, moved.Address! })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("Please drop it.", html, StringComparison.Ordinal);
            Assert.Contains("noindex", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Nicaea", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("creed", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("private", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_old_address_leads_to_the_present_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Slug = "creed" });
        await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri(dispatch.Address!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/2026/11/23/creed", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_head_tells_programs_where_the_story_stands()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Standfirst = string.Join(' ', Enumerable.Repeat("word", 60)) });

        var head = (await site.ReadAsync(dispatch.Address!)).Head!;

        Assert.Equal($"{SiteUnderTest.PublicUrl}{dispatch.Address}", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.InRange(head.QuerySelector("meta[name=description]")!.GetAttribute("content")!.Length, 100, 160);
        Assert.Equal("article", head.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        Assert.Equal("2026-11-23T12:00:00Z", head.QuerySelector("meta[property='article:published_time']")!.GetAttribute("content"));
        Assert.Equal($"{SiteUnderTest.PublicUrl}/feeds/bureaus/middle-east.rss", head.QuerySelector("link[type='application/rss+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_not_published_is_not_there()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.DraftAsync(Sample.Copy());

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri("/2026/11/23/council-at-nicaea-agrees-on-creed", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
