using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>What last happened to a story.</summary>
/// <param name="Kind">Of its newest entry.</param>
/// <param name="Standing">Null when it was withdrawn and its snapshot cannot be read: that it is gone is told all the same.</param>
public sealed record StoryChange(Guid StoryId, WireKind Kind, DateTimeOffset At, StandingStory? Standing);

/// <param name="Changes">In the order of the wire; may be empty.</param>
/// <param name="Next">Where to go on, now or later.</param>
/// <param name="More">True when there is more already.</param>
public sealed record ChangeReading(IReadOnlyList<StoryChange> Changes, WireCursor Next, bool More);

/// <content>The wire in order, for mirrors.</content>
public sealed partial class Newsstand
{
    /// <summary>
    /// The stories of which the wire said anything after a place in it, each once, at its newest entry. What happened to one before that
    /// is not told: it may have been corrected or killed since.
    /// </summary>
    /// <param name="since">Null for the beginning.</param>
    /// <returns>Null when that place is not on this wire: it is of another house, or the house went back to an older backup.</returns>
    public async Task<ChangeReading?> ChangesAsync(WireCursor? since, int count, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.All);
        var house = await db.House.Select(h => h.Id).SingleAsync(cancel);
        var after = since?.Sequence ?? 0;
        if (since is { } told && await CursorAsync(house, db.WireEntries.Where(e => e.Sequence == after), after, cancel) != told) return null;

        // The end first. A story that is changed meanwhile moves behind it, and is told the next time; none can come in before it.
        var end = await CursorAsync(house, db.WireEntries.OrderByDescending(e => e.Sequence), null, cancel) ?? At(house, 0, "");
        var found = (await Texts(db, db.Stories.Where(c => c.EntrySequence > after && c.EntrySequence <= end.Sequence).OrderBy(c => c.EntrySequence).Take(count + 1)).ToListAsync(cancel))
            .OrderBy(t => t.Card.EntrySequence).ToList();
        var page = found.Take(count).ToList();
        var mergers = await MergersAsync(db, cancel);
        return new ChangeReading(
            // A live one that cannot be read is passed over, as in feeds; whoever mends it makes an entry of it.
            [.. page.Select(t => new StoryChange(t.Card.StoryId, t.Entry.Kind, t.Card.ChangedAt, Standing(t, mergers, []))).Where((change, i) => change.Standing is not null || page[i].Card.State != StoryState.Live)],
            found.Count > count ? CursorOf(house, page[^1].Entry) : end,
            found.Count > count);
    }

    /// <param name="sequence">Of the entry that is asked for; null for the first there is.</param>
    private static async Task<WireCursor?> CursorAsync(Guid house, IQueryable<WireEntry> entries, long? sequence, CancellationToken cancel)
    {
        if (sequence == 0) return At(house, 0, "");
        var entry = await entries.Select(e => new { e.Sequence, e.StoryId, e.Version, e.At }).FirstOrDefaultAsync(cancel);
        return entry is null ? null : CursorAt(house, entry.Sequence, entry.StoryId, entry.Version, entry.At);
    }

    private static WireCursor CursorOf(Guid house, WireEntry entry) => CursorAt(house, entry.Sequence, entry.StoryId, entry.Version, entry.At);

    private static WireCursor CursorAt(Guid house, long sequence, Guid? story, int? version, DateTimeOffset at) =>
        At(house, sequence, string.Create(CultureInfo.InvariantCulture, $"{story} {version} {at.ToUnixTimeMilliseconds()}"));

    // A wire that grew again after a restore has the same numbers, and other entries under them.
    private static WireCursor At(Guid house, long sequence, string entry) =>
        new(sequence, NamedUuid.Of(house, string.Create(CultureInfo.InvariantCulture, $"changes/{sequence} {entry}")).ToString("N")[..WireCursor.DigestChars]);
}
