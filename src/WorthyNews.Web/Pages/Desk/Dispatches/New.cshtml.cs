using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A dispatch before its first save. The page carries the id that it will have, so that sending it twice makes one.</summary>
[Needs(DeskVerb.Write)]
[RequestFormLimits(ValueLengthLimit = 1024 * 1024)]
public sealed class NewModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, EditingDesk editing, WorkingCopies copies, Originals originals, TimeProvider time) : PageModel, IDeskPage
{
    public string Title => "New dispatch";

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public DispatchForm Form { get; set; } = new();

    public WriteSheet Sheet { get; private set; } = null!;

    /// <summary>What the fields show, when it was typed before; null for an empty page.</summary>
    public WorkingCopy? Typed { get; private set; }

    /// <summary>Other working copies of dispatches that were never saved.</summary>
    public IReadOnlyList<WorkingCopy> Left { get; private set; } = [];

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    private Author Author => signedIn.Author;

    /// <summary>Whether the fields show a text to be written over in another language.</summary>
    public bool IsTranslation { get; private set; }

    /// <param name="copy">The working copy to go on with; null for an empty page.</param>
    /// <param name="original">The dispatch to translate; null for none.</param>
    public async Task<IActionResult> OnGetAsync(Guid? copy, Guid? original, CancellationToken cancel)
    {
        var translated = original is { } id ? await originals.ToTranslateAsync(id, signedIn.Sight, cancel) : null;
        if (original is not null && translated is null) return NotFound();
        IsTranslation = translated is not null;
        var left = await copies.RestoreNewAsync(Author, cancel);
        if (copy is not null && (Typed = left.FirstOrDefault(w => w.Id == copy)) is null) return NotFound();
        Left = [.. left.Where(w => w != Typed)];
        NewId = Typed?.DispatchId ?? editing.NewId();
        var begin = Typed?.Copy ?? (translated is null ? Empty() : translated with { Bureau = signedIn.May(DeskVerb.Write, translated.Bureau) ? translated.Bureau : Empty().Bureau });
        Form = DispatchForm.Of(begin, await contexts.KnownNamesAsync(cancel));
        if (begin.TranslationOf is { } story) Form.Original = (await originals.NamedAsync(story, signedIn.Sight, cancel))?.Name;
        Form.WorkingCopy = Typed?.Id ?? Guid.CreateVersion7(time.GetUtcNow());
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (copy, problem) = await originals.PutAsync(Form.ToCopy(new Copy(), await contexts.KnownNamesAsync(cancel)), Form.Original, null, NewId, signedIn.Sight, cancel);
        if (NewId == Guid.Empty) return BadRequest();
        if (!signedIn.May(DeskVerb.Write, copy.Bureau, isOwn: copy.Bureau is null)) ModelState.AddModelError("", "You do not write for that bureau: choose another, and save again.");
        else if (problem is not null) ModelState.AddModelError("", problem);
        else
        {
            switch (await editing.CreateAsync(NewId, copy, Form.WorkingCopy, Author, cancel))
            {
                case SaveResult.Conflict conflict:
                    return Redirect(DeskAddress.Of(NewId, $"merge?copy={conflict.WorkingCopy}"));
                case SaveResult.Busy:
                    ModelState.AddModelError("", "The database is busy and nothing was saved. Your text stands here: save it again in a moment.");
                    Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    break;
                default:
                    this.Say($"Saved as revision 1 at {Times.Clock(time.GetUtcNow())}.");
                    return Redirect(DeskAddress.Of(NewId));
            }
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid copy, CancellationToken cancel)
    {
        await copies.DropAsync(copy, Author, cancel);
        this.Say("What was typed and not saved is gone.");
        return Redirect("/desk/dispatches/new");
    }

    /// <summary>Whoever files for one bureau alone need not choose it, and signs what they write.</summary>
    private Copy Empty() => new()
    {
        Bureau = signedIn.SeenBureaus is [var only] ? only : null,
        Agency = "Worthy News",
        Bylines = [new DeskByline(new Byline(signedIn.Person.DisplayName, signedIn.Person.ContributorSlug))],
    };

    private async Task ShowAsync(CancellationToken cancel)
    {
        var names = await contexts.NamesAsync(cancel);
        Sheet = WriteSheet.Of(Form, false, Dateline.None, new KnownNames(names), names, bureau => signedIn.May(DeskVerb.Write, bureau))
            with { Originals = await originals.OfferedAsync(null, signedIn.Sight, cancel) };
    }
}
