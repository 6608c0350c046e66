using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>The directory as it was when an import began: turns names as they are written into slugs. What was merged means what it was merged into.</summary>
public sealed class KnownNames
{
    // A name of its own goes before one of the same words that was merged.
    private readonly List<DirectoryName> names;
    private readonly Mergers mergers;
    private readonly Lazy<ILookup<GazetteerPlace, string>> located;

    public KnownNames(IReadOnlyList<DirectoryName> names)
    {
        this.names = [.. names.OrderBy(n => n.MergedInto is not null)];
        mergers = new Mergers(names);
        located = new(() => this.names.Where(n => n.Kind == NameKind.Place)
            .OrderBy(n => n.MergedInto is not null).ThenBy(n => n.Order).ThenBy(n => n.Slug, StringComparer.Ordinal)
            .Select(n => (Gazetteer.Read(n.Name, n.Country).Place, Slug: SurvivorOf(n.Kind, n.Slug))).Where(n => n.Place is not null).ToLookup(n => n.Place!, n => n.Slug));
    }

    public IReadOnlyList<string> Bureaus => [.. names.Where(n => n.Kind == NameKind.Bureau).Select(n => n.Name)];

    /// <summary>The slug of what has this name or this slug; a new slug when nothing has.</summary>
    public string SlugOf(NameKind kind, string nameOrSlug) => SurvivorOf(
        kind,
        names.Find(n => n.Kind == kind && string.Equals(n.Name, nameOrSlug, StringComparison.OrdinalIgnoreCase))?.Slug
            ?? names.Find(n => n.Kind == kind && n.Slug == nameOrSlug)?.Slug
            ?? Slug.From(nameOrSlug).Value);

    /// <inheritdoc cref="Mergers.SurvivorOf"/>
    public string SurvivorOf(NameKind kind, string slug) => mergers.SurvivorOf(kind, slug);

    /// <summary>Those of these texts whose slugs would not give them back.</summary>
    public IReadOnlyList<WrittenName> Written(params IEnumerable<(NameKind Kind, string? Text)> texts) => [.. texts
        .Where(t => !string.IsNullOrWhiteSpace(t.Text))
        .Select(t => new WrittenName(t.Kind, SlugOf(t.Kind, t.Text!), CleanText.Label(t.Text!)))
        .Where(w => w.Name != w.Slug && w.Name != DirectoryName.NameFromSlug(w.Slug))
        .DistinctBy(w => (w.Kind, w.Slug))];

    /// <summary>The places that have this name or the slug that is made of it, in the order of their slugs: two Moscows are two of them.</summary>
    public IReadOnlyList<DirectoryName> Places(string name)
    {
        var slug = Slug.From(name).Value;
        return [.. names.Where(n => n.Kind == NameKind.Place && (n.Slug == slug || string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(n => Find(n.Kind, n.Slug)).OfType<DirectoryName>().DistinctBy(n => n.Slug).OrderBy(n => n.Slug, StringComparer.Ordinal)];
    }

    /// <summary>The slugs under which the directory has this place of the gazetteer, by whatever name; empty for a place that it has not.</summary>
    public IReadOnlyList<string> SlugsOf(GazetteerPlace place) => [.. located.Value[place].Distinct(StringComparer.Ordinal)];

    /// <summary>What has this slug, or took the place of what had it; null when nothing has.</summary>
    public DirectoryName? Find(NameKind kind, string slug)
    {
        var survivor = SurvivorOf(kind, slug);
        return names.Find(n => n.Kind == kind && n.Slug == survivor);
    }
}
