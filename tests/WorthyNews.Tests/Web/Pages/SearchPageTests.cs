using System.Net;

using AngleSharp.Dom;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class SearchPageTests
{
    [Fact]
    public async Task What_was_looked_for_is_marked_in_headline_and_extract()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync("/search?q=Creed");

        Assert.Equal("1 dispatch for Creed", page.QuerySelector("#found")!.TextContent);
        Assert.Equal("Council At Nicaea Agrees On Creed", page.QuerySelector(".found-list h3")!.TextContent.Trim());
        Assert.Equal(["Creed", "creed"], page.QuerySelectorAll(".found-list mark").Select(m => m.TextContent));
        Assert.Equal("Creed", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(SiteUnderTest.PublicUrl + "/search?q=Creed", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_filter_is_a_link_with_a_count_and_can_be_taken_off()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"), Sample.Bureau("asia", "Asia"));
        await site.PublishAsync(Sample.Copy("One Creed") with { Bureau = "europe" });
        await site.PublishAsync(Sample.Copy("Two Creeds") with { Bureau = "asia" });

        var all = await site.ReadAsync("/search?q=bishops");
        var link = all.QuerySelectorAll(".counts a").Single(a => a.TextContent.StartsWith("Europe", StringComparison.Ordinal));
        var europe = await site.ReadAsync(link.GetAttribute("href")!);

        Assert.Equal("Europe 1 dispatch", link.TextContent);
        Assert.Equal("One Creed", Assert.Single(europe.QuerySelectorAll(".found-list h3")).TextContent.Trim());
        Assert.Equal("europe", europe.QuerySelector("input[type=hidden][name=bureau]")!.GetAttribute("value"));
        Assert.Equal("/search?q=bishops", europe.QuerySelector(".chosen a")!.GetAttribute("href"));
        Assert.DoesNotContain(europe.QuerySelectorAll(".counts a"), a => a.TextContent.StartsWith("Europe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Markup_in_a_story_or_a_query_stays_text()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("The <b>creed</b> & <script>") with { Markdown = "A \\<img src=x onerror=alert(1)> creed." });

        var page = await site.ReadAsync("/search?q=" + Uri.EscapeDataString("creed \"</title><script>alert(1)</script>"));
        var found = await site.ReadAsync("/search?q=creed");

        Assert.Empty(page.QuerySelectorAll("script, img, b script"));
        Assert.Empty(found.QuerySelectorAll(".found-list b:not(.meta b), .found-list img, script"));
        Assert.Equal("The <b>creed</b> & <script>", found.QuerySelector(".found-list h3")!.TextContent.Trim());
        Assert.Contains("<img src=x onerror=alert(1)>", found.QuerySelector(".found-list .sum")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("?q=", HttpStatusCode.OK)]
    [InlineData("?q=&bureau=&time=", HttpStatusCode.OK)]
    [InlineData("?q=%22+OR+NEAR(*+%5E%7B", HttpStatusCode.OK)]
    [InlineData("?q='%3B+DROP+TABLE+x%3B--", HttpStatusCode.OK)]
    [InlineData("?q=a%00b%FF%FE", HttpStatusCode.OK)]
    [InlineData("?q=-creed", HttpStatusCode.OK)]
    [InlineData("?q=creed&page=20", HttpStatusCode.OK)]
    [InlineData("?bureau=middle-east", HttpStatusCode.OK)]
    [InlineData("?bureau=never-named", HttpStatusCode.OK)]
    [InlineData("?language=pt-BR&time=year", HttpStatusCode.OK)]
    [InlineData("?q=creed&page=0", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&page=21", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&page=x", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&time=decade", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&time=0", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&bureau=a%22+OR+b", HttpStatusCode.BadRequest)]
    [InlineData("?q=creed&language=%27", HttpStatusCode.BadRequest)]
    [InlineData("?q=a&q=b", HttpStatusCode.BadRequest)]
    public async Task Whatever_is_asked_is_answered(string query, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy());

        using var answer = await client.GetAsync(new Uri("/search" + query, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_told_so_and_not_repeated()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync(new Uri("/search?q=" + new string('a', 201), UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("200 characters", text, StringComparison.Ordinal);
        Assert.DoesNotContain("aaaaaaaa", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/topics/councils")]
    public async Task Every_page_leads_to_the_search(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync(path);

        Assert.Equal("Search", page.QuerySelector(".site-nav .push a[href='/search']")!.TextContent);
    }

    [Fact]
    public async Task A_missing_page_leads_to_the_search_too()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var answer = await client.GetAsync(new Uri("/topics/never-named", UriKind.Relative));

        Assert.Contains("href=\"/search\">search our dispatches", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_shows_samples_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Sample = true });

        Assert.NotNull((await site.ReadAsync("/search?q=creed")).QuerySelector(".sample-banner"));
        Assert.Null((await site.ReadAsync("/search?q=nothing")).QuerySelector(".sample-banner"));
    }
}
