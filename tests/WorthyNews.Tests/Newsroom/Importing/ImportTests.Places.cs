using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Importing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Importing;

/// <content>Where the places of imported datelines lie, and what the directory learns of them.</content>
public sealed partial class ImportTests
{
    [Fact]
    public async Task A_located_dateline_is_kept_to_the_digit_and_makes_no_new_revision()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var copy = Copy.Replace("WORMS", "PYONGYANG/MOSCOW/KYIV", StringComparison.Ordinal);

        var first = await ImportAsync(site, copy, publish: true);
        var again = await ImportAsync(site, copy + "\n\n", publish: true);

        Assert.Equal((ImportOutcome.Unchanged, 1), (again.Outcome, again.Revision));
        var story = (await site.Newsstand.AtAsync(first.Dispatch.Address!, CancellationToken.None))!.Story;
        Assert.Equal(first.Read.Copy.Dateline, story.Dateline);
        Assert.Equal(["KP", "RU", "UA"], story.Dateline.Places.Select(p => p.CountryCode));
        Assert.All(story.Dateline.Places, p => Assert.NotNull(p.Point));
    }

    [Fact]
    public async Task Two_places_of_one_name_have_two_pages()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var idaho = await ImportAsync(site, Copy.Replace("WORMS", "MOSCOW, Idaho", StringComparison.Ordinal), publish: true, name: "idaho.txt");
        var russia = await ImportAsync(site, Copy.Replace("WORMS", "MOSCOW", StringComparison.Ordinal).Replace("Diet", "Duma", StringComparison.Ordinal), publish: true, name: "russia.txt");

        Assert.Equal(["moscow-idaho", "moscow"], new[] { idaho, russia }.Select(r => r.Read.Copy.Dateline.Places.Single().Slug));
        await using var db = site.OpenDb();
        Assert.Equal([("moscow", null), ("moscow-idaho", "Idaho")], (await db.Names.Where(n => n.Name == "Moscow").OrderBy(n => n.Slug).ToListAsync()).Select(n => (n.Slug, n.Country)));
    }

    [Fact]
    public async Task One_city_by_three_names_has_one_page_that_the_house_named()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var first = await ImportAsync(site, Copy.Replace("WORMS", "KIEV", StringComparison.Ordinal), publish: true, name: "one.txt");
        var again = await ImportAsync(site, Copy.Replace("WORMS", "KIEV", StringComparison.Ordinal) + "\n\n", publish: true, name: "one.txt");
        await ImportAsync(site, Copy.Replace("WORMS", "KYIV", StringComparison.Ordinal).Replace("Diet", "Rada", StringComparison.Ordinal), publish: true, name: "two.txt");
        await ImportAsync(site, "---\nheadline: Три\nbylines: [A Desk]\ndateline: Київ\n---\nТекст.", publish: true, name: "three.md");

        Assert.Equal(ImportOutcome.Unchanged, again.Outcome);
        var page = await site.ReadAsync("/places/kyiv");
        Assert.Equal("Kyiv", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(["Kyiv 3 dispatches"], (await site.ReadAsync("/places")).QuerySelectorAll(".countries li").Select(l => l.TextContent.Trim()));
        Assert.StartsWith("Kiev (", (await site.ReadAsync(first.Dispatch.Address!)).QuerySelector(".body p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_that_coordinates_contradict_is_printed_and_not_learned()
    {
        await using var site = await SiteUnderTest.StartAsync();

        await ImportAsync(site, "---\nheadline: A Headline\nbylines: [A Desk]\ndateline: {name: Simferopol, country: Russia, latitude: 44.95, longitude: 34.1}\n---\nText.", publish: true, name: "one.md");

        Assert.Equal(["Ukraine"], (await site.ReadAsync("/places")).QuerySelectorAll(".countries h2").Select(h => h.TextContent));
        await using var db = site.OpenDb();
        Assert.Null((await db.Names.SingleAsync(n => n.Slug == "simferopol")).Country);
    }

    [Fact]
    public async Task A_land_that_a_place_does_not_lie_in_is_printed_and_not_learned()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy.Replace("WORMS", "TEHRAN, Israel", StringComparison.Ordinal), publish: true, name: "wrong.txt");

        var bare = await ImportAsync(site, Copy.Replace("WORMS", "TEHRAN", StringComparison.Ordinal).Replace("Diet", "Majlis", StringComparison.Ordinal), publish: true, name: "bare.txt");

        var page = await site.ReadAsync(bare.Dispatch.Address!);
        Assert.Equal("Map: Tehran in Iran", page.QuerySelector("figure.map img")!.GetAttribute("alt")!.TrimEnd('.'));
        Assert.Equal(["Iran"], (await site.ReadAsync("/places")).QuerySelectorAll(".countries h2").Select(h => h.TextContent));
    }
}
