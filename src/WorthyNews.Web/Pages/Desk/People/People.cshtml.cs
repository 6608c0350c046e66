using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Account;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.People;

/// <summary>Who works here, who is invited, and the form that invites.</summary>
[Needs(DeskVerb.People)]
public sealed class PeopleModel(
    NewsDb db, DeskLinks links, DeskMail mail, Backups backups, SignedIn signedIn, HouseSettings settings, TimeProvider time) : PageModel, IDeskPage
{
    private Dictionary<Guid, int> sessions = [];

    public string Title => "People";

    /// <summary>Who has left stands last.</summary>
    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<OneTimeLink> Invitations { get; private set; } = [];

    public GrantForm Form { get; private set; } = null!;

    public string? DisplayName { get; private set; }

    public string? Email { get; private set; }

    /// <summary>The one that was just made; null otherwise.</summary>
    public NewLink? Link { get; private set; }

    /// <summary>What an administrator should see without being asked: when the last backup was proven.</summary>
    public BackupsKnown Kept { get; private set; } = BackupsKnown.None;

    public bool CanMail => mail.IsSetUp;

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    /// <summary>Where the person is.</summary>
    public DateOnly Today => Times.DayOf(time.GetUtcNow());

    public int OpenSessions(Person person) => sessions.GetValueOrDefault(person.Id);

    public string NameOf(string bureau) => Form.Bureaus.FirstOrDefault(b => b.Slug == bureau)?.Name ?? bureau;

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync([], cancel);

    public async Task<IActionResult> OnPostInviteAsync(string? displayName, string? email, CancellationToken cancel)
    {
        ModelState.Clear();
        (DisplayName, Email) = (displayName, string.IsNullOrWhiteSpace(email) ? null : email.Trim());
        var granted = GrantForm.Read(Request.Form, await BureausAsync(cancel), []);
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > Person.MaxNameChars) ModelState.AddModelError("", $"The name is missing, or longer than {Person.MaxNameChars} characters.");
        if (Email is not null && !AccountModel.IsMail(Email)) ModelState.AddModelError("", $"“{Email}” is no mail address.");
        if (granted.Count == 0) ModelState.AddModelError("", "Choose a role: somebody without one could see nothing.");
        if (!ModelState.IsValid) return await ShowAsync(granted, cancel);

        Link = await links.InviteAsync(CleanText.Line(displayName!), Email, granted, signedIn.Actor, cancel);
        (DisplayName, Email) = (null, null);
        return await ShowAsync([], cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel)
    {
        await links.TakeBackAsync(id, signedIn.Actor, cancel);
        return this.SayAndShow("The invitation is taken back; its link opens nothing.");
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyCollection<GrantedRole> chosen, CancellationToken cancel)
    {
        Kept = await backups.LastAsync(cancel);
        Form = new GrantForm(await BureausAsync(cancel), chosen);
        People = await db.People.AsNoTracking().Include(p => p.Grants).OrderByDescending(p => p.IsActive).ThenBy(p => p.DisplayName).ToListAsync(cancel);
        Invitations = await links.OpenInvitationsAsync(cancel);
        sessions = await db.DeskSessions.OpenAt(time.Now(), settings.DeskIdle).GroupBy(s => s.PersonId).ToDictionaryAsync(g => g.Key, g => g.Count(), cancel);
        return Page();
    }

    private Task<List<DirectoryName>> BureausAsync(CancellationToken cancel) => db.Names.BureausToGrantAsync(cancel);
}
