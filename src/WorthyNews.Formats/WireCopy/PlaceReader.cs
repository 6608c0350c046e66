using System.Text.RegularExpressions;

namespace WorthyNews.Formats.WireCopy;

/// <summary>What stands before the agency of a dateline.</summary>
/// <param name="IsInCapitals">The names are in capitals as a dateline has them; true when there are none.</param>
internal sealed record PlaceReading(
    IReadOnlyList<Read<WirePlace>> Places, Read<string>? Day, bool IsInCapitals, IReadOnlyList<string> Doubts);

/// <summary>Reads "KYIV/MOSCOW", "BUDAPEST, HUNGARY", "ROME, July 12" and the like.</summary>
internal static class PlaceReader
{
    private const int MaxNameLength = 40;
    private const int MaxNameWords = 5;
    private const string Months =
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        + "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";

    private const string Weekdays = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

    // The text is a bounded piece of one line; the engine is linear all the same.
    private static readonly Regex DayAtEnd = new(
        $@"(^|[\s,])\s*(?<day>({Weekdays})|(({Weekdays}),?\s+)?"
        + $@"(({Months})\.?\s+\d{{1,2}}(st|nd|rd|th)?|\d{{1,2}}\s+({Months})\.?)(,?\s+\d{{4}})?)[\s,]*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The places in a part of a line; null when it holds something else.</summary>
    public static PlaceReading? Find(CopyLine line, int start, int length, WireCopyHints hints)
    {
        var text = line.Text.Substring(start, length);
        Read<string>? day = null;
        if (DayAtEnd.Match(text) is { Success: true } match)
        {
            var asWritten = match.Groups["day"];
            day = new Read<string>(Wording.Plain(asWritten.Value), Sureness.Sure, line.SourceOf(start + asWritten.Index, asWritten.Length));
            text = text[..match.Index];
        }

        var places = new List<Read<WirePlace>>();
        var doubts = new List<string>();
        var isInCapitals = true;
        if (text.AsSpan().Trim(" \t\u00A0,").IsEmpty) return new PlaceReading(places, day, isInCapitals, doubts);

        foreach (var (at, end, isListed) in Parts(text).SelectMany(part => Cities(text, part.At, part.End, hints)))
        {
            if (!IsName(text.AsSpan(at, end - at).Trim())) return null;
            var part = text[at..end];
            var comma = part.IndexOf(',', StringComparison.Ordinal);
            isInCapitals &= Wording.IsInCapitals(WithoutMc(comma < 0 ? part : part[..comma]));
            var (place, sureness) = PlaceIn(part, comma, hints, doubts);
            places.Add(new Read<WirePlace>(place, isListed ? Sureness.Likely : sureness, SourceIn(line, start + at, part)));
        }

        return new PlaceReading(places, day, isInCapitals, doubts);
    }

    private static string SourceIn(CopyLine line, int start, string part)
    {
        var leading = part.Length - part.AsSpan().TrimStart(" \t\u00A0,").Length;
        return line.SourceOf(start + leading, part.AsSpan().Trim(" \t\u00A0,").Length);
    }

    // "A/B", "A; B", "A and B", "A & B"; a country with "and" in its name is in capitals, or stands after a comma.
    private static IEnumerable<(int At, int End)> Parts(string text)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = text[i] is '/' or ';' or '&' ? 1
                : text[i] == 'a' && Wording.HasWordsAt(text, i, "and") && !CountryNames.IsCountry(AfterComma(text[at..])) ? 3
                : 0;
            if (length == 0) continue;
            yield return (at, i);
            at = i + length;
        }

        yield return (at, text.Length);
    }

    // "MOSCOW, KYIV": where commas part nothing but cities, each is a place; else a comma stands before a country.
    private static List<(int At, int End, bool IsListed)> Cities(string text, int at, int end, WireCopyHints hints)
    {
        var cities = text[at..end].Split(',');
        var areCities = cities.Length > 1 && hints.IsCity is { } isCity
            && Array.TrueForAll(cities, city => IsName(city.AsSpan().Trim()) && Wording.IsInCapitals(city) && isCity(Wording.Plain(city)));
        if (!areCities) return [(at, end, false)];
        var starts = new List<(int At, int End, bool IsListed)>();
        foreach (var city in cities)
        {
            starts.Add((at, at + city.Length, true));
            at += city.Length + 1;
        }

        return starts;
    }

    private static string AfterComma(string text) => Wording.Plain(text.AsSpan(text.IndexOf(',', StringComparison.Ordinal) + 1));

    private static (WirePlace Place, Sureness Sureness) PlaceIn(string part, int comma, WireCopyHints hints, List<string> doubts)
    {
        var whole = PlaceNames.InNormalCase(Wording.Plain(part.AsSpan().Trim(" \t\u00A0,")));
        if (comma < 0) return (new WirePlace(whole, null), Sureness.Sure);

        var name = PlaceNames.InNormalCase(Wording.Plain(part.AsSpan(0, comma)));
        var second = Wording.Plain(part.AsSpan(comma + 1).Trim(" \t\u00A0,"));
        var country = PlaceNames.InNormalCase(second);
        if (second.Length == 0) return (new WirePlace(whole, null), Sureness.Sure);
        if (country.Replace(".", "", StringComparison.Ordinal) is "DC") return (new WirePlace(name + ", D.C.", null), Sureness.Sure);
        if (CountryNames.IsAmbiguous(country))
        {
            if (hints.IsInOneLand?.Invoke(name, country) == true) return (new WirePlace(name, country), Sureness.Sure);
            doubts.Add($"{Doubts.Quote(whole)} may be the country or the state of the United States; the country was taken.");
            return (new WirePlace(name, country), Sureness.Likely);
        }

        if (CountryNames.IsState(country)) return (new WirePlace(name, CountryNames.UnitedStates) { Region = country }, Sureness.Sure);
        if (CountryNames.IsCountry(country) || hints.IsLand?.Invoke(country) == true) return (new WirePlace(name, country), Sureness.Sure);
        doubts.Add($"{Doubts.Quote(country)} after {name} was taken for a country.");
        return (new WirePlace(name, country), Sureness.Likely);
    }

    /// <summary>A few words with capitals: letters, dots, hyphens and apostrophes, with one comma at most.</summary>
    private static bool IsName(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \t\u00A0,");
        if (text.IsEmpty || text.Length > 2 * MaxNameLength || text.Count(',') > 1 || !char.IsLetter(text[0])) return false;
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsLetter(letter) || char.IsSurrogate(letter) || Wording.IsMark(letter)) letters++;
            else if (!IsBetweenLetters(letter)) return false;
        }

        // "AMSTERDAM , NETHERLANDS": a comma may stand apart.
        var words = Wording.Plain(text).Replace(" ,", ",", StringComparison.Ordinal).Split(' ');
        return letters > 1 && words.Length <= 2 * MaxNameWords && !char.IsLower(text[0])
            && words.All(word => char.IsLetter(word[0]) && (!char.IsLower(word[0]) || PlaceNames.IsSmallWord(word)));
    }

    private static bool IsBetweenLetters(char letter) =>
        char.IsWhiteSpace(letter) || Wording.IsDash(letter) || letter is '.' or ',' or '\'' or '’' or '‘' or '`';

    private static string WithoutMc(string name) => name.Replace("Mc", "MC", StringComparison.Ordinal);
}
