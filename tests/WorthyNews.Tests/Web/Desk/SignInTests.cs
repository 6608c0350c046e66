using System.Net;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Tests.Web.Desk;

public sealed class SignInTests
{
    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_one_who_left_get_the_same_answer()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var known = await site.MakePersonAsync([new GrantedRole(Role.Editor)], "edith");
        using var left = await site.MakePersonAsync([new GrantedRole(Role.Editor)], "lester");
        var id = (await site.PersonAsync("lester")).Id;
        await site.AtDeskAsync<PeopleDesk, PeopleOutcome>(people => people.DeactivateAsync(id, Actor.CommandLine, CancellationToken.None));

        var answers = new List<string>();
        foreach (var (name, password) in new[] { ("edith", "something else entirely"), ("nobody", DeskVisitor.Password), ("lester", DeskVisitor.Password) })
        {
            using var visitor = new DeskVisitor(site) { UserName = name };
            await visitor.SignInAsync(password);
            answers.Add(visitor.Page.QuerySelector("main")!.TextContent);
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("do not belong together", answers[0], StringComparison.Ordinal);
        await site.Services.GetRequiredService<FailedTries>().Written;
        Assert.Equal(2, (await site.AuditAsync()).Count(l => l == "a stranger failed-to-sign-in"));
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_closed_to_scripts_and_never_seen_by_readers_pages()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.MakePersonAsync([new GrantedRole(Role.Editor)]);
        await editor.GoAsync("/desk/sign-in");

        using var answer = await editor.SendRawAsync(null, ("Form.UserName", editor.UserName), ("Form.Password", DeskVisitor.Password));

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(["__Host-wn-desk", "__Host-wn-known"], cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, c =>
        {
            Assert.Contains("; path=/;", c, StringComparison.Ordinal);
            Assert.Contains("; secure", c, StringComparison.Ordinal);
            Assert.Contains("; httponly", c, StringComparison.Ordinal);
            Assert.Contains("; samesite=lax", c, StringComparison.Ordinal);
            Assert.DoesNotContain("domain", c, StringComparison.Ordinal);
        });
        Assert.True(cookies.Max(c => c.Length) < 1200, "The ticket is small.");
        using var front = await editor.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.False(front.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Over_plain_http_cookies_have_plain_names_and_signing_in_works()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:PublicUrl", "http://localhost:5080"));
        using var editor = await site.MakePersonAsync([new GrantedRole(Role.Editor)]);
        editor.Client.BaseAddress = new Uri("http://localhost:5080");
        await editor.GoAsync("/desk/sign-in");

        using var answer = await editor.SendRawAsync(null, ("Form.UserName", editor.UserName), ("Form.Password", DeskVisitor.Password));
        await editor.GoAsync("/desk/account");

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(["wn-desk", "wn-known"], cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, c => Assert.DoesNotContain("secure", c, StringComparison.Ordinal));
        Assert.Contains(editor.UserName, editor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_plain_http_the_cookies_are_secure_all_the_same()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();

        using var answer = await client.GetAsync(new Uri("/desk/sign-in", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-wn-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_once_and_a_recovery_code_once_in_its_place()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var chief = await site.SignInAsync(Role.Chief);
        await chief.GoAsync("/desk/account/second-factor");
        await chief.SendAsync("form[action='?handler=Codes']", ("password", DeskVisitor.Password));
        var recovery = chief.Page.QuerySelector(".codes code")!.TextContent;
        var used = Totp.CodeOf(chief.Key!, Totp.StepAt(site.Clock.GetUtcNow()));

        using var other = new DeskVisitor(site) { UserName = chief.UserName };
        await EnterPasswordAsync(other);
        await other.SendAsync(null, ("Form.Code", used));
        Assert.Contains("used before", other.Text, StringComparison.Ordinal);
        await other.SendAsync(null, ("Form.Code", recovery.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.True(other.IsIn);

        using var third = new DeskVisitor(site) { UserName = chief.UserName };
        await EnterPasswordAsync(third);
        await third.SendAsync(null, ("Form.Code", recovery));
        Assert.Contains("not right", third.Text, StringComparison.Ordinal);
        Assert.Equal(9, (await site.PersonAsync(chief.UserName)).RecoveryCodes.Count);
        Assert.Contains($"{chief.UserName} used-recovery-code", await site.AuditAsync());
    }

    [Fact]
    public async Task The_step_between_password_and_code_ends_after_five_minutes_and_is_nobody_s_to_make()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var chief = await site.MakePersonAsync([new GrantedRole(Role.Chief)]);
        await EnterPasswordAsync(chief);
        site.Clock.Advance(TimeSpan.FromMinutes(6));

        await chief.SendAsync(null, ("Form.Code", chief.NextCode()));
        Assert.Contains("took too long", chief.Text, StringComparison.Ordinal);

        await EnterPasswordAsync(chief);
        await chief.SendAsync(null, ("Form.Step", "CfDJ8forged"), ("Form.Code", chief.NextCode()));
        Assert.Contains("took too long", chief.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_shut_somebody_out_of_a_browser_he_knows()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/sign-out");
        await editor.SendAsync(null);

        using var attacker = new DeskVisitor(site) { UserName = editor.UserName };
        for (var i = 0; i < SignInThrottle.MostOfASource; i++) await attacker.SignInAsync($"a guess with many characters {i}");
        Assert.Contains("do not belong together", attacker.Text, StringComparison.Ordinal);
        await attacker.SignInAsync();
        Assert.Contains("Too many tries", attacker.Text, StringComparison.Ordinal);

        await editor.SignInAsync();
        Assert.True(editor.IsIn);

        site.Clock.Advance(TimeSpan.FromMinutes(16));
        await attacker.SignInAsync();
        Assert.True(attacker.IsIn);
    }

    [Fact]
    public async Task A_source_tries_thirty_times_a_minute_and_takes_no_try_from_a_known_browser()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/sign-out");
        await editor.SendAsync(null);
        using var visitor = new DeskVisitor(site);
        await visitor.GoAsync("/desk/sign-in");

        var answers = new List<int>();
        for (var i = 0; i < 30; i++)
        {
            using var answer = await visitor.SendRawAsync(null, ("Form.UserName", $"name{i}"), ("Form.Password", "whatever it may be"));
            answers.Add((int)answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(200, 29), 429], answers);
        using var reading = await visitor.Client.GetAsync(new Uri("/desk/sign-in", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
        await editor.SignInAsync();
        Assert.True(editor.IsIn);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/desk")]
    [InlineData("/\\evil.example/desk")]
    [InlineData("/plugins")]
    public async Task Signing_in_leads_to_the_desk_and_nowhere_else(string to)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.MakePersonAsync([new GrantedRole(Role.Editor)]);
        await editor.GoAsync($"/desk/sign-in?to={Uri.EscapeDataString(to)}");

        using var answer = await editor.SendRawAsync(null, ("Form.UserName", editor.UserName), ("Form.Password", DeskVisitor.Password), ("Form.To", to));

        Assert.Equal(site.Services.GetRequiredService<DeskWays>().StartFor([new GrantedRole(Role.Editor)]), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_asked_for_a_page_is_led_there_after_signing_in()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.MakePersonAsync([new GrantedRole(Role.Administrator)]);

        await admin.GoAsync("/desk/audit?who=x");
        Assert.StartsWith("/desk/sign-in?to=", admin.Path, StringComparison.Ordinal);
        await admin.SendAsync(null, ("Form.UserName", admin.UserName), ("Form.Password", DeskVisitor.Password));
        await admin.SendAsync(null, ("Form.Code", admin.NextCode()));

        Assert.Equal("/desk/audit?who=x", admin.Path);
    }

    [Fact]
    public async Task Failures_are_counted_for_the_audit_and_not_each_one_written()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/sign-out");
        await editor.SendAsync(null);

        for (var i = 0; i < SignInThrottle.MostOfABrowser; i++) await editor.SignInAsync($"a guess with many characters {i}");

        await site.Services.GetRequiredService<FailedTries>().Written;
        await using var db = site.OpenDb();
        var words = (await db.AuditLines.Where(l => l.Verb == "failed-to-sign-in").ToListAsync()).Select(l => l.Words).Order(StringComparer.Ordinal);
        Assert.Equal(["5 times within the hour", "wrong password"], words);
    }

    private static async Task EnterPasswordAsync(DeskVisitor visitor)
    {
        await visitor.GoAsync("/desk/sign-in");
        await visitor.SendAsync(null, ("Form.UserName", visitor.UserName), ("Form.Password", DeskVisitor.Password));
        Assert.NotNull(visitor.Page.QuerySelector("#code"));
    }
}
