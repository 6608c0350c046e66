namespace WorthyNews.Newsroom.Dispatches;

/// <summary>What the board asks for. A dispatch may stand in more than one of these.</summary>
public enum BoardList
{
    /// <summary>Somebody writes, and the public has nothing of it yet.</summary>
    Draft,
    SentBack,
    InReview,

    /// <summary>Approved, and nobody has published or scheduled it.</summary>
    Approved,
    Scheduled,

    /// <summary>A clock could not publish it.</summary>
    Failed,

    /// <summary>Live, and published since the day began.</summary>
    LiveToday,

    /// <summary>Live, and somebody works on a newer text.</summary>
    LiveWithWork,

    /// <summary>Somebody asked for a correction that is not out.</summary>
    CorrectionOpen,
}

/// <summary>Questions asked of many dispatches; each translates to SQL on both databases.</summary>
public static class DispatchFilters
{
    extension(IQueryable<Dispatch> dispatches)
    {
        public IQueryable<Dispatch> DueAt(DateTimeOffset now) => dispatches
            .Where(d => d.PublishAt <= now && (d.EmbargoedUntil == null || d.EmbargoedUntil <= now) && (d.FailedAt == null || d.NextTryAt <= now))
            .OrderBy(d => d.PublishAt).ThenBy(d => d.Id);

        /// <summary>Those that a person means by a slug.</summary>
        public IQueryable<Dispatch> Named(string slug) => dispatches.Where(d => d.Slug == slug);

        /// <param name="dayStart">For <see cref="BoardList.LiveToday"/>.</param>
        public IQueryable<Dispatch> On(BoardList list, DateTimeOffset dayStart) => list switch
        {
            BoardList.Draft => dispatches.Where(d => d.State == DispatchState.Draft && d.Public == PublicState.NotPublic),
            BoardList.SentBack => dispatches.Where(d => d.State == DispatchState.SentBack),
            BoardList.InReview => dispatches.Where(d => d.State == DispatchState.InReview),
            BoardList.Approved => dispatches.Where(d => d.State == DispatchState.Approved),
            BoardList.Scheduled => dispatches.Where(d => d.PublishAt != null && d.FailedAt == null),
            BoardList.Failed => dispatches.Where(d => d.FailedAt != null),
            BoardList.LiveToday => dispatches.Where(d => d.Public == PublicState.Live && d.PublishedAt >= dayStart),
            BoardList.LiveWithWork => dispatches.Where(d => d.Public == PublicState.Live && d.State != DispatchState.Done),
            BoardList.CorrectionOpen => dispatches.Where(d => d.CorrectionAskedAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
    }
}
