using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A page about one dispatch: finds it, and knows what who came may do to it.</summary>
public abstract class DispatchPage(IDbContextFactory<NewsDb> contexts, SignedIn signedIn) : PageModel, IDeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public virtual string Title => Dispatch.Headline.Length > 0 ? Dispatch.Headline : "A dispatch without a headline";

    /// <summary>Without its revisions.</summary>
    public Dispatch Dispatch { get; private set; } = null!;

    /// <summary>The one the page is about: the newest, unless another was asked for.</summary>
    public Revision Revision { get; private set; } = null!;

    public SignedPerson Me => signedIn.Person;

    protected SignedIn SignedIn => signedIn;

    protected Author Author => signedIn.Author;

    protected IDbContextFactory<NewsDb> Contexts => contexts;

    public bool May(DeskVerb verb) => signedIn.May(verb, Dispatch.Bureau, Dispatch.CreatedById == signedIn.Person.Id);

    public bool MaySomewhere(DeskVerb verb) => signedIn.MaySomewhere(verb);

    public string Path(string? more = null) => DeskAddress.Of(Id, more);

    /// <param name="verb">What the page is for: who may not do that finds nothing here.</param>
    /// <param name="revision">Null for the newest.</param>
    /// <returns>False: there is no such dispatch or revision, or it is not for this person.</returns>
    protected async Task<bool> FindAsync(DeskVerb verb, int? revision, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, cancel) is not { } dispatch) return false;
        Dispatch = dispatch;
        if (!May(verb)) return false;
        if (await RevisionAsync(revision ?? dispatch.NewestRevision, cancel) is not { } found) return false;
        Revision = found;
        return true;
    }

    /// <returns>Null when there is none of this number.</returns>
    protected async Task<Revision?> RevisionAsync(int number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.DispatchId == Id && r.Number == number, cancel);
    }

    /// <summary>Does an act, and says what the newsroom says to it.</summary>
    /// <returns>Whether it was done; if not, the reasons stand on the page.</returns>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (DispatchRefusedException refusal)
        {
            foreach (var reason in refusal.Reasons) ModelState.AddModelError("", reason);
        }
        catch (Exception error) when (DatabaseFailure.IsBusy(error))
        {
            ModelState.AddModelError("", "The database is busy and nothing was done. What you typed stands here: press again in a moment.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return false;
    }
}

/// <summary>Where the pages of a dispatch stand.</summary>
public static class DeskAddress
{
    public static string Of(Guid id, string? more = null) => more is null ? $"/desk/dispatches/{id}" : $"/desk/dispatches/{id}/{more}";
}
