using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>Something that was put right in public.</summary>
/// <param name="Kind">Corrected, Retracted, Killed or Reinstated.</param>
/// <param name="Version">The version of the story that came with it.</param>
/// <param name="Notice">The words that were said; null when they went with a story that was killed since.</param>
/// <param name="State">What became of the story up to now.</param>
/// <param name="Address">Where the story stands; null when it is killed, and on the line of a kill, for a slug tells the headline.</param>
/// <param name="Headline">As it is now; null where <paramref name="Address"/> is.</param>
/// <param name="UpdatedAt">When the story, and with it what this line says, last changed in a way that readers should know of.</param>
public sealed record LedgerLine(
    long Sequence, WireKind Kind, DateTimeOffset At, Guid StoryId, int Version, string? Notice, StoryState State,
    string? Address, string? Headline, string Language, bool Sample, DateTimeOffset UpdatedAt);

/// <param name="Lines">Newest first; may be empty.</param>
/// <param name="Older">The entry before which the next page goes on; null on the last one.</param>
/// <param name="Unread">Stories of entries that belong here and cannot be read.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, long? Older, IReadOnlyList<UnreadStory> Unread);

/// <summary>A correction with the text before and after it.</summary>
public sealed record PutRight(Notice Notice, StoryComparison Comparison);

/// <summary>The record of what was put right, read from the wire: every correction, retraction, kill and reinstatement, for ever.</summary>
/// <remarks>What is killed is silent in every line it ever had: each asks what became of its story.</remarks>
public sealed class Ledger(IDbContextFactory<WireDb> contexts)
{
    private static readonly WireKind[] Kinds = [WireKind.Corrected, WireKind.Retracted, WireKind.Killed, WireKind.Reinstated];

    /// <param name="before">The entry before which the page starts; null for the newest.</param>
    public async Task<LedgerPage> LinesAsync(int count, long? before, CancellationToken cancel)
    {
        await using var db = await contexts.OpenVaguelyAsync(cancel, WireTags.Corrections, WireTags.All);
        var below = before ?? long.MaxValue;
        var lines = new List<(long Sequence, LedgerLine? Line, UnreadStory? Unread)>();
        // One question for each kind walks its index in order; one for all would sort.
        foreach (var kind in Kinds)
        {
            var found = await (
                from entry in db.WireEntries
                where entry.Kind == kind && entry.Sequence < below
                join card in db.Stories on entry.StoryId equals card.StoryId
                orderby entry.Sequence descending
                select new { Entry = entry, card.State, card.Address, card.Headline, card.UpdatedAt }).Take(count + 1).ToListAsync(cancel);
            lines.AddRange(found.Select(f => TryLine(f.Entry, f.State, f.Address, f.Headline, f.UpdatedAt)));
        }

        lines.Sort((a, b) => b.Sequence.CompareTo(a.Sequence));
        var page = lines.Count > count ? lines[..count] : lines;
        return new LedgerPage(
            [.. page.Select(l => l.Line).OfType<LedgerLine>()],
            lines.Count > count ? page[^1].Sequence : null,
            [.. page.Select(l => l.Unread).OfType<UnreadStory>()]);
    }

    /// <summary>The newest corrections of a live story, each with the text before and after it, newest first.</summary>
    /// <returns>Empty when the story is not live now, whatever it once was, or was never corrected.</returns>
    public async Task<IReadOnlyList<PutRight>> ComparisonsAsync(Guid storyId, int count, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(cancel, WireTags.Story(storyId));
        // State and texts in one question: a kill in between hides them all.
        var versions = await (
            from card in db.Stories
            where card.StoryId == storyId && card.State == StoryState.Live
            join entry in db.WireEntries on card.StoryId equals entry.StoryId
            where entry.Kind == WireKind.Corrected
            join last in db.WireEntries on new { entry.StoryId, Version = entry.Version - 1 } equals new { last.StoryId, last.Version }
            orderby entry.Version descending
            select new { Before = last, After = entry }).Take(count).ToListAsync(cancel);
        return [.. versions.Select(v => Compare(v.Before.Story(), v.After.Story()))];
    }

    /// <summary>"1234": one spelling for each place.</summary>
    public static bool TryParse(string? text, out long before) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out before) && before > 0
        && before.ToString(CultureInfo.InvariantCulture) == text;

    private static PutRight Compare(Story before, Story after) => new(NoticeOf(after), StoryComparison.Of(before, after));

    private static (long, LedgerLine?, UnreadStory?) TryLine(WireEntry entry, StoryState state, string address, string headline, DateTimeOffset updatedAt)
    {
        try
        {
            return (entry.Sequence, Line(entry, state, address, headline, updatedAt), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A fault of ours or of a migration, whatever its type: the other lines stand.
            return (entry.Sequence, null, new UnreadStory(entry.StoryId!.Value, $"Its snapshot cannot be read ({error.GetType().Name})."));
        }
    }

    private static LedgerLine Line(WireEntry entry, StoryState state, string address, string headline, DateTimeOffset updatedAt)
    {
        var story = entry.Story();
        var isKill = entry.Kind == WireKind.Killed;
        var isNamed = state != StoryState.Killed && !isKill;
        return new LedgerLine(
            entry.Sequence, entry.Kind, entry.At, story.Id, story.Version,
            isNamed || isKill ? NoticeOf(story).Text : null,
            state, isNamed ? address : null, isNamed ? headline : null, story.Language, story.Sample, updatedAt > entry.At ? updatedAt : entry.At);
    }

    // The notice that came with this version; others are older.
    private static Notice NoticeOf(Story story) => story.Notices.First(n => n.Version == story.Version);
}
