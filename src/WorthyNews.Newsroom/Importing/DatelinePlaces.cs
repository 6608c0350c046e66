using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>A place of a dateline as the file names it.</summary>
/// <param name="Within">The country, state or region that the file names with it; null when it names none.</param>
/// <param name="Printed">What of that is printed in the dateline; null for nothing.</param>
/// <param name="Point">Where the file itself says it lies; null when it does not.</param>
/// <param name="Slug">The place of the directory that the file says it means; null when it leaves that to the name.</param>
internal sealed record NamedPlace(string Name, string? Within, string? Printed, GeoPoint? Point = null, string? Slug = null);

/// <summary>A place with its key in the directory, and where it lies as far as that is known.</summary>
/// <param name="Doubt">Sentences for the desk; null when there is none.</param>
/// <param name="Title">What the directory is to call it, when it hears of it here first and by another name; null otherwise.</param>
internal sealed record LocatedPlace(DatelinePlace Place, Sureness Sureness, string? Doubt, WrittenName? Title = null);

/// <summary>Finds where the places of a dateline lie. What the file says goes before the directory, and that before the gazetteer.</summary>
internal static class DatelinePlaces
{
    public static LocatedPlace Locate(NamedPlace named, KnownNames names)
    {
        if (named.Point is not { } point) return ByName(named, names);
        if (!GivenPoint.IsNowhere(point)) return AtPoint(named, point, names);

        var located = ByName(named, names);
        var refused = $"“{named.Name}” is given at 0, 0, where there is only sea: the coordinates were left out.";
        return located with { Sureness = Later(located.Sureness, Sureness.Likely), Doubt = located.Doubt is { } doubt ? $"{refused} {doubt}" : refused };
    }

    /// <param name="read">How sure the reader of the file is of each place.</param>
    /// <returns>What an editor is shown; null without places.</returns>
    public static Finding? Finding(IReadOnlyList<LocatedPlace> places, IEnumerable<Sureness> read, string source) => places.Count == 0 ? null : new Finding(
        "places",
        string.Join(" / ", places.Select(p => p.Place.Country is { } country ? $"{p.Place.Name}, {country}" : p.Place.Name)),
        read.Concat(places.Select(p => p.Sureness)).Max(),
        source);

    private static LocatedPlace ByName(NamedPlace named, KnownNames names)
    {
        var known = named.Slug is { } meant ? names.Find(NameKind.Place, meant) : named.Within is null ? Known(named, names) : null;
        var reading = Gazetteer.Read(named.Name, named.Within ?? known?.Country);
        if (named.Slug is not null && known is not null && reading.Place is null) reading = Gazetteer.Read(known.Name, known.Country);
        var place = reading.Place;
        var slug = named.Slug
            ?? (place is not null ? PlaceSlugs.Of(place, named.Name, names)
                : named.Within is null ? known?.Slug ?? Slug.From(named.Name).Value
                : SlugWithin(named, named.Within, names));
        var doubt = place is not null && IsSettled(place, reading, names) ? null : reading.Doubt;
        return Located(named, slug, place, place?.Point, place?.CountryCode, reading.Sureness, doubt, names);
    }

    private static LocatedPlace AtPoint(NamedPlace named, GeoPoint point, KnownNames names)
    {
        var meant = named.Slug is { } slug ? names.Find(NameKind.Place, slug) : null;
        var given = GivenPoint.Read(named.Name, named.Within ?? meant?.Country, point);
        // Of a name that other places have, one that nobody knows there is no reason to take their page.
        var within = named.Within ?? (given.HasNamesakes ? Gazetteer.CountryName(given.CountryCode) : null);
        var key = named.Slug
            ?? (given.Place is { } place ? PlaceSlugs.Of(place, named.Name, names)
                : within is null ? Known(named, names)?.Slug ?? Slug.From(named.Name).Value
                : SlugWithin(named, within, names));
        var doubt = given.Doubts.Count == 0 ? null : string.Join(' ', given.Doubts);
        return Located(named, key, given.Place, point, given.CountryCode, doubt is null ? Sureness.Sure : Sureness.Likely, doubt, names);
    }

    private static LocatedPlace Located(NamedPlace named, string slug, GazetteerPlace? place, GeoPoint? point, string? code, Sureness sureness, string? doubt, KnownNames names)
    {
        var printed = new DatelinePlace(names.SurvivorOf(NameKind.Place, slug), named.Name, named.Printed) { Point = point, CountryCode = code };
        return new LocatedPlace(printed, sureness, doubt, place is null ? null : PlaceSlugs.Title(place, printed));
    }

    /// <summary>A house that has filed from a place, and from none of its namesakes, has been told of them once and means it.</summary>
    private static bool IsSettled(GazetteerPlace place, Places.Whereabouts reading, KnownNames names) =>
        names.SlugsOf(place).Count > 0 && reading.Others.All(other => names.SlugsOf(other).Count == 0);

    /// <summary>The directory's place that a name alone means; null when it has none, or one that only shares the name.</summary>
    private static DirectoryName? Known(NamedPlace named, KnownNames names)
    {
        var namesakes = names.Places(named.Name);
        var plain = Slug.From(named.Name).Value;
        if (namesakes.FirstOrDefault(n => n.Slug == plain) is { } known) return known;
        var usual = Gazetteer.Read(named.Name, null);
        return namesakes.FirstOrDefault(n => usual.Place is null ? usual.Others.Count == 0 : Gazetteer.Read(n.Name, n.Country).Place == usual.Place);
    }

    /// <summary>The slug of a place that the gazetteer does not know: the directory's of that land, or one with the land in it where the name alone is another's.</summary>
    private static string SlugWithin(NamedPlace named, string within, KnownNames names)
    {
        var plain = Slug.From(named.Name).Value;
        var own = Slug.From($"{named.Name} {within}").Value;
        var namesakes = names.Places(named.Name);
        if (namesakes.FirstOrDefault(n => n.Country is not null && IsSame(within, n.Country)) is { } known) return known.Slug;
        if (names.Find(NameKind.Place, own) is not null) return own;

        if (namesakes.FirstOrDefault(n => n.Slug == plain)?.Country is not null) return own;
        var usual = Gazetteer.Read(named.Name, null);
        var isFree = usual.Place is null ? usual.Others.Count == 0 : named.Point is null;
        return isFree ? plain : own;
    }

    private static bool IsSame(string land, string other) => string.Equals(land, other, StringComparison.OrdinalIgnoreCase)
        || (Gazetteer.CountryCode(land) is { } code && code == Gazetteer.CountryCode(other));

    private static Sureness Later(Sureness one, Sureness other) => one > other ? one : other;
}
