using System.Text.Json;

using WorthyNews.Newsroom.Importing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>What a story tells programs of the places it is filed from.</summary>
public sealed class StoryPlaceTests
{
    [Theory]
    [InlineData("MOSCOW, Idaho", "Moscow", "Idaho", "US")]
    [InlineData("ATHENS, Ga.", "Athens", "Georgia", "US")]
    [InlineData("ATLANTA, Georgia", "Atlanta", "Georgia", "US")]
    [InlineData("TBILISI, Georgia", "Tbilisi", null, "GE")]
    [InlineData("TORONTO, Ontario", "Toronto", "Ontario", "CA")]
    [InlineData("BUDAPEST, Hungary", "Budapest", null, "HU")]
    [InlineData("BUDAPEST", "Budapest", null, "HU")]
    [InlineData("TAIPEI", "Taipei", null, "TW")]
    [InlineData("PRISTINA", "Pristina", null, "XK")]
    [InlineData("SIMFEROPOL", "Simferopol", null, "UA")]
    public async Task A_place_has_the_country_of_its_point_and_the_state_that_is_printed(string dateline, string locality, string? region, string country)
    {
        var address = (await PlaceAsync(dateline)).GetProperty("address");

        Assert.Equal((locality, region, country), (Of("addressLocality"), Of("addressRegion"), Of("addressCountry")));

        string? Of(string name) => address.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    [Theory]
    [InlineData("JERUSALEM, Israel")]
    [InlineData("RAMALLAH")]
    [InlineData("RAMALLAH, West Bank")]
    [InlineData("GAZA CITY")]
    [InlineData("MAJDAL SHAMS")]
    [InlineData("SRINAGAR, India")]
    [InlineData("SUKHUMI, Georgia")]
    [InlineData("HARGEISA")]
    [InlineData("TEHRAN, Israel")]
    [InlineData("XQZW, Idaho")]
    public async Task Where_the_country_is_open_or_unknown_no_address_is_given(string dateline) =>
        Assert.False((await PlaceAsync(dateline)).TryGetProperty("address", out _));

    private static async Task<JsonElement> PlaceAsync(string dateline)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var read = WireCopyFile.Read($"A Headline\n\nBy A Desk\n{dateline} (Worthy News) – It rained.\nIt stopped.", CopyDefaults.None, new KnownNames([]));
        var dispatch = await site.PublishAsync(Sample.Copy() with { Dateline = read.Copy.Dateline });
        using var json = JsonDocument.Parse((await site.ReadAsync(dispatch.Address!)).QuerySelector("script")!.TextContent);
        return Assert.Single(json.RootElement.GetProperty("contentLocation").EnumerateArray()).Clone();
    }
}
