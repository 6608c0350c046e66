using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Access;

/// <summary>Writes into the audit what the person of this request did, from which session.</summary>
/// <remarks>For the front and the directory, which say on the wire what was done: this line follows it. What is done to a dispatch stands in the audit by the transaction that does it (<see cref="DispatchAudit"/>).</remarks>
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
