using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>Two texts that began as one: what both started from, mine, theirs; takes either or both, piece by piece.</summary>
[Needs(DeskVerb.Write)]
public sealed class MergeModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, EditingDesk editing, WorkingCopies copies, Originals originals) : DispatchPage(contexts, signedIn)
{
    public override string Title => "Two texts";

    /// <summary>The working copy that holds mine.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Copy { get; set; }

    /// <summary>The newest revision when the page was read.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>By the name of the field.</summary>
    [BindProperty]
    public Dictionary<string, Choice> Fields { get; set; } = [];

    /// <summary>By the number of the piece.</summary>
    [BindProperty]
    public Dictionary<int, Choice> Pieces { get; set; } = [];

    public WorkingCopy Mine { get; private set; } = null!;

    public Revision Base { get; private set; } = null!;

    public CopyComparison Comparison { get; private set; } = null!;

    public NewsTimes Times => new(Me.TimeZone);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAllAsync(cancel)) return NotFound();
        if (Mine.BaseRevision == Dispatch.NewestRevision) return Redirect(Path());      // nobody came between after all
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <param name="all">Takes one side whole.</param>
    public async Task<IActionResult> OnPostAsync(Choice? all, CancellationToken cancel)
    {
        if (!await FindAllAsync(cancel)) return NotFound();
        if (Seen != Dispatch.NewestRevision)
        {
            ModelState.AddModelError("", $"Revision {Dispatch.NewestRevision} was saved by {Revision.By} while you chose. It stands here now in the place of the one before; choose again.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var merged = all switch
        {
            Choice.Mine => Mine.Copy,
            Choice.Theirs => Revision.Copy,
            _ => Comparison.Merge(Fields, [.. Comparison.Body.Pieces.Select((piece, i) => Pieces.GetValueOrDefault(i, piece.Suggested))]),
        };
        switch (await editing.SaveAsync(Id, merged, Seen, Copy, Author, cancel))
        {
            case SaveResult.Saved saved:
                this.Say($"Both texts are put together as revision {saved.Revision}.");
                break;
            case SaveResult.Unchanged same:
                await copies.DropAsync(Copy, Author, cancel);
                this.Say($"Revision {same.Revision} stays as it is.");
                break;
            case SaveResult.Conflict:
                return Redirect(Path($"merge?copy={Copy}"));
            default:
                ModelState.AddModelError("", "The database is busy and nothing was saved. Both texts are kept: press again in a moment.");
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Page();
        }

        return Redirect(Path());
    }

    private async Task<bool> FindAllAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, null, cancel)) return false;
        if (await copies.FindAsync(Copy, Author, cancel) is not { BaseRevision: { } from } mine || mine.DispatchId != Id) return false;
        if (await RevisionAsync(from, cancel) is not { } began) return false;
        (Mine, Base) = (mine, began);
        var compared = CopyComparison.Of(began.Copy, Revision.Copy, mine.Copy);
        Comparison = compared with { Fields = await Task.WhenAll(compared.Fields.Select(field => CalledAsync(field, cancel))) };
        return true;
    }

    /// <summary>The original of a translation by its headline, and not by its id.</summary>
    private async Task<ComparedField> CalledAsync(ComparedField field, CancellationToken cancel)
    {
        if (field.Name != nameof(Newsroom.Dispatches.Copy.TranslationOf)) return field;
        async Task<string> CalledAsync(string id) => Guid.TryParse(id, out var story) && await originals.NamedAsync(story, SignedIn.Sight, cancel) is { } original ? $"{original.Headline} ({original.Name})" : id;
        return field with { Base = await CalledAsync(field.Base), Theirs = await CalledAsync(field.Theirs), Mine = await CalledAsync(field.Mine) };
    }
}
