namespace WorthyNews.Newsroom.Dispatches;

/// <summary>Questions asked of many dispatches; each translates to SQL on both databases.</summary>
public static class DispatchFilters
{
    extension(IQueryable<Dispatch> dispatches)
    {
        public IQueryable<Dispatch> DueAt(DateTimeOffset now) => dispatches
            .Where(d => d.State == DispatchState.Scheduled && d.PublishAt <= now && (d.EmbargoedUntil == null || d.EmbargoedUntil <= now))
            .OrderBy(d => d.PublishAt).ThenBy(d => d.Id);

        /// <summary>Those that a person means by a slug.</summary>
        public IQueryable<Dispatch> Named(string slug) => dispatches.Where(d => d.Slug == slug);
    }
}
