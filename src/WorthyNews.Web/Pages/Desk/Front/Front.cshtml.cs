using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Front;

/// <summary>Which story leads, what follows, and the breaking line. What nobody chose, time and urgency decide.</summary>
[Needs(DeskVerb.Front)]
public sealed class FrontModel(FrontDesk desk, Newsstand newsstand, SignedIn signedIn, DeskAudit audit, TimeProvider time) : PageModel, IDeskPage
{
    private const int Shown = 16;

    public string Title => "Front";

    /// <summary>In the order of the front page, chosen ones first.</summary>
    public IReadOnlyList<FrontStory> Stories { get; private set; } = [];

    public Breaking? Line { get; private set; }

    /// <summary>What was typed for the breaking line, when it was refused.</summary>
    public string? Text { get; private set; }

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>The whole order, as the script sends it after something was dragged.</summary>
    public Task<IActionResult> OnPostArrangeAsync(List<Guid> stories, CancellationToken cancel) =>
        DoAsync(() => desk.ArrangeAsync(stories, cancel), "The front is arranged.", cancel);

    /// <param name="place">Counted from 1.</param>
    public Task<IActionResult> OnPostPlaceAsync(Guid story, int place, CancellationToken cancel) =>
        DoAsync(() => desk.PlaceAsync(story, place, null, cancel), place == 1 ? "It leads." : $"It stands at place {place}.", cancel);

    public Task<IActionResult> OnPostReleaseAsync(Guid story, CancellationToken cancel) =>
        DoAsync(() => desk.ReleaseAsync(story, cancel), "Time and urgency decide about it again.", cancel);

    public Task<IActionResult> OnPostReleaseAllAsync(CancellationToken cancel) =>
        DoAsync(() => desk.ReleaseAllAsync(cancel), "Time and urgency decide about the front.", cancel);

    /// <param name="hours">How long it stands.</param>
    public Task<IActionResult> OnPostBreakAsync(string? text, Guid? story, int hours, CancellationToken cancel)
    {
        Text = text;
        return DoAsync(() => desk.BreakAsync(text ?? "", story, TimeSpan.FromHours(hours), cancel), "The breaking line stands.", cancel);
    }

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => DoAsync(() => desk.EndBreakingAsync(cancel), "The breaking line is gone.", cancel);

    private async Task<IActionResult> DoAsync(Func<Task<WireEntry?>> act, string said, CancellationToken cancel)
    {
        try
        {
            if (await act() is not null) await audit.WriteAsync("changed-front", new AuditSubject("front"), said, CancellationToken.None);
            this.Say(said);
            return Redirect("/desk/front");
        }
        catch (DispatchRefusedException refusal)
        {
            foreach (var reason in refusal.Reasons) ModelState.AddModelError("", reason);
            await ShowAsync(cancel);
            return Page();
        }
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Stories = await newsstand.FrontAsync(Shown, Now, cancel);
        Line = await newsstand.BreakingAsync(Now, cancel);
    }
}
