using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Stories;

/// <summary>All that a page prints of a live story.</summary>
/// <param name="Translations">The same dispatch in other languages, each with the language's own name.</param>
public sealed record StorySheet(
    Story Story,
    NewsTimes Times,
    DirectoryName? Bureau,
    DirectoryName? Section,
    IReadOnlyList<DirectoryName> Places,
    IReadOnlyList<DirectoryName> Topics,
    IReadOnlyList<DirectoryName> Contributors,
    IReadOnlyList<(StoryCard Card, string Name)> Translations,
    Timeline Latest)
{
    private const int InTimeline = 7;

    /// <summary>Where its map is drawn; null for the public address.</summary>
    public string? MapSource { get; init; }

    public Credits Credits => new(Story.Bylines, Contributors.Where(c => !c.IsHidden).Select(c => c.Slug).ToHashSet(StringComparer.Ordinal));

    /// <summary>What became of it after its first publication, in one word; null when nothing did.</summary>
    public string? Change => Story.UpdatedAt <= Story.PublishedAt ? null : Story.Notices.FirstOrDefault(n => n.At == Story.UpdatedAt)?.Kind switch
    {
        WireKind.Corrected => "Corrected",
        WireKind.Reinstated => "Reinstated",
        _ => "Updated",
    };

    /// <summary>For search engines and shared links.</summary>
    public string Description => Story.Standfirst is { } standfirst
        ? Excerpt.Cut(standfirst, Excerpt.DescriptionChars)
        : BlockText.Summary(Story.Body, Excerpt.DescriptionChars);

    /// <summary>Looks up what the story names.</summary>
    public static async Task<StorySheet> OfAsync(Story story, Newsstand newsstand, HouseSettings settings, DateTimeOffset now, CancellationToken cancel)
    {
        var bureau = await NameAsync(newsstand, NameKind.Bureau, story.Bureau, cancel);
        var site = NewsTimes.Of(settings);
        return new StorySheet(
            story,
            NewsTimes.Of(bureau, settings),
            bureau,
            await NameAsync(newsstand, NameKind.Section, story.Section, cancel),
            await newsstand.NamesAsync(NameKind.Place, [.. story.Dateline.Places.Select(p => p.Slug).Distinct()], cancel),
            await newsstand.NamesAsync(NameKind.Topic, story.Topics, cancel),
            await newsstand.NamesAsync(NameKind.Contributor, [.. story.Bylines.Select(b => b.Contributor).OfType<string>().Distinct()], cancel),
            [.. (await newsstand.TranslationsAsync(story, cancel)).Select(c => (c, LanguageTag.NativeName(c.Language)))],
            new Timeline((await newsstand.LatestAsync(InTimeline, null, cancel)).Stories, site, site.DayOf(now)));
    }

    public static async Task<DirectoryName?> NameAsync(Newsstand newsstand, NameKind kind, string? slug, CancellationToken cancel) =>
        slug is not null && await newsstand.NamesAsync(kind, [slug], cancel) is [var name] ? name : null;
}
