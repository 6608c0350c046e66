using System.Net;
using System.Xml.Linq;

using AngleSharp.Dom;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>Headlines to paste into a church's newsletter.</summary>
public sealed class NewsletterTests
{
    private const string Path = "/plugins/newsletter";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_block_is_one_table_that_a_mail_program_can_show()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("\"Creed\" & <b>more</b>"));

        var (page, table) = await BlockAsync(site, Path);

        Assert.Equal("table", table.Name.LocalName);
        Assert.Equal("100%", table.Attribute("width")!.Value);
        Assert.Contains("max-width:600px", table.Attribute("style")!.Value, StringComparison.Ordinal);
        Assert.Empty(table.Descendants("table"));
        string[] known = ["table", "tr", "td", "h2", "h3", "p", "a"];
        Assert.All(table.DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, known));
        Assert.All(table.DescendantsAndSelf().Attributes(), a => Assert.Contains(a.Name.LocalName, (string[])["style", "href", "lang", "dir", "role", "width", "cellpadding", "cellspacing", "border"]));
        Assert.DoesNotContain("url(", table.ToString(), StringComparison.Ordinal);
        Assert.Equal("\"Creed\" & <b>more</b>", table.Descendants("h3").Single().Value);
        Assert.All(table.Descendants("a"), a => Assert.StartsWith(SiteUnderTest.PublicUrl, a.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.Contains(SiteUnderTest.PublicUrl + "/plugins", Links(table));
        Assert.Contains(SiteUnderTest.PublicUrl + "/corrections", Links(table));
        Assert.Empty(page.QuerySelectorAll("script, iframe, img"));
    }

    [Fact]
    public async Task Preview_source_and_plain_text_say_the_same()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("First") with { Standfirst = "What happened first." });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.PublishAsync(Sample.Copy("Second"));
        await site.Desk.CorrectAsync(second.Id, 1, "It was a Thursday.", SiteUnderTest.By, None);

        var (page, table) = await BlockAsync(site, Path);

        Assert.Equal(["Second", "First"], table.Descendants("h3").Select(h => h.Value));
        Assert.Equal(["Second", "First"], page.QuerySelectorAll(".letter h4").Select(h => h.TextContent));
        Assert.Equal(
            """
            Latest from Worthy News

            [Corrected]
            Second
            The bishops agreed on a creed on Thursday.
            https://news.test/2026/11/23/second

            First
            What happened first.
            https://news.test/2026/11/23/first

            News by Worthy News, free for churches and ministries:
            https://news.test/plugins

            Corrections to these stories:
            https://news.test/corrections
            """.ReplaceLineEndings("\n"),
            page.GetElementById("text")!.TextContent);
    }

    [Fact]
    public async Task It_has_what_was_chosen_and_no_more()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East"), Sample.Bureau("europe", "Europe"));
        foreach (var headline in new[] { "One", "Two", "Three" }) await site.PublishAsync(Sample.Copy(headline));
        await site.PublishAsync(Sample.Copy("Elsewhere") with { Bureau = "europe" });

        var (page, table) = await BlockAsync(site, $"{Path}?from=bureaus/middle-east&count=2&summaries=no");

        Assert.Equal("Latest from Worthy News: Middle East", table.Descendants("h2").Single().Value);
        Assert.Equal(2, table.Descendants("h3").Count());
        Assert.DoesNotContain("Elsewhere", table.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("agreed on a creed", table.Value, StringComparison.Ordinal);
        Assert.Equal(["bureaus/middle-east", "no", "hide"], page.QuerySelectorAll("form option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("2", page.QuerySelector("#count")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_sensitive_story_is_left_out_unless_it_is_asked_for()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Mild"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(Sample.Copy("Hard") with { Sensitive = true });

        foreach (var from in new[] { "all", "topics/councils", "languages/en" })
        {
            var (_, mild) = await BlockAsync(site, $"{Path}?from={from}&count=1");
            var (_, all) = await BlockAsync(site, $"{Path}?from={from}&count=2&hard=show");
            Assert.Equal(["Mild"], mild.Descendants("h3").Select(h => h.Value));
            Assert.Equal(["Hard", "Mild"], all.Descendants("h3").Select(h => h.Value));
        }
    }

    [Fact]
    public async Task A_story_in_Arabic_runs_from_right_to_left_and_a_sample_is_marked()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("مجمع نيقية") with { Language = "ar", Slug = "nicaea-arabic", Sample = true });

        var (page, table) = await BlockAsync(site, $"{Path}?from=languages/ar");

        var cell = table.Descendants("h3").Single().Parent!;
        Assert.Equal(("ar", "rtl", "Sample"), (cell.Attribute("lang")!.Value, cell.Attribute("dir")!.Value, cell.Elements("p").First().Value));
        Assert.Contains("text-align:right", cell.Attribute("style")!.Value, StringComparison.Ordinal);
        Assert.Equal("rtl", page.QuerySelector(".letter h4")!.ParentElement!.GetAttribute("dir"));
        Assert.NotNull(page.QuerySelector(".sample-banner"));
    }

    [Fact]
    public async Task What_was_withdrawn_is_in_no_block()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Stays"));
        var dispatch = await site.PublishAsync(Sample.Copy("Goes"));
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);

        Assert.Equal(["Stays"], (await BlockAsync(site, Path)).Table.Descendants("h3").Select(h => h.Value));
    }

    [Theory]
    [InlineData("count=0", "from 1 to 10")]
    [InlineData("count=11", "from 1 to 10")]
    [InlineData("count=x", "from 1 to 10")]
    [InlineData("summaries=maybe", "yes or no")]
    [InlineData("hard=yes", "left out")]
    [InlineData("from=bureaus/atlantis", "There is no such list")]
    [InlineData("from=corrections", "There is no such list")]
    [InlineData("from=%3Cscript%3E", "There is no such list")]
    [InlineData("from=topics/councils&from=topics/councils", "There is no such list")]
    public async Task What_cannot_be_is_answered_with_a_sentence_and_the_form(string query, string sentence)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        using var answer = await client.GetAsync($"{Path}?{query}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Contains("<form", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_story_it_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await site.ReadAsync(Path);

        Assert.Contains("There is no story in this list now.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("textarea"));
    }

    [Fact]
    public async Task A_name_that_was_merged_leads_to_its_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(Sample.Copy("Synod Meets") with { Topics = ["synods"] });
        await site.Services.GetRequiredService<DirectoryDesk>().MergeAsync(NameKind.Topic, "synods", "councils", None);
        using var client = site.Visit();

        using var answer = await client.GetAsync($"{Path}?from=topics/synods&count=3");

        Assert.Equal((HttpStatusCode.MovedPermanently, $"{Path}?from=topics/councils&count=3"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    private static IEnumerable<string> Links(XElement table) => table.Descendants("a").Select(a => a.Attribute("href")!.Value);

    private static async Task<(IDocument Page, XElement Table)> BlockAsync(SiteUnderTest site, string path)
    {
        var page = await site.ReadAsync(path);
        return (page, XElement.Parse(page.GetElementById("html")!.TextContent));
    }
}
