using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Directory;

namespace WorthyNews.Web.Pages.Desk.People;

internal static class PeopleFilters
{
    extension(IQueryable<DirectoryName> names)
    {
        /// <summary>Bureaus in their order; hidden ones are granted no more.</summary>
        public Task<List<DirectoryName>> BureausToGrantAsync(CancellationToken cancel) =>
            names.AsNoTracking().Where(n => n.Kind == NameKind.Bureau && !n.IsHidden).OrderBy(n => n.Order).ThenBy(n => n.Name).ToListAsync(cancel);
    }
}
