using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;

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
    private const int MostWords = 8;

    extension(IQueryable<Dispatch> dispatches)
    {
        public IQueryable<Dispatch> DueAt(DateTimeOffset now) => dispatches
            .Where(d => d.PublishAt <= now && (d.EmbargoedUntil == null || d.EmbargoedUntil <= now) && (d.FailedAt == null || d.NextTryAt <= now))
            .OrderBy(d => d.PublishAt).ThenBy(d => d.Id);

        /// <summary>Those that a person means by a slug.</summary>
        public IQueryable<Dispatch> Named(string slug) => dispatches.Where(d => d.Slug == slug);

        /// <summary>Those that somebody sees at the desk.</summary>
        public IQueryable<Dispatch> SeenBy(Sight sight)
        {
            if (sight.Bureaus is not { } bureaus) return dispatches;
            var person = sight.PersonId;
            return dispatches.Where(d => (d.CreatedById != null && d.CreatedById == person) || (d.Bureau != null && bureaus.Contains(d.Bureau)));
        }

        /// <summary>Those that have all these words in their headline or slug; all of them when there are no words.</summary>
        public IQueryable<Dispatch> WithWords(string words)
        {
            // A slug is the headline without case and accents, on both databases alike.
            foreach (var word in CleanText.Line(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            {
                var slug = Slug.From(word).Value;
                dispatches = dispatches.Where(d => d.Headline.Contains(word) || d.Slug.Contains(slug));
            }

            return dispatches;
        }

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
