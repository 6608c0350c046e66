using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Newsroom.Places;

/// <summary>What is said to the desk when a name could mean more than one place, or none.</summary>
internal static class PlaceDoubts
{
    private const int MaxSaid = 5;
    private const int MaxQuotedChars = 60;

    public static Whereabouts Taken(string name, GazetteerPlace place, List<GazetteerPlace> others)
    {
        var hint = others[0].Within is { } within ? $" Write “{Quoted(name)}, {within}” if that is meant." : "";
        return new Whereabouts(place, Sureness.Likely, others, $"“{Quoted(name)}” was read as {place.Text}; there is also {List(others, "and")}.{hint}");
    }

    public static Whereabouts Undecided(string name, List<GazetteerPlace> places)
    {
        var hint = places.Where(p => p.Within != p.Name).Select(p => p.Within).FirstOrDefault(w => w is not null) is { } within ? $", as in “{Quoted(name)}, {within}”" : "";
        return new Whereabouts(null, Sureness.Doubtful, places, $"“{Quoted(name)}” could be {List(places, "or")}. It is on no map until the dateline says which{hint}.");
    }

    public static string Unknown(string name, string? within) =>
        $"“{Quoted(name)}”{(within is null ? "" : $" in {Quoted(within)}")} is not in our gazetteer, so it is on no map.";

    private static string List(List<GazetteerPlace> places, string joint)
    {
        // A capital is said however few people it has: Hamilton on Bermuda, Victoria of the Seychelles.
        var chosen = places.OrderByDescending(p => p.Kind == PlaceKind.Capital).Take(MaxSaid).ToHashSet();
        List<string> said = [.. places.Where(chosen.Contains).Select(p => p.Text)];
        if (places.Count > MaxSaid) said.Add($"{places.Count - MaxSaid} more");
        return said.Count == 1 ? said[0] : $"{string.Join("; ", said[..^1])}; {joint} {said[^1]}";
    }

    private static string Quoted(string text)
    {
        var name = text.Trim();
        if (name.Length <= MaxQuotedChars) return name;
        return name[..(char.IsHighSurrogate(name[MaxQuotedChars - 1]) ? MaxQuotedChars - 1 : MaxQuotedChars)] + "…";
    }
}
