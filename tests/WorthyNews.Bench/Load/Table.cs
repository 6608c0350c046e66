using System.Globalization;

namespace WorthyNews.Bench.Load;

/// <summary>What was measured beside what was wanted, as a table in Markdown.</summary>
internal sealed class Table
{
    private readonly List<string> rows = [];

    /// <param name="isMet">Null where nothing was wanted.</param>
    public void Add(string what, string measured, string target, bool? isMet)
    {
        var verdict = isMet switch { true => "met", false => "**missed**", null => "" };
        rows.Add($"| {what} | {measured} | {target} | {verdict} |");
        Console.WriteLine(rows[^1]);
    }

    /// <param name="most">Or less is what was wanted.</param>
    public void AtMost(string what, double value, double most, string unit) =>
        Add(what, Text($"{value:0.###}{unit}"), Text($"≤ {most:0.##}{unit}"), value <= most);

    public void Print(string head)
    {
        Console.WriteLine();
        Console.WriteLine(head);
        Console.WriteLine();
        Console.WriteLine("| what | measured | target | |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var row in rows) Console.WriteLine(row);
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
