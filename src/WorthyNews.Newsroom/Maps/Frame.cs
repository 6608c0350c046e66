namespace WorthyNews.Newsroom.Maps;

/// <summary>What part of the world a map shows, and how large.</summary>
/// <param name="Projection">Of the sphere.</param>
/// <param name="Scale">Pixels to a radius of the earth.</param>
/// <param name="Origin">Where the projection's middle falls.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record Frame(Projection Projection, double Scale, Spot Origin, int Width, int Height)
{
    /// <summary>No dot comes nearer to an edge than this part of the side.</summary>
    public const double Edge = 0.06;

    public double KmPerPixel => Vector.EarthKm / Scale;

    public Box Box => new(0, 0, Width, Height);

    /// <summary>What is drawn: a little more, so that cut edges and their strokes stay out of sight.</summary>
    public Box Bleed => Box.Grown(12);

    public Spot On(Vector point) => On(Projection.On(point));

    public Spot On(Spot flat) => new(Origin.X + flat.X * Scale, Origin.Y + flat.Y * Scale);

    /// <summary>A cap that holds all that is drawn; null when that is the world.</summary>
    public (Vector Middle, double Radius)? Cap { get; } = Projection is Azimuthal azimuthal ? CapOf(azimuthal, Scale, Origin, Width, Height) : null;

    private static (Vector, double) CapOf(Azimuthal projection, double scale, Spot origin, int width, int height)
    {
        var middle = projection.Under(new((width / 2d - origin.X) / scale, (height / 2d - origin.Y) / scale));
        var corners = from x in new[] { -20d, width + 20 } from y in new[] { -20d, height + 20 }
            select projection.Under(new((x - origin.X) / scale, (y - origin.Y) / scale));
        return (middle, corners.Max(c => c.AngleTo(middle)) * 1.02 + 0.01);
    }

    /// <summary>Whether anything of an arc can be in sight.</summary>
    public bool Sees(Arc arc) => Cap is not var (middle, radius) || middle.AngleTo(arc.Middle) < radius + arc.Radius;
}
