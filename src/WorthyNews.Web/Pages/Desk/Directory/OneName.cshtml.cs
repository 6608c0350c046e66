using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Directory;

/// <summary>One name: what is said of it, whether it is shown, and what it is one with.</summary>
[Needs(DeskVerb.Directory)]
public sealed class OneNameModel(IDbContextFactory<NewsDb> contexts, DirectoryDesk directory, PublishingDesk publishing, DeskAudit audit) : PageModel, IDeskPage
{
    public string Title => Name.Name;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public NameKind Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "slug")]
    public string Slug { get; set; } = "";

    [BindProperty]
    public NameForm Form { get; set; } = new();

    public DirectoryName Name { get; private set; } = null!;

    public NameUse Use { get; private set; } = null!;

    /// <summary>Of the same kind, without this one, by name.</summary>
    public IReadOnlyList<DirectoryName> Others { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Bureaus { get; private set; } = [];

    /// <summary>Bureaus: for how long a publication can be undone.</summary>
    public int UndoMinutes { get; private set; }

    /// <summary>Bureaus: whether a second person approves what one wrote alone: always, never, or (null) where there is one.</summary>
    public bool? SecondApproves { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (Name.MergedInto is { } into) return Redirect(NamesModel.PathOf(Kind, into));
        Form = NameForm.Of(Name);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DoAsync(async () => $"“{(await directory.ChangeAsync(Kind, Slug, Form.On, cancel)).Name}” is kept.", cancel);

    public Task<IActionResult> OnPostHideAsync(bool told, CancellationToken cancel) =>
        DoAsync(async () => $"“{(await directory.HideAsync(Kind, Slug, told, cancel)).Name}” is hidden.", cancel);

    public Task<IActionResult> OnPostShowAsync(CancellationToken cancel) =>
        DoAsync(async () => $"“{(await directory.ShowAsync(Kind, Slug, cancel)).Name}” is shown.", cancel);

    /// <summary>The bureau that this one would be merged into, and what that means for the desk; null unless that is being asked.</summary>
    public (DirectoryName Into, BureauMerger Means)? Asked { get; private set; }

    /// <param name="sure">Bureaus: they were told whose rights change.</param>
    public async Task<IActionResult> OnPostMergeAsync(string into, bool sure, CancellationToken cancel)
    {
        if (Kind == NameKind.Bureau && !sure)
        {
            if (!await FindAsync(cancel)) return NotFound();
            Form = NameForm.Of(Name);
            foreach (var reason in await directory.ReasonsNotToMergeAsync(Kind, Slug, into, cancel)) ModelState.AddModelError("", reason);
            if (ModelState.IsValid) Asked = (Others.Single(o => o.Slug == into), await directory.LookAheadAsync(Slug, into, cancel));
            return Page();
        }

        var merged = false;
        var answer = await DoAsync(
            async () =>
            {
                var merger = await directory.MergeAsync(Kind, Slug, into, cancel);
                merged = true;
                return $"Merged into “{merger.Into.Name}”, with {merger.Moved} live stories. The old address leads there.";
            },
            cancel);
        return merged ? Redirect(NamesModel.PathOf(Kind, into)) : answer;
    }

    public async Task<IActionResult> OnPostUndoAsync(int minutes, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Kind != NameKind.Bureau) return NotFound();
        await publishing.LetUndoAsync(Slug, Math.Clamp(minutes, 0, DeskSettings.MostUndoMinutes), cancel);
        await audit.WriteAsync("changed-desk", new AuditSubject("bureau", Slug), $"undo {minutes} minutes", CancellationToken.None);
        this.Say(minutes == 0 ? "A publication goes out at once." : $"A publication waits {minutes} minutes, in which it can be undone.");
        return Redirect(NamesModel.PathOf(Kind, Slug));
    }

    /// <param name="second">"always", "never"; anything else: where there is one.</param>
    public async Task<IActionResult> OnPostSecondAsync(string? second, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || Kind != NameKind.Bureau) return NotFound();
        bool? always = second switch { "always" => true, "never" => false, _ => null };
        await publishing.AskForSecondAsync(Slug, always, cancel);
        var said = always switch { true => "A second person always approves.", false => "Everybody who reviews may approve alone.", null => "A second person approves where there is one." };
        await audit.WriteAsync("changed-desk", new AuditSubject("bureau", Slug), said, CancellationToken.None);
        this.Say(said);
        return Redirect(NamesModel.PathOf(Kind, Slug));
    }

    private async Task<IActionResult> DoAsync(Func<Task<string>> act, CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        try
        {
            var said = await act();
            await audit.WriteAsync("changed-directory", new AuditSubject(Kind.ToString().ToLowerInvariant(), Slug), said, CancellationToken.None);
            this.Say(said);
            return Redirect(NamesModel.PathOf(Kind, Slug));
        }
        catch (DispatchRefusedException refusal)
        {
            foreach (var reason in refusal.Reasons) ModelState.AddModelError("", reason);
        }

        if (string.IsNullOrEmpty(Form.Name)) Form = NameForm.Of(Name);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!NamesModel.Kinds.Contains(Kind) || await db.Names.AsNoTracking().SingleOrDefaultAsync(n => n.Kind == Kind && n.Slug == Slug, cancel) is not { } name) return false;
        Name = name;
        Use = await directory.UseAsync(Kind, Slug, cancel);
        Others = await db.Names.AsNoTracking().Where(n => n.Kind == Kind && n.Slug != Slug && n.MergedInto == null).OrderBy(n => n.Name).ToListAsync(cancel);
        Bureaus = await db.Names.AsNoTracking().Where(n => n.Kind == NameKind.Bureau && n.MergedInto == null && !n.IsHidden).OrderBy(n => n.Order).ThenBy(n => n.Name).ToListAsync(cancel);
        var settings = await db.DeskSettings.AsNoTracking().SingleOrDefaultAsync(s => s.Bureau == Slug, cancel);
        (UndoMinutes, SecondApproves) = (settings?.UndoMinutes ?? 0, settings?.SecondApproves);
        return true;
    }
}
