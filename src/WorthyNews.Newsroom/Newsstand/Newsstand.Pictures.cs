using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>A place and how much news came from it.</summary>
/// <param name="Place">With the point that most of its stories have; of points that equally many have, the newest story's.</param>
/// <param name="Newest">When the newest story was published.</param>
public sealed record DatelineCount(DatelinePlace Place, int Stories, DateTimeOffset Newest);

public sealed partial class Newsstand
{
    /// <summary>More stories than these are not asked where they came from: what a page may cost.</summary>
    private const int MaxOnMap = 1_000;

    /// <summary>SVG; null unless a live story shows it.</summary>
    public async Task<string?> MapAsync(string key, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await db.Maps.Where(m => m.Key == key && db.Stories.Any(c => c.MapKey == key && c.State != StoryState.Retracted && c.State != StoryState.Killed)).Select(m => m.Svg).SingleOrDefaultAsync(cancel);
    }

    /// <summary>PNG; null unless the story at this address is live and its picture is drawn.</summary>
    public async Task<byte[]?> CardPictureAsync(string address, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        return await (
            from a in db.Addresses
            where a.Path == address
            join card in db.Stories on a.StoryId equals card.StoryId
            where card.State == StoryState.Live
            join picture in db.CardPictures on card.StoryId equals picture.StoryId
            select picture.Png).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The other languages a live story can be read in, by language.</summary>
    public async Task<IReadOnlyList<StoryCard>> TranslationsAsync(Story story, CancellationToken cancel)
    {
        var original = story.TranslationOf ?? story.Id;
        await using var db = await contexts.OpenAsync(cancel, WireTags.Story(original));
        var pair = await db.Stories.NotWithdrawn().Where(c => c.TranslationOf == original && c.StoryId != story.Id).ToListAsync(cancel);
        if (story.TranslationOf is not null) pair.AddRange(await db.Stories.Live().Where(c => c.StoryId == original).ToListAsync(cancel));
        Ingredients.Show(pair);
        return [.. pair.OrderBy(c => c.Language, StringComparer.Ordinal).ThenBy(c => c.FirstSequence)];
    }

    /// <summary>Where the news since then came from, most stories first. Places whose point nobody knows are left out.</summary>
    public async Task<IReadOnlyList<DatelineCount>> DatelinesAsync(DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        var stories = await db.Stories.Live().Where(c => c.PublishedAt >= since).NewestFirst().Take(MaxOnMap)
            .Select(c => new { c.Dateline, c.PublishedAt }).ToListAsync(cancel);
        return [.. stories
            .SelectMany(s => s.Dateline.Places.DistinctBy(p => p.Slug).Where(p => p.Point is not null).Select(p => (Place: p, s.PublishedAt)))
            .GroupBy(p => p.Place.Slug, (_, of) => of.ToList())
            .Select(of => new DatelineCount(Usual([.. of.Select(p => p.Place)]), of.Count, of[0].PublishedAt))
            .OrderByDescending(d => d.Stories).ThenByDescending(d => d.Newest).ThenBy(d => d.Place.Slug, StringComparer.Ordinal)];
    }

    /// <summary>One story with a wrong point does not move the others' dot.</summary>
    /// <param name="places">Of one slug, the newest story's first.</param>
    private static DatelinePlace Usual(List<DatelinePlace> places) => places.GroupBy(p => p.Point).MaxBy(of => of.Count())!.First();
}
