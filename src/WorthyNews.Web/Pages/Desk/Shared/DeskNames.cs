using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Importing;

namespace WorthyNews.Web.Pages.Desk.Shared;

/// <summary>The directory as the forms of the desk need it: to turn what is typed into slugs.</summary>
internal static class DeskNames
{
    extension(IDbContextFactory<NewsDb> contexts)
    {
        public async Task<List<DirectoryName>> NamesAsync(CancellationToken cancel)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await db.Names.AsNoTracking().ToListAsync(cancel);
        }

        public async Task<KnownNames> KnownNamesAsync(CancellationToken cancel) => new(await contexts.NamesAsync(cancel));
    }
}
