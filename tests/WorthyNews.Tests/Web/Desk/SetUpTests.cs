using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web.Desk;

public sealed class SetUpTests
{
    [Fact]
    public async Task The_first_person_sets_up_the_desk_and_a_second_factor_before_anything_else_opens()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var visitor = new DeskVisitor(site) { UserName = "ada" };

        await visitor.GoAsync(await SetUpPathAsync(site));
        await visitor.SendAsync(null, ("Form.UserName", "ada"), ("Form.DisplayName", "Ada L."), ("Form.Password", "twelve lamps"));
        Assert.Equal("/desk/account/second-factor", visitor.Path);
        await visitor.GoAsync("/desk/people");
        Assert.Equal("/desk/account/second-factor", visitor.Path);

        visitor.Key = visitor.Page.QuerySelector(".key code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await visitor.SendAsync(null, ("code", visitor.NextCode()));
        var codes = visitor.Page.QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());

        await visitor.GoAsync("/desk/people");
        Assert.Equal(200, visitor.Status);
        Assert.Contains("Ada L.", visitor.Text, StringComparison.Ordinal);
        var ada = await site.PersonAsync("ada");
        Assert.Equal([new GrantedRole(Role.Administrator)], ada.Granted);
        Assert.DoesNotContain(visitor.Key, ada.AuthenticatorKey!, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.RecoveryCodes, hash => codes.Contains(hash));
        Assert.Equal(["a stranger", "the command line", "ada set-up-the-desk", "ada signed-in", "ada set-up-second-factor"], (await site.AuditAsync()).Select(l => l.StartsWith("the command line", StringComparison.Ordinal) ? "the command line" : l).Prepend("a stranger").Distinct());
    }

    [Fact]
    public async Task A_link_opens_once_and_not_after_a_quarter_of_an_hour()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var late = new DeskVisitor(site);
        var path = await SetUpPathAsync(site);

        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await late.GoAsync(path);
        Assert.Equal(404, late.Status);
        Assert.Empty(late.Page.QuerySelectorAll("form"));

        var second = await SetUpPathAsync(site);
        var third = await SetUpPathAsync(site);
        await late.GoAsync(second);
        Assert.Equal(404, late.Status);
        await late.GoAsync(third);
        Assert.Equal(200, late.Status);
        Assert.Equal(1, await site.AtDeskAsync<DeskLinks, int>(async links => await links.FirstAsync(CancellationToken.None) is null ? 1 : 0));
    }

    [Fact]
    public async Task Two_who_open_one_link_at_once_do_not_both_become_administrators()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var path = await SetUpPathAsync(site);
        var visitors = Enumerable.Range(0, 6).Select(_ => new DeskVisitor(site)).ToList();
        foreach (var visitor in visitors) await visitor.GoAsync(path);

        await Task.WhenAll(visitors.Select((v, i) => v.SendAsync(null, ("Form.UserName", $"first{i}"), ("Form.DisplayName", "First"), ("Form.Password", DeskVisitor.Password))));

        await using var db = site.OpenDb();
        Assert.Single(await db.People.ToListAsync());
        Assert.Single(visitors, v => v.Path == "/desk/account/second-factor");
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task A_house_with_people_has_no_way_to_set_up()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var path = await SetUpPathAsync(site);
        using var visitor = new DeskVisitor(site);
        await visitor.GoAsync(path);
        using var somebody = await site.MakePersonAsync([new GrantedRole(Role.Correspondent)]);

        await visitor.SendAsync(null, ("Form.UserName", "intruder"), ("Form.DisplayName", "I"), ("Form.Password", DeskVisitor.Password));

        Assert.Contains("has been used", visitor.Text, StringComparison.Ordinal);
        Assert.Null(await site.AtDeskAsync<DeskLinks, NewLink?>(links => links.ForSetUpAsync(CancellationToken.None)));
        await using var db = site.OpenDb();
        Assert.Equal([somebody.UserName], await db.People.Select(p => p.UserName).ToListAsync());
    }

    [Fact]
    public async Task A_weak_password_or_a_bad_name_keeps_what_was_typed_and_the_link()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var visitor = new DeskVisitor(site);
        await visitor.GoAsync(await SetUpPathAsync(site));

        await visitor.SendAsync(null, ("Form.UserName", "Ada L"), ("Form.DisplayName", "Ada L."), ("Form.Password", DeskVisitor.Password));
        Assert.Contains("small letters", visitor.Text, StringComparison.Ordinal);
        await visitor.SendAsync(null, ("Form.UserName", "ada"), ("Form.DisplayName", "Ada L."), ("Form.Password", "password1234"));

        Assert.Contains("many people have", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("Ada L.", visitor.Page.QuerySelector("#display")!.GetAttribute("value"));
        Assert.DoesNotContain("password1234", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await visitor.SendAsync(null, ("Form.UserName", "ada"), ("Form.Password", "twelve lamps"));
        Assert.Equal("/desk/account/second-factor", visitor.Path);
    }

    internal static async Task<string> SetUpPathAsync(SiteUnderTest site)
    {
        var link = await site.AtDeskAsync<DeskLinks, NewLink?>(links => links.ForSetUpAsync(CancellationToken.None));
        return link!.Address.PathAndQuery;
    }
}
