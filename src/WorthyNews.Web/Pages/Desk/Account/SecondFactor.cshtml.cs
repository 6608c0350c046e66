using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Account;

/// <summary>Sets up the authenticator, shows recovery codes once, and turns it off again.</summary>
[Needs(BeforeSecondFactor = true)]
public sealed class SecondFactorModel(OwnAccount account, SignedIn signedIn, HouseSettings settings, DeskWays ways) : PageModel, IDeskPage
{
    public string Title => "Second factor";

    /// <summary>In groups of four; null when it is in use and so not shown.</summary>
    public string? Key { get; private set; }

    public KeyPicture Picture { get; private set; } = null!;

    /// <summary>To be seen this once; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>How many recovery codes are left.</summary>
    public int Left { get; private set; }

    public string Next => ways.StartFor(signedIn.Person.Granted);

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostConfirmAsync(string? code, CancellationToken cancel)
    {
        ModelState.Clear();
        if (await account.ConfirmAsync(code ?? "", cancel) is { } codes)
        {
            Codes = codes;
            return Page();
        }

        ModelState.AddModelError("", "That is not the code of this key. Look whether the phone’s clock is right.");
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password, CancellationToken cancel)
    {
        ModelState.Clear();
        (Codes, var problem) = await account.NewRecoveryCodesAsync(password ?? "", cancel);
        if (problem is null) return Page();
        ModelState.AddModelError("", problem);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostDropAsync(string? password, CancellationToken cancel)
    {
        ModelState.Clear();
        var problems = await account.DropSecondFactorAsync(password ?? "", cancel);
        if (problems.Count == 0) return this.SayAndShow("The second factor is off.");
        foreach (var problem in problems) ModelState.AddModelError("", problem);
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var person = await account.PersonAsync(cancel);
        Left = person.RecoveryCodes.Count;
        if (person.HasSecondFactor) return Page();

        var key = await account.KeyToConfirmAsync(cancel);
        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        Picture = KeyPicture.Of(settings.SiteName, person.UserName, key);
        return Page();
    }
}
