namespace WorthyNews.Newsroom.Staff;

public static class SessionFilters
{
    extension(IQueryable<DeskSession> sessions)
    {
        /// <summary>As <see cref="DeskSession.IsOpenAt"/>.</summary>
        public IQueryable<DeskSession> OpenAt(DateTimeOffset now, TimeSpan idle)
        {
            var since = now - idle;
            return sessions.Where(s => s.EndedAt == null && s.EndsAt > now && s.SeenAt > since);
        }
    }
}
