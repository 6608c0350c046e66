using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;
using WorthyNews.Web.Pages.Stories;

namespace WorthyNews.Web.Pages.Desk.Preview;

/// <summary>The reader's own page, printed from a revision or from what is being typed. Its map is drawn at once.</summary>
[Needs(DeskVerb.See)]
public sealed class PreviewModel(Proofs proofs, Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>A working copy; null for a saved revision.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Copy { get; set; }

    /// <summary>Null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Revision { get; set; }

    public PageHead Head { get; private set; } = null!;

    public StorySheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await proofs.FindAsync(Id, Copy, Revision, cancel) is not { } story) return NotFound();
        story = story.Under(await newsstand.MergersAsync(cancel));
        Head = HeadOf(story);
        Sheet = await StorySheet.OfAsync(story, newsstand, settings, time.GetUtcNow(), cancel) with { MapSource = $"{Request.Path}{QueryString.Create(Asked())}" };
        return Page();
    }

    public async Task<IActionResult> OnGetMapAsync(CancellationToken cancel) =>
        await proofs.FindAsync(Id, Copy, Revision, cancel) is { } story && DatelineMap.Of(story.Dateline) is { } map ? Content(map.Svg, Conditional.Drawing) : NotFound();

    /// <summary>Neither its address nor what is in it is told to programs.</summary>
    internal static PageHead HeadOf(Story story) => new(story.Headline.Length > 0 ? story.Headline : "No headline yet", null) { IsUnlisted = true, IsPreview = true, Bureau = story.Bureau };

    private Dictionary<string, string?> Asked()
    {
        var asked = new Dictionary<string, string?> { ["handler"] = "Map" };
        if (Copy is { } copy) asked["copy"] = copy.ToString();
        if (Revision is { } revision) asked["revision"] = revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return asked;
    }
}
