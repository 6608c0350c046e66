namespace WorthyNews.Tests.Floorplan.Reading;

/// <summary>Walks from type to type, along what each mentions.</summary>
internal static class Ways
{
    /// <returns>The types on a shortest way, both ends among them; null when there is none.</returns>
    public static IReadOnlyList<string>? Shortest(IEnumerable<Mention> mentions, IEnumerable<string> from, IReadOnlyCollection<string> to)
    {
        var next = mentions.ToLookup(m => m.By, m => m.Name, StringComparer.Ordinal);
        var cameFrom = from.Distinct(StringComparer.Ordinal).ToDictionary(name => name, string? (_) => null, StringComparer.Ordinal);
        var waiting = new Queue<string>(cameFrom.Keys);
        while (waiting.TryDequeue(out var here))
        {
            if (to.Contains(here)) return WayTo(here, cameFrom);
            foreach (var name in next[here].Where(name => cameFrom.TryAdd(name, here))) waiting.Enqueue(name);
        }

        return null;
    }

    private static List<string> WayTo(string end, Dictionary<string, string?> cameFrom)
    {
        var way = new List<string>();
        for (var at = end; at is not null; at = cameFrom[at]) way.Insert(0, at);
        return way;
    }
}
