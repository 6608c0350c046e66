using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace WorthyNews.Newsroom.Places;

/// <summary>A line of the table, as GeoNames has it.</summary>
/// <param name="Region">Its admin1 code there; may be empty.</param>
internal readonly record struct PlaceRow(string Name, string Country, string Region, GeoPoint Point, int Population, bool IsCapital);

/// <summary>The cities of the world: <c>places.br</c>, unpacked at the first question and searched where it lies, a few megabytes.</summary>
/// <remarks>
/// Lines, all sorted by key: first the places, of which only the name is written and not its key, then the other names, each
/// with the numbers of its places.
/// </remarks>
internal sealed class PlaceTable
{
    private const int ExpectedBytes = 1 << 22;

    private static readonly Lazy<PlaceTable> Unpacked = new(Unpack);

    private readonly ReadOnlyMemory<byte> text;
    private readonly int[] starts;
    private readonly int places;

    private PlaceTable(ReadOnlyMemory<byte> text)
    {
        this.text = text;
        var lines = text.Span;
        var head = Encoding.UTF8.GetString(lines[..lines.IndexOf((byte)'\n')]).Split(' ');
        places = int.Parse(head[0], CultureInfo.InvariantCulture);
        var names = int.Parse(head[1], CultureInfo.InvariantCulture);
        starts = new int[places + names + 1];
        var at = 0;
        for (var line = 0; line < places + names; line++)
        {
            at += lines[at..].IndexOf((byte)'\n') + 1;
            starts[line] = at;
        }

        starts[^1] = lines.Length + 1;
    }

    public static PlaceTable Present => Unpacked.Value;

    public int Places => places;

    /// <summary>The places of this name, the largest first.</summary>
    public IReadOnlyList<PlaceRow> Named(string key)
    {
        var wanted = Encoding.UTF8.GetBytes(key);
        var found = new List<PlaceRow>();
        for (var line = FirstNotBelow(wanted, 0, places, PlaceKeyAt); line < places && PlaceKeyAt(line).SequenceEqual(wanted); line++) found.Add(PlaceAt(line));
        return found;
    }

    /// <summary>The places that have this name besides their first one: in other languages, in other scripts, of old.</summary>
    public IReadOnlyList<PlaceRow> OtherwiseNamed(string key)
    {
        var wanted = Encoding.UTF8.GetBytes(key);
        var line = FirstNotBelow(wanted, places, starts.Length - 1, NameKeyAt);
        if (line == starts.Length - 1 || !NameKeyAt(line).SequenceEqual(wanted)) return [];
        return [.. Fields(line)[1].Split(' ').Select(number => PlaceAt(int.Parse(number, CultureInfo.InvariantCulture)))];
    }

    public PlaceRow PlaceAt(int line)
    {
        var fields = Fields(line);
        var point = new GeoPoint(Hundredths(fields[3]), Hundredths(fields[4]));
        return new PlaceRow(fields[0], fields[1], fields[2], point, int.Parse(fields[5], CultureInfo.InvariantCulture), fields[6] == "C");
    }

    private static PlaceTable Unpack()
    {
        using var packed = HandTable.Open("places.br");
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream(ExpectedBytes);
        unpacking.CopyTo(unpacked);
        return new PlaceTable(unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length));
    }

    private static int FirstNotBelow(ReadOnlySpan<byte> wanted, int from, int to, Func<int, byte[]> keyAt)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (keyAt(middle).AsSpan().SequenceCompareTo(wanted) < 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private byte[] PlaceKeyAt(int line) => Encoding.UTF8.GetBytes(PlaceKey.Of(Encoding.UTF8.GetString(FirstField(line))));

    private byte[] NameKeyAt(int line) => FirstField(line).ToArray();

    private ReadOnlySpan<byte> FirstField(int line)
    {
        var whole = Line(line);
        return whole[..whole.IndexOf((byte)'\t')];
    }

    private string[] Fields(int line) => Encoding.UTF8.GetString(Line(line)).Split('\t');

    private ReadOnlySpan<byte> Line(int line) => text.Span[starts[line]..(starts[line + 1] - 1)];

    private static double Hundredths(string number) => int.Parse(number, CultureInfo.InvariantCulture) / 100.0;
}
