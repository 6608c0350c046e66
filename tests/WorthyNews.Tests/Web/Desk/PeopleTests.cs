using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web.Desk;

public sealed class PeopleTests
{
    [Fact]
    public async Task An_administrator_invites_somebody_who_comes_in_with_the_roles_that_waited()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"), Sample.Bureau("asia", "Asia"));
        using var admin = await site.SignInAsync(Role.Administrator);
        using var guest = new DeskVisitor(site);

        await admin.GoAsync("/desk/people");
        await admin.SendAsync("form[action='?handler=Invite']", ("displayName", "Edith Editor"), ("role-in-europe", "Editor"), ("role-in-asia", "Correspondent"));
        var link = new Uri(admin.Page.QuerySelector(".told .key")!.TextContent.Trim());
        Assert.Equal("news.test", link.Host);
        await guest.GoAsync(link.PathAndQuery);
        Assert.Contains("Correspondent in asia; editor in europe", guest.Text, StringComparison.Ordinal);
        await guest.SendAsync(null, ("Form.UserName", "edith"), ("Form.Password", "twelve lamps"));
        Assert.Contains("too short", guest.Text, StringComparison.Ordinal);
        await guest.SendAsync(null, ("Form.UserName", "edith"), ("Form.Password", DeskVisitor.Password));

        Assert.Equal("/desk/account/second-factor", guest.Path);
        Assert.NotNull(guest.Page.QuerySelector("a.quiet"));
        var edith = await site.PersonAsync("edith");
        Assert.Equal("Edith Editor", edith.DisplayName);
        Assert.Equal([new GrantedRole(Role.Correspondent, "asia"), new GrantedRole(Role.Editor, "europe")], edith.Granted.OrderBy(g => g.Role));
        using var second = new DeskVisitor(site);
        await second.GoAsync(link.PathAndQuery);
        Assert.Equal(404, second.Status);
        await admin.GoAsync("/desk/people");
        Assert.DoesNotContain(link.Query[5..], admin.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_opens_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        await admin.GoAsync("/desk/people");
        await admin.SendAsync("form[action='?handler=Invite']", ("displayName", "Somebody"), ("role-everywhere", "Chief"));
        var link = new Uri(admin.Page.QuerySelector(".told .key")!.TextContent.Trim());

        await admin.SendAsync("form[action='?handler=TakeBack']");

        using var guest = new DeskVisitor(site);
        await guest.GoAsync(link.PathAndQuery);
        Assert.Equal(404, guest.Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        var id = (await site.PersonAsync(admin.UserName)).Id;

        await admin.GoAsync($"/desk/people/{id}");
        await admin.SendAsync("form[action='?handler=Deactivate']");
        Assert.Contains("no other administrator", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync("form[action='?handler=Grant']", ("administrator", null), ("role-everywhere", "Chief"));
        Assert.Contains("no other administrator", admin.Text, StringComparison.Ordinal);
        Assert.True((await site.PersonAsync(admin.UserName)).IsAdministrator);

        using var second = await site.SignInAsync(Role.Administrator);
        await admin.GoAsync($"/desk/people/{id}");
        await admin.SendAsync("form[action='?handler=Deactivate']");
        Assert.False((await site.PersonAsync(admin.UserName)).IsActive);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_do_not_both_succeed()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var one = await site.SignInAsync(Role.Administrator);
        using var two = await site.SignInAsync(Role.Administrator);
        await one.GoAsync($"/desk/people/{(await site.PersonAsync(two.UserName)).Id}");
        await two.GoAsync($"/desk/people/{(await site.PersonAsync(one.UserName)).Id}");

        await Task.WhenAll(one.SendAsync("form[action='?handler=Deactivate']"), two.SendAsync("form[action='?handler=Deactivate']"));

        await using var db = site.OpenDb();
        Assert.Equal(1, await db.People.CountAsync(p => p.IsActive));
    }

    [Fact]
    public async Task A_reset_link_gives_a_new_password_and_takes_a_lost_second_factor_away()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        using var chief = await site.SignInAsync(Role.Chief);
        var id = (await site.PersonAsync(chief.UserName)).Id;

        await admin.GoAsync($"/desk/people/{id}");
        await admin.SendAsync("form[action='?handler=Reset']", ("dropsSecondFactor", "true"));
        var link = new Uri(admin.Page.QuerySelector(".told .key")!.TextContent.Trim());
        using var phone = new DeskVisitor(site) { UserName = chief.UserName };
        await phone.GoAsync(link.PathAndQuery);
        await phone.SendAsync(null, ("Password", "five quiet rivers run north"));
        Assert.Contains("Your password is set", phone.Text, StringComparison.Ordinal);
        await phone.SignInAsync("five quiet rivers run north");

        Assert.True(phone.IsIn);
        await phone.GoAsync("/desk/account");
        Assert.Contains("Set it up", phone.Text, StringComparison.Ordinal);
        await chief.GoAsync("/desk/account");
        Assert.False(chief.IsIn);
        await phone.GoAsync(link.PathAndQuery);
        Assert.Equal(404, phone.Status);
    }

    [Fact]
    public async Task A_reset_link_alone_is_not_enough_where_there_is_a_second_factor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var chief = await site.MakePersonAsync([new GrantedRole(Role.Chief)]);
        var person = await site.PersonAsync(chief.UserName);
        var link = await site.AtDeskAsync<DeskLinks, NewLink>(links => links.ResetAsync(person, dropsSecondFactor: false, Actor.CommandLine, mayMail: false, CancellationToken.None));

        await chief.GoAsync(link.Address.PathAndQuery);
        await chief.SendAsync(null, ("Password", "five quiet rivers run north"));
        await chief.SendAsync(null, ("Form.UserName", chief.UserName), ("Form.Password", "five quiet rivers run north"));

        Assert.NotNull(chief.Page.QuerySelector("#code"));
        Assert.False(chief.IsIn);
    }

    [Fact]
    public async Task Turning_a_second_factor_off_asks_for_the_password_and_for_a_long_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account/second-factor");
        editor.Key = editor.Page.QuerySelector(".key code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await editor.SendAsync(null, ("code", "000000"));
        Assert.Contains("not the code of this key", editor.Text, StringComparison.Ordinal);
        Assert.Equal(editor.Key, editor.Page.QuerySelector(".key code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        await editor.SendAsync(null, ("code", editor.NextCode()));
        await editor.GoAsync("/desk/account");
        await editor.SendAsync("form[action='?handler=Password']", ("presentPassword", DeskVisitor.Password), ("newPassword", "kettle moss!"));
        Assert.Contains("is changed", editor.Text, StringComparison.Ordinal);

        await editor.GoAsync("/desk/account/second-factor");
        await editor.SendAsync("form[action='?handler=Drop']", ("password", "kettle moss!"));

        Assert.Contains("yours is shorter", editor.Text, StringComparison.Ordinal);
        Assert.True((await site.PersonAsync(editor.UserName)).HasSecondFactor);
    }
}
