namespace WorthyNews.Newsroom.Places;

/// <summary>A place that a name could mean.</summary>
internal readonly record struct Candidate(GazetteerPlace Place, HouseReading Reading);

/// <summary>Gathers what a name could mean from the table, the lands and the house's own names.</summary>
internal static class PlaceFinding
{
    // A city of this size is meant sooner than the state that shares its name: New York, Delhi, Victoria.
    private const int LargerThanItsRegion = 50_000;

    /// <summary>All that has this name as its first one, or that the house calls so.</summary>
    public static List<Candidate> Named(string key)
    {
        List<Candidate> found = [.. HouseNames.Named(key).Select(h => new Candidate(h.Place, h.Reading))];
        var cities = PlaceTable.Present.Named(key).Select(From).ToList();
        found.AddRange(cities.Select(city => new Candidate(city, HouseReading.Known)));
        var hasCity = found.Exists(c => c.Place.Kind == PlaceKind.Capital || c.Place.Population >= LargerThanItsRegion);
        foreach (var land in Lands.Named(key))
        {
            // "Luxembourg" and "Singapore" are filed from the city.
            var isCity = land.Admin.Length == 0 ? found.Exists(c => c.Place.Kind == PlaceKind.Capital && c.Place.Country == land.Country) : hasCity;
            if (!isCity) found.Add(new Candidate(From(land), HouseReading.Known));
        }

        return [.. found.OrderByDescending(c => c.Reading).DistinctBy(c => (c.Place.Text, c.Place.Kind == PlaceKind.Country))];
    }

    /// <summary>All that has this name in another language or script, or had it once.</summary>
    public static List<Candidate> OtherwiseNamed(string key) =>
        [.. PlaceTable.Present.OtherwiseNamed(key).Select(p => new Candidate(From(p), HouseReading.Known)).OrderByDescending(c => c.Place.Population).DistinctBy(c => c.Place.Text)];

    public static GazetteerPlace From(PlaceRow line)
    {
        var place = DisputedPlaces.Placed(line);
        var kind = place.IsCapital ? PlaceKind.Capital : PlaceKind.City;
        var (code, country, region) = DisputedPlaces.Find(place.Country, place.Region, place.Name) is { } label
            ? (label.Code, label.Label, null)
            : (place.Country, Lands.Country(place.Country)?.Name, Lands.Region(place.Country, place.Region)?.Name);
        return new GazetteerPlace(place.Name, code, country, region, place.Point, place.Population, kind) { Country = place.Country, Admin = place.Region };
    }

    private static GazetteerPlace From(Land land)
    {
        if (land.Admin.Length == 0) return new GazetteerPlace(land.Name, land.Country, land.Name, null, land.Point, 0, PlaceKind.Country) { Country = land.Country };
        var (code, country) = DisputedPlaces.Find(land.Country, land.Admin, "") is { } label
            ? (label.Code, label.Label == land.Name ? null : label.Label)
            : (land.Country, Lands.Country(land.Country)!.Name);
        return new GazetteerPlace(land.Name, code, country, null, land.Point, 0, PlaceKind.Region) { Country = land.Country, Admin = land.Admin };
    }
}
