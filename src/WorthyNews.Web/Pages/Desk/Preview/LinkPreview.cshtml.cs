using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;
using WorthyNews.Web.Pages.Stories;

namespace WorthyNews.Web.Pages.Desk.Preview;

/// <summary>One revision for whoever has the link, until it ends. Whatever else is wrong with a link, nothing is there.</summary>
[AllowAnonymous]
public sealed class LinkPreviewModel(PreviewLinks links, Newsstand newsstand, HouseSettings settings, TimeProvider time) : PageModel, IReaderPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public PageHead Head { get; private set; } = null!;

    public StorySheet Sheet { get; private set; } = null!;

    public static string PathOf(string token) => $"/desk/preview/{token}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await links.ReadAsync(Token, cancel) is not { } story) return NotFound();
        story = story.Under(await newsstand.MergersAsync(cancel));
        Head = PreviewModel.HeadOf(story);
        Sheet = await StorySheet.OfAsync(story, newsstand, settings, time.GetUtcNow(), cancel) with { MapSource = $"{PathOf(Token)}?handler=Map" };
        return Page();
    }

    public async Task<IActionResult> OnGetMapAsync(CancellationToken cancel) =>
        await links.ReadAsync(Token, cancel) is { } story && DatelineMap.Of(story.Dateline) is { } map ? Content(map.Svg, Conditional.Drawing) : NotFound();
}
