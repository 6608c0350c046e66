using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A story at its address: its text, or what is left of it once it is withdrawn.</summary>
[OpenToReaders]
public sealed class StoryModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, TimeProvider time) : PageModel, IReaderPage
{
    public Story Story { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    public NewsTimes Times { get; private set; } = NewsTimes.Utc;

    /// <summary>Null when its text is withdrawn.</summary>
    public StorySheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        var address = $"/{year}/{month}/{day}/{slug}";
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story }) return NotFound();

        Story = story;
        if (story.State == StoryState.Killed) return Gone();
        if (story.Address != address) return LocalRedirectPermanent(story.Address);
        // By which a kept copy knows whether it is still the newest.
        Response.Headers["Story-Version"] = story.Version.ToString(CultureInfo.InvariantCulture);

        if (story.State == StoryState.Retracted)
        {
            Times = NewsTimes.Of(await StorySheet.NameAsync(newsstand, NameKind.Bureau, story.Bureau, cancel), settings);
            Head = new PageHead($"Retracted: {story.Headline}", story.Address) { ShowsSamples = story.Sample, Bureau = story.Bureau, TextPath = SiteLinks.ToText(story.Address) };
            return Page();
        }

        Sheet = await StorySheet.OfAsync(story, newsstand, settings, time.GetUtcNow(), cancel);
        Head = HeadOf(Sheet);
        return Page();
    }

    /// <remarks>At an old address too: a redirect would tell its slug.</remarks>
    private PageResult Gone()
    {
        Times = NewsTimes.Of(settings);
        Head = PageHead.Gone(Story);
        var page = Page();
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }

    private PageHead HeadOf(StorySheet sheet)
    {
        var story = sheet.Story;
        return new PageHead(story.Headline, story.Address)
        {
            Description = sheet.Description,
            Bureau = story.Bureau,
            ShowsSamples = story.Sample || sheet.Latest.Stories.Any(s => s.Sample),
            Story = story,
            Translations = sheet.Translations.Count == 0 ? [] : [.. sheet.Translations.Select(t => (t.Card.Language, t.Card.Address)).Prepend((story.Language, story.Address)).DistinctBy(t => t.Language)],
            TextPath = SiteLinks.ToText(story.Address),
            SectionName = sheet.Section?.Name,
            Feed = sheet.Bureau is { } bureau ? (FeedAddress.OfName(bureau.Kind, bureau.Slug), $"{settings.SiteName}: {bureau.Name} bureau") : null,
            JsonLd = NewsArticle.Of(story, sheet.Description, sheet.Section, sheet.Places, sheet.Contributors, links, settings),
        };
    }
}
