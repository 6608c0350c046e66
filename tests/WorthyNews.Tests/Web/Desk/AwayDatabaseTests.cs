using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>Nobody reaches the database while somebody works at the desk.</summary>
public sealed class AwayDatabaseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_while_the_database_was_away_stands_on_the_page_and_is_saved_when_it_is_back(bool isSessionFresh)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"));
        using var writer = await site.SignInAsync(Role.Correspondent, "europe");
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", ("Form.Headline", "A Headline"), ("Form.Body", "Saved."));
        var path = writer.Path;
        await writer.GoAsync(path);
        await site.Store.GoAwayAsync();
        // Just asked for, a session is known for a moment; later its row would have to be asked.
        if (!isSessionFresh) site.Clock.Advance(TimeSpan.FromSeconds(10));

        using var answer = await writer.SendRawAsync("#dispatch", ("Form.Body", "Typed <b>meanwhile</b>."));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        await writer.SendAsync("#dispatch", ("Form.Body", "Typed <b>meanwhile</b>."));
        Assert.Contains("nothing is lost", writer.Text, StringComparison.Ordinal);
        Assert.Equal("Typed <b>meanwhile</b>.", writer.Page.QuerySelector<IHtmlInputElement>("input[name='Form.Body']")!.Value);

        await site.Store.ComeBackAsync();
        await writer.SendAsync("form[method=post]");
        Assert.Contains("Saved as revision 2", writer.Text, StringComparison.Ordinal);
        Assert.Equal("Typed <b>meanwhile</b>.", writer.Page.QuerySelector<IHtmlTextAreaElement>("#body")!.Value);
    }

    [Fact]
    public async Task Every_page_of_the_desk_says_that_the_database_is_away_and_nobody_is_signed_out()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var chief = await site.SignInAsync([new(Role.Chief), new(Role.Administrator)]);
        await chief.GoAsync("/desk/dispatches/new");
        await chief.SendAsync("#dispatch", ("Form.Headline", "A Headline"), ("Form.Body", "Text."));
        var path = chief.Path;
        await site.Store.GoAwayAsync();

        foreach (var page in new[] { "/desk", path, path + "/revisions", path + "/copy", "/desk/front", "/desk/directory", "/desk/people", "/desk/audit", "/desk/account" })
        {
            site.Clock.Advance(TimeSpan.FromSeconds(10));
            using var answer = await chief.Client.GetAsync(new Uri(page, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{page} answers {(int)answer.StatusCode}");
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Contains("does not reach its database", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await site.Store.ComeBackAsync();
        await chief.GoAsync(path);
        Assert.True(chief.IsIn);
    }

    [Fact]
    public async Task A_password_that_was_sent_to_no_database_is_not_written_back()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account");
        await site.Store.GoAwayAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(10));

        await editor.SendAsync("form[action='?handler=Password']", ("presentPassword", DeskVisitor.Password), ("newPassword", "five quiet rivers run north"));

        Assert.Equal(503, editor.Status);
        Assert.DoesNotContain("five quiet rivers", editor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await site.Store.ComeBackAsync();
    }

    [SqliteFact]
    public async Task A_database_file_that_is_gone_is_not_made_anew_by_whoever_asks_next()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await site.Store.GoAwayAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(10));

        await editor.GoAsync("/desk");

        Assert.Empty(System.IO.Directory.GetFiles(site.Store.Folder, "worthynews.db"));
        await site.Store.ComeBackAsync();
    }
}
