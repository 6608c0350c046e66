using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Access;

/// <summary>Writes into the audit what the person of this request did, from which session.</summary>
/// <remarks>For acts whose own record knows no session: a dispatch keeps its acts itself, in the transaction that does them; this line follows it.</remarks>
public sealed class DeskAudit(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, TimeProvider time)
{
    /// <inheritdoc cref="Actor.Did"/>
    public async Task WriteAsync(string verb, AuditSubject subject, string? words, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.AuditLines.Add(signedIn.Actor.Did(verb, subject, time.Now(), words));
        await db.SaveChangesAsync(cancel);
    }
}
