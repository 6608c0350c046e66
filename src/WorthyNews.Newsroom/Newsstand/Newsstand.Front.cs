using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The breaking line as readers see it.</summary>
/// <param name="Address">Of its story; null while there is none.</param>
public sealed record Breaking(string Text, string? Address, DateTimeOffset At);

/// <summary>A story where it stands on the front page.</summary>
/// <param name="Place">The desk's choice; null when time and urgency put it there.</param>
public sealed record FrontStory(StoryCard Card, FrontPlace? Place);

public sealed partial class Newsstand
{
    /// <summary>The breaking line that stands at this instant. Null when there is none, when it is over, and when its story was withdrawn.</summary>
    public async Task<Breaking?> BreakingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Front);
        if ((await FrontPageAsync(db, cancel)).Breaking is not { } line || line.Until <= now) return null;
        Ingredients.Ends(line.Until);
        if (line.StoryId is not { } story) return new Breaking(line.Text, null, line.At);
        Ingredients.Note(WireTags.Story(story));
        Ingredients.Show(story);
        var address = await db.Stories.Live().Where(c => c.StoryId == story).Select(c => c.Address).SingleOrDefaultAsync(cancel);
        return address is null ? null : new Breaking(line.Text, address, line.At);
    }

    /// <summary>Live stories in the order of the front page at this instant: the desk's choice, then the newest and most urgent. The first leads.</summary>
    public async Task<IReadOnlyList<FrontStory>> FrontAsync(int count, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Front, WireTags.All);
        var places = (await FrontPageAsync(db, cancel)).PlacesAt(now);
        foreach (var place in places) Ingredients.Ends(place.Until);
        var ids = places.Select(p => p.StoryId).ToList();
        // By key alone: asked for the state as well, SQLite would walk all live stories.
        var chosen = ids.Count == 0 ? [] : await db.Stories.Where(c => ids.Contains(c.StoryId)).ToDictionaryAsync(c => c.StoryId, cancel);
        var others = await db.Stories.Live().MostUrgentFirst().Take(count).ToListAsync(cancel);
        Ingredients.Show(chosen.Values.Concat(others));
        return
        [
            .. places.Where(p => chosen.TryGetValue(p.StoryId, out var card) && card.State == StoryState.Live).Select(p => new FrontStory(chosen[p.StoryId], p))
                .Concat(others.Where(c => !chosen.ContainsKey(c.StoryId)).Select(c => new FrontStory(c, null)))
                .Take(count),
        ];
    }

    /// <summary>Live stories in the order of their ids; those that readers do not have are left out.</summary>
    public async Task<IReadOnlyList<StoryCard>> CardsAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, [.. ids.Select(WireTags.Story)]);
        var cards = await db.Stories.Where(c => ids.Contains(c.StoryId)).ToDictionaryAsync(c => c.StoryId, cancel);
        Ingredients.Show(cards.Values);
        return [.. ids.Distinct().Select(cards.GetValueOrDefault).OfType<StoryCard>().Where(c => c.State == StoryState.Live)];
    }

    private static async Task<FrontPage> FrontPageAsync(WireDb db, CancellationToken cancel)
    {
        var newest = await db.WireEntries.Where(e => e.Kind == WireKind.FrontChanged).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        return newest?.FrontPage() ?? FrontPage.Undecided;
    }
}
