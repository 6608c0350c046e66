using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>The directory as it was when an import began: turns names as they are written into slugs.</summary>
public sealed class KnownNames(IReadOnlyList<DirectoryName> names)
{
    public IReadOnlyList<string> Bureaus => [.. names.Where(n => n.Kind == NameKind.Bureau).Select(n => n.Name)];

    /// <summary>The slug of what has this name or this slug; a new slug when nothing has.</summary>
    public string SlugOf(NameKind kind, string nameOrSlug) =>
        names.FirstOrDefault(n => n.Kind == kind && string.Equals(n.Name, nameOrSlug, StringComparison.OrdinalIgnoreCase))?.Slug
        ?? names.FirstOrDefault(n => n.Kind == kind && n.Slug == nameOrSlug)?.Slug
        ?? Slug.From(nameOrSlug).Value;

    public DirectoryName? Find(NameKind kind, string slug) => names.FirstOrDefault(n => n.Kind == kind && n.Slug == slug);
}
