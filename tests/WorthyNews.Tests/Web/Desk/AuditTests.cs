using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Desk;

public sealed class AuditTests
{
    [Fact]
    public async Task No_line_can_be_changed_or_taken_out()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var db = site.OpenDb();
        db.AuditLines.Add(Actor.CommandLine.Did("tried", new AuditSubject("desk"), Sample.Noon, "as it was"));
        await db.SaveChangesAsync();
        var line = await db.AuditLines.SingleAsync(l => l.Verb == "tried");

        db.Entry(line).Property(l => l.Words).CurrentValue = "as it was not";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.AuditLines.Remove(line);
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());

        await using var fresh = site.OpenDb();
        Assert.Equal("as it was", (await fresh.AuditLines.SingleAsync(l => l.Verb == "tried")).Words);
    }

    [Fact]
    public async Task Each_act_on_a_dispatch_and_each_save_stands_there_with_its_session_and_no_word_of_the_text()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var writer = await site.SignInAsync(Role.Correspondent);
        using var chief = await site.SignInAsync(Role.Chief);
        await writer.GoAsync("/desk/dispatches/new");
        await writer.SendAsync("#dispatch", ("Form.Headline", "The Secret Headline"), ("Form.Body", "Secret words."));
        var path = writer.Path;
        await writer.SendAsync("#dispatch", ("Form.Body", "Other secret words."));
        await writer.SendAsync("#dispatch");
        var form = writer.Page.QuerySelector("#dispatch")!;
        form.SetAttribute("action", path + "?handler=Submit");
        await writer.SendAsync("#dispatch", ("Note", "A secret note."));
        await chief.GoAsync(path);
        chief.Page.QuerySelector("button[formaction$='handler=Approve']")!.Closest("form")!.SetAttribute("action", path + "?handler=Approve");
        await chief.SendAsync($"form[action='{path}?handler=Approve']");
        await chief.GoAsync(path + "/publish");
        await chief.SendAsync($"form[action='{path}/publish']");
        await chief.GoAsync(path + "/kill");
        await chief.SendAsync("main form", ("Notice", "A secret notice."), ("Reason", "A secret reason."), ("Sure", "true"));

        await using var db = site.OpenDb();
        var lines = (await db.AuditLines.AsNoTracking().Where(l => l.SubjectKind == "dispatch").ToListAsync()).ToList();
        string[] told =
        [
            $"{writer.UserName} saved revision 1", $"{writer.UserName} saved revision 2", $"{writer.UserName} submitted revision 2",
            $"{chief.UserName} approved revision 2", $"{chief.UserName} published revision 2", $"{chief.UserName} killed revision 2",
        ];
        Assert.Equal(told.Order(StringComparer.Ordinal), lines.Select(l => $"{l.By} {l.Verb} {l.Words}").Order(StringComparer.Ordinal));
        Assert.All(lines, l => Assert.Equal(path.Split('/')[^1], l.SubjectId));
        Assert.All(lines, l => Assert.True(l.SessionId is { } session && db.DeskSessions.Any(s => s.Id == session && s.PersonId == l.PersonId)));
        Assert.DoesNotContain(lines, l => l.Words!.Contains("ecret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("saved")]
    [InlineData("approved")]
    [InlineData("published")]
    public async Task What_cannot_be_told_to_the_audit_is_not_done(string verb)
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var ann = DeskUnderTest.Ann with { Actor = new Actor(DeskUnderTest.Ann.PersonId, "ann", Guid.NewGuid()) };
        var id = await desk.DraftAsync();
        if (verb == "published") await desk.Editing.ApproveAsync(id, 1, null, DeskUnderTest.Ben, CancellationToken.None);
        await using (var db = desk.OpenDb()) await db.Database.ExecuteSqlRawAsync(TestStore.IsPostgres ? "DROP TABLE \"AuditLines\"" : "CREATE TRIGGER \"Full\" BEFORE INSERT ON \"AuditLines\" BEGIN SELECT RAISE(ABORT, 'full'); END");

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => verb switch
        {
            "saved" => desk.Editing.SaveAsync(id, Sample.Copy("Another"), 1, ann, CancellationToken.None),
            "approved" => desk.Editing.ApproveAsync(id, 1, null, ann, CancellationToken.None),
            _ => desk.Publishing.PublishAsync(id, 1, null, ann, CancellationToken.None),
        });

        var dispatch = await desk.ReadAsync(id);
        Assert.Equal((1, verb == "published" ? 1 : null, PublicState.NotPublic), (dispatch.NewestRevision, dispatch.ApprovedRevision, dispatch.Public));
        Assert.Equal(verb == "published" ? 2 : 1, dispatch.Acts.Count);
        Assert.Empty((await desk.Newsstand.LatestAsync(1, null, CancellationToken.None)).Stories);
    }

    [Fact]
    public async Task An_administrator_reads_who_did_what_narrows_it_and_turns_pages()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        await using (var db = site.OpenDb())
        {
            for (var i = 0; i < 150; i++) db.AuditLines.Add(new Actor(null, "robin").Did("published", AuditSubject.Dispatch(Guid.NewGuid()), site.Clock.GetUtcNow().AddDays(-2).AddSeconds(i), $"<b>line {i}</b>"));
            await db.SaveChangesAsync();
        }

        await admin.GoAsync("/desk/audit?who=robin");
        Assert.Equal(100, admin.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("<b>line 149</b>", admin.Text, StringComparison.Ordinal);
        await admin.GoAsync(admin.Page.QuerySelectorAll("nav.acts a").Single().GetAttribute("href")!);
        Assert.Equal(50, admin.Page.QuerySelectorAll("tbody tr").Length);
        await admin.GoAsync("/desk/audit?from=2026-11-22");
        Assert.DoesNotContain("robin", admin.Text, StringComparison.Ordinal);
        Assert.Contains("signed-in", admin.Text, StringComparison.Ordinal);
        await admin.GoAsync("/desk/audit?from=yesterday");
        Assert.Equal(400, admin.Status);
    }
}
