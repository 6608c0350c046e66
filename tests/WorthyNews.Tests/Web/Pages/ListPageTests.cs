using System.Net;

using AngleSharp.Dom;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

public sealed class ListPageTests
{
    [Theory]
    [InlineData("/bureaus/middle-east", "Middle East")]
    [InlineData("/sections/church-life", "Church Life")]
    [InlineData("/topics/councils", "Councils")]
    [InlineData("/contributors/basil-merton", "Basil Merton")]
    [InlineData("/places/nicaea", "Nicaea")]
    [InlineData("/2026/11/23", "Monday, November 23, 2026")]
    public async Task Every_list_of_a_story_shows_it(string path, string name)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync(path);

        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Council At Nicaea Agrees On Creed", Assert.Single(page.QuerySelectorAll(".day-list h3")).TextContent);
        Assert.Equal(SiteUnderTest.PublicUrl + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/topics/councils")]
    [InlineData("/2026/11/23")]
    public async Task Older_pages_show_each_story_once(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 33; i++) await site.PublishAsync(Sample.Copy($"Dispatch {i}"));

        var first = await site.ReadAsync(path);
        var second = await site.ReadAsync(first.QuerySelector("a[rel=next].button")!.GetAttribute("href")!);

        string[] shown = [.. first.QuerySelectorAll(".day-list h3").Concat(second.QuerySelectorAll(".day-list h3")).Select(h => h.TextContent)];
        Assert.Equal(33, shown.Distinct().Count());
        Assert.Equal(33, shown.Length);
        Assert.Equal("Dispatch 32", shown[0]);
        Assert.Null(second.QuerySelector("a.button"));
    }

    [Theory]
    [InlineData("/topics/councils?before=", HttpStatusCode.BadRequest)]
    [InlineData("/topics/councils?before=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/topics/councils?before=1-1&before=1-1", HttpStatusCode.BadRequest)]
    [InlineData("/2026/11/23?before=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/topics/councils?before=1-1", HttpStatusCode.OK)]
    [InlineData("/topics/nothing", HttpStatusCode.NotFound)]
    [InlineData("/Topics/councils", HttpStatusCode.NotFound)]
    [InlineData("/languages/en", HttpStatusCode.NotFound)]
    [InlineData("/2026/02/30", HttpStatusCode.NotFound)]
    [InlineData("/2026/13/01", HttpStatusCode.NotFound)]
    [InlineData("/2026/11/24", HttpStatusCode.NotFound)]
    [InlineData("/2026/11/22", HttpStatusCode.OK)]
    [InlineData("/0001/01/01", HttpStatusCode.OK)]
    public async Task An_address_is_a_list_or_says_why_not(string path, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("</html>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_name_has_no_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(new DirectoryName { Kind = NameKind.Topic, Slug = "secret", Name = "Secret", IsHidden = true });

        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri("/topics/secret", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_bureau_counts_in_its_own_time()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East", "Asia/Beirut"));
        await site.PublishAsync(Sample.Copy(), new DateTimeOffset(2026, 11, 22, 22, 30, 0, TimeSpan.Zero));

        var page = await site.ReadAsync("/bureaus/middle-east");

        Assert.Equal("Monday, November 23", page.QuerySelector(".day h2")!.TextContent);
        Assert.Equal("00:30 Beirut", page.QuerySelector(".day time")!.TextContent);
    }

    [Fact]
    public async Task The_day_before_is_the_nearest_that_has_a_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy(), Sample.Noon.AddDays(-9));

        var page = await site.ReadAsync("/2026/11/20");

        Assert.Equal("/2026/11/14", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/2026/11/21", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }
}
