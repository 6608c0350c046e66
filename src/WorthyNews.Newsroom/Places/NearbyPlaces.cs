namespace WorthyNews.Newsroom.Places;

/// <summary>Finds the cities of the table by where they lie. The first question sorts them into squares of a degree.</summary>
internal static class NearbyPlaces
{
    private const double KmOfDegree = 111.2;

    private static readonly Lazy<ILookup<(int North, int East), int>> Squares = new(() =>
        Enumerable.Range(0, PlaceTable.Present.Places).ToLookup(line => SquareOf(PlaceTable.Present.PlaceAt(line).Point)));

    /// <summary>The nearest first.</summary>
    /// <param name="withinKm">At most 500.</param>
    public static IReadOnlyList<PlaceRow> Around(GeoPoint point, double withinKm)
    {
        var north = withinKm / KmOfDegree;
        var furthest = Math.Min(89.9, Math.Abs(point.Latitude) + north);
        var east = Math.Min(180, north / Math.Cos(furthest * Math.PI / 180));
        var (bottom, top) = ((int)Math.Floor(point.Latitude - north), (int)Math.Floor(point.Latitude + north));
        var (left, right) = ((int)Math.Floor(point.Longitude - east), (int)Math.Floor(point.Longitude + east));
        var found =
            from latitude in Enumerable.Range(bottom, top - bottom + 1)
            from longitude in Enumerable.Range(left, Math.Min(360, right - left + 1))
            from line in Squares.Value[(latitude, Around360(longitude))]
            let place = PlaceTable.Present.PlaceAt(line)
            let km = place.Point.KmTo(point)
            where km <= withinKm
            orderby km, line
            select place;
        return [.. found];
    }

    private static (int North, int East) SquareOf(GeoPoint point) => ((int)Math.Floor(point.Latitude), Around360((int)Math.Floor(point.Longitude)));

    private static int Around360(int degrees) => (degrees % 360 + 360) % 360;
}
