using Microsoft.EntityFrameworkCore;

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
