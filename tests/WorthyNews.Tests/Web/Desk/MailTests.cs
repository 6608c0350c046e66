using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Web.Desk;

public sealed class MailTests
{
    [Fact]
    public async Task An_invitation_goes_by_mail_and_is_shown_to_nobody()
    {
        using var box = new MailBox();
        await using var site = await SiteUnderTest.StartAsync(box.Settings);
        using var admin = await site.SignInAsync(Role.Administrator);

        await admin.GoAsync("/desk/people");
        await admin.SendAsync("form[action='?handler=Invite']", ("displayName", "Łucja Ödön"), ("email", "lucja@paper.test"), ("role-everywhere", "Correspondent"));

        Assert.Contains("A link went to lucja@paper.test", admin.Text, StringComparison.Ordinal);
        Assert.Null(admin.Page.QuerySelector(".told .key"));
        var letter = Assert.Single(box.Letters);
        Assert.Contains("To: lucja@paper.test", letter, StringComparison.Ordinal);
        using var guest = new DeskVisitor(site);
        await guest.GoAsync(LinkIn(letter));
        Assert.Equal(200, guest.Status);
    }

    [Fact]
    public async Task When_the_mail_server_is_away_the_link_is_handed_over()
    {
        var box = new MailBox();
        var settings = box.Settings;
        box.Dispose();
        await using var site = await SiteUnderTest.StartAsync(settings);
        using var admin = await site.SignInAsync(Role.Administrator);

        await admin.GoAsync("/desk/people");
        await admin.SendAsync("form[action='?handler=Invite']", ("displayName", "Lucy"), ("email", "lucja@paper.test"), ("role-everywhere", "Correspondent"));

        Assert.StartsWith(SiteUnderTest.PublicUrl, admin.Page.QuerySelector(".told .key")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_a_reset_gets_one_answer_whether_the_name_is_known_or_not()
    {
        using var box = new MailBox();
        await using var site = await SiteUnderTest.StartAsync(box.Settings);
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.GoAsync("/desk/account");
        await editor.SendAsync("form[action='?handler=Details']", ("Details.Email", "edith@paper.test"));

        var answers = new List<string>();
        foreach (var name in new[] { editor.UserName, "nobody", editor.UserName, editor.UserName, editor.UserName })
        {
            using var asker = new DeskVisitor(site);
            await asker.GoAsync("/desk/reset");
            await asker.SendAsync(null, ("UserName", name));
            answers.Add(asker.Page.QuerySelector("main")!.TextContent);
            await site.Services.GetRequiredService<ResetRequests>().Sent;
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(3, box.Letters.Count);
        using var first = new DeskVisitor(site);
        await first.GoAsync(LinkIn(box.Letters[0]));
        Assert.Equal(404, first.Status);
        await first.GoAsync(LinkIn(box.Letters[2]));
        await first.SendAsync(null, ("Password", "five quiet rivers run north"));
        Assert.Contains("Your password is set", first.Text, StringComparison.Ordinal);
        await using var db = site.OpenDb();
        Assert.Equal(0, await db.OneTimeLinks.CountAsync(l => l.ClosedAt == null && l.Purpose == LinkPurpose.Reset));
    }

    private static string LinkIn(string letter)
    {
        // Long lines are broken by "=" where a letter is quoted-printable (RFC 2045, 6.7).
        var text = letter.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var start = text.IndexOf($"{SiteUnderTest.PublicUrl}/desk/", StringComparison.Ordinal);
        return new Uri(text[start..].Split('\n', ' ')[0]).PathAndQuery;
    }
}
