using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Editing;

/// <summary>Looks a revision over before it goes out: see <see cref="Checks"/>.</summary>
public sealed class Checking(IDbContextFactory<NewsDb> contexts, TimeProvider time)
{
    /// <summary>A headline older than this is no longer "out already".</summary>
    private static readonly TimeSpan OfLate = TimeSpan.FromDays(14);

    private const int MostHeadlines = 1000;

    /// <exception cref="InvalidOperationException">There is no such revision.</exception>
    public async Task<IReadOnlyList<Check>> CheckAsync(Guid dispatchId, int revision, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var storyId = await db.Dispatches.Where(d => d.Id == dispatchId).Select(d => d.StoryId).SingleAsync(cancel);
        var text = await db.Revisions.AsNoTracking().SingleAsync(r => r.DispatchId == dispatchId && r.Number == revision, cancel);
        var watched = await db.WatchedNames.AsNoTracking().Where(w => w.DispatchId == dispatchId && w.RemovedAt == null).ToListAsync(cancel);

        var slugs = text.Copy.Dateline.Places.Select(p => p.Slug).ToList();
        var known = await db.Names.Where(n => n.Kind == NameKind.Place && slugs.Contains(n.Slug)).Select(n => n.Slug).ToListAsync(cancel);

        // A translation says the same on purpose, in another language.
        var since = time.Now() - OfLate;
        var headlines = await db.Stories.AsNoTracking()
            .Where(s => s.State == StoryState.Live && s.StoryId != storyId && s.Language == text.Copy.Language && s.PublishedAt >= since)
            .OrderByDescending(s => s.PublishedAt).Take(MostHeadlines)
            .Select(s => new OutHeadline(s.Headline, s.Address, s.PublishedAt)).ToListAsync(cancel);
        return Checks.Of(text, watched, known.Contains, headlines, await OriginalAsync(db, text.Copy.TranslationOf, cancel));
    }

    private static async Task<OriginalText?> OriginalAsync(NewsDb db, Guid? story, CancellationToken cancel)
    {
        if (story is null || await db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.StoryId == story, cancel) is not { } dispatch) return null;
        var number = dispatch.PublicRevision ?? dispatch.NewestRevision;
        var text = await db.Revisions.AsNoTracking().SingleAsync(r => r.DispatchId == dispatch.Id && r.Number == number, cancel);
        return new OriginalText(text.Copy, text.Body, dispatch.Public, dispatch.Address);
    }
}
