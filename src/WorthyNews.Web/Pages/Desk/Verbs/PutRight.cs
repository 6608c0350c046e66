using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Dispatches;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Verbs;

/// <summary>A verb on a story that the public has: shows what will change, takes the words for readers, and does it.</summary>
public abstract class PutRightPage(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : DispatchPage(contexts, signedIn)
{
    [BindProperty]
    public int Read { get; set; }

    /// <summary>What readers will be told.</summary>
    [BindProperty]
    public string? Notice { get; set; }

    /// <summary>What stands between the public text and the revision; null when there is no difference.</summary>
    public StoryComparison? Changes { get; private set; }

    /// <summary>Live stories that say the same in other languages, which no verb reaches.</summary>
    public IReadOnlyList<OtherLanguage> InOtherLanguages { get; private set; } = [];

    public NewsTimes Times => new(Me.TimeZone);

    protected PublishingDesk Publishing => publishing;

    protected abstract DeskVerb Verb { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(Verb, null, cancel) || !Fits(Dispatch.Public)) return NotFound();
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(Verb, Read == 0 ? null : Read, cancel)) return NotFound();
        Outcome? outcome = null;
        if (!IsConfirmed() || !await TryAsync(async () => outcome = await ActAsync(cancel)))
        {
            await ShowAsync(cancel);
            return Page();
        }

        this.Say(outcome!.Entry is { } entry
            ? $"{entry.Kind} {NewsTimes.Utc.Clock(entry.At)} UTC, version {entry.Version}."
            : "Nothing new to say: it stands like that already.");
        return Redirect(Path());
    }

    /// <summary>Whether the verb has a meaning for what the public has now.</summary>
    protected virtual bool Fits(PublicState state) => state == PublicState.Live;

    protected virtual bool IsConfirmed() => true;

    protected abstract Task<Outcome> ActAsync(CancellationToken cancel);

    private async Task ShowAsync(CancellationToken cancel)
    {
        Read = Revision.Number;
        InOtherLanguages = await originals.InOtherLanguagesAsync(Dispatch.StoryId, Revision.Copy.TranslationOf, SignedIn.Sight, cancel);
        if (Dispatch.PublicRevision is not { } shown || shown == Revision.Number) return;
        if (await RevisionAsync(shown, cancel) is not { } before) return;
        var now = time.GetUtcNow();
        Changes = StoryComparison.Of(Dispatch.Proof(before, now), Dispatch.Proof(Revision, now));
    }
}

[Needs(DeskVerb.Update)]
public sealed class UpdateModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : PutRightPage(contexts, signedIn, publishing, originals, time)
{
    public override string Title => $"Update: {base.Title}";

    protected override DeskVerb Verb => DeskVerb.Update;

    /// <summary>Only a slip of the pen: the time of the last update stays.</summary>
    [BindProperty]
    public bool IsSlip { get; set; }

    protected override Task<Outcome> ActAsync(CancellationToken cancel) => IsSlip ? Publishing.MendAsync(Id, Read, Author, cancel) : Publishing.UpdateAsync(Id, Read, Author, cancel);
}

[Needs(DeskVerb.Correct)]
public sealed class CorrectModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : PutRightPage(contexts, signedIn, publishing, originals, time)
{
    public override string Title => $"Correct: {base.Title}";

    protected override DeskVerb Verb => DeskVerb.Correct;

    protected override Task<Outcome> ActAsync(CancellationToken cancel) => Publishing.CorrectAsync(Id, Read, Notice ?? "", Author, cancel);
}

[Needs(DeskVerb.Retract)]
public sealed class RetractModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : PutRightPage(contexts, signedIn, publishing, originals, time)
{
    public override string Title => $"Retract: {base.Title}";

    protected override DeskVerb Verb => DeskVerb.Retract;

    protected override Task<Outcome> ActAsync(CancellationToken cancel) => Publishing.RetractAsync(Id, Notice ?? "", Author, cancel);
}

[Needs(DeskVerb.Kill)]
public sealed class KillModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : PutRightPage(contexts, signedIn, publishing, originals, time)
{
    public override string Title => $"Kill: {base.Title}";

    /// <summary>Why, for the desk's own record. Never leaves it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The second press.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>The words are there and the second press is asked for.</summary>
    public bool AsksAgain { get; private set; }

    protected override DeskVerb Verb => DeskVerb.Kill;

    protected override bool Fits(PublicState state) => state is PublicState.Live or PublicState.Retracted;

    protected override bool IsConfirmed()
    {
        if (string.IsNullOrWhiteSpace(Notice)) ModelState.AddModelError("", "It needs a notice that tells readers what happened.");
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError("", "A kill needs a reason for the desk's own record.");
        AsksAgain = ModelState.IsValid && !Sure;
        return ModelState.IsValid && Sure;
    }

    protected override Task<Outcome> ActAsync(CancellationToken cancel) => Publishing.KillAsync(Id, Notice ?? "", Reason ?? "", Author, cancel);
}

[Needs(DeskVerb.Reinstate)]
public sealed class ReinstateModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, PublishingDesk publishing, Originals originals, TimeProvider time) : PutRightPage(contexts, signedIn, publishing, originals, time)
{
    public override string Title => $"Reinstate: {base.Title}";

    protected override DeskVerb Verb => DeskVerb.Reinstate;

    protected override bool Fits(PublicState state) => state is PublicState.Retracted or PublicState.Killed;

    protected override Task<Outcome> ActAsync(CancellationToken cancel) => Publishing.ReinstateAsync(Id, Notice ?? "", Author, cancel);
}
