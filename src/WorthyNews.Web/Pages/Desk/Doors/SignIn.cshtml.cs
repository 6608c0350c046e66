using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <param name="Step">From the first form, when the second is sent.</param>
/// <param name="To">Where the person wanted to go: a path of ours, or nothing.</param>
public sealed record SignInForm(string? UserName, string? Password, string? Step, string? Code, string? To);

/// <summary>Name and password, then the code; on one address, so that a password keeper knows it.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccessSetup.Doors)]
public sealed class SignInModel(SigningIn signing, SignedIn signedIn, DeskWays ways) : PageModel, IDeskPage
{
    public string Title => "Sign in";

    [BindProperty]
    public SignInForm Form { get; set; } = new(null, null, null, null, null);

    public IActionResult OnGet(string? to)
    {
        if (signedIn.IsSomebody) return LocalRedirect(Wanted(to) ?? ways.StartFor(signedIn.Person.Granted));
        Form = Form with { To = Wanted(to) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // What a browser sends that knows the page only: nothing of it is an error of the form.
        ModelState.Clear();
        var answer = Form.Step is { Length: > 0 } step
            ? await signing.ByCodeAsync(HttpContext, step, Form.Code ?? "", cancel)
            : await signing.ByPasswordAsync(HttpContext, Form.UserName ?? "", Form.Password ?? "", cancel);
        return Answer(answer);
    }

    private IActionResult Answer(SignInAnswer answer)
    {
        switch (answer)
        {
            case SignInAnswer.In(var person):
                return LocalRedirect(Wanted(Form.To) ?? ways.StartFor(person.Granted));
            case SignInAnswer.NeedsCode(var step):
                if (Form.Step is not null) ModelState.AddModelError("", "That code is not right, or it was used before. Wait for the next one.");
                Form = new SignInForm(null, null, step, null, Wanted(Form.To));
                break;
            case SignInAnswer.TooOften(var until):
                ModelState.AddModelError("", $"Too many tries. Try again after {until}, or use a browser in which you have signed in before.");
                Form = Form with { Password = null, Code = null };
                break;
            default:
                ModelState.AddModelError("", Form.Step is null ? "User name and password do not belong together." : "That took too long. Begin again with your name and password.");
                Form = new SignInForm(Form.UserName, null, null, null, Wanted(Form.To));
                break;
        }

        return Page();
    }

    private string? Wanted(string? to) => to is { Length: > 0 and < 2000 } && Url.IsLocalUrl(to) && new PathString(to.Split('?', '#')[0]).IsDesk() ? to : null;
}
