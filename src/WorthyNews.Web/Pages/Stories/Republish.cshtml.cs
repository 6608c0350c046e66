using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A story to paste into a page of somebody else's, and what to do when we put it right. Only while it is live, and only one that we may pass on.</summary>
[OpenToReaders]
public sealed class RepublishModel(Newsstand newsstand, HouseSettings settings, SiteLinks links) : PageModel, IReaderPage
{
    public Story Story { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    public NewsTimes Times { get; private set; } = NewsTimes.Utc;

    /// <summary>Null when its text is withdrawn.</summary>
    public RepublishedStory? Copy { get; private set; }

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

        if (!story.MaySyndicate) return NotFound();
        if (story.Address != address) return LocalRedirectPermanent(SiteLinks.ToRepublish(story.Address));

        Times = NewsTimes.Of(await StorySheet.NameAsync(newsstand, NameKind.Bureau, story.Bureau, cancel), settings);
        Head = new PageHead(story.IsLive ? $"Republish: {story.Headline}" : $"Retracted: {story.Headline}", SiteLinks.ToRepublish(story.Address))
        {
            Description = "The story to paste into your own page, free for churches and ministries.",
            // The story is to be found, not its twin.
            IsUnlisted = true,
            ShowsSamples = story.Sample,
            Bureau = story.Bureau,
        };
        if (story.IsLive) Copy = RepublishedStory.Of(story, links, settings.SiteName);
        return Page();
    }
}
