using Microsoft.AspNetCore.Mvc;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <content>Acts on the dispatch as it is saved. Each names the revision that was read.</content>
public sealed partial class WriteModel
{
    [BindProperty]
    public int Read { get; set; }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Review, () => editing.ApproveAsync(Id, Read, Note, Author, cancel), () => $"Revision {Read} is approved since {Times.Clock(Now)}.", cancel);

    public Task<IActionResult> OnPostSendBackAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Review, () => editing.SendBackAsync(Id, Read, Note, Author, cancel), () => $"Sent back at {Times.Clock(Now)}.", cancel);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Write, () => editing.TakeAsync(Id, Author, cancel), () => "It is in your hands now.", cancel);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.See, () => editing.NoteAsync(Id, Note ?? "", Author, cancel), () => string.IsNullOrWhiteSpace(Note) ? "The note was empty." : "Your note stands below.", cancel);

    public Task<IActionResult> OnPostWatchAsync(string? names, CancellationToken cancel) => ActAsync(
        DeskVerb.Write, () => editing.WatchAsync(Id, (names ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Author, cancel), () => "The watch-list is kept.", cancel);

    public Task<IActionResult> OnPostUnwatchAsync(Guid watched, CancellationToken cancel) => ActAsync(
        DeskVerb.Write, () => editing.UnwatchAsync(Id, watched, Author, cancel), () => "Taken off the watch-list.", cancel);

    public Task<IActionResult> OnPostAskCorrectionAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Write, () => editing.AskCorrectionAsync(Id, Note, Author, cancel), () => "A correction is asked for; the board shows it.", cancel);

    public Task<IActionResult> OnPostDropCorrectionAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Correct, () => editing.DropCorrectionAsync(Id, Note, Author, cancel), () => "No correction is open any more.", cancel);

    public Task<IActionResult> OnPostUnscheduleAsync(CancellationToken cancel) => ActAsync(
        DeskVerb.Schedule, () => publishing.UnscheduleAsync(Id, Author, cancel), () => "It does not go out by itself any more.", cancel);

    /// <summary>Throws away what was typed and never saved.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid copy, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, null, cancel)) return NotFound();
        await copies.DropAsync(copy, Author, cancel);
        this.Say("What was typed and not saved is gone.");
        return Redirect(Path());
    }

    public async Task<IActionResult> OnPostPreviewLinkAsync(int days, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, Read, cancel)) return NotFound();
        PreviewLink link = null!;
        var token = "";
        if (!await TryAsync(async () => (link, token) = await previews.MakeAsync(Id, Read, TimeSpan.FromDays(Math.Clamp(days, 1, 30)), Author, cancel))) return await ShowAgainAsync(cancel);
        this.Say($"Whoever has this link reads revision {link.Revision} until {Times.Full(link.EndsAt)}. It is shown this once: {siteLinks.Absolute(Preview.LinkPreviewModel.PathOf(token)).AbsoluteUri}");
        return Redirect(Path());
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid link, CancellationToken cancel)
    {
        if (!await FindAsync(DeskVerb.Write, null, cancel)) return NotFound();
        await previews.RevokeAsync(Id, link, Author, cancel);
        this.Say("That link opens nothing any more.");
        return Redirect(Path());
    }

    private async Task<IActionResult> ActAsync(DeskVerb verb, Func<Task> act, Func<string> said, CancellationToken cancel)
    {
        if (!await FindAsync(verb, null, cancel)) return NotFound();
        if (!await TryAsync(act)) return await ShowAgainAsync(cancel);
        this.Say(said());
        return Redirect(Path());
    }
}
