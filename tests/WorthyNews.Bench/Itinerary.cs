using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;

namespace WorthyNews.Bench;

/// <param name="Name">The same for every house.</param>
/// <param name="Path">Where that page is in this house.</param>
internal sealed record AskedPage(string Name, string Path);

/// <summary>Which pages are asked.</summary>
internal static class Itinerary
{
    /// <summary>The bureau that files most, so that even the smallest corpus has two pages of it.</summary>
    public static readonly string Bureau = CorpusWords.Bureaus[0].Slug;

    private const int StoryFromTheNewest = 100;
    private const int LeftAtTheFarEnd = 40;
    private const int MoreThanThereAre = 10_000_000;

    public static async Task<IReadOnlyList<AskedPage>> PagesAsync(Newsstand newsstand, CancellationToken cancel)
    {
        var story = (await newsstand.LatestAsync(StoryFromTheNewest, null, cancel)).Stories[^1];
        var path = SiteLinks.To(NameKind.Bureau, Bureau);
        return
        [
            new("front", "/"),
            new("story", story.Address),
            new("bureau, newest", path),
            new("bureau, far back", SiteLinks.Older(path, await FarBackAsync(newsstand, cancel))),
            new("day", SiteLinks.ToDay(DateOnly.FromDateTime(story.PublishedAt.UtcDateTime))),
            new("places", SiteLinks.Places),
            new("feed", FeedRoutes.All),
            new("search, common word", $"{SiteLinks.Search}?q={SearchTimes.CommonWord}"),
        ];
    }

    /// <summary>Where the last full page of the bureau begins.</summary>
    public static async Task<Cursor> FarBackAsync(Newsstand newsstand, CancellationToken cancel) =>
        After((await OfBureauAsync(newsstand, cancel))[^(LeftAtTheFarEnd + 1)]);

    /// <summary>Where the second half of the bureau's stories begins.</summary>
    public static async Task<Cursor> HalfWayAsync(Newsstand newsstand, CancellationToken cancel)
    {
        var all = await OfBureauAsync(newsstand, cancel);
        return After(all[all.Count / 2]);
    }

    private static async Task<IReadOnlyList<StoryCard>> OfBureauAsync(Newsstand newsstand, CancellationToken cancel) =>
        (await newsstand.LatestAsync(NameKind.Bureau, Bureau, MoreThanThereAre, null, cancel)).Stories;

    private static Cursor After(StoryCard card) => new(card.PublishedAt, card.FirstSequence);
}
