namespace WorthyNews.Newsroom.Maps;

/// <summary>From the sphere to a plane; lengths in radii of the earth, y down.</summary>
internal abstract class Projection
{
    /// <summary>Where a point falls.</summary>
    public abstract Spot On(Vector point);

    /// <summary>A ring as rings of the plane: cut where the plane ends, empty when nothing of it is seen.</summary>
    public abstract IEnumerable<List<Spot>> Ring(IReadOnlyList<Vector> ring);

    /// <summary>A line, cut likewise.</summary>
    public abstract IEnumerable<List<Spot>> Line(IReadOnlyList<Vector> line);
}
