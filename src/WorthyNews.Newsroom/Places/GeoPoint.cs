namespace WorthyNews.Newsroom.Places;

/// <summary>A point on the earth, WGS 84.</summary>
/// <param name="Latitude">Degrees, −90 to 90, north positive.</param>
/// <param name="Longitude">Degrees, −180 to 180, east positive.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthKm = 6371.0088;

    /// <summary>Along the ground of a round earth, which is right to half a per cent.</summary>
    public double KmTo(GeoPoint other)
    {
        var (north, east) = (Math.Sin(Radians(other.Latitude - Latitude) / 2), Math.Sin(Radians(other.Longitude - Longitude) / 2));
        var part = north * north + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * east * east;
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(part)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
