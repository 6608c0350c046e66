using WorthyNews.Newsroom.Places;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A point of the earth as a unit vector from its middle; needs no care at poles and at 180°.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    /// <summary>Mean radius of the earth.</summary>
    public const double EarthKm = 6371;

    public static Vector Of(GeoPoint point) => Of(point.Latitude, point.Longitude);

    public static Vector Of(double latitude, double longitude)
    {
        var (sinLat, cosLat) = Math.SinCos(latitude * Math.PI / 180);
        var (sinLon, cosLon) = Math.SinCos(longitude * Math.PI / 180);
        return new(cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    public double Latitude => Math.Asin(Math.Clamp(Z, -1, 1)) * 180 / Math.PI;

    public double Longitude => Math.Atan2(Y, X) * 180 / Math.PI;

    public GeoPoint Geo => new(Latitude, Longitude);

    public double Dot(Vector other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>In radians, 0 to π.</summary>
    public double AngleTo(Vector other) => Math.Acos(Math.Clamp(Dot(other), -1, 1));

    public double Length => Math.Sqrt(Dot(this));

    public Vector Unit() => Length is var length and > 1e-12 ? this * (1 / length) : new(1, 0, 0);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator *(Vector a, double by) => new(a.X * by, a.Y * by, a.Z * by);

    /// <summary>A part of the way from this point to another, along the great circle's chord.</summary>
    public Vector Towards(Vector other, double part) => (this * (1 - part) + other * part).Unit();
}

/// <summary>A point of a drawing, y down.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public Spot Towards(Spot other, double part) => new(X + (other.X - X) * part, Y + (other.Y - Y) * part);

    public double DistanceTo(Spot other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
