using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web.Desk;

public sealed class SessionTests
{
    private static readonly TimeSpan EverywhereWithin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Ending_a_session_holds_at_once_on_this_node_and_within_five_seconds_on_another()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var other = site.SecondNode();
        using var here = await site.SignInAsync(Role.Correspondent);
        using var there = new DeskVisitor(other) { UserName = here.UserName };
        await there.SignInAsync();
        await there.GoAsync("/desk/account");
        Assert.True(there.IsIn);

        await here.GoAsync("/desk/account");
        await here.SendAsync("form[action='?handler=EndSession']");
        Assert.Contains("signed out", here.Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        site.Clock.Advance(EverywhereWithin);
        await there.GoAsync("/desk/account");

        Assert.False(there.IsIn);
        await here.GoAsync("/desk/account");
        Assert.True(here.IsIn);
    }

    [Fact]
    public async Task What_an_administrator_changes_holds_within_five_seconds_on_every_node()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var other = site.SecondNode();
        using var admin = await site.SignInAsync(Role.Administrator);
        using var there = await other.SignInAsync(Role.Administrator);
        var id = (await site.PersonAsync(there.UserName)).Id;

        await admin.GoAsync($"/desk/people/{id}");
        await admin.SendAsync("form[action='?handler=Grant']", ("administrator", null), ("role-everywhere", "Correspondent"));
        Assert.Contains("Saved", admin.Text, StringComparison.Ordinal);
        site.Clock.Advance(EverywhereWithin);
        await there.GoAsync("/desk/people");
        Assert.Equal(404, there.Status);

        await admin.GoAsync($"/desk/people/{id}");
        await admin.SendAsync("form[action='?handler=Deactivate']");
        site.Clock.Advance(EverywhereWithin);
        await there.GoAsync("/desk/account");
        Assert.False(there.IsIn);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_in_a_week_however_much_it_is()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var idle = await site.SignInAsync(Role.Correspondent);
        using var busy = await site.SignInAsync(Role.Correspondent);

        for (var hour = 0; hour < 7 * 24; hour += 8)
        {
            await busy.GoAsync("/desk/account");
            Assert.True(busy.IsIn, $"After {hour} hours.");
            if (hour is > 12 and < 24)
            {
                await idle.GoAsync("/desk/account");
                Assert.False(idle.IsIn);
            }

            site.Clock.Advance(TimeSpan.FromHours(8));
        }

        await busy.GoAsync("/desk/account");
        Assert.False(busy.IsIn);
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var one = await site.SignInAsync(Role.Correspondent);
        using var two = new DeskVisitor(site) { UserName = one.UserName };
        await two.SignInAsync();

        await one.GoAsync("/desk/account");
        await one.SendAsync("form[action='?handler=Password']", ("presentPassword", "not that one"), ("newPassword", "five quiet rivers run north"));
        Assert.Contains("not your present password", one.Text, StringComparison.Ordinal);
        await one.SendAsync("form[action='?handler=Password']", ("presentPassword", DeskVisitor.Password), ("newPassword", "five quiet rivers run north"));

        Assert.Contains("is changed", one.Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        await two.GoAsync("/desk/account");
        Assert.False(two.IsIn);
        await two.SignInAsync();
        Assert.False(two.IsIn);
        await two.SignInAsync("five quiet rivers run north");
        Assert.True(two.IsIn);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var visitor = await site.MakePersonAsync([new GrantedRole(Role.Correspondent)]);
        await visitor.GoAsync("/desk/sign-in");
        using var answer = await visitor.SendRawAsync(null, ("Form.UserName", visitor.UserName), ("Form.Password", DeskVisitor.Password));
        var stolen = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains("wn-desk", StringComparison.Ordinal)).Split(';')[0];
        using var thief = site.CreateClientWithoutCookies();
        Assert.Equal(200, await StatusAsync());

        await visitor.GoAsync("/desk/sign-out");
        await visitor.SendAsync(null);

        Assert.Contains("You are signed out", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(302, await StatusAsync());

        async Task<int> StatusAsync()
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/desk/account");
            ask.Headers.Add("Cookie", stolen);
            using var seen = await thief.SendAsync(ask);
            return (int)seen.StatusCode;
        }
    }

    [Fact]
    public async Task The_key_of_a_session_is_nowhere_in_the_database()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var visitor = await site.SignInAsync(Role.Correspondent);
        await using var db = site.OpenDb();

        var session = await db.DeskSessions.SingleAsync();

        Assert.Equal(64, session.KeyHash.Length);
        Assert.True(await site.AtDeskAsync<DeskSessions, bool>(async sessions => await sessions.FindAsync(session.Id, session.KeyHash, CancellationToken.None) is null));
    }

    [Fact]
    public async Task While_the_database_is_locked_people_stay_signed_in()
    {
        if (TestStore.IsPostgres) return;
        await using var site = await SiteUnderTest.StartAsync();
        using var visitor = await site.SignInAsync(Role.Correspondent);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await using var foreign = site.OpenDb();
        await using var held = await foreign.Database.BeginTransactionAsync();

        await visitor.GoAsync("/desk/account");

        Assert.True(visitor.IsIn);
        Assert.Equal(200, visitor.Status);
    }
}
