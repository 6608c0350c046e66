using System.Globalization;

namespace WorthyNews.Bench;

/// <summary>Prints what the rounds found.</summary>
internal static class Report
{
    /// <summary>A large house may take this many times what a small one takes.</summary>
    private const double MostRatio = 1.5;

    public static void Print(IReadOnlyList<Row> rows, IReadOnlyList<int> sizes, int rounds)
    {
        Console.WriteLine();
        Console.WriteLine($"Median of {rounds} rounds, one reader, keep-alive; body in KB");
        Console.WriteLine();
        WriteLine("page", sizes.Select(s => (string.Create(CultureInfo.InvariantCulture, $"{s:N0}: ms"), "KB")), "ratio");
        WriteLine("---", sizes.Select(_ => ("---:", "---:")), "---:");
        foreach (var row in rows)
        {
            var mark = row.Ratio > MostRatio ? $" over {Number(MostRatio, "0.0")}" : "";
            WriteLine(row.Page, row.Milliseconds.Zip(row.Bytes, (ms, bytes) => (Number(ms, "0.00"), Number(bytes / 1024.0, "0"))), Number(row.Ratio, "0.00") + mark);
        }
    }

    private static void WriteLine(string page, IEnumerable<(string Milliseconds, string Kilobytes)> houses, string ratio)
    {
        var cells = houses.Select(h => $"{h.Milliseconds,12} | {h.Kilobytes,5}");
        Console.WriteLine($"| {page,-18} | {string.Join(" | ", cells)} | {ratio,6} |");
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
