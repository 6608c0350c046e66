using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>The first person of an empty house, by the link that the first start printed.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessSetup.Doors)]
public sealed class SetUpModel(DeskLinks links, PeopleDesk people, SigningIn signing) : PageModel, IDeskPage, IAcceptPage
{
    public string Title => "Set up the desk";

    public string Press => "Set up the desk";

    public int LeastChars => PasswordRules.LeastWithSecondFactor;

    [BindProperty]
    public AcceptForm Form { get; set; } = new(null, null, null, null);

    /// <summary>Whether the link opens anything.</summary>
    public bool Stands { get; private set; }

    /// <summary>Looking uses nothing up: programs that check mail look at every link.</summary>
    public async Task OnGetAsync(string? key, CancellationToken cancel)
    {
        Form = Form with { Key = key };
        Stands = await links.FindAsync(LinkPurpose.SetUp, key, cancel) is not null;
        if (!Stands) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Check(ModelState);
        Stands = await links.FindAsync(LinkPurpose.SetUp, Form.Key, cancel) is not null;
        if (!Stands || !ModelState.IsValid) return Page();

        var outcome = await people.AcceptAsync(LinkPurpose.SetUp, Form.Key!, Form.UserName!, Form.DisplayName!, Form.Password!, cancel);
        foreach (var problem in outcome.Problems) ModelState.AddModelError("", problem);
        if (outcome.Person is not { } person) return Page();

        await signing.LetInAsync(HttpContext, person, cancel);
        return LocalRedirect(DeskPaths.SecondFactor);
    }
}
