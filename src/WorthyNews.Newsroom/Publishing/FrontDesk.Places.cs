using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <content>Which stories lead. What is not chosen follows by itself, the newest and most urgent first; a withdrawn story leaves by itself, and the rest moves up.</content>
public sealed partial class FrontDesk
{
    /// <summary>Chooses all places at once: the first leads. A story that stood there already keeps its end; none is released by being newer or older.</summary>
    /// <param name="stories">At most <see cref="FrontPage.MaxPlaces"/>; empty releases all.</param>
    /// <exception cref="DispatchRefusedException">A story is not public or stands there twice, or there are too many.</exception>
    public Task<WireEntry?> ArrangeAsync(IReadOnlyList<Guid> stories, CancellationToken cancel) => ArrangeAsync(stories, null, cancel);

    /// <inheritdoc cref="ArrangeAsync(IReadOnlyList{Guid}, CancellationToken)"/>
    /// <param name="seen">The places as who arranges them saw them; null overwrites whatever stands.</param>
    /// <exception cref="FrontConflictException">Somebody arranged them otherwise since.</exception>
    public Task<WireEntry?> ArrangeAsync(IReadOnlyList<Guid> stories, IReadOnlyList<Guid>? seen, CancellationToken cancel) => ChangeAsync(async (db, front, now) =>
    {
        var stands = front.PlacesAt(now).Select(p => p.StoryId).ToList();
        // Who wants what stands there already takes nothing from anybody.
        if (seen is not null && !stands.SequenceEqual(seen) && !stands.SequenceEqual(stories)) throw new FrontConflictException(stands, null);
        var held = front.PlacesAt(now).ToDictionary(p => p.StoryId);
        return await WithAsync(db, front, [.. stories.Select(id => held.GetValueOrDefault(id) ?? new FrontPlace(id, null))], cancel);
    }, cancel);

    /// <summary>Puts one story where it should stand; those from there on move down. One that stands there already is moved.</summary>
    /// <param name="place">Counted from 1, which leads; one after the last chosen stands right behind that.</param>
    /// <param name="until">When it goes by itself; null for not at all.</param>
    /// <exception cref="DispatchRefusedException">It is not public, there is no such place, its end is past, or another would fall out.</exception>
    public Task<WireEntry?> PlaceAsync(Guid storyId, int place, DateTimeOffset? until, CancellationToken cancel) => ChangeAsync(async (db, front, now) =>
    {
        var reasons = new List<string>();
        if (place is < 1 or > FrontPage.MaxPlaces) reasons.Add($"There are places from 1 to {FrontPage.MaxPlaces}.");
        if (until <= now) reasons.Add("The time at which its place ends is past.");
        if (reasons.Count > 0) throw Refused(reasons);

        var others = front.PlacesAt(now).Where(p => p.StoryId != storyId).ToList();
        others.Insert(Math.Min(place - 1, others.Count), new FrontPlace(storyId, until?.Kept()));
        return await WithAsync(db, front, others, cancel);
    }, cancel);

    /// <summary>Leaves a story to its time and urgency again; nothing happens when it has no place.</summary>
    public Task<WireEntry?> ReleaseAsync(Guid storyId, CancellationToken cancel) => ChangeAsync((_, front, _) =>
        Task.FromResult(front with { Places = [.. front.Places.Where(p => p.StoryId != storyId)] }), cancel);

    /// <summary>Leaves all of the order to time and urgency. The breaking line stays.</summary>
    public Task<WireEntry?> ReleaseAllAsync(CancellationToken cancel) => ChangeAsync((_, front, _) => Task.FromResult(front with { Places = [] }), cancel);

    private static async Task<FrontPage> WithAsync(NewsDb db, FrontPage front, List<FrontPlace> places, CancellationToken cancel)
    {
        var ids = places.Select(p => p.StoryId).ToList();
        var cards = await db.Stories.AsNoTracking().Where(c => ids.Contains(c.StoryId)).ToDictionaryAsync(c => c.StoryId, cancel);
        var reasons = new List<string>();
        if (places.Count > FrontPage.MaxPlaces) reasons.Add($"The front has {FrontPage.MaxPlaces} places to choose, and these are {places.Count} stories. Release one first.");
        foreach (var id in ids.Distinct())
        {
            var card = cards.GetValueOrDefault(id);
            // What is killed has no headline any more.
            var called = card is { Headline.Length: > 0 } ? $"“{card.Headline}”" : "One of these stories";
            if (card?.State != StoryState.Live) reasons.Add(card is null ? "One of these stories is not public." : $"{called} is not public any more.");
            if (ids.Count(other => other == id) > 1) reasons.Add($"{called} would stand there twice.");
        }

        return reasons.Count == 0 ? front with { Places = places } : throw Refused(reasons);
    }

    private static DispatchRefusedException Refused(IReadOnlyList<string> reasons) => new("the front page", "arrange", [.. reasons.Distinct(StringComparer.Ordinal)]);
}
