using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

public sealed class DeskErrorTests
{
    [Fact]
    public async Task What_was_sent_after_the_session_ended_is_kept_and_sent_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account");
        site.Clock.Advance(TimeSpan.FromHours(13));

        await editor.SendAsync("form[action='?handler=Details']", ("Details.DisplayName", "Edith <i>Editor</i>"));
        Assert.Equal(401, editor.Status);
        Assert.Contains("Your session has ended", editor.Text, StringComparison.Ordinal);
        var kept = editor.Page;
        using var tab = await editor.Client.GetAsync(new Uri("/desk/sign-in", UriKind.Relative));
        await editor.SignInAsync();
        editor.Show(kept, "/desk/account?handler=Details");
        await editor.SendAsync("form[method=post]");

        Assert.Contains("Saved.", editor.Text, StringComparison.Ordinal);
        Assert.Equal("Edith <i>Editor</i>", (await site.PersonAsync(editor.UserName)).DisplayName);
    }

    [Fact]
    public async Task A_password_that_was_sent_without_a_session_is_not_written_back()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account");
        site.Clock.Advance(TimeSpan.FromHours(13));

        await editor.SendAsync("form[action='?handler=Password']", ("presentPassword", DeskVisitor.Password), ("newPassword", "five quiet rivers run north"));

        Assert.Equal(401, editor.Status);
        Assert.DoesNotContain("five quiet rivers", editor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("nine lamps", editor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/nowhere")]
    [InlineData("/desk/errors/404")]
    [InlineData("/desk/people/00000000-0000-0000-0000-000000000000")]
    public async Task An_address_that_leads_nowhere_says_so_in_the_frame_of_the_desk(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.SignInAsync(Role.Administrator);

        await admin.GoAsync(path);

        Assert.Equal(404, admin.Status);
        Assert.True(admin.IsIn);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account");

        await editor.SendAsync("form[action='?handler=Details']", ("Details.DisplayName", "Somebody Else"), ("form-token", null));

        Assert.Equal(400, editor.Status);
        Assert.NotEqual("Somebody Else", (await site.PersonAsync(editor.UserName)).DisplayName);
    }
}
