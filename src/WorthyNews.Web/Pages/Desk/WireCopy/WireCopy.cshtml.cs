using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Access;
using WorthyNews.Web.Pages.Desk.Dispatches;
using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.WireCopy;

/// <summary>Reads pasted wire copy, or a file of it, into the fields of a new dispatch. Nothing is saved before somebody presses Save there.</summary>
[Needs(DeskVerb.Write)]
[RequestFormLimits(ValueLengthLimit = 1024 * 1024, MultipartBodyLengthLimit = 2 * 1024 * 1024)]
public sealed class WireCopyModel(IDbContextFactory<NewsDb> contexts, SignedIn signedIn, EditingDesk editing, TimeProvider time) : PageModel, IDeskPage
{
    private const string Here = "/desk/wire-copy";

    public string Title => "Paste wire copy";

    /// <summary>The copy as it came. Comes back with each press, so that a field can be read anew.</summary>
    [BindProperty]
    public string? Wire { get; set; }

    [BindProperty]
    public IFormFile? Drop { get; set; }

    /// <summary>Findings that were put back into the body.</summary>
    [BindProperty]
    public List<string> Rejected { get; set; } = [];

    [BindProperty]
    public DispatchForm Form { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Null before anything was read.</summary>
    public WriteSheet? Sheet { get; private set; }

    public IReadOnlyList<string> Doubts { get; private set; } = [];

    /// <summary>What became no field: trailers and the like.</summary>
    public IReadOnlyList<FieldMark> LeftOut { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        string? doubt = null;
        if (Drop is { Length: > 0 })
        {
            if (Drop.Length > MarkdownReader.MaxBytes) return Refuse($"The file has {Drop.Length / 1024} KB; a dispatch has at most {MarkdownReader.MaxBytes / 1024} KB.");
            using var bytes = new MemoryStream();
            await Drop.CopyToAsync(bytes, cancel);
            (Wire, _, doubt) = CopyFile.Of(bytes.ToArray());
        }

        if (string.IsNullOrWhiteSpace(Wire)) return Refuse("There is nothing to read: paste the copy, or choose a file.");
        if (System.Text.Encoding.UTF8.GetByteCount(Wire) > MarkdownReader.MaxBytes) return Refuse($"The copy is longer than {MarkdownReader.MaxBytes / 1024} KB.");

        var names = await contexts.KnownNamesAsync(cancel);
        var read = WireCopyFile.Read(Wire, CopyDefaults.None, names);
        var own = signedIn.SeenBureaus is [var only] ? only : null;
        Form = DispatchForm.Of(read.Copy.Bureau is null ? read.Copy with { Bureau = own } : read.Copy, names);
        Form.WorkingCopy = Guid.CreateVersion7(time.GetUtcNow());
        NewId = editing.NewId();
        Rejected = [];
        await ShowAsync(read, doubt, names, cancel);
        return Page();
    }

    /// <summary>Takes one reading back: its field is empty, and the words stand in the body again.</summary>
    public async Task<IActionResult> OnPostRejectAsync(string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Wire)) return Refuse("There is nothing to read: paste the copy, or choose a file.");
        var names = await contexts.KnownNamesAsync(cancel);
        var read = WireCopyFile.Read(Wire, CopyDefaults.None, names);
        if (!Rejected.Contains(field))
        {
            foreach (var source in read.Findings.Where(f => f.Field == field).Select(f => f.Source).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)) PutBack(field, source);
            Rejected.Add(field);
        }

        ModelState.Clear();     // the fields show what is set here, not what was sent
        await ShowAsync(read, null, names, cancel);
        return Page();
    }

    private void PutBack(string field, string source)
    {
        var words = MarkdownText.Paragraph(source);
        switch (field)
        {
            case "headline": Form.Headline = ""; break;
            case "rubric": Form.Kicker = ""; break;
            case "standfirst": Form.Standfirst = ""; break;
            case "byline" or "desk": Form.Bylines = []; break;
            case "bureau": Form.Bureau = ""; break;
            // The dateline is one: its places, day and agency come and go together.
            case "places" or "day" or "agency": (Form.Places, Form.Day, Form.Agency) = ("", "", ""); break;
            case "editor’s note": Form.EditorsNote = ""; break;
        }

        var body = (Form.Body ?? "").Trim();
        var isDateline = field is "places" or "day" or "agency";
        if (body.Contains(words, StringComparison.Ordinal) || (isDateline && Rejected.Exists(r => r is "places" or "day" or "agency"))) return;
        Form.Body = field == "left out" ? $"{body}\n\n{words}" : isDateline ? $"{words} {body}" : $"{words}\n\n{body}";
    }

    private async Task ShowAsync(ReadCopy read, string? doubt, KnownNames names, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var all = await db.Names.AsNoTracking().ToListAsync(cancel);
        var findings = read.Findings.Where(f => !Rejected.Contains(f.Field)).Select(f => f.Field == "desk" ? f with { Field = "byline" } : f).ToList();
        Sheet = WriteSheet.Of(Form, false, Dateline.None, names, all, bureau => signedIn.May(DeskVerb.Write, bureau), findings) with { RejectAt = $"{Here}?handler=Reject&field=" };
        Doubts = [.. doubt is null ? [] : new[] { doubt }, .. read.Doubts];
        LeftOut = [.. findings.Where(f => f.Field is "left out").Take(1).Select(f => FieldMark.Of(f with { Source = string.Join(" / ", findings.Where(l => l.Field == "left out").Select(l => l.Source)) }, Sheet.RejectAt + Uri.EscapeDataString("left out")))];
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError("", why);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
