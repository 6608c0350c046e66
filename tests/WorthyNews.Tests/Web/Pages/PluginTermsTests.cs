using System.Xml.Linq;

using WorthyNews.Tests.Support;
using WorthyNews.Web.Http;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>Where the terms are named, and what they say of themselves.</summary>
public sealed class PluginTermsTests
{
    [Fact]
    public async Task The_terms_say_which_they_are_and_that_they_are_a_draft()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await site.ReadAsync("/plugins/terms");

        Assert.Equal(PluginTerms.Name, page.QuerySelector(".label")!.TextContent);
        Assert.NotNull(page.QuerySelector(".draft"));
    }

    [Theory]
    [InlineData("/plugins")]
    [InlineData("/plugins/newsletter")]
    [InlineData("/feeds")]
    public async Task Who_can_take_our_news_finds_the_terms(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        Assert.NotNull((await site.ReadAsync(path)).QuerySelector($"main a[href='{PluginTerms.Path}']"));
    }

    [Fact]
    public async Task A_feed_names_them_as_its_license()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        XNamespace atom = "http://www.w3.org/2005/Atom";

        var feed = XElement.Parse(await client.GetStringAsync("/feeds/all.atom"));

        var license = Assert.Single(feed.Elements(atom + "link"), l => l.Attribute("rel")!.Value == "license");
        Assert.Equal(SiteUnderTest.PublicUrl + PluginTerms.Path, license.Attribute("href")!.Value);
    }
}
