using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>Who approves a text that somebody wrote alone.</summary>
public sealed class SecondPersonTests
{
    [Fact]
    public async Task Where_two_may_review_nobody_approves_what_he_wrote_alone_and_the_page_says_who_may()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"));
        using var ann = await site.SignInAsync(Role.Editor, "europe");
        using var elsewhere = await site.MakePersonAsync([new(Role.Chief, "asia")]);
        var path = await NewAsync(ann);
        Assert.NotNull(Approve(ann));

        using var ben = await site.SignInAsync(Role.Editor);
        await ann.GoAsync(path);
        Assert.Null(Approve(ann));
        Assert.Contains($"a second person approves: The {ben.UserName}.", ann.Page.QuerySelector("#another")!.TextContent, StringComparison.Ordinal);

        // Whoever sends it all the same is refused by the newsroom.
        var form = ann.Page.QuerySelector("input[name=Read]")!.Closest("form")!;
        form.SetAttribute("action", path + "?handler=Approve");
        form.Id = "sent";
        await ann.SendAsync("#sent");
        Assert.DoesNotContain("is approved", ann.Text, StringComparison.Ordinal);
        Assert.Contains("You alone wrote revision 1", ann.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await ben.GoAsync(path);
        await SendApprovalAsync(ben, path);
        Assert.Contains("Revision 1 is approved", ben.Text, StringComparison.Ordinal);

        // What she saves after that is hers alone again.
        await ann.GoAsync(path);
        await ann.SendAsync("#dispatch", ("Form.Body", "Mended."));
        Assert.Null(Approve(ann));
    }

    [Fact]
    public async Task An_editor_who_mends_what_another_wrote_approves_in_one_press()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var writer = await site.SignInAsync(Role.Correspondent);
        using var editor = await site.SignInAsync(Role.Editor);
        using var other = await site.MakePersonAsync([new(Role.Editor)]);
        var path = await NewAsync(writer);

        await editor.GoAsync(path);
        await editor.SendAsync("#dispatch", ("Form.Body", "With a comma, mended."));
        await SendApprovalAsync(editor, path);

        Assert.Contains("Revision 2 is approved", editor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bureau_may_ask_for_a_second_person_always_or_never()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("europe", "Europe"));
        using var admin = await site.SignInAsync(Role.Administrator);
        using var ann = await site.SignInAsync(Role.Editor, "europe");
        var path = await NewAsync(ann);

        await admin.GoAsync("/desk/directory/bureau/europe");
        await admin.SendAsync("#second-form", ("second", "always"));
        await ann.GoAsync(path);
        Assert.Contains("There is none yet", ann.Page.QuerySelector("#another")!.TextContent, StringComparison.Ordinal);

        using var ben = await site.MakePersonAsync([new(Role.Editor)]);
        await admin.SendAsync("#second-form", ("second", "never"));
        Assert.Equal("never", admin.Page.QuerySelector("#who-approves option[selected]")!.GetAttribute("value"));
        await ann.GoAsync(path);
        await SendApprovalAsync(ann, path);
        Assert.Contains("Revision 1 is approved", ann.Text, StringComparison.Ordinal);
        Assert.Contains($"{admin.UserName} changed-desk", await site.AuditAsync());
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(null, false, null)]
    [InlineData(false, null, null)]
    [InlineData(false, false, false)]
    public void Of_two_desks_that_become_one_the_stricter_rule_holds(bool? one, bool? other, bool? after)
    {
        var (into, from) = (new DeskSettings("kyiv"), new DeskSettings("kiev"));
        into.AskForSecond(one);
        from.AskForSecond(other);

        into.TakeIn(from);

        Assert.Equal(after, into.SecondApproves);
    }

    private static AngleSharp.Dom.IElement? Approve(DeskVisitor editor) => editor.Page.QuerySelector("button[formaction$='handler=Approve']");

    private static async Task SendApprovalAsync(DeskVisitor editor, string path)
    {
        var form = Approve(editor)!.Closest("form")!;
        form.SetAttribute("action", path + "?handler=Approve");
        form.Id = "sent";
        await editor.SendAsync("#sent");
    }

    private static async Task<string> NewAsync(DeskVisitor writer)
    {
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", ("Form.Headline", "A Headline"), ("Form.Body", "Text."), ("Form.Bureau", writer.Page.QuerySelector("#bureau option[value=europe]") is null ? "" : "europe"));
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
        return writer.Path;
    }
}
