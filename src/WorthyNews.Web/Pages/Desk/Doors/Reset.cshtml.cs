using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>Without a key: asks for a link. With one: takes the new password.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessSetup.Doors)]
public sealed class ResetModel(DeskLinks links, PeopleDesk people, ResetRequests requests, DeskMail mail) : PageModel, IDeskPage
{
    public string Title => "A new password";

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Null when there is no key, or it opens nothing.</summary>
    public OneTimeLink? Link { get; private set; }

    /// <summary>A link was asked for; whether one goes out is told to nobody.</summary>
    public bool IsAsked { get; private set; }

    public bool CanMail => mail.IsSetUp;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Key is null) return;
        Link = await links.FindAsync(LinkPurpose.Reset, Key, cancel);
        if (Link is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(string? userName, string? password, CancellationToken cancel)
    {
        ModelState.Clear();
        if (Key is null)
        {
            requests.Ask(userName ?? "");
            IsAsked = true;
            return Page();
        }

        var outcome = await people.ResetAsync(Key, password ?? "", cancel);
        foreach (var problem in outcome.Problems) ModelState.AddModelError("", problem);
        if (outcome.Person is null)
        {
            Link = await links.FindAsync(LinkPurpose.Reset, Key, cancel);
            return Page();
        }

        this.Say("Your password is set. Sign in with it.");
        return LocalRedirect(DeskPaths.SignIn);
    }
}
