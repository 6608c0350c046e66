using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Directory;

/// <summary>A name in the list.</summary>
/// <param name="Live">How many stories that readers have stand under it.</param>
public sealed record NameLine(DirectoryName Name, int Live);

/// <summary>The names of one kind, and a form for a new one.</summary>
[Needs(DeskVerb.Directory)]
public sealed class NamesModel(IDbContextFactory<NewsDb> contexts, DirectoryDesk directory, DeskAudit audit) : PageModel, IDeskPage
{
    public static readonly IReadOnlyList<NameKind> Kinds = [NameKind.Bureau, NameKind.Section, NameKind.Topic, NameKind.Contributor, NameKind.Place];

    public string Title => "Directory";

    [BindProperty(SupportsGet = true)]
    public NameKind Kind { get; set; }

    [BindProperty]
    public NameForm Form { get; set; } = new();

    /// <summary>In the order of the house; those that were merged are left out.</summary>
    public IReadOnlyList<NameLine> Lines { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Bureaus { get; private set; } = [];

    public static string PathOf(NameKind kind) => $"/desk/directory?kind={kind}";

    public static string PathOf(NameKind kind, string slug) => $"/desk/directory/{kind.ToString().ToLowerInvariant()}/{slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Kinds.Contains(Kind)) return NotFound();
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Kinds.Contains(Kind)) return NotFound();
        var slug = string.IsNullOrWhiteSpace(Form.Slug) ? Slug.From(Form.Name ?? "").Value : Form.Slug.Trim();
        if (!Slug.TryParse(slug, null, out _)) ModelState.AddModelError("", $"“{slug}” cannot be part of an address: use a–z, 0–9 and single hyphens.");
        else
        {
            try
            {
                var made = await directory.CreateAsync(Form.On(new DirectoryName { Kind = Kind, Slug = slug, Name = "", Order = DirectoryName.LastOrder }), cancel);
                await audit.WriteAsync("added-to-directory", new AuditSubject(Kind.ToString().ToLowerInvariant(), made.Slug), made.Name, CancellationToken.None);
                this.Say($"“{made.Name}” is in the directory.");
                return Redirect(PathOf(Kind));
            }
            catch (DispatchRefusedException refusal)
            {
                foreach (var reason in refusal.Reasons) ModelState.AddModelError("", reason);
            }
        }

        await ShowAsync(cancel);
        return Page();
    }

    /// <summary>Moves a name one up among its kind.</summary>
    public async Task<IActionResult> OnPostUpAsync(string slug, CancellationToken cancel)
    {
        if (!Kinds.Contains(Kind)) return NotFound();
        await ShowAsync(cancel);
        var slugs = Lines.Select(l => l.Name.Slug).ToList();
        var at = slugs.IndexOf(slug);
        if (at <= 0) return Redirect(PathOf(Kind));
        (slugs[at - 1], slugs[at]) = (slugs[at], slugs[at - 1]);
        await directory.OrderAsync(Kind, slugs, cancel);
        return Redirect(PathOf(Kind));
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = await db.Names.AsNoTracking().Where(n => n.Kind == Kind && n.MergedInto == null).ToListAsync(cancel);
        var live = await db.Listings.Where(l => l.Kind == Kind && l.State == Newsroom.Wire.StoryState.Live).GroupBy(l => l.Slug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Lines = [.. names.OrderBy(n => n.Order).ThenBy(n => n.Name, StringComparer.CurrentCulture).Select(n => new NameLine(n, live.GetValueOrDefault(n.Slug)))];
        Bureaus = await db.Names.AsNoTracking().Where(n => n.Kind == NameKind.Bureau && n.MergedInto == null && !n.IsHidden).OrderBy(n => n.Order).ThenBy(n => n.Name).ToListAsync(cancel);
    }
}

/// <summary>The fields of a name as they are typed.</summary>
public sealed class NameForm
{
    public string? Name { get; set; }

    public string? Slug { get; set; }

    public string? Description { get; set; }

    public string? TimeZone { get; set; }

    public string? Role { get; set; }

    public string? Bureau { get; set; }

    public bool IsDesk { get; set; }

    public string? Country { get; set; }

    public static NameForm Of(DirectoryName name) => new()
    {
        Name = name.Name, Slug = name.Slug, Description = name.Description, TimeZone = name.TimeZone, Role = name.Role, Bureau = name.Bureau, IsDesk = name.IsDesk, Country = name.Country,
    };

    /// <summary>What the form of this kind does not have stays as it is.</summary>
    public DirectoryName On(DirectoryName name) => name with
    {
        Name = Name ?? "",
        Description = OrNull(Description),
        TimeZone = name.Kind == NameKind.Bureau ? OrNull(TimeZone) : name.TimeZone,
        Role = name.Kind == NameKind.Contributor ? OrNull(Role) : name.Role,
        Bureau = name.Kind == NameKind.Contributor ? OrNull(Bureau) : name.Bureau,
        IsDesk = name.Kind == NameKind.Contributor ? IsDesk : name.IsDesk,
        Country = name.Kind == NameKind.Place ? OrNull(Country) : name.Country,
    };

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="HasSlug">Whether the address can be given: for a new name.</param>
public sealed record NameSheet(NameForm Form, NameKind Kind, IReadOnlyList<DirectoryName> Bureaus, bool HasSlug);
