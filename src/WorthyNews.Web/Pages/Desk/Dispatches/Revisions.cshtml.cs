using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A line of the list of revisions.</summary>
public sealed record RevisionLine(int Number, string By, DateTimeOffset At, int? StartedFrom, string Headline);

/// <summary>All that was ever saved of a dispatch, two of them side by side, and what was done to it.</summary>
[Needs(DeskVerb.See)]
public sealed class RevisionsModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, EditingDesk editing, Originals originals, TimeProvider time) : DispatchPage(contexts, signedIn)
{
    public override string Title => $"Revisions: {base.Title}";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RevisionLine> Lines { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Act> Acts { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>Null unless two were asked for.</summary>
    public StoryComparison? Changes { get; private set; }

    public NewsTimes Times => new(Me.TimeZone);

    public bool MayWrite => May(DeskVerb.Write);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.See, To, cancel)) return NotFound();
        await ShowAsync(cancel);
        if (From is { } from)
        {
            if (await RevisionAsync(from, cancel) is not { } before) return NotFound();
            var now = time.GetUtcNow();
            To ??= Dispatch.NewestRevision;
            Changes = StoryComparison.Of(Dispatch.Proof(before, now), Dispatch.Proof(Revision, now));
            if (before.Copy.TranslationOf != Revision.Copy.TranslationOf)
            {
                var runs = WordComparison.Compare(await CalledAsync(before.Copy.TranslationOf, cancel), await CalledAsync(Revision.Copy.TranslationOf, cancel));
                Changes = Changes with { Passages = [new ComparedPassage("Translation of", runs, 0), .. Changes.Passages] };
            }
        }

        return Page();
    }

    /// <summary>Makes an older text the newest.</summary>
    /// <param name="seen">The newest revision when the list was read.</param>
    public async Task<IActionResult> OnPostRestoreAsync(int revision, int seen, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, revision, cancel)) return NotFound();
        switch (await editing.RestoreAsync(Id, revision, seen, Author, cancel))
        {
            case SaveResult.Saved saved:
                this.Say($"Revision {revision} is back as revision {saved.Revision}.");
                return Redirect(Path());
            case SaveResult.Unchanged:
                this.Say($"The newest revision says the same as revision {revision}.");
                return Redirect(Path());
            case SaveResult.Conflict conflict:
                ModelState.AddModelError("", $"Revision {conflict.Theirs.Number} was saved by {conflict.Theirs.By} since you looked. Look at it first.");
                break;
            default:
                ModelState.AddModelError("", "The database is busy and nothing was done. Press again in a moment.");
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
        }

        await ShowAsync(cancel);
        return Page();
    }

    private async Task<string> CalledAsync(Guid? original, CancellationToken cancel) =>
        original is { } story && await originals.NamedAsync(story, SignedIn.Sight, cancel) is { } named ? named.Headline : "";

    private async Task ShowAsync(CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        Lines = await db.Revisions.AsNoTracking().Where(r => r.DispatchId == Id).OrderByDescending(r => r.Number)
            .Select(r => new RevisionLine(r.Number, r.By, r.At, r.StartedFrom, r.Copy.Headline)).ToListAsync(cancel);
        Acts = await db.Acts.AsNoTracking().Where(a => a.DispatchId == Id).OrderByDescending(a => a.At).ThenByDescending(a => a.Number).Take(500).ToListAsync(cancel);
    }
}
