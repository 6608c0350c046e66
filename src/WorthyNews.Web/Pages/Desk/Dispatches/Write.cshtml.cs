using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A dispatch: its text, its checks, and what can be done with it now.</summary>
/// <remarks>The acts that keep the text as it is stand in <c>Write.Acts.cs</c>.</remarks>
[Needs(DeskVerb.See)]
[RequestFormLimits(ValueLengthLimit = 1024 * 1024)]
public sealed partial class WriteModel(
    IDbContextFactory<NewsDb> contexts, SignedIn signedIn, EditingDesk editing, WorkingCopies copies, Checking checking, PublishingDesk publishing,
    PreviewLinks previews, Originals originals, Approvals approvals, Http.SiteLinks siteLinks, TimeProvider time) : DispatchPage(contexts, signedIn)
{
    [BindProperty]
    public DispatchForm Form { get; set; } = new();

    /// <summary>A note that goes with an act.</summary>
    [BindProperty]
    public string? Note { get; set; }

    public WriteSheet Sheet { get; private set; } = null!;

    /// <summary>What was typed and not saved, when that is what the fields show.</summary>
    public WorkingCopy? Typed { get; private set; }

    public IReadOnlyList<Presence> Others { get; private set; } = [];

    public IReadOnlyList<Check> Checks { get; private set; } = [];

    public IReadOnlyList<DeskNote> Notes { get; private set; } = [];

    public IReadOnlyList<WatchedName> Watched { get; private set; } = [];

    public IReadOnlyList<PreviewLink> Previews { get; private set; } = [];

    /// <summary>Why somebody else approves the newest revision; null when who looks may.</summary>
    public string? AnotherApproves { get; private set; }

    /// <summary>Live stories that say the same in other languages.</summary>
    public IReadOnlyList<OtherLanguage> InOtherLanguages { get; private set; } = [];

    public DateTimeOffset Now => time.GetUtcNow();

    public NewsTimes Times => new(Me.TimeZone);

    public bool MayWrite => May(DeskVerb.Write);

    /// <param name="saved">Shows the newest revision although something else was typed.</param>
    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.See, null, cancel)) return NotFound();
        var names = await Contexts.KnownNamesAsync(cancel);
        if (MayWrite && !saved) Typed = await UnsavedAsync(cancel);
        Form = await FormOfAsync(Typed?.Copy ?? Revision.Copy, names, cancel);
        Form.Base = Typed?.BaseRevision ?? Revision.Number;
        Form.WorkingCopy = Typed?.Id ?? Guid.CreateVersion7(time.GetUtcNow());
        await ShowAsync(names, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, null, cancel)) return NotFound();
        return await SaveAsync(cancel) is { } answer ? answer : await ShowAgainAsync(cancel);
    }

    /// <summary>Saves, and gives what was saved to an editor.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Submit, null, cancel)) return NotFound();
        if (await SaveAsync(cancel) is not { } answer) return await ShowAgainAsync(cancel);
        if (answer is not RedirectResult || SavedAs is not { } revision) return answer;
        if (!await TryAsync(() => editing.SubmitAsync(Id, revision, Note, null, Author, cancel))) return await ShowAgainAsync(cancel);
        this.Say($"Revision {revision} is with the editors since {Times.Clock(Now)}.");
        return answer;
    }

    private int? SavedAs { get; set; }

    /// <returns>Null: it stays on the page, with what is wrong said there.</returns>
    private async Task<IActionResult?> SaveAsync(CancellationToken cancel)
    {
        var (copy, problem) = await CopyAsync(cancel);
        if (copy.Bureau is { } bureau && bureau != Dispatch.Bureau && !SignedIn.May(DeskVerb.Write, bureau))
        {
            ModelState.AddModelError("", "You do not write for that bureau: choose another, and save again.");
            return null;
        }

        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
            return null;
        }

        switch (await editing.SaveAsync(Id, copy, Form.Base ?? Dispatch.NewestRevision, Form.WorkingCopy, Author, cancel))
        {
            case SaveResult.Saved saved:
                SavedAs = saved.Revision;
                this.Say($"Saved as revision {saved.Revision} at {Times.Clock(Now)}.");
                return Redirect(Path());
            case SaveResult.Unchanged same:
                SavedAs = same.Revision;
                this.Say($"Revision {same.Revision} says the same: nothing was saved anew.");
                return Redirect(Path());
            case SaveResult.Conflict conflict:
                if (Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..])
                    return new ConflictObjectResult(new { newest = conflict.Theirs.Number, by = conflict.Theirs.By, merge = Path($"merge?copy={conflict.WorkingCopy}") });
                return Redirect(Path($"merge?copy={conflict.WorkingCopy}"));
            default:
                ModelState.AddModelError("", "The database is busy and nothing was saved. Your text stands here: save it again in a moment.");
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return null;
        }
    }

    /// <summary>The newest working copy that says something which was never saved: one may have been kept just after its text was.</summary>
    private async Task<WorkingCopy?> UnsavedAsync(CancellationToken cancel)
    {
        var kept = await copies.RestoreAsync(Id, Author, cancel);
        if (kept.Count == 0) return null;
        var first = kept.Min(w => w.BaseRevision ?? 0);
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        var saved = await db.Revisions.AsNoTracking().Where(r => r.DispatchId == Id && r.Number >= first).OrderByDescending(r => r.Number).Take(20).ToListAsync(cancel);
        return kept.FirstOrDefault(w => !saved.Exists(r => r.Copy == w.Copy));
    }

    private async Task<DispatchForm> FormOfAsync(Copy copy, KnownNames names, CancellationToken cancel)
    {
        var form = DispatchForm.Of(copy, names);
        if (copy.TranslationOf is { } story) form.Original = (await originals.NamedAsync(story, SignedIn.Sight, cancel))?.Name;
        return form;
    }

    private async Task<(Copy Copy, string? Problem)> CopyAsync(CancellationToken cancel)
    {
        var began = (await RevisionAsync(Form.Base ?? Dispatch.NewestRevision, cancel) ?? Revision).Copy;
        return await originals.PutAsync(Form.ToCopy(began, await Contexts.KnownNamesAsync(cancel)), Form.Original, began.TranslationOf, Id, SignedIn.Sight, cancel);
    }

    /// <summary>The page with what was typed, after something was refused.</summary>
    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancel)
    {
        await FindAsync(DeskVerb.See, null, cancel);
        if (Form.Base is null)
        {
            // An act was refused that sent no text.
            Form = await FormOfAsync(Revision.Copy, await Contexts.KnownNamesAsync(cancel), cancel);
            Form.Base = Revision.Number;
            Form.WorkingCopy = Guid.CreateVersion7(time.GetUtcNow());
        }

        await ShowAsync(await Contexts.KnownNamesAsync(cancel), cancel);
        return Page();
    }

    private async Task ShowAsync(KnownNames known, CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        var names = await db.Names.AsNoTracking().ToListAsync(cancel);
        Sheet = WriteSheet.Of(Form, Dispatch.PublishedAt is not null, Revision.Copy.Dateline, known, names, bureau => SignedIn.May(DeskVerb.Write, bureau)) with
        {
            Original = Revision.Copy.TranslationOf is { } story ? await originals.NamedAsync(story, SignedIn.Sight, cancel) : null,
            Originals = MayWrite ? await originals.OfferedAsync(Id, SignedIn.Sight, cancel) : [],
        };
        AnotherApproves = May(DeskVerb.Review) ? await approvals.ReasonForAnotherAsync(Id, Revision.Number, Author, cancel) : null;
        InOtherLanguages = await originals.InOtherLanguagesAsync(Dispatch.StoryId, Revision.Copy.TranslationOf, SignedIn.Sight, cancel);
        Others = MayWrite ? await copies.TouchAsync(Id, Author, cancel) : await copies.OthersAsync(Id, Author, cancel);
        Checks = await checking.CheckAsync(Id, Revision.Number, cancel);
        Notes = await editing.NotesAsync(Id, cancel);
        Watched = [.. (await editing.WatchedAsync(Id, cancel)).Where(w => w.IsWatched)];
        Previews = [.. (await previews.OfAsync(Id, cancel)).Where(p => p.IsOpenAt(Now))];
    }
}
