using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Importing;

/// <summary>A place as it was typed, found or not.</summary>
/// <param name="IsSure">Whether nobody needs to look at it.</param>
/// <param name="Words">What an editor is told: where it lies, or what is in doubt.</param>
public sealed record TypedPlace(DatelinePlace Place, bool IsSure, string Words);

/// <summary>A dateline as people type it at the desk: places between strokes, each with its land if one is printed.</summary>
public static class TypedDateline
{
    public const int MostPlaces = 8;

    /// <summary>"Pyongyang / Moscow, Russia / Kyiv".</summary>
    public static string Write(Dateline dateline) => string.Join(" / ", dateline.Places.Select(p => p.Country is null ? p.Name : $"{p.Name}, {p.Country}"));

    /// <param name="typed">Strokes or line ends stand between places; the last comma of a place stands before its land.</param>
    /// <param name="before">The dateline as it was: a place that is typed as it stood there keeps where it lies and its page.</param>
    /// <returns>In the order typed, at most <see cref="MostPlaces"/>.</returns>
    public static IReadOnlyList<TypedPlace> Read(string? typed, Dateline before, KnownNames names) =>
    [
        .. (typed ?? "").Split(['/', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(CleanText.Line).Where(text => text.Any(char.IsLetter)).Take(MostPlaces)
            .Select(text => ReadOne(text, before, names)),
    ];

    private static TypedPlace ReadOne(string typed, Dateline before, KnownNames names)
    {
        if (before.Places.FirstOrDefault(p => p.Point is not null && Text(p) == typed) is { } known) return new TypedPlace(known, true, Told(known));
        var (name, land) = Split(typed);
        var located = DatelinePlaces.Locate(new NamedPlace(name, land, land), names);
        return new TypedPlace(located.Place, located.Doubt is null, located.Doubt ?? Told(located.Place));
    }

    private static string Text(DatelinePlace place) => place.Country is null ? place.Name : $"{place.Name}, {place.Country}";

    private static (string Name, string? Land) Split(string typed)
    {
        // "Washington, D.C." is one name, and so is what the gazetteer knows with its comma.
        var comma = typed.LastIndexOf(',');
        if (comma <= 0 || Gazetteer.Read(typed, null).Place is not null) return (typed, null);
        var land = typed[(comma + 1)..].Trim();
        return land.Length == 0 ? (typed[..comma].Trim(), null) : (typed[..comma].Trim(), land);
    }

    private static string Told(DatelinePlace place) => place.Point is { } point
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Name}: found at {Math.Abs(point.Latitude):0.0}° {(point.Latitude < 0 ? "S" : "N")}, {Math.Abs(point.Longitude):0.0}° {(point.Longitude < 0 ? "W" : "E")}")
        : $"{place.Name}: on no map";
}
