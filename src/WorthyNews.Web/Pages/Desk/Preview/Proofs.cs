using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Access;

namespace WorthyNews.Web.Pages.Desk.Preview;

/// <summary>A dispatch as its readers would see it: a saved revision, or what somebody is typing.</summary>
public sealed class Proofs(IDbContextFactory<NewsDb> contexts, WorkingCopies copies, SignedIn signedIn, TimeProvider time)
{
    /// <param name="copy">A working copy of who asks; when it was saved or is not kept yet, the newest revision stands in its place.</param>
    /// <param name="revision">Null for the newest.</param>
    /// <returns>Null when there is nothing to show, or it is not for this person.</returns>
    public async Task<Story?> FindAsync(Guid id, Guid? copy, int? revision, CancellationToken cancel)
    {
        var me = signedIn.Author;
        var typed = copy is { } window ? await copies.FindAsync(window, me, cancel) : null;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.Now();
        if (await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } dispatch)
        {
            if (copy is null) return null;
            // Typed and never saved, or not typed yet.
            var unsaved = new Dispatch(typed?.DispatchId == id ? typed.Copy : new Copy(), me, now, id);
            return unsaved.Proof(unsaved.Newest, now);
        }

        if (!signedIn.May(DeskVerb.See, dispatch.Bureau, dispatch.CreatedById == signedIn.Person.Id)) return null;
        if (typed?.DispatchId == id) return dispatch.Proof(typed.Copy, me, now);
        var number = revision ?? dispatch.NewestRevision;
        return await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.DispatchId == id && r.Number == number, cancel) is { } saved ? dispatch.Proof(saved, now) : null;
    }
}
