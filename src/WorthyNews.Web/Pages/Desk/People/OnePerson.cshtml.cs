using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.People;

/// <summary>What an administrator sees and does of one person.</summary>
[Needs(DeskVerb.People)]
public sealed class OnePersonModel(NewsDb db, PeopleDesk people, DeskLinks links, SignedIn signedIn, HouseSettings settings, TimeProvider time) : PageModel, IDeskPage
{
    public string Title => Person.DisplayName;

    public Person Person { get; private set; } = null!;

    public GrantForm Form { get; private set; } = null!;

    public IReadOnlyList<DirectoryName> Contributors { get; private set; } = [];

    /// <summary>Open ones, newest first.</summary>
    public IReadOnlyList<DeskSession> Sessions { get; private set; } = [];

    /// <summary>The one that was just made; null otherwise.</summary>
    public NewLink? Link { get; private set; }

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    /// <summary>Where the person is.</summary>
    public DateOnly Today => Times.DayOf(time.GetUtcNow());

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, null, cancel);

    public async Task<IActionResult> OnPostGrantAsync(Guid id, string? contributor, CancellationToken cancel)
    {
        if (await people.FindAsync(id, cancel) is not { } person) return NotFound();
        var granted = GrantForm.Read(Request.Form, await db.Names.BureausToGrantAsync(cancel), person.Granted);
        var signsAs = string.IsNullOrEmpty(contributor) ? null : contributor;
        if (signsAs is not null && signsAs != person.ContributorSlug && !await db.Names.AnyAsync(n => n.Kind == NameKind.Contributor && n.Slug == signsAs, cancel)) return BadRequest();

        var outcome = await people.GrantAsync(id, granted, signsAs, signedIn.Actor, cancel);
        return await AnswerAsync(id, outcome, "Saved. It holds within five seconds.", granted, cancel);
    }

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, await people.DeactivateAsync(id, signedIn.Actor, cancel), "Nobody signs in under this name any more.", null, cancel);

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, await people.ReturnAsync(id, signedIn.Actor, cancel), "The name opens the desk again.", null, cancel);

    public async Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, await people.EndSessionsAsync(id, null, signedIn.Actor, cancel), "Signed out everywhere.", null, cancel);

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id, Guid session, CancellationToken cancel)
    {
        await people.EndSessionAsync(id, session, "ended-session", signedIn.Actor, cancel);
        return this.SayAndShow("That browser is signed out.");
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, bool dropsSecondFactor, CancellationToken cancel)
    {
        if (await people.FindAsync(id, cancel) is not { IsActive: true } person) return NotFound();
        Link = await links.ResetAsync(person, dropsSecondFactor, signedIn.Actor, mayMail: true, cancel);
        return await ShowAsync(id, null, cancel);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, PeopleOutcome outcome, string done, IReadOnlyCollection<GrantedRole>? chosen, CancellationToken cancel)
    {
        if (outcome.Person is not null) return this.SayAndShow(done);
        foreach (var problem in outcome.Problems) ModelState.AddModelError("", problem);
        return await ShowAsync(id, chosen, cancel);
    }

    private async Task<IActionResult> ShowAsync(Guid id, IReadOnlyCollection<GrantedRole>? chosen, CancellationToken cancel)
    {
        if (await db.People.AsNoTracking().Include(p => p.Grants).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } person) return NotFound();
        Person = person;
        Form = new GrantForm(await db.Names.BureausToGrantAsync(cancel), chosen ?? person.Granted);
        Contributors = await db.Names.AsNoTracking().Where(n => n.Kind == NameKind.Contributor && (!n.IsHidden || n.Slug == person.ContributorSlug)).OrderBy(n => n.Name).ToListAsync(cancel);
        Sessions = await db.DeskSessions.AsNoTracking().OpenAt(time.Now(), settings.DeskIdle).Where(s => s.PersonId == id).OrderByDescending(s => s.CreatedAt).ToListAsync(cancel);
        return Page();
    }
}
