using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>A story at its address: its text, or what is left of it once it is withdrawn.</summary>
[OpenToReaders]
public sealed class StoryModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, TimeProvider time) : PageModel, IReaderPage
{
    private const int InTimeline = 7;

    public Story Story { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    public NewsTimes Times { get; private set; } = NewsTimes.Utc;

    public DirectoryName? Bureau { get; private set; }

    public DirectoryName? Section { get; private set; }

    public IReadOnlyList<DirectoryName> Places { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Topics { get; private set; } = [];

    /// <summary>The same dispatch in other languages, each with the language's own name.</summary>
    public IReadOnlyList<(StoryCard Card, string Name)> Translations { get; private set; } = [];

    public Credits Credits { get; private set; } = null!;

    public Timeline Latest { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        var address = $"/{year}/{month}/{day}/{slug}";
        if (await newsstand.AtAsync(address, cancel) is not { Story: var story }) return NotFound();

        Story = story;
        if (story.State == StoryState.Killed) return Gone();
        if (story.Address != address) return LocalRedirectPermanent(story.Address);
        // By which a kept copy knows whether it is still the newest.
        Response.Headers["Story-Version"] = story.Version.ToString(CultureInfo.InvariantCulture);

        Bureau = await NameAsync(NameKind.Bureau, story.Bureau, cancel);
        Times = NewsTimes.Of(Bureau, settings);
        if (story.State == StoryState.Retracted)
        {
            Head = new PageHead($"Retracted: {story.Headline}", story.Address) { ShowsSamples = story.Sample, Bureau = story.Bureau, TextPath = SiteLinks.ToText(story.Address) };
            return Page();
        }

        await FindFactsAsync(story, cancel);
        return Page();
    }

    /// <summary>What became of it after its first publication, in one word; null when nothing did.</summary>
    public string? Change => Story.UpdatedAt <= Story.PublishedAt ? null : Story.Notices.FirstOrDefault(n => n.At == Story.UpdatedAt)?.Kind switch
    {
        WireKind.Corrected => "Corrected",
        WireKind.Reinstated => "Reinstated",
        _ => "Updated",
    };

    /// <remarks>At an old address too: a redirect would tell its slug.</remarks>
    private PageResult Gone()
    {
        Times = NewsTimes.Of(settings);
        Head = PageHead.Gone(Story);
        var page = Page();
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }

    private async Task FindFactsAsync(Story story, CancellationToken cancel)
    {
        Section = await NameAsync(NameKind.Section, story.Section, cancel);
        Places = await newsstand.NamesAsync(NameKind.Place, [.. story.Dateline.Places.Select(p => p.Slug).Distinct()], cancel);
        Topics = await newsstand.NamesAsync(NameKind.Topic, story.Topics, cancel);
        var contributors = await newsstand.NamesAsync(NameKind.Contributor, [.. story.Bylines.Select(b => b.Contributor).OfType<string>().Distinct()], cancel);
        Credits = new Credits(story.Bylines, contributors.Where(c => !c.IsHidden).Select(c => c.Slug).ToHashSet(StringComparer.Ordinal));

        Translations = [.. (await newsstand.TranslationsAsync(story, cancel)).Select(c => (c, LanguageTag.NativeName(c.Language)))];

        var latest = (await newsstand.LatestAsync(InTimeline, null, cancel)).Stories;
        var site = NewsTimes.Of(settings);
        Latest = new Timeline(latest, site, site.DayOf(time.GetUtcNow()));

        var description = story.Standfirst is { } standfirst
            ? Excerpt.Cut(standfirst, Excerpt.DescriptionChars)
            : BlockText.Summary(story.Body, Excerpt.DescriptionChars);
        Head = new PageHead(story.Headline, story.Address)
        {
            Description = description,
            Bureau = story.Bureau,
            ShowsSamples = story.Sample || latest.Any(s => s.Sample),
            Story = story,
            Translations = Translations.Count == 0 ? [] : [.. Translations.Select(t => (t.Card.Language, t.Card.Address)).Prepend((story.Language, story.Address)).DistinctBy(t => t.Language)],
            TextPath = SiteLinks.ToText(story.Address),
            SectionName = Section?.Name,
            JsonLd = NewsArticle.Of(story, description, Section, Places, contributors, links, settings),
        };
    }

    private async Task<DirectoryName?> NameAsync(NameKind kind, string? slug, CancellationToken cancel) =>
        slug is not null && await newsstand.NamesAsync(kind, [slug], cancel) is [var name] ? name : null;
}
