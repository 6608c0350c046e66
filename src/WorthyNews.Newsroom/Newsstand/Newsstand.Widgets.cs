using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>What a widget shows of some lists.</summary>
/// <param name="Lists">Those that bear a name, under the names of today, each once; a list whose last story was withdrawn has none.</param>
public sealed record WidgetReading(IReadOnlyList<NamedList> Lists, StoryList Stories);

/// <summary>A list that is public, with its name as people read it.</summary>
public sealed record NamedList(FeedSource Source, string Name);

/// <content>What stands on other people's pages.</content>
public sealed partial class Newsstand
{
    /// <summary>So many pages of so many stories are looked through for those that are not sensitive; a list that has only those is as good as empty.</summary>
    private const int MostLooks = 5;

    /// <inheritdoc cref="MostLooks"/>
    private const int ALook = 50;

    /// <summary>Live stories that stand in any of these lists, newest first, each once.</summary>
    /// <param name="sources">None for all stories.</param>
    public async Task<WidgetReading> WidgetAsync(IReadOnlyList<FeedSource> sources, int count, bool withSensitive, Cursor? before, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Mergers);
        var mergers = await MergersAsync(db, cancel);
        var today = sources.Select(s => s with { Slug = mergers.SurvivorOf(s.Kind!.Value, s.Slug!) }).Distinct().ToList();
        var lists = new List<NamedList>();
        Ingredients.Note(today.Count == 0 ? [WireTags.All] : [.. today.Concat(sources).SelectMany(TagsOf)]);
        foreach (var source in today)
        {
            if (await FeedNameAsync(db, source, cancel) is { } name) lists.Add(new NamedList(source, name));
        }

        var found = new List<StoryCard>();
        var (at, looked) = (before, withSensitive ? count + 1 : Math.Max(count + 1, ALook));
        for (var look = 0; look < MostLooks && found.Count <= count; look++)
        {
            var page = await NewestOfAsync(db, today, looked, at, cancel);
            Ingredients.Show(page);
            found.AddRange(page.Where(c => withSensitive || !c.Sensitive));
            if (page.Count < looked) break;
            at = new Cursor(page[^1].PublishedAt, page[^1].FirstSequence);
        }

        return new WidgetReading(lists, Page([.. found.Take(count + 1)], count));
    }

    /// <summary>The story with this permanent id, whatever became of it; null when there never was one.</summary>
    public async Task<StandingStory?> StoryAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Mergers, WireTags.Story(id));
        var found = await Texts(db, db.Stories.Where(c => c.StoryId == id)).SingleOrDefaultAsync(cancel);
        Ingredients.Show(id);
        return found is null ? null : new StandingStory(WireJson.ReadStory(found.Entry.Snapshot, found.Entry.Format).Under(await MergersAsync(db, cancel)), found.Card.ChangedAt);
    }

    private static async Task<List<StoryCard>> NewestOfAsync(WireDb db, List<FeedSource> sources, int count, Cursor? before, CancellationToken cancel)
    {
        if (sources.Count == 0) return await db.Stories.Live().Before(before).NewestFirst().Take(count).ToListAsync(cancel);
        var cards = new List<StoryCard>();
        foreach (var source in sources)
        {
            cards.AddRange(await InList(db, source.Kind!.Value, source.Slug!, count, before).ToListAsync(cancel));
        }

        return [.. cards.DistinctBy(c => c.StoryId).OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.FirstSequence).Take(count)];
    }
}
