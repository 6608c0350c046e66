namespace WorthyNews.Tests.Floorplan;

/// <summary>A rule for all of src; a failure lists every place that breaks it, whole.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> broken)
    {
        var all = broken.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{rule}:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
