using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Audit;

/// <summary>Who did what to what, newest first.</summary>
[Needs(DeskVerb.Audit)]
public sealed class AuditModel(NewsDb db) : PageModel, IDeskPage
{
    private const int OnAPage = 100;

    private Dictionary<string, string> people = [];

    public string Title => "Audit";

    public AuditAsk Ask { get; private set; } = null!;

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public bool HasOlder { get; private set; }

    /// <summary>All that were ever used, for the filter.</summary>
    public IReadOnlyList<string> Verbs { get; private set; } = [];

    public string NameOf(AuditLine line) => line.SubjectId is { } id ? people.GetValueOrDefault(id) ?? (id.Length > 8 ? id[..8] : id) : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (AuditAsk.Read(Request.Query) is not { } ask) return BadRequest();
        Ask = ask;
        var found = await ask.Of(db.AuditLines.AsNoTracking()).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Skip((ask.Page - 1) * OnAPage).Take(OnAPage + 1).ToListAsync(cancel);
        Lines = [.. found.Take(OnAPage)];
        HasOlder = found.Count > OnAPage;
        Verbs = await db.AuditLines.Select(l => l.Verb).Distinct().OrderBy(v => v).ToListAsync(cancel);

        var ids = Lines.Where(l => l.SubjectKind == "person").Select(l => Guid.Parse(l.SubjectId!)).Distinct().ToList();
        people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString(), p => p.UserName, cancel);
        return Page();
    }
}
