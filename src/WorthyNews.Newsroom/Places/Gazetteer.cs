using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Newsroom.Places;

/// <summary>Tells where a dateline's places lie, and when it does not know.</summary>
/// <remarks>
/// The same question has always the same answer, from any thread; the first one unpacks the table. Cities are GeoNames',
/// CC BY 4.0: <see cref="Attribution"/> stands wherever a map shows them.
/// </remarks>
public static class Gazetteer
{
    /// <summary>What the licence of the places asks us to say.</summary>
    public const string Attribution = "Places: GeoNames (geonames.org), CC BY 4.0, with changes.";

    private const int MaxNameChars = 200;

    // A name that has more people than this is used alone more often than not.
    private const int Metropolis = 500_000;

    // How many times larger the place must be than its largest namesake, to be what is meant.
    private const int TimesOfMetropolis = 10;
    private const int TimesOfCapital = 8;
    private const int TimesOfTown = 5;

    // A namesake below this does not stand in the way of a larger place.
    private const int SmallTown = 20_000;

    // A smaller namesake is not worth a sentence: beside a capital or metropolis (Moscow, Idaho has 25,000 people), and beside a town.
    private const int NotableBesideLarge = 25_000;
    private const int NotableBesideTown = 15_000;

    // Inside one country less is needed, for the reader has been told where to look.
    private const int TimesWithin = 3;

    /// <param name="name">As the copy has it, in any case, spelling or script.</param>
    /// <param name="within">The country, state or region that is printed after it; null when none is.</param>
    public static Whereabouts Read(string name, string? within)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.IsNullOrWhiteSpace(within)) within = null;
        var key = name.Length > MaxNameChars ? "" : PlaceKey.Of(name);
        if (key.Length == 0) return Unknown(name, within);

        var named = PlaceFinding.Named(key);
        if (PrintedLand.Read(within) is { } land) return ReadWithin(name, within!, Within(key, land));
        if (within is null && named.Count == 0 && name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && name[(comma + 1)..] is { Length: > 0 } rest)
            return Read(name[..comma], rest);

        var answer = named.Count == 0 ? Weaker(Choose(name, PlaceFinding.OtherwiseNamed(key)))
            : Overshadowing(named, key) is { Count: > 0 } larger ? PlaceDoubts.Undecided(name, [.. larger, .. named.Select(c => c.Place)])
            : Choose(name, named);
        if (answer.Place is null && answer.Others.Count == 0) return Unknown(name, within);
        // "MOSUL, NINEVEH": a region that is not known here says nothing against the name.
        return within is null ? answer : Weaker(answer);
    }

    /// <summary>All that has this name, countries and regions first and then the largest city; of those that share it within a region only the largest.</summary>
    internal static IReadOnlyList<GazetteerPlace> Named(string name) => [.. PlaceFinding.Named(PlaceKey.Of(name)).Select(c => c.Place).OrderByDescending(Rank).ThenByDescending(p => p.Population)];

    /// <summary>All that has this name, as its first or as another.</summary>
    internal static IReadOnlyList<GazetteerPlace> Called(string name) => PlaceKey.Of(name) is not { Length: > 0 and <= MaxNameChars } key ? []
        : [.. PlaceFinding.Named(key).Concat(PlaceFinding.OtherwiseNamed(key)).Select(c => c.Place).Distinct()];

    /// <summary>The cities around a point, the nearest first.</summary>
    internal static IEnumerable<GazetteerPlace> Around(GeoPoint point, double withinKm) => NearbyPlaces.Around(point, withinKm).Select(PlaceFinding.From);

    /// <summary>True when a place lies in a land that may be printed after it.</summary>
    internal static bool Lies(GazetteerPlace place, string within) => PrintedLand.Read(within)?.Holds(place) == true;

    /// <summary>What the house calls a place: "Cologne" for GeoNames' "Köln". Its slug is made of it.</summary>
    public static string HouseName(GazetteerPlace place) => HouseNames.Ours(place) ?? place.Name;

    /// <summary>Every city, in the order of the table.</summary>
    internal static IEnumerable<GazetteerPlace> Cities() => Enumerable.Range(0, PlaceTable.Present.Places).Select(at => PlaceFinding.From(PlaceTable.Present.PlaceAt(at)));

    /// <summary>ISO 3166-1 alpha-2 of a country, or of the one a state or region lies in; null when it is not known, or lies in several.</summary>
    public static string? CountryCode(string? land)
    {
        if (land is null) return null;
        var codes = Lands.Named(PlaceKey.Of(land.Split(',')[^1])).Select(l => l.Country).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return codes is [var code] ? code : null;
    }

    /// <summary>In English; null for a code that is null or nobody's.</summary>
    public static string? CountryName(string? code) => code is null ? null : Lands.Country(code)?.Name;

    /// <summary>True for the name of a large city that is no country's, state's or region's name.</summary>
    public static bool IsCity(string name)
    {
        var key = name.Length > MaxNameChars ? "" : PlaceKey.Of(name);
        return key.Length > 0 && Lands.Named(key).Count == 0
            && PlaceFinding.Named(key).Exists(c => c.Place.Kind == PlaceKind.Capital || c.Place.Population >= Metropolis / 5);
    }

    /// <summary>True for a country, state or region that may stand after a place's name.</summary>
    public static bool IsLand(string name) => name.Length <= MaxNameChars && PrintedLand.Read(name) is not null;

    /// <summary>True when places of this name lie in just one of the lands that are printed so: Georgia is a country and a state.</summary>
    public static bool IsInOneLand(string name, string land) => name.Length <= MaxNameChars && PrintedLand.Read(land) is { } printed
        && Within(PlaceKey.Of(name), printed).Select(c => c.Place.Country).Distinct(StringComparer.Ordinal).Take(2).Count() == 1;

    private static Whereabouts ReadWithin(string name, string within, List<Candidate> found)
    {
        if (found.Count == 0) return Unknown(name, within);

        var (first, rest) = Ranked(found);
        if (rest.Count == 0) return new Whereabouts(first.Place, Sureness.Sure, [], null);
        var isMeant = first.Reading != HouseReading.Known || first.Place.Population >= (long)TimesWithin * rest[0].Population;
        if (!isMeant) return PlaceDoubts.Undecided(name, [first.Place, .. rest]);
        var notable = rest.FindAll(p => p.Population >= NotableBesideLarge && p.Text != first.Place.Text);
        return notable.Count > 0 ? PlaceDoubts.Taken(name, first.Place, notable) : new Whereabouts(first.Place, Sureness.Likely, [], null);
    }

    private static List<Candidate> Within(string key, PrintedLand land)
    {
        var found = PlaceFinding.Named(key).FindAll(c => land.Holds(c.Place));
        return found.Count > 0 ? found : PlaceFinding.OtherwiseNamed(key).FindAll(c => land.Holds(c.Place));
    }

    private static Whereabouts Choose(string name, List<Candidate> candidates)
    {
        if (candidates.Count == 0) return new Whereabouts(null, Sureness.Doubtful, [], null);
        var (first, rest) = Ranked(candidates);
        var place = first.Place;
        if (rest.Count == 0 || first.Reading == HouseReading.Alone) return new Whereabouts(place, Sureness.Sure, [], null);

        var isLarge = IsLarge(place);
        if (first.Reading == HouseReading.Known && !Outweighs(place, rest[0], isLarge)) return PlaceDoubts.Undecided(name, [place, .. rest]);
        var notable = rest.FindAll(p => p.Population >= (place.Kind == PlaceKind.Country ? Metropolis : isLarge ? NotableBesideLarge : NotableBesideTown));
        if (notable.Count > 0) return PlaceDoubts.Taken(name, place, notable);
        return new Whereabouts(place, isLarge ? Sureness.Sure : Sureness.Likely, [], null);
    }

    private static bool Outweighs(GazetteerPlace place, GazetteerPlace next, bool isLarge)
    {
        if (place.Kind == PlaceKind.Country) return next.Kind != PlaceKind.Region;
        if (place.Kind == PlaceKind.Region) return next.Kind != PlaceKind.Region && next.Population < SmallTown;
        var times = place.Kind == PlaceKind.Capital ? TimesOfCapital : isLarge ? TimesOfMetropolis : TimesOfTown;
        var isNextSmall = next.Population < SmallTown;
        var isManyTimes = place.Population >= (long)times * next.Population;
        return isLarge ? isNextSmall || isManyTimes : isNextSmall && isManyTimes;
    }

    /// <summary>What the house means first, then countries, then regions, then the largest city.</summary>
    private static (Candidate First, List<GazetteerPlace> Others) Ranked(List<Candidate> candidates)
    {
        var ranked = candidates.OrderByDescending(c => c.Reading).ThenByDescending(c => Rank(c.Place)).ThenByDescending(c => c.Place.Population).ToList();
        return (ranked[0], [.. ranked.Skip(1).Select(c => c.Place).OrderByDescending(Rank).ThenByDescending(p => p.Population)]);
    }

    private static bool IsLarge(GazetteerPlace place) => place.Kind is PlaceKind.Capital or PlaceKind.Country || place.Population >= Metropolis;

    private static int Rank(GazetteerPlace place) => place.Kind switch
    {
        PlaceKind.Country => 2,
        PlaceKind.Region => 1,
        _ => 0,
    };

    /// <summary>The metropolis that has this name in another language, lest a village be taken for it: neither is the usual meaning.</summary>
    private static List<GazetteerPlace> Overshadowing(List<Candidate> named, string key)
    {
        // What the house or a land is called so is meant; a place nobody counts was put on the map by the house.
        if (named.Exists(c => c.Reading != HouseReading.Known || c.Place.Kind != PlaceKind.City || c.Place.Population == 0)) return [];
        var largest = named.Max(c => c.Place.Population);
        return [.. PlaceFinding.OtherwiseNamed(key).Select(c => c.Place).Where(p => IsLarge(p) && p.Population >= (long)TimesOfMetropolis * largest)];
    }

    private static Whereabouts Unknown(string name, string? within) => new(null, Sureness.Doubtful, [], PlaceDoubts.Unknown(name, within));

    private static Whereabouts Weaker(Whereabouts answer) => answer.Sureness == Sureness.Sure ? answer with { Sureness = Sureness.Likely } : answer;
}
