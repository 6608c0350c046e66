using System.Globalization;

namespace WorthyNews.Newsroom.Places;

/// <summary>The tables beside the table that people write: tabs between, <c>#</c> before a remark.</summary>
internal static class HandTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    public static Stream Open(string name) => typeof(HandTable).Assembly.GetManifestResourceStream("places/" + name)!;

    /// <summary>"46.7,-117.0"</summary>
    public static GeoPoint Point(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return new GeoPoint(double.Parse(text.AsSpan(0, comma), CultureInfo.InvariantCulture), double.Parse(text.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    }
}
