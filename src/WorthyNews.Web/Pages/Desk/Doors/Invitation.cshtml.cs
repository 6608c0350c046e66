using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>Somebody whom an administrator invited chooses a name and a password.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessSetup.Doors)]
public sealed class InvitationModel(DeskLinks links, PeopleDesk people, SigningIn signing) : PageModel, IDeskPage, IAcceptPage
{
    public string Title => "Come to the desk";

    public string Press => "Come in";

    public int LeastChars => Link!.Granted.AskForASecondFactor() ? PasswordRules.LeastWithSecondFactor : PasswordRules.LeastAlone;

    [BindProperty]
    public AcceptForm Form { get; set; } = new(null, null, null, null);

    /// <summary>Null when it opens nothing.</summary>
    public OneTimeLink? Link { get; private set; }

    public async Task OnGetAsync(string? key, CancellationToken cancel)
    {
        Link = await links.FindAsync(LinkPurpose.Invitation, key, cancel);
        Form = Form with { Key = key, DisplayName = Link?.DisplayName };
        if (Link is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState);
        Link = await links.FindAsync(LinkPurpose.Invitation, Form.Key, cancel);
        if (Link is null || !ModelState.IsValid) return Page();

        var outcome = await people.AcceptAsync(LinkPurpose.Invitation, Form.Key!, Form.UserName!, Form.DisplayName!, Form.Password!, cancel);
        foreach (var problem in outcome.Problems) ModelState.AddModelError("", problem);
        if (outcome.Person is not { } person) return Page();

        await signing.LetInAsync(HttpContext, person, cancel);
        return LocalRedirect(DeskPaths.SecondFactor);
    }
}
