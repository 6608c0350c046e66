using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Publishing;

/// <summary>Somebody decided about the front since it was looked at. Nothing was changed.</summary>
/// <param name="places">The stories that stand now, in their order; empty when a line is what differs.</param>
/// <param name="line">The breaking line that stands now; null when places are what differs.</param>
public sealed class FrontConflictException(IReadOnlyList<Guid> places, BreakingLine? line) : Exception("The front was changed since it was looked at.")
{
    public IReadOnlyList<Guid> Places { get; } = places;

    public BreakingLine? Line { get; } = line;
}

/// <summary>The breaking line as somebody saw it before deciding about it.</summary>
/// <param name="At">When it was set; null for none.</param>
public sealed record SeenLine(DateTimeOffset? At);

/// <summary>Decides about the front page, in public: what it decided last stands on the wire.</summary>
/// <remarks>Each verb returns the entry it appended, which holds all that is decided now; null when it changed nothing. Which stories lead stands in <c>FrontDesk.Places.cs</c>.</remarks>
public sealed partial class FrontDesk(IDbContextFactory<NewsDb> contexts, IStore store, TimeProvider time)
{
    public static readonly TimeSpan LongestBreaking = TimeSpan.FromHours(24);

    /// <summary>Sets the one breaking line, in the place of the one before.</summary>
    /// <param name="storyId">The story it leads to; null while there is none.</param>
    /// <param name="lasts">How long it stands unless it is ended earlier.</param>
    /// <exception cref="DispatchRefusedException">The line says nothing, is too long or lasts too long, or its story is not live.</exception>
    public Task<WireEntry?> BreakAsync(string text, Guid? storyId, TimeSpan lasts, CancellationToken cancel) => BreakAsync(text, storyId, lasts, null, cancel);

    /// <inheritdoc cref="BreakAsync(string, Guid?, TimeSpan, CancellationToken)"/>
    /// <param name="seen">The line that it takes the place of; null for whatever stands.</param>
    /// <exception cref="FrontConflictException">Somebody set another since.</exception>
    public Task<WireEntry?> BreakAsync(string text, Guid? storyId, TimeSpan lasts, SeenLine? seen, CancellationToken cancel) => ChangeAsync(async (db, front, now) =>
    {
        MeetLine(front, seen, now);
        var line = new BreakingLine(text, storyId, now, (now + lasts).Kept());
        var reasons = new List<string>();
        if (!line.Text.Any(char.IsLetterOrDigit)) reasons.Add("It needs words.");
        if (line.Text.Length > BreakingLine.MaxChars) reasons.Add($"It is longer than {BreakingLine.MaxChars} characters.");
        if (lasts < TimeSpan.FromMinutes(1) || lasts > LongestBreaking) reasons.Add($"It may last from one minute to {LongestBreaking.TotalHours:0} hours.");
        if (storyId is { } id && !await db.Stories.AnyAsync(c => c.StoryId == id && c.State == StoryState.Live, cancel)) reasons.Add("Its story is not public.");
        if (reasons.Count > 0) throw new DispatchRefusedException(line.Text, "set as breaking", reasons);
        return front with { Breaking = line };
    }, cancel);

    /// <summary>Ends the breaking line; nothing happens when none stands.</summary>
    /// <param name="seen">The line that is to end; null for whatever stands.</param>
    /// <exception cref="FrontConflictException">Somebody set another since.</exception>
    public Task<WireEntry?> EndBreakingAsync(SeenLine? seen, CancellationToken cancel) => ChangeAsync((_, front, now) =>
    {
        MeetLine(front, seen, now);
        return Task.FromResult(front with { Breaking = null });
    }, cancel);

    /// <inheritdoc cref="EndBreakingAsync(SeenLine?, CancellationToken)"/>
    public Task<WireEntry?> EndBreakingAsync(CancellationToken cancel) => EndBreakingAsync(null, cancel);

    /// <summary>A line that is over takes nothing with it.</summary>
    private static void MeetLine(FrontPage front, SeenLine? seen, DateTimeOffset now)
    {
        if (seen is not null && front.Breaking is { } stands && stands.Until > now && stands.At != seen.At) throw new FrontConflictException([], stands);
    }

    private async Task<WireEntry?> ChangeAsync(Func<NewsDb, FrontPage, DateTimeOffset, Task<FrontPage>> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await store.LockWireAsync(db, cancel);
        var now = await WireLog.NowAsync(db, time, cancel);
        var before = await WireLog.FrontAsync(db, cancel);
        var after = await change(db, before, now);
        if (after == before) return null;

        var entry = WireEntry.Of(after, now);
        db.WireEntries.Add(entry);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return entry;
    }
}
