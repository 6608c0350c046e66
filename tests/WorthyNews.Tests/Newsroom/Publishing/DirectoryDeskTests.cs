using System.Net;

using AngleSharp.Dom;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Publishing;

/// <summary>Names are made, changed, put in order and hidden.</summary>
public sealed class DirectoryDeskTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_bureau_that_is_created_and_renamed_says_so_on_every_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var desk = DeskOf(site);

        await desk.CreateAsync(Sample.Bureau("asia", " Asia ", "Asia/Seoul"), None);
        Assert.Equal("Asia", (await site.ReadAsync("/bureaus/asia")).QuerySelector("h1")!.TextContent);

        await desk.ChangeAsync(NameKind.Bureau, "asia", n => n with { Name = "Asia Pacific", Description = "From Ankara to Apia.", TimeZone = "Asia/Tokyo" }, None);
        var page = await site.ReadAsync("/bureaus/asia");
        Assert.Equal("Asia Pacific", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("From Ankara to Apia.", page.QuerySelector(".list-head .standfirst")!.TextContent);
        Assert.Contains("Tokyo", page.QuerySelector(".list-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Asia Pacific", (await site.ReadAsync("/")).QuerySelector(".site-nav")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pseudonym_has_a_public_page_with_its_role()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East"));
        var desk = DeskOf(site);

        await desk.CreateAsync(new DirectoryName { Kind = NameKind.Contributor, Slug = "basil-merton", Name = "Basil Merton", Role = "Correspondent", Bureau = "middle-east" }, None);
        await site.PublishAsync(Sample.Copy());

        var facts = (await site.ReadAsync("/contributors/basil-merton")).QuerySelector(".list-facts")!;
        Assert.Contains("Correspondent", facts.TextContent, StringComparison.Ordinal);
        Assert.Equal("/bureaus/middle-east", facts.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_change_cannot_touch_what_makes_it_the_name_it_is()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var name = await DeskOf(site).ChangeAsync(
            NameKind.Topic, "councils", n => n with { Kind = NameKind.Section, Slug = "other", IsHidden = true, MergedInto = "x", Name = "The Councils" }, None);

        Assert.Equal((NameKind.Topic, "councils", false, (string?)null, "The Councils"), (name.Kind, name.Slug, name.IsHidden, name.MergedInto, name.Name));
        Assert.Equal("The Councils", (await site.ReadAsync("/topics/councils")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_with_reasons()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("asia", "Asia"));
        var desk = DeskOf(site);

        async Task<string> Reason(Func<Task> act) => Assert.Single((await Assert.ThrowsAsync<DispatchRefusedException>(act)).Reasons);
        Task<string> Created(DirectoryName name) => Reason(() => desk.CreateAsync(name, None));

        Assert.Equal("“asia” is the address of “Asia”.", await Created(Sample.Bureau("asia", "Another")));
        Assert.Equal("There is a bureau “Asia” already, at “asia”.", await Created(Sample.Bureau("orient", "ASIA")));
        Assert.Equal("It needs a name.", await Created(Sample.Bureau("orient", " – ")));
        Assert.Contains("part of an address", await Created(Sample.Bureau("The Orient", "Orient")), StringComparison.Ordinal);
        Assert.Contains("no time zone", await Created(Sample.Bureau("orient", "Orient", "Mars/Olympus")), StringComparison.Ordinal);
        Assert.Equal("There is no bureau “mars”.", await Created(new DirectoryName { Kind = NameKind.Contributor, Slug = "a", Name = "A", Bureau = "mars" }));
        Assert.Equal("Only a place lies in a country.", await Created(new DirectoryName { Kind = NameKind.Topic, Slug = "a", Name = "A", Country = "Italy" }));
        Assert.Equal("There is no topic “a”.", await Reason(() => desk.ChangeAsync(NameKind.Topic, "a", n => n, None)));
        Assert.Contains("Languages", await Created(new DirectoryName { Kind = NameKind.Language, Slug = "de", Name = "German" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_and_two_towns_may_share_a_name()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var kind in new[] { NameKind.Contributor, NameKind.Place })
        {
            await DeskOf(site).CreateAsync(new DirectoryName { Kind = kind, Slug = "a-1", Name = "A" }, None);
            await DeskOf(site).CreateAsync(new DirectoryName { Kind = kind, Slug = "a-2", Name = "A" }, None);
        }
    }

    [Fact]
    public async Task The_order_that_the_desk_gives_is_the_order_of_the_navigation()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("africa", "Africa"), Sample.Bureau("asia", "Asia"), Sample.Bureau("europe", "Europe"));
        var desk = DeskOf(site);

        await desk.OrderAsync(NameKind.Bureau, ["europe", "africa"], None);

        Assert.Equal(["Europe", "Africa", "Asia"], (await site.ReadAsync("/")).QuerySelectorAll(".site-nav a[href^='/bureaus/']").Select(a => a.TextContent));
        var refusal = await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.OrderAsync(NameKind.Bureau, ["europe", "europe", "mars"], None));
        Assert.Equal(["There is no bureau “mars”.", "“europe” stands there twice."], refusal.Reasons);
    }

    [Fact]
    public async Task Nothing_with_stories_under_it_is_hidden_by_an_oversight()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        var desk = DeskOf(site);

        var refusal = await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.HideAsync(NameKind.Topic, "councils", isTold: false, None));
        Assert.StartsWith("One story stands under it", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(site, "/topics/councils"));

        await desk.HideAsync(NameKind.Topic, "councils", isTold: true, None);
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(site, "/topics/councils"));
        // The story stays, and says the name without a link.
        var facts = (await site.ReadAsync(live.Address!)).QuerySelector(".facts")!;
        Assert.Contains("Councils", facts.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(facts.QuerySelectorAll("a"), a => a.TextContent == "Councils");

        await desk.ShowAsync(NameKind.Topic, "councils", None);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(site, "/topics/councils"));
    }

    [Fact]
    public async Task A_name_without_live_stories_is_hidden_at_once_and_tells_what_is_withdrawn_under_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.RetractAsync(dispatch.Id, "It was wrong.", SiteUnderTest.By, None);
        var desk = DeskOf(site);

        Assert.Equal(new NameUse(0, 1), await desk.UseAsync(NameKind.Topic, "councils", None));
        Assert.True((await desk.HideAsync(NameKind.Topic, "councils", isTold: false, None)).IsHidden);
    }

    [Fact]
    public async Task Each_change_is_on_the_wire_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var desk = DeskOf(site);
        await desk.CreateAsync(Sample.Bureau("asia", "Asia"), None);

        for (var i = 0; i < 2; i++)
        {
            await desk.ChangeAsync(NameKind.Bureau, "asia", n => n with { Name = "Asia Pacific" }, None);
            await desk.OrderAsync(NameKind.Bureau, ["asia"], None);
            await desk.HideAsync(NameKind.Bureau, "asia", isTold: false, None);
        }

        await using var db = site.OpenDb();
        Assert.Equal(3, await db.WireEntries.CountAsync(e => e.Kind == WireKind.DirectoryChanged));
    }

    private static async Task<HttpStatusCode> AnswerAsync(SiteUnderTest site, string path)
    {
        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static DirectoryDesk DeskOf(SiteUnderTest site) => site.Services.GetRequiredService<DirectoryDesk>();
}
