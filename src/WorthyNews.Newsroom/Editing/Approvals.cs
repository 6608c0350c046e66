using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Editing;

/// <summary>Whether one who may review may approve this text, or a second person must. See docs/decisions/0032.</summary>
public sealed class Approvals(IDbContextFactory<NewsDb> contexts)
{
    private const int MostNamed = 5;

    /// <summary>Why this person must leave the approval of a revision to another; null when they need not. Whether they may review at all is asked elsewhere.</summary>
    public async Task<string?> ReasonForAnotherAsync(Guid dispatchId, int revision, Author by, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var dispatch = await db.Dispatches.AsNoTracking().SingleAsync(d => d.Id == dispatchId, cancel);
        return await ReasonForAnotherAsync(db, dispatch, revision, by, cancel);
    }

    internal static async Task<string?> ReasonForAnotherAsync(NewsDb db, Dispatch dispatch, int revision, Author by, CancellationToken cancel)
    {
        if (by.IsOperator || dispatch.IsApproved(revision) || !await WroteAloneAsync(db, dispatch, revision, by, cancel)) return null;
        var people = await db.People.AsNoTracking().Include(p => p.Grants).Where(p => p.IsActive).ToListAsync(cancel);
        var approvers = people.Where(p => p.Granted.May(DeskVerb.Review, dispatch.Bureau)).ToList();
        var always = await db.DeskSettings.Where(s => s.Bureau == dispatch.Bureau).Select(s => s.SecondApproves).SingleOrDefaultAsync(cancel);
        if (!Rights.AskForAnother(true, always, approvers.Count)) return null;

        var others = approvers.Where(p => p.Id != by.PersonId).Select(p => p.DisplayName).Order(StringComparer.CurrentCulture).ToList();
        var named = string.Join(", ", others.Take(MostNamed)) + (others.Count > MostNamed ? " …" : "");
        return others.Count > 0
            ? $"You alone wrote revision {revision}, and here a second person approves: {named}."
            : $"You alone wrote revision {revision}, and here a second person approves. There is none yet: an administrator gives somebody the right, or sets the desk of the bureau otherwise.";
    }

    /// <summary>A writer and an editor who mends the text are two already; what was approved before had its second reader then.</summary>
    private static async Task<bool> WroteAloneAsync(NewsDb db, Dispatch dispatch, int revision, Author by, CancellationToken cancel)
    {
        var since = new[] { dispatch.ApprovedRevision, dispatch.PublicRevision, dispatch.ScheduledRevision }.Max(r => r < revision ? r : 0) ?? 0;
        return !await db.Revisions.AnyAsync(r => r.DispatchId == dispatch.Id && r.Number > since && r.Number <= revision && r.ById != by.PersonId, cancel);
    }
}
