using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>What the script of the dispatch page sends while somebody types, and asks while nobody does. Answers JSON.</summary>
[Needs(DeskVerb.Write)]
[RequestFormLimits(ValueLengthLimit = 1024 * 1024)]
public sealed class CopyModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, WorkingCopies copies, Originals originals, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DispatchForm Form { get; set; } = new();

    private Author Author => signedIn.Author;

    /// <summary>Tells that somebody is here, and who else is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var dispatch = await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, cancel);
        if (dispatch is null) return new JsonResult(new { newest = 0, others = Array.Empty<string>() });
        if (!signedIn.May(DeskVerb.Write, dispatch.Bureau, dispatch.CreatedById == signedIn.Person.Id)) return NotFound();
        var others = await copies.TouchAsync(Id, Author, cancel);
        return new JsonResult(new { newest = dispatch.NewestRevision, others = others.Select(o => o.Name) });
    }

    /// <summary>Keeps what is typed as this person's own working copy.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var dispatch = await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, cancel);
        if (dispatch is not null && !signedIn.May(DeskVerb.Write, dispatch.Bureau, dispatch.CreatedById == signedIn.Person.Id)) return NotFound();
        var before = Form.Base is { } number
            ? await db.Revisions.AsNoTracking().Where(r => r.DispatchId == Id && r.Number == number).SingleOrDefaultAsync(cancel)
            : null;
        var from = before?.Copy ?? new Copy();
        var names = new KnownNames(await db.Names.AsNoTracking().ToListAsync(cancel));
        var (copy, problem) = await originals.PutAsync(Form.ToCopy(from, names), Form.Original, from.TranslationOf, Id, signedIn.Sight, cancel);
        var result = await copies.AutosaveAsync(Form.WorkingCopy, Id, copy, Form.Base, Author, cancel);
        if (result is not AutosaveResult.Kept kept) return StatusCode(StatusCodes.Status503ServiceUnavailable);
        return new JsonResult(new
        {
            kept = new NewsTimes(signedIn.Person.TimeZone).Clock(time.GetUtcNow()),
            newest = kept.NewestRevision ?? 0,
            others = kept.Others.Select(o => o.Name),
            original = problem ?? "",
            places = TypedDateline.Read(Form.Places, from.Dateline, names).Select(p => new { text = p.Words, isSure = p.IsSure }),
        });
    }
}
