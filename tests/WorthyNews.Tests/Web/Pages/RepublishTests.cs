using System.Net;
using System.Xml.Linq;

using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>A story handed to those who print it on a page of theirs.</summary>
public sealed class RepublishTests
{
    private const string Address = SiteUnderTest.PublicUrl + "/2026/11/23/council-at-nicaea-agrees-on-creed";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_markup_has_the_whole_story_and_whose_it_is()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Standfirst = "Two bishops refuse.", Bylines = [Sample.Byline("Basil Merton", "Middle East Correspondent"), Sample.Byline("Edmund Farleigh")] });
        await site.Desk.CorrectAsync(dispatch.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);

        var markup = await HtmlOfAsync(site, dispatch);

        Assert.Equal(
            $"""
            <div lang="en" dir="ltr">
            <h1>Council At Nicaea Agrees On Creed</h1>
            <p lang="en" dir="ltr">By Basil Merton, Middle East Correspondent, and Edmund Farleigh</p>
            <p><strong>Two bishops refuse.</strong></p>
            <p><strong>Correction</strong>, November 23, 2026: It was a Thursday.</p>
            <p>NICAEA (Worthy News) – The bishops agreed on a creed on Thursday.</p>
            <h2>TWO REFUSE</h2>
            <p>Two bishops would not sign it.</p>
            <p lang="en" dir="ltr">This story was first published by Worthy News: <a href="{Address}">{Address}</a></p>
            <p lang="en" dir="ltr">© Worthy News. Free for churches and Christian ministries under <a href="https://news.test/plugins/terms">these terms</a>.</p>
            </div>
            """.ReplaceLineEndings("\n"),
            markup);
    }

    [Fact]
    public async Task The_plain_text_loses_no_link()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Markdown = "As [the emperor wrote](https://letters.test/1) and [we said](/about).\n\n- a\n- b" });

        var page = await site.ReadAsync($"{dispatch.Address}/republish");

        Assert.Equal(
            $"""
            Council At Nicaea Agrees On Creed

            By Basil Merton, Middle East Correspondent

            NICAEA (Worthy News) – As the emperor wrote [1] and we said [2].

            - a
            - b

            This story was first published by Worthy News:
            {Address}

            © Worthy News. Free for churches and Christian ministries under these terms:
            https://news.test/plugins/terms

            Links in this story:
            [1] https://letters.test/1
            [2] https://news.test/about
            """.ReplaceLineEndings("\n"),
            page.GetElementById("text")!.TextContent);
    }

    [Fact]
    public async Task What_somebody_wrote_is_text_and_not_markup()
    {
        const string Loud = "\"A\" & <b>'B'</b> </textarea><script>";
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy(Loud) with { Slug = "loud", Standfirst = Loud, Bylines = [new DeskByline(new Byline("<i>A</i>", "a"))] });

        var markup = XElement.Parse(await HtmlOfAsync(site, dispatch));

        Assert.Equal(Loud, markup.Element("h1")!.Value);
        Assert.Equal("By <i>A</i>", markup.Elements("p").First().Value);
        Assert.Empty(markup.Descendants("script"));
    }

    [Fact]
    public async Task A_story_in_Arabic_says_its_language_and_ours()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy("مجمع نيقية") with { Language = "ar", Slug = "nicaea-arabic" });

        var markup = XElement.Parse(await HtmlOfAsync(site, dispatch));

        Assert.Equal(("ar", "rtl"), (markup.Attribute("lang")!.Value, markup.Attribute("dir")!.Value));
        Assert.Equal(("en", "ltr"), (markup.Elements().Last().Attribute("lang")!.Value, markup.Elements().Last().Attribute("dir")!.Value));
    }

    [Fact]
    public async Task A_sample_says_that_it_is_one_wherever_it_is_pasted()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Sample = true });

        var page = await site.ReadAsync($"{dispatch.Address}/republish");

        Assert.StartsWith("A sample: ", page.GetElementById("text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<p lang=\"en\" dir=\"ltr\">A sample: ", page.GetElementById("html")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".sample-banner"));
    }

    [Fact]
    public async Task The_page_says_what_to_do_with_no_script_and_is_not_to_be_found()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());

        var story = await site.ReadAsync(dispatch.Address!);
        var page = await site.ReadAsync(story.QuerySelector(".end a[href$='/republish']")!.GetAttribute("href")!);

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(Address, page.QuerySelector(".address code")!.TextContent);
        Assert.All(page.QuerySelectorAll("textarea"), box => Assert.True(box.HasAttribute("readonly") && page.QuerySelector($"label[for={box.Id}]") is not null));
        foreach (var link in new[] { "/plugins/terms", "/feeds/corrections.rss", "/corrections", dispatch.Address }) Assert.NotNull(page.QuerySelector($"main a[href='{link}']"));
    }

    [Fact]
    public async Task A_story_that_may_not_be_passed_on_has_no_such_page_and_no_link_to_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { MaySyndicate = false });
        using var client = site.Visit();

        using var answer = await client.GetAsync($"{dispatch.Address}/republish");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await site.ReadAsync(dispatch.Address!)).QuerySelector("a[href$='/republish']"));
    }

    [Fact]
    public async Task A_killed_story_leaves_nothing_to_paste()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        using var client = site.Visit();

        using var answer = await client.GetAsync($"{dispatch.Address}/republish");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("We have taken this story down.", html, StringComparison.Ordinal);
        Assert.Contains("please take it down now", html, StringComparison.Ordinal);
        foreach (var told in new[] { "Nicaea", "creed", "danger", "textarea" }) Assert.DoesNotContain(told, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_retracted_story_asks_to_be_taken_down()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "It rested on a forged letter.", SiteUnderTest.By, None);

        var page = await site.ReadAsync($"{dispatch.Address}/republish");

        Assert.Contains("It rested on a forged letter.", page.QuerySelector("main.withdrawn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("please take it down now", page.QuerySelector("main.withdrawn")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("textarea"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        var revision = await site.ReviseAsync(dispatch, Sample.Copy() with { Slug = "creed-of-nicaea" });
        await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, None);
        using var client = site.Visit();

        using var answer = await client.GetAsync($"{dispatch.Address}/republish");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/2026/11/23/creed-of-nicaea/republish"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static async Task<string> HtmlOfAsync(SiteUnderTest site, Dispatch dispatch) =>
        (await site.ReadAsync($"{dispatch.Address}/republish")).GetElementById("html")!.TextContent;
}
