using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Desk.Dispatches;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Verbs;

/// <summary>A minute to choose among, when a clock shows it twice or never.</summary>
public sealed record MinuteChoice(DateTimeOffset At, string Words);

/// <summary>The first publication of a dispatch: now, at a minute, or not before one.</summary>
[Needs(DeskVerb.Publish)]
public sealed class PublishModel(
    IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Checking checking, HouseSettings settings, TimeProvider time)
    : DispatchPage(contexts, signedIn)
{
    /// <summary>The revision that was read.</summary>
    [BindProperty]
    public int Read { get; set; }

    /// <summary>A local day and time as the browser sends it: "2026-11-23T14:02".</summary>
    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>The one of several instants that was meant.</summary>
    [BindProperty]
    public DateTimeOffset? Meant { get; set; }

    public override string Title => $"Publish: {base.Title}";

    public IReadOnlyList<Check> Checks { get; private set; } = [];

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public IReadOnlyList<MinuteChoice> Choices { get; private set; } = [];

    public IReadOnlyList<NewsTimes> Clocks { get; private set; } = [];

    public int UndoMinutes { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public NewsTimes Times => new(Me.TimeZone);

    public async Task<IActionResult> OnGetAsync(int? revision, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Publish, revision, cancel)) return NotFound();
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Publish, Read, cancel)) return NotFound();
        Outcome? outcome = null;
        if (!await TryAsync(async () => outcome = await publishing.SendAsync(Id, Read, Author, cancel))) return await AgainAsync(cancel);
        this.Say(outcome!.Entry is { } entry ? $"Published {NewsTimes.Utc.Clock(entry.At)} UTC."
            : outcome.Dispatch.PublishAt is { } at ? $"It goes out at {Times.Clock(at)}; until then it can be undone." : "It is public already.");
        return Redirect(Path());
    }

    public async Task<IActionResult> OnPostScheduleAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Schedule, Read, cancel)) return NotFound();
        if (await MinuteAsync(cancel) is not { } minute) return await AgainAsync(cancel);
        if (!await TryAsync(() => publishing.ScheduleAsync(Id, Read, minute.At, minute.Zone.Id, Author, cancel))) return await AgainAsync(cancel);
        this.Say($"Revision {Read} goes out on {new NewsTimes(minute.Zone).Full(minute.At)}.");
        return Redirect(Path());
    }

    public async Task<IActionResult> OnPostEmbargoAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Publish, Read, cancel)) return NotFound();
        if (await MinuteAsync(cancel) is not { } minute) return await AgainAsync(cancel);
        if (!await TryAsync(() => publishing.EmbargoAsync(Id, minute.At, Author, cancel))) return await AgainAsync(cancel);
        this.Say($"Nobody can publish it before {new NewsTimes(minute.Zone).Full(minute.At)}.");
        return Redirect(Path());
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.LiftEmbargo, Read, cancel)) return NotFound();
        if (!await TryAsync(() => publishing.LiftEmbargoAsync(Id, Author, cancel))) return await AgainAsync(cancel);
        this.Say("The embargo is lifted.");
        return Redirect(Path());
    }

    /// <returns>Null, with the reason on the page: it is no time, or a time that must be chosen.</returns>
    private async Task<(DateTimeOffset At, TimeZoneInfo Zone)?> MinuteAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (Clocks.FirstOrDefault(c => c.Zone.Id == Zone)?.Zone is not { } zone)
        {
            ModelState.AddModelError("", "Choose whose clock is meant.");
            return null;
        }

        if (!DateTime.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            ModelState.AddModelError("", "Give a day and a time, such as 2026-11-23 14:02.");
            return null;
        }

        var times = new NewsTimes(zone);
        switch (LocalTimes.Resolve(local, zone))
        {
            case LocalTime.One one:
                return (one.At, zone);
            case LocalTime.Twice twice:
                if (Meant is { } meant && (meant == twice.First || meant == twice.Second)) return (meant, zone);
                Choices = [new(twice.First, $"The first time: {times.Full(twice.First)}"), new(twice.Second, $"The second time: {times.Full(twice.Second)}")];
                ModelState.AddModelError("", $"The clocks of {times.City} are put back that night and show this minute twice. Which is meant?");
                return null;
            case LocalTime.Skipped skipped:
                if (Meant is { } instead && (instead == skipped.Earlier || instead == skipped.Later)) return (instead, zone);
                Choices = [new(skipped.Earlier, times.Full(skipped.Earlier)), new(skipped.Later, times.Full(skipped.Later))];
                ModelState.AddModelError("", $"The clocks of {times.City} jump over this minute that night. Which is meant instead?");
                return null;
            default:
                return null;
        }
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancel);
        var bureau = Dispatch.Bureau is { } slug ? await db.Names.AsNoTracking().SingleOrDefaultAsync(n => n.Kind == NameKind.Bureau && n.Slug == slug, cancel) : null;
        UndoMinutes = await db.DeskSettings.Where(s => s.Bureau == Dispatch.Bureau).Select(s => s.UndoMinutes).SingleOrDefaultAsync(cancel);
        Clocks = [.. new[] { NewsTimes.Of(bureau, settings), Times, NewsTimes.Utc }.DistinctBy(c => c.City)];
        Zone ??= Clocks[0].Zone.Id;
        Read = Revision.Number;
        Checks = await checking.CheckAsync(Id, Revision.Number, cancel);
        Reasons = Dispatch.IsApproved(Revision.Number) ? [] : [$"Revision {Revision.Number} is not approved."];
    }
}
