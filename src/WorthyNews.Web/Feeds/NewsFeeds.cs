using WorthyNews.Formats;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Feeds;

/// <summary>Makes feeds of what stands at the Newsstand, before they have a dialect.</summary>
public sealed class NewsFeeds(Newsstand newsstand, SiteLinks links, HouseSettings settings, TimeProvider time)
{
    private const int Items = 50;
    private const int SummaryChars = 400;

    /// <summary>Cut at midnight, so that the same wire gives the same bytes all day.</summary>
    private DateTimeOffset NoticesSince => new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) - Newsstand.NoticesStay;

    public Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancel) => newsstand.LastChangeAsync(NoticesSince, cancel);

    /// <summary>Everything, newest first, with the notices of what was withdrawn in the last thirty days.</summary>
    public async Task<Feed> AllAsync(string path, CancellationToken cancel)
    {
        var stories = await newsstand.WithTextAsync(Items, NoticesSince, cancel);
        var names = await CategoriesAsync(stories, cancel);
        return new Feed
        {
            Title = settings.SiteName,
            Description = $"The latest dispatches of {settings.SiteName}.",
            Link = links.Home,
            Self = links.Absolute(path),
            Language = "en",
            Copyright = $"© {settings.SiteName}. Free for churches and ministries, with credit and a link.",
            Items = [.. stories.Select(s => Item(s.Story, names))],
        };
    }

    private FeedItem Item(Story story, IReadOnlyDictionary<(NameKind Kind, string Slug), string> names) => new()
    {
        Id = story.Urn,
        Title = Title(story),
        // A slug is mostly the headline, and of a kill not even that is left.
        Link = story.State == StoryState.Killed ? null : links.Absolute(story.Address),
        Published = story.PublishedAt,
        Updated = story.UpdatedAt,
        Authors = [.. story.Bylines.Select(b => b.Name)],
        Categories = story.IsLive ? [.. Categories(story).Select(c => names.GetValueOrDefault(c)).OfType<string>().Distinct(), .. story.Sample ? ["Sample"] : Array.Empty<string>()] : [],
        Summary = Summary(story),
        ContentHtml = story is { IsLive: true, MaySyndicate: true } ? FeedHtml.Write(story, links.Home) : null,
    };

    private static string Title(Story story) => story.State switch
    {
        StoryState.Killed => "This story is gone",
        StoryState.Retracted => $"Retracted: {story.Headline}",
        _ => story.Headline,
    };

    private static string Summary(Story story)
    {
        if (!story.IsLive) return string.Join(' ', story.Notices.Select(n => n.Text));
        if (story.Standfirst is { } standfirst) return standfirst;
        return BlockText.Summary(story.Body, SummaryChars);
    }

    private static IEnumerable<(NameKind Kind, string Slug)> Categories(Story story)
    {
        if (story.Section is { } section) yield return (NameKind.Section, section);
        foreach (var topic in story.Topics) yield return (NameKind.Topic, topic);
    }

    private async Task<IReadOnlyDictionary<(NameKind Kind, string Slug), string>> CategoriesAsync(IReadOnlyList<StandingStory> stories, CancellationToken cancel)
    {
        var names = new Dictionary<(NameKind, string), string>();
        foreach (var kind in stories.SelectMany(s => Categories(s.Story)).Distinct().GroupBy(c => c.Kind))
        {
            foreach (var name in await newsstand.NamesAsync(kind.Key, [.. kind.Select(c => c.Slug)], cancel)) names[(kind.Key, name.Slug)] = name.Name;
        }

        return names;
    }
}
