using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Newsstand;

/// <summary>The named questions of the Newsstand; each walks one index on both databases.</summary>
internal static class WireFilters
{
    extension(IQueryable<StoryCard> cards)
    {
        public IQueryable<StoryCard> Live() => cards.Where(c => c.State == StoryState.Live);

        /// <summary>The same, for who looks by another key: were the state asked for by name, SQLite would walk all that are live and not the few that have the key.</summary>
        public IQueryable<StoryCard> NotWithdrawn() => cards.Where(c => c.State != StoryState.Retracted && c.State != StoryState.Killed);

        public IQueryable<StoryCard> NewestFirst() => cards.OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.FirstSequence);

        /// <summary>The order of the front page where the desk chose nothing.</summary>
        public IQueryable<StoryCard> MostUrgentFirst() => cards.OrderByDescending(c => c.FrontAt).ThenByDescending(c => c.FirstSequence);

        // Written as "at most, and not" so that the first half is a range of the index.
        public IQueryable<StoryCard> Before(Cursor? cursor) => cursor is not { PublishedAt: var at, FirstSequence: var sequence }
            ? cards
            : cards.Where(c => c.PublishedAt <= at && (c.PublishedAt < at || c.FirstSequence < sequence));

        public IQueryable<StoryCard> Withdrawn() => cards.Where(c => c.State == StoryState.Retracted || c.State == StoryState.Killed);
    }

    extension(IQueryable<DirectoryName> names)
    {
        /// <summary>A name is shown for the stories that bear it: with the last of them withdrawn it goes too, for it may be what a kill was about.</summary>
        /// <remarks>The bureaus are the house's own and stay, and so do sections that the desk has put in order; one that was learned from a story has no place in it.</remarks>
        public IQueryable<DirectoryName> Shown(IQueryable<Listing> listings) => names.Where(n => !n.IsHidden
            && (n.Kind == NameKind.Bureau
                || (n.Kind == NameKind.Section && n.Order < DirectoryName.LastOrder)
                || listings.Any(l => l.Kind == n.Kind && l.Slug == n.Slug && l.State == StoryState.Live)));
    }

    extension(IQueryable<Listing> listings)
    {
        public IQueryable<Listing> Of(NameKind kind, string slug) =>
            listings.Where(l => l.Kind == kind && l.Slug == slug && l.State == StoryState.Live);

        public IQueryable<Listing> NewestFirst() => listings.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.FirstSequence);

        public IQueryable<Listing> Before(Cursor? cursor) => cursor is not { PublishedAt: var at, FirstSequence: var sequence }
            ? listings
            : listings.Where(l => l.PublishedAt <= at && (l.PublishedAt < at || l.FirstSequence < sequence));
    }
}
