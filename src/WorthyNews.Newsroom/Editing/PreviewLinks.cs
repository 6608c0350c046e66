using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Editing;

/// <summary>Makes links to one revision for people without an account, and ends them.</summary>
public sealed class PreviewLinks(IDbContextFactory<NewsDb> contexts, TimeProvider time)
{
    /// <param name="lasts">At most <see cref="PreviewLink.Longest"/>.</param>
    /// <returns>The token of the address, told this once.</returns>
    /// <exception cref="InvalidOperationException">There is no such revision.</exception>
    public async Task<(PreviewLink Link, string Token)> MakeAsync(Guid dispatchId, int revision, TimeSpan lasts, Author author, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lasts, TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.Revisions.AnyAsync(r => r.DispatchId == dispatchId && r.Number == revision, cancel)) throw new InvalidOperationException("There is no such revision.");
        var now = time.Now();
        var made = PreviewLink.Make(dispatchId, revision, lasts, author, now);
        db.PreviewLinks.Add(made.Link);
        db.Audit(dispatchId, "made-preview-link", author, now, $"revision {revision}");
        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>The story as its readers would see that revision; null when the link was never made, has ended or was revoked, or the story was killed.</summary>
    public async Task<Story?> ReadAsync(string token, CancellationToken cancel)
    {
        var hash = PreviewLink.HashOf(token);
        var now = time.Now();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var link = await db.PreviewLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancel);
        if (link is null || !link.IsOpenAt(now)) return null;
        var dispatch = await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == link.DispatchId, cancel);
        if (dispatch.Public == PublicState.Killed) return null;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.DispatchId == link.DispatchId && r.Number == link.Revision, cancel);
        return dispatch.Proof(revision, now);
    }

    /// <summary>Those of a dispatch, ended ones too, newest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> OfAsync(Guid dispatchId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.PreviewLinks.AsNoTracking().Where(l => l.DispatchId == dispatchId).OrderByDescending(l => l.MadeAt).ToListAsync(cancel);
    }

    /// <summary>Ends a link now, on every node; nothing when it has ended.</summary>
    /// <param name="dispatchId">The dispatch whose page this was asked on.</param>
    public async Task RevokeAsync(Guid dispatchId, Guid linkId, Author author, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var link = await db.PreviewLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.DispatchId == dispatchId, cancel);
        var now = time.Now();
        if (link is null || !link.IsOpenAt(now)) return;
        link.Revoke(now);
        db.Audit(dispatchId, "ended-preview-link", author, now, $"revision {link.Revision}");
        await db.SaveChangesAsync(cancel);
    }
}
