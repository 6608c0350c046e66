using System.IO.Compression;
using System.Text;

namespace WorthyNews.Newsroom.Maps;

/// <summary>A line of coast or border between two knots, or a whole island.</summary>
/// <param name="Near">All its points, 445 m apart at least.</param>
/// <param name="Far">Those that matter on a map of half a continent; the first and the last are the same as of <paramref name="Near"/>.</param>
/// <param name="Start">A key of its first knot; equal keys are the same point.</param>
/// <param name="End">A key of its last knot.</param>
internal sealed record Arc(Vector[] Near, Vector[] Far, long Start, long End)
{
    /// <summary>A cap that holds all its points.</summary>
    public Vector Middle { get; } = Sum(Far).Unit();

    /// <summary>Of the cap, in radians.</summary>
    public double Radius => field is 0 ? field = Math.Acos(Math.Clamp(Near.Min(p => p.Dot(Middle)), -1, 1)) : field;

    /// <summary>The few points that matter on a map of the world; made when first asked for.</summary>
    public Vector[] World => field ??= Thinned(WorldKm2);

    private static Vector Sum(Vector[] points)
    {
        var sum = default(Vector);
        foreach (var point in points) sum += point;
        return sum;
    }

    private const double WorldKm2 = 150;

    private Vector[] Thinned(double km2)
    {
        var projection = new Azimuthal(Middle);
        var weights = Thinning.Weights(Array.ConvertAll(Far, projection.On));
        return [.. Far.Where((_, i) => weights[i] * Vector.EarthKm * Vector.EarthKm >= km2)];
    }
}

/// <summary>One way along an arc.</summary>
/// <param name="Arc">Its number in the atlas.</param>
/// <param name="Backwards">From its end to its start.</param>
internal readonly record struct Leg(int Arc, bool Backwards)
{
    public Leg Back => new(Arc, !Backwards);
}

/// <summary>A country, or a piece of land whose country is in question, as Natural Earth draws it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, or a key of ours with a hyphen ("UA-43", "X-SIA").</param>
/// <param name="Name">English.</param>
/// <param name="Rings">Closed; holes are rings too.</param>
internal sealed record AtlasUnit(string Code, string Name, IReadOnlyList<Leg[]> Rings);

/// <summary>Reads the file that Atlas/make-atlas.mjs writes.</summary>
internal sealed class AtlasFile
{
    private readonly byte[] bytes;
    private int at;

    private AtlasFile(byte[] bytes) => this.bytes = bytes;

    public static (IReadOnlyList<AtlasUnit> Units, IReadOnlyList<Arc> Arcs) Read()
    {
        using var packed = typeof(AtlasFile).Assembly.GetManifestResourceStream("atlas.bin.br")
            ?? throw new InvalidOperationException("The atlas is not in the program.");
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return new AtlasFile(unpacked.ToArray()).ReadAll();
    }

    private (IReadOnlyList<AtlasUnit>, IReadOnlyList<Arc>) ReadAll()
    {
        if (!bytes.AsSpan(0, 4).SequenceEqual("WNA1"u8))
            throw new InvalidDataException("The atlas begins with other bytes than WNA1.");
        at = 4;
        var grid = Number();
        var units = Many(() => new AtlasUnit(Text(), Text(), Many(() => Many(ReadLeg))));
        var counts = Many(Number);
        return (units, ReadArcs(counts, grid));
    }

    private Arc[] ReadArcs(int[] counts, int grid)
    {
        var steps = new (int X, int Y)[counts.Sum()];
        var (x, y, around) = (0, 0, 360 * grid);
        for (var i = 0; i < steps.Length; i++)
        {
            x += Signed();
            y += Signed();
            x = x > around / 2 ? x - around : x <= -around / 2 ? x + around : x;
            steps[i] = (x, y);
        }

        var arcs = new Arc[counts.Length];
        for (int number = 0, first = 0; number < arcs.Length; first += counts[number++])
        {
            var near = new Vector[counts[number]];
            var far = new List<Vector>();
            for (var i = 0; i < near.Length; i++)
            {
                var point = first + i;
                near[i] = Vector.Of((double)steps[point].Y / grid, (double)steps[point].X / grid);
                if ((bytes[at + point / 8] >> point % 8 & 1) != 0) far.Add(near[i]);
            }
            arcs[number] = new(near, [.. far], Key(steps[first]), Key(steps[first + near.Length - 1]));
        }
        return arcs;
    }

    private static long Key((int X, int Y) step) => (long)step.X << 32 | (uint)step.Y;

    private Leg ReadLeg() => Number() is var n ? new(n >> 1, (n & 1) != 0) : default;

    private T[] Many<T>(Func<T> read)
    {
        var all = new T[Number()];
        for (var i = 0; i < all.Length; i++) all[i] = read();
        return all;
    }

    private string Text()
    {
        var length = Number();
        var text = Encoding.UTF8.GetString(bytes, at, length);
        at += length;
        return text;
    }

    private int Signed() => Number() is var n && (n & 1) == 0 ? n >> 1 : -(n >> 1) - 1;

    private int Number()
    {
        for (int number = 0, shift = 0; ; shift += 7)
        {
            var one = bytes[at++];
            number |= (one & 127) << shift;
            if (one < 128) return number;
        }
    }
}
