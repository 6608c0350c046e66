using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

[Needs(BeforeSecondFactor = true)]
public sealed class SignOutModel(PeopleDesk people, SignedIn signedIn) : PageModel, IDeskPage
{
    public string Title => "Sign out";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await people.EndSessionAsync(signedIn.Person.Id, signedIn.SessionId, "signed-out", signedIn.Actor, cancel);
        await HttpContext.SignOutAsync(DeskDoor.Scheme);
        this.Say("You are signed out.");
        return LocalRedirect(DeskPaths.SignIn);
    }
}
