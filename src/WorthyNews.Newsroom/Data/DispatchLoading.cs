using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Data;

/// <summary>Opens a dispatch to do something to it, in the transaction at hand.</summary>
public static class DispatchLoading
{
    extension(NewsDb db)
    {
        /// <summary>The dispatch with its watch-list and those of its revisions that are needed; others wait until it is done. Null when there is none.</summary>
        /// <param name="revisions">Numbers, which may be null or of none that is there. A dispatch may have hundreds, so not all come along.</param>
        public async Task<Dispatch?> ToWorkOnAsync(IStore store, Guid id, Func<Dispatch, IEnumerable<int?>> revisions, CancellationToken cancel)
        {
            await store.LockDispatchAsync(db, id, cancel);
            var dispatch = await db.Dispatches.Include(d => d.Watched).SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (dispatch is null) return null;

            var numbers = revisions(dispatch).OfType<int>().Distinct().ToList();
            if (numbers is [var only]) await db.Revisions.Where(r => r.DispatchId == id && r.Number == only).LoadAsync(cancel);
            else if (numbers.Count > 0) await db.Revisions.Where(r => r.DispatchId == id && numbers.Contains(r.Number)).OrderBy(r => r.Number).LoadAsync(cancel);
            return dispatch;
        }
    }
}
