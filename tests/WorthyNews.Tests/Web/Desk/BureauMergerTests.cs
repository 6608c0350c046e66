using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

/// <summary>Two bureaus become one while people work in them.</summary>
public sealed class BureauMergerTests
{
    [Fact]
    public async Task A_stale_page_and_an_old_revision_file_for_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("kiev", "Kiev"), Sample.Bureau("kyiv", "Kyiv"));
        using var writer = await site.SignInAsync(Role.Correspondent, "kiev");
        using var neighbor = await site.SignInAsync(Role.Correspondent, "kyiv");
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", ("Form.Headline", "A Headline"), ("Form.Body", "Old.") );
        var path = writer.Path;
        var stale = writer.Page;
        await writer.GoAsync("/desk/dispatches/new");
        var begun = writer.Page;

        await DirectoryOf(site).MergeAsync(NameKind.Bureau, "kiev", "kyiv", CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        writer.Show(stale, path);
        await writer.SendAsync("#dispatch", ("Form.Body", "New."), ("Form.Bureau", "kiev"));
        Assert.Contains("Saved as revision 2", writer.Text, StringComparison.Ordinal);
        await writer.GoAsync(path + "/revisions");
        await writer.SendAsync("form[action*='handler=Restore']");
        Assert.Contains("Revision 1 is back as revision 3", writer.Text, StringComparison.Ordinal);
        await neighbor.GoAsync(path);
        Assert.Equal(200, neighbor.Status);

        writer.Show(begun, "/desk/dispatches/new");
        await writer.SendAsync("#dispatch", ("Form.Headline", "Begun before"), ("Form.Body", "Text."), ("Form.Bureau", "kiev"));
        Assert.Contains("Saved as revision 1", writer.Text, StringComparison.Ordinal);
        await using var db = site.OpenDb();
        Assert.Equal(["kyiv", "kyiv"], db.Dispatches.Select(d => d.Bureau).ToList());
    }

    [Fact]
    public async Task What_the_rooms_are_handed_under_the_old_name_lands_under_the_new_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("kiev", "Kiev"), Sample.Bureau("kyiv", "Kyiv"));
        var editing = site.Services.GetRequiredService<EditingDesk>();
        await DirectoryOf(site).MergeAsync(NameKind.Bureau, "kiev", "kyiv", CancellationToken.None);

        var created = Assert.IsType<SaveResult.Saved>(await editing.CreateAsync(Sample.Copy() with { Bureau = "kiev" }, DeskUnderTest.Ann, CancellationToken.None));

        await using var db = site.OpenDb();
        Assert.Equal("kyiv", db.Dispatches.Single(d => d.Id == created.DispatchId).Bureau);
    }

    [Theory]
    [InlineData(4, 0, 4)]
    [InlineData(2, 7, 7)]
    [InlineData(0, 3, 3)]
    public async Task The_longer_time_to_undo_holds_after_a_merger(int from, int into, int after)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("kiev", "Kiev"), Sample.Bureau("kyiv", "Kyiv"));
        if (from > 0) await site.Desk.LetUndoAsync("kiev", from, CancellationToken.None);
        if (into > 0) await site.Desk.LetUndoAsync("kyiv", into, CancellationToken.None);

        Assert.Equal(after, (await DirectoryOf(site).LookAheadAsync("kiev", "kyiv", CancellationToken.None)).UndoMinutes);
        await DirectoryOf(site).MergeAsync(NameKind.Bureau, "kiev", "kyiv", CancellationToken.None);

        await using var db = site.OpenDb();
        var settings = Assert.Single(db.DeskSettings.ToList());
        Assert.Equal(("kyiv", after), (settings.Bureau, settings.UndoMinutes));
    }

    [Fact]
    public async Task Whoever_merges_bureaus_is_told_first_whose_rights_grow()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("kiev", "Kiev"), Sample.Bureau("kyiv", "Kyiv"), Sample.Bureau("asia", "Asia"));
        using var old = await site.MakePersonAsync([new(Role.Editor, "kiev")]);
        using var other = await site.MakePersonAsync([new(Role.Correspondent, "kyiv")]);
        using var stranger = await site.MakePersonAsync([new(Role.Correspondent, "asia")]);
        await site.DraftAsync(Sample.Copy() with { Bureau = "kiev" });
        using var admin = await site.SignInAsync(Role.Administrator);
        await admin.GoAsync("/desk/directory/bureau/kiev");

        await admin.SendAsync("form[action$='handler=Merge']", ("into", "kyiv"));
        var asked = admin.Page.QuerySelector("section[aria-labelledby=sure]")!.TextContent;
        Assert.Contains($"The {old.UserName}, editor", asked, StringComparison.Ordinal);
        Assert.Contains($"The {other.UserName}, correspondent", asked, StringComparison.Ordinal);
        Assert.Contains("1 dispatch", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.UserName, asked, StringComparison.Ordinal);
        Assert.Equal(["kiev"], (await site.PersonAsync(old.UserName)).Granted.Select(g => g.Bureau));

        await admin.SendAsync("#merge-now");
        Assert.Contains("Merged into “Kyiv”", admin.Text, StringComparison.Ordinal);
        Assert.Equal(["kyiv"], (await site.PersonAsync(old.UserName)).Granted.Select(g => g.Bureau));
    }

    private static DirectoryDesk DirectoryOf(SiteUnderTest site) => site.Services.GetRequiredService<DirectoryDesk>();
}
