using WorthyNews.Newsroom.Dispatches;

namespace WorthyNews.Newsroom.Data;

/// <summary>How people name a dispatch when they have no desk before them.</summary>
public static class DispatchNames
{
    extension(NewsDb db)
    {
        /// <summary>Those that a person means by a slug, an address that a story has or had, or a link to it. Usually one; may be several, or none.</summary>
        public IQueryable<Dispatch> DispatchesNamed(string given)
        {
            var isLink = Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
            var name = (isLink ? url!.AbsolutePath : given).Split('?', '#')[0].Trim().Trim('/');
            var path = $"/{name}";
            return name.Contains('/', StringComparison.Ordinal)
                ? db.Dispatches.Where(d => db.Addresses.Any(a => a.Path == path && a.StoryId == d.StoryId))
                : db.Dispatches.Named(name);
        }
    }
}
