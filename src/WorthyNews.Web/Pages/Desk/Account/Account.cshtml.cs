using System.Net.Mail;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Account;

/// <param name="Zone">IANA; empty for that of the site.</param>
public sealed record DetailsForm(string? DisplayName, string? Email, string? Zone);

/// <summary>What people see and change of themselves.</summary>
[Needs(BeforeSecondFactor = true)]
public sealed class AccountModel(OwnAccount account, PeopleDesk people, SignedIn signedIn, TimeProvider time) : PageModel, IDeskPage
{
    /// <summary>Offered; any other that the machine knows is taken too.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public string Title => "Your account";

    public DetailsForm Details { get; private set; } = new(null, null, null);

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<DeskSession> Sessions { get; private set; } = [];

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    /// <summary>Where the person is.</summary>
    public DateOnly Today => Times.DayOf(time.GetUtcNow());

    public int LeastChars => Person.HasSecondFactor ? PasswordRules.LeastWithSecondFactor : PasswordRules.LeastAlone;

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(null, cancel);

    public async Task<IActionResult> OnPostDetailsAsync([Bind(Prefix = nameof(Details))] DetailsForm details, CancellationToken cancel)
    {
        ModelState.Clear();
        var email = string.IsNullOrWhiteSpace(details.Email) ? null : details.Email.Trim();
        var zone = string.IsNullOrWhiteSpace(details.Zone) ? null : details.Zone.Trim();
        if (string.IsNullOrWhiteSpace(details.DisplayName) || details.DisplayName.Length > Person.MaxNameChars) ModelState.AddModelError("", $"Your name is missing, or longer than {Person.MaxNameChars} characters.");
        if (email is not null && !IsMail(email)) ModelState.AddModelError("", $"“{email}” is no mail address.");
        if (zone is not null && (zone.Length > 64 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))) ModelState.AddModelError("", $"“{zone}” is no time zone such as Europe/Budapest.");
        if (!ModelState.IsValid) return await ShowAsync(details, cancel);

        return await AnswerAsync(await account.DescribeAsync(details.DisplayName!, email, zone, cancel), "Saved.", details, cancel);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? presentPassword, string? newPassword, CancellationToken cancel)
    {
        ModelState.Clear();
        return await AnswerAsync(await account.ChangePasswordAsync(presentPassword ?? "", newPassword ?? "", cancel), "Your password is changed, and your other browsers are signed out.", null, cancel);
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid session, CancellationToken cancel)
    {
        await people.EndSessionAsync(signedIn.Person.Id, session, "ended-session", signedIn.Actor, cancel);
        return this.SayAndShow("That browser is signed out.");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        await people.EndSessionsAsync(signedIn.Person.Id, signedIn.SessionId, signedIn.Actor, cancel);
        return this.SayAndShow("All other browsers are signed out.");
    }

    internal static bool IsMail(string text) =>
        text.Length <= Person.MaxEmailChars && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsControl);

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<string> problems, string done, DetailsForm? typed, CancellationToken cancel)
    {
        if (problems.Count == 0) return this.SayAndShow(done);
        foreach (var problem in problems) ModelState.AddModelError("", problem);
        return await ShowAsync(typed, cancel);
    }

    private async Task<IActionResult> ShowAsync(DetailsForm? typed, CancellationToken cancel)
    {
        Person = await account.PersonAsync(cancel);
        Details = typed ?? new DetailsForm(Person.DisplayName, Person.Email, Person.TimeZone);
        Sessions = await account.SessionsAsync(cancel);
        return Page();
    }
}
