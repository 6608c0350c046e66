using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A corrected story before and after each correction, with the words marked. Only while it is live.</summary>
[OpenToReaders]
public sealed class ChangesModel(Newsstand newsstand, Ledger ledger, HouseSettings settings) : PageModel, IReaderPage
{
    private const int Compared = 10;

    public Story Story { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    public NewsTimes Times { get; private set; } = NewsTimes.Utc;

    /// <summary>The newest ten, newest first.</summary>
    public IReadOnlyList<PutRight> Corrections { get; private set; } = [];

    /// <summary>How many corrections there were before those.</summary>
    public int Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        var address = $"/{year}/{month}/{day}/{slug}";
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story }) return NotFound();

        Story = story;
        if (story.State == StoryState.Killed)
        {
            Times = NewsTimes.Of(settings);
            Head = PageHead.Gone(story);
            var page = Page();
            page.StatusCode = StatusCodes.Status410Gone;
            return page;
        }

        Corrections = await ledger.ComparisonsAsync(story.Id, Compared, cancel);
        if (Corrections.Count == 0) return NotFound();
        if (story.Address != address) return LocalRedirectPermanent(SiteLinks.ToChanges(story.Address));

        Earlier = story.Notices.Count(n => n.Kind == WireKind.Corrected) - Corrections.Count;
        var bureau = story.Bureau is { } bureauSlug && await newsstand.NamesAsync(NameKind.Bureau, [bureauSlug], cancel) is [var name] ? name : null;
        Times = NewsTimes.Of(bureau, settings);
        Head = new PageHead($"What was changed: {story.Headline}", SiteLinks.ToChanges(story.Address))
        {
            Description = "The words before and after each correction.",
            // The old words are here to be checked, not to be found.
            IsUnlisted = true,
            ShowsSamples = story.Sample,
            Bureau = story.Bureau,
        };
        return Page();
    }
}
