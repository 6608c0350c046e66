using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>The map of datelines, and the list that says the same.</summary>
public sealed class PlacesPageTests
{
    private static readonly DatelinePlace Kyiv = new("kyiv", "Kyiv") { Point = new GeoPoint(50.45, 30.52), CountryCode = "UA" };
    private static readonly DatelinePlace Suva = new("suva", "Suva") { Point = new GeoPoint(-18.14, 178.44), CountryCode = "FJ" };

    [Fact]
    public async Task A_house_without_news_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await site.ReadAsync("/places");

        Assert.Contains("No dispatch of these weeks", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg"));
    }

    [Fact]
    public async Task Map_and_list_name_the_same_places_with_the_same_numbers()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(From(Kyiv, "One"));
        await site.PublishAsync(From(Kyiv, "Two"));
        await site.PublishAsync(From(Suva, "Three"));

        var page = await site.ReadAsync("/places");

        Assert.Equal(["/places/kyiv", "/places/suva"], page.QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Kyiv, 2 dispatches", "Suva, 1 dispatch"], page.QuerySelectorAll("svg title").Select(t => t.TextContent));
        Assert.Equal(["Suva 1 dispatch", "Kyiv 2 dispatches"], page.QuerySelectorAll(".countries li").Select(l => l.TextContent.Trim()));
        Assert.Equal(["Fiji", "Ukraine"], page.QuerySelectorAll(".countries h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task A_place_that_we_name_without_a_country_stands_last()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(From(new DatelinePlace("jerusalem", "Jerusalem") { Point = new GeoPoint(31.78, 35.22) }, "One"));
        await site.PublishAsync(From(Suva, "Two"));

        Assert.Equal(["Fiji", "Named without a country"], (await site.ReadAsync("/places")).QuerySelectorAll(".countries h2").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Only_the_last_four_weeks_and_live_stories_count()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(From(Kyiv, "Old"), Sample.Noon.AddDays(-29));
        var killed = await site.PublishAsync(From(Suva, "Killed"));
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);

        Assert.NotNull((await site.ReadAsync("/places")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_place_that_nobody_can_locate_is_not_guessed_at()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy() with { Dateline = new Dateline([new DatelinePlace("springfield", "Springfield"), Kyiv]) });

        Assert.Equal(["/places/kyiv"], (await site.ReadAsync("/places")).QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task One_story_with_a_wrong_point_does_not_move_the_others()
    {
        var london = new DatelinePlace("london", "London") { Point = new GeoPoint(51.51, -0.13), CountryCode = "GB" };
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(From(london, "One"));
        await site.PublishAsync(From(london, "Two"));
        var before = (await site.ReadAsync("/places")).QuerySelector("svg a circle")!.GetAttribute("cx");
        await site.PublishAsync(From(london with { Point = new GeoPoint(42.98, -81.25), CountryCode = "CA" }, "Three"));

        var page = await site.ReadAsync("/places");

        Assert.Equal(["United Kingdom"], page.QuerySelectorAll(".countries h2").Select(h => h.TextContent));
        Assert.Equal(before, page.QuerySelector("svg a circle")!.GetAttribute("cx"));
    }

    private static Copy From(DatelinePlace place, string headline) => Sample.Copy(headline) with { Dateline = new Dateline([place]) };
}
