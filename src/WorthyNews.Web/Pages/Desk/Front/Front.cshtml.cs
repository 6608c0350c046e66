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

    /// <summary>The chosen stories as the page showed them, with commas between their ids.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>When the breaking line was set that the page showed; null for none.</summary>
    [BindProperty]
    public DateTimeOffset? LineAt { get; set; }

    /// <summary>The order that was asked for while somebody else arranged another; null unless that was so.</summary>
    public IReadOnlyList<StoryCard>? Mine { get; private set; }

    /// <summary>What <see cref="Seen"/> is to be in the forms of this page.</summary>
    public string Shows => string.Join(',', Stories.Where(s => s.Place is not null).Select(s => s.Card.StoryId));

    /// <summary>What was typed for the breaking line, when it was refused.</summary>
    public string? Text { get; private set; }

    private IReadOnlyList<Guid> mine = [];

    private IReadOnlyList<Guid> SeenPlaces => [.. (Seen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.TryParse(id, out var story) ? story : Guid.Empty)];

    public NewsTimes Times => new(signedIn.Person.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>The whole order, as the script sends it after something was dragged.</summary>
    public Task<IActionResult> OnPostArrangeAsync(List<Guid> stories, CancellationToken cancel) => ArrangeAsync(stories, "The front is arranged.", cancel);

    /// <param name="place">Counted from 1.</param>
    public Task<IActionResult> OnPostPlaceAsync(Guid story, int place, CancellationToken cancel)
    {
        var order = SeenPlaces.Where(s => s != story).ToList();
        order.Insert(Math.Clamp(place - 1, 0, order.Count), story);
        return ArrangeAsync(order, place == 1 ? "It leads." : $"It stands at place {place}.", cancel);
    }

    public Task<IActionResult> OnPostReleaseAsync(Guid story, CancellationToken cancel) =>
        ArrangeAsync([.. SeenPlaces.Where(s => s != story)], "Time and urgency decide about it again.", cancel);

    public Task<IActionResult> OnPostReleaseAllAsync(CancellationToken cancel) => ArrangeAsync([], "Time and urgency decide about the front.", cancel);

    /// <param name="hours">How long it stands.</param>
    public Task<IActionResult> OnPostBreakAsync(string? text, Guid? story, int hours, CancellationToken cancel)
    {
        Text = text;
        return DoAsync(() => desk.BreakAsync(text ?? "", story, TimeSpan.FromHours(hours), new SeenLine(LineAt), cancel), "The breaking line stands.", cancel);
    }

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => DoAsync(() => desk.EndBreakingAsync(new SeenLine(LineAt), cancel), "The breaking line is gone.", cancel);

    /// <summary>What is meant starts from what was seen: an order that stands otherwise by now is met, and never overwritten unseen.</summary>
    private Task<IActionResult> ArrangeAsync(IReadOnlyList<Guid> order, string said, CancellationToken cancel)
    {
        mine = order;
        return DoAsync(() => desk.ArrangeAsync(order, SeenPlaces, cancel), said, cancel);
    }

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
        }
        catch (FrontConflictException conflict)
        {
            if (Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..])
                return new ConflictObjectResult(new { places = conflict.Places, line = conflict.Line?.Text });
            Response.StatusCode = StatusCodes.Status409Conflict;
            if (conflict.Line is { } line) ModelState.AddModelError("", $"Another line was set at {Times.Clock(line.At)}: “{line.Text}”. Nothing was changed; press again if you mean to put an end to that one.");
            else Mine = await newsstand.CardsAsync(mine, cancel);
        }

        await ShowAsync(cancel);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Stories = await newsstand.FrontAsync(Shown, Now, cancel);
        Line = await newsstand.BreakingAsync(Now, cancel);
    }
}
