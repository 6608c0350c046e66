using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Newsroom.Editing;

/// <summary>A lane of the board. A dispatch may stand in more than one.</summary>
public enum BoardLane
{
    /// <summary>A clock could not publish it, or what is public needs a correction. What waits longest first.</summary>
    Now,

    /// <summary>Waits for an editor, or for whoever publishes. What waits longest first.</summary>
    Review,

    /// <summary>Goes out by itself, the next first.</summary>
    Scheduled,

    /// <summary>Somebody writes; the newest first.</summary>
    Draft,

    /// <summary>Whatever readers noticed since the day began, the newest first.</summary>
    Published,
}

/// <summary>What somebody wants to see of the board.</summary>
/// <param name="Bureau">Slug; null for all.</param>
/// <param name="PersonId">Who has it in hand, or began what nobody has; null for all.</param>
/// <param name="Words">Of the headline or the slug; null for all.</param>
/// <param name="DayStart">When the day of who asks began.</param>
public sealed record BoardAsk(Sight Sight, string? Bureau, Guid? PersonId, string? Words, DateTimeOffset DayStart);

/// <param name="Note">The newest; null for none.</param>
public sealed record BoardSlip(Dispatch Dispatch, string? Note);

/// <param name="Total">How many there are, of which the first 50 stand in <paramref name="Slips"/>.</param>
public sealed record LaneSlips(IReadOnlyList<BoardSlip> Slips, int Total);

/// <summary>Reads the board.</summary>
public sealed class Boards(IDbContextFactory<NewsDb> contexts)
{
    private const int MostInLane = 50;
    private const int MostNotes = 500;

    public async Task<LaneSlips> ReadAsync(BoardLane lane, BoardAsk ask, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var which = In(lane, Asked(db.Dispatches.AsNoTracking().SeenBy(ask.Sight), ask), ask.DayStart);
        var found = await which.Take(MostInLane).ToListAsync(cancel);
        var total = found.Count < MostInLane ? found.Count : await which.CountAsync(cancel);
        var ids = found.Select(d => d.Id).ToList();
        var notes = (await db.DeskNotes.AsNoTracking().Where(n => ids.Contains(n.DispatchId)).OrderByDescending(n => n.At).Take(MostNotes).ToListAsync(cancel))
            .GroupBy(n => n.DispatchId).ToDictionary(g => g.Key, g => g.First().Text);
        return new LaneSlips([.. found.Select(d => new BoardSlip(d, notes.GetValueOrDefault(d.Id)))], total);
    }

    /// <summary>Who has something in hand of what somebody sees, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> PeopleAsync(Sight sight, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var people = await db.Dispatches.AsNoTracking().SeenBy(sight).Where(d => d.AssignedToId != null).Select(d => new { Id = d.AssignedToId!.Value, Name = d.AssignedTo! }).Distinct().ToListAsync(cancel);
        return [.. people.DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => (p.Id, p.Name))];
    }

    private static IQueryable<Dispatch> In(BoardLane lane, IQueryable<Dispatch> dispatches, DateTimeOffset day) => lane switch
    {
        BoardLane.Now => dispatches.Where(d => d.FailedAt != null || d.CorrectionAskedAt != null).OrderBy(d => d.FailedAt ?? d.CorrectionAskedAt),
        BoardLane.Review => dispatches.Where(d => d.State == DispatchState.InReview || (d.State == DispatchState.Approved && d.FailedAt == null)).OrderBy(d => d.ChangedAt),
        BoardLane.Scheduled => dispatches.On(BoardList.Scheduled, day).OrderBy(d => d.PublishAt),
        BoardLane.Draft => dispatches.Where(d => d.PublishAt == null && (d.State == DispatchState.SentBack || d.State == DispatchState.Draft) && (d.Public == PublicState.NotPublic || d.Public == PublicState.Live)).OrderByDescending(d => d.ChangedAt),
        BoardLane.Published => dispatches.Where(d => d.Public != PublicState.NotPublic && d.UpdatedAt >= day).OrderByDescending(d => d.UpdatedAt),
        _ => throw new ArgumentOutOfRangeException(nameof(lane)),
    };

    private static IQueryable<Dispatch> Asked(IQueryable<Dispatch> dispatches, BoardAsk ask)
    {
        if (ask.Bureau is { } bureau) dispatches = dispatches.Where(d => d.Bureau == bureau);
        if (ask.PersonId is { } id) dispatches = dispatches.Where(d => d.AssignedToId == id || (d.AssignedToId == null && d.CreatedById == id));
        return ask.Words is { } words ? dispatches.WithWords(words) : dispatches;
    }
}
