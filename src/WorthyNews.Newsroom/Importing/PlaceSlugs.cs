using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>One slug for one place, by whichever of its names a dateline calls it: KIEV and KYIV have one page. See docs/decisions/0011.</summary>
internal static class PlaceSlugs
{
    /// <param name="printed">The name in the dateline.</param>
    public static string Of(GazetteerPlace place, string printed, KnownNames names)
    {
        var name = Gazetteer.HouseName(place);
        var (plain, own) = (Slug.From(name).Value, Slug.From($"{name} {place.Within}").Value);

        // What the directory has stays as it is, even where it keeps two names of one place apart.
        var held = names.SlugsOf(place);
        if (held.Count > 0)
        {
            var meant = names.Places(printed).Select(n => n.Slug).FirstOrDefault(held.Contains);
            return meant ?? (held.Contains(plain) ? plain : held[0]);
        }

        // The name alone belongs to what the directory calls so, else to what everybody means by it.
        if (names.Find(NameKind.Place, plain) is not null) return own;
        var usual = Gazetteer.Read(name, null);
        return usual.Place == place || (usual.Place is null && usual.Others.Count == 0) ? plain : own;
    }

    /// <summary>What the directory is to call a place that it hears of by another name; null when the printed name will do.</summary>
    public static WrittenName? Title(GazetteerPlace place, DatelinePlace printed)
    {
        var name = Gazetteer.HouseName(place);
        var isOurs = printed.Slug == Slug.From(name).Value || printed.Slug == Slug.From($"{name} {place.Within}").Value;
        return isOurs && Slug.From(printed.Name) != Slug.From(name) ? new WrittenName(NameKind.Place, printed.Slug, name) : null;
    }
}
