using System.Buffers;

namespace WorthyNews.Formats.WireCopy;

/// <param name="HasBy">The line starts with "By".</param>
/// <param name="IsStrong">"By" with a role, agency or desk, or a role at the agency: hardly a headline.</param>
internal sealed record BylineReading(
    IReadOnlyList<Read<WireByline>> Bylines, Read<string>? Bureau, bool HasBy, bool IsStrong, IReadOnlyList<string> Doubts);

/// <summary>Reads a credit line: who wrote it, as what, and from where.</summary>
internal static class BylineReader
{
    private const int MaxLength = 240;
    private const int MaxPeople = 8;
    private const int MaxRoleLineLength = 80;
    private const int MaxUnknownLength = 120;
    private const string With = " with ";

    private static readonly SearchValues<char> NeverInCredit = SearchValues.Create("()[]{}<>?!");
    private static readonly SearchValues<char> NeverWithoutBy = SearchValues.Create("()[]{}<>?!\"“”");
    private static readonly string[] Separators = [" and ", " & ", " with additional reporting by ", " with reporting by ", " with "];

    /// <summary>The people in the first <paramref name="length"/> characters of the line; null when they are no credit.</summary>
    public static BylineReading? Find(CopyLine line, int length, WireCopyHints hints)
    {
        if (length > MaxLength) return null;
        var source = line.SourceOf(0, line.Text.AsSpan(0, length).TrimEnd().Length);
        var text = Wording.Plain(line.Text.AsSpan(0, length)).TrimEnd(' ', ',', ';', ':', '-', '–', '—');
        text = WithBareAgency(text, hints);
        var by = BylineWords.LengthOfBy(text);
        if (text.AsSpan().ContainsAny(by > 0 ? NeverInCredit : NeverWithoutBy)) return null;
        var people = People(text[by..], hints);
        if (people is null || people.Count == 0) return null;

        var isStrong = by > 0
            ? people.Any(person => person.SaysRole || person.SaysAgency)
            : people.All(person => person.SaysAgency && person.SaysRole && !person.Byline.IsDesk && IsWholeName(person));
        if (by == 0 && !isStrong && !people.All(IsPlausibleWithoutBy)) return null;

        var bureau = people.Select(person => person.Bureau).FirstOrDefault(found => found is not null);
        return new BylineReading(
            [.. people.Select(person => new Read<WireByline>(person.Byline, SurenessOf(person, by > 0), source))],
            bureau is null ? null : bureau with { Source = SourceOfBureau(line, length, bureau.Source) },
            by > 0,
            isStrong,
            [.. people.SelectMany(person => DoubtsAbout(person, by > 0))]);
    }

    /// <summary>A line that starts with "By" and can hardly be anything but a credit.</summary>
    public static bool IsBy(CopyLine line, WireCopyHints hints) => Find(line, line.Text.Length, hints) is { HasBy: true, IsStrong: true };

    /// <summary>A doubtful byline of all that follows "By", for a line above the lead that is a credit of an unknown shape.</summary>
    public static BylineReading? FindUnknown(CopyLine line)
    {
        var text = Wording.Plain(line.Text);
        var by = BylineWords.LengthOfBy(text);
        if (by == 0 || text.Length > MaxUnknownLength || Wording.EndsSentence(text) || !char.IsUpper(text[by])) return null;
        var byline = new Read<WireByline>(
            new WireByline(text[by..], null, null, null, IsDesk: false), Sureness.Doubtful, line.Source);
        string[] doubts = [$"The byline {Doubts.Quote(line.Text)} was not understood."];
        return new BylineReading([byline], null, HasBy: true, IsStrong: false, doubts);
    }

    /// <summary>Joins a credit and the role on the line below it: "By NAME", "Worthy News Europe Bureau Chief".</summary>
    /// <returns>The same lines, in their order, some of them joined; only the first few are looked at.</returns>
    public static List<CopyLine> WithRolesJoined(List<CopyLine> lines, int first, WireCopyHints hints)
    {
        for (var i = 0; i + 1 < Math.Min(lines.Count, first); i++)
        {
            var credit = Find(lines[i], lines[i].Text.Length, hints);
            if (credit is not { IsStrong: false, Bylines: [{ Value.Role: null }] } || (i == 0 && !credit.HasBy)) continue;
            if (!IsRoleLine(lines[i + 1].Text, hints)) continue;
            var joined = CopyLine.Join([lines[i], lines[i + 1]]);
            if (Find(joined, joined.Text.Length, hints) is not { IsStrong: true, Bylines.Count: 1 }) continue;
            return [.. lines[..i], joined, .. lines[(i + 2)..]];
        }

        return lines;
    }

    private static bool IsRoleLine(string text, WireCopyHints hints) =>
        text.Length <= MaxRoleLineLength && BylineWords.LengthOfBy(text) == 0
        && (BylineWords.EndsRole(text) || Wording.HasWordsAt(text, 0, hints.Agency)
            || text.EndsWith(hints.Agency, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlausibleWithoutBy(PersonReading person) =>
        person.Byline.IsDesk ? person.SaysAgency : IsWholeName(person) && (person.Byline.Role is null || person.SaysRole);

    private static Sureness SurenessOf(PersonReading person, bool hasBy)
    {
        var isWhole = person.Byline.IsDesk || IsWholeName(person);
        if (!isWhole) return Sureness.Doubtful;
        if (hasBy && (person.SaysRole || person.Byline.Role is null)) return Sureness.Sure;
        return person.SaysRole || person.SaysAgency || hasBy ? Sureness.Likely : Sureness.Doubtful;
    }

    // "(Worthy News)" and "Worthy News’s" are the agency's name too.
    private static string WithBareAgency(string text, WireCopyHints hints)
    {
        if (hints.Agency.Length == 0) return text;
        text = text.Replace($"({hints.Agency})", hints.Agency, StringComparison.OrdinalIgnoreCase);
        foreach (var ending in (ReadOnlySpan<string>)["’s ", "'s ", "’ ", "' "])
            text = text.Replace(hints.Agency + ending, hints.Agency + " ", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static bool IsWholeName(PersonReading person) => person.Byline.Name.Contains(' ', StringComparison.Ordinal);

    private static IEnumerable<string> DoubtsAbout(PersonReading person, bool hasBy)
    {
        var (byline, bureau) = (person.Byline, person.Bureau);
        if (!hasBy)
            yield return $"The byline {Doubts.Quote(byline.Name)} does not start with “By”.";
        if (!byline.IsDesk && !IsWholeName(person))
            yield return $"The byline {Doubts.Quote(byline.Name)} is a single name.";
        if (byline.Role is not null && !person.SaysRole)
            yield return $"{Doubts.Quote(byline.Role)} was taken for the role of {byline.Name}.";
        if (bureau is { Sureness: Sureness.Likely })
            yield return $"The {bureau.Value} bureau was taken from the role of {byline.Name}.";
        if (bureau is { Sureness: Sureness.Doubtful })
            yield return $"The house has no bureau called {Doubts.Quote(bureau.Value)}.";
    }

    /// <summary>Everybody the credit names; null when a part of it is no person or desk.</summary>
    private static List<PersonReading>? People(string credit, WireCopyHints hints)
    {
        var reader = new PersonReader(hints);
        var parts = Parts(credit, hints);
        if (parts.Count > MaxPeople) return null;
        var people = new List<PersonReading>();
        foreach (var (part, _) in parts)
        {
            if (reader.Find(part) is not { } person) return null;
            people.Add(person);
        }

        ShareWhatIsSaidOfAll(people, parts);
        return people;
    }

    // "A and B reporting from Rome" are both in Rome, "A with B reporting from Rome" are not; "A and B, Correspondents" are both that,
    // and so are "A with B, Correspondents" and "A in Rome and B in Ulm, Correspondents".
    private static void ShareWhatIsSaidOfAll(List<PersonReading> people, List<(string Text, string Separator)> parts)
    {
        if (people.Count < 2) return;
        var last = people[^1];
        var singular = last.Byline.Role is { } said ? BylineWords.SingularOf(said) : null;
        var (role, place) = (singular ?? last.Byline.Role, last.Byline.ReportingFrom);
        for (var i = people.Count - 2; i >= 0; i--)
        {
            var byline = people[i].Byline;
            var isWith = parts[i + 1].Separator.StartsWith(With, StringComparison.Ordinal);
            if (people[i].SaysAgency || byline is not { Role: null, IsDesk: false }) return;
            if (singular is null && (isWith || byline.ReportingFrom is not null)) return;
            if (isWith || byline.ReportingFrom is not null) place = null;
            if (singular is not null) people[^1] = last with { Byline = last.Byline with { Role = role } };
            people[i] = people[i] with
            {
                Byline = byline with { Role = role, Bureau = last.Byline.Bureau, ReportingFrom = byline.ReportingFrom ?? place },
                SaysRole = last.SaysRole,
                SaysAgency = last.SaysAgency,
            };
        }
    }

    private static List<(string Text, string Separator)> Parts(string credit, WireCopyHints hints)
    {
        var parts = new List<(string, string)>();
        var (start, separator) = (0, "");
        var comparison = Wording.IsInCapitals(credit) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var i = 1; i < credit.Length; i++)
        {
            var found = Separators.FirstOrDefault(words => string.Compare(credit, i, words, 0, words.Length, comparison) == 0);
            if (found is null) continue;
            // A place is never named after "with"; after "and" it may be a second place.
            var left = found.StartsWith(With, StringComparison.Ordinal) ? "" : credit[start..i];
            if (!StartsPerson(credit[(i + found.Length)..], left, hints)) continue;
            AddList(parts, credit[start..i], separator);
            (start, separator) = (i + found.Length, found);
            i = start;
        }

        parts.Add((credit[start..], separator));
        return parts;
    }

    // "A, B" before "and C" are two people when both are names.
    private static void AddList(List<(string, string)> parts, string text, string separator)
    {
        var names = text.Trim(' ', ',').Split(',', StringSplitOptions.TrimEntries);
        if (names.Length > 1 && names.All(name => BylineWords.IsName(name, minWords: 2)))
        {
            foreach (var name in names)
            {
                parts.Add((name, separator));
                separator = " and ";
            }
        }
        else
        {
            parts.Add((text, separator));
        }
    }

    /// <summary>Whether a new person starts after "and", rather than the second half of a role or of a place.</summary>
    private static bool StartsPerson(string right, string left, WireCopyHints hints)
    {
        if (Wording.HasWordsAt(right, 0, hints.Agency)) return BylineWords.IsDesk(right);
        var words = right.Split(' ');
        var length = 0;
        while (length < words.Length && !IsBoundary(words, length, hints)) length++;
        var name = string.Join(' ', words[..length]);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var isEndedByRole = comma < 0 && length < words.Length && BylineWords.IsRoleWord(words[length]);
        if (isEndedByRole || !BylineWords.IsName(comma < 0 ? name : name[..comma], minWords: 2)) return false;
        if (hints.Bureaus.Contains(name.Trim(',', ' '), StringComparer.OrdinalIgnoreCase)) return false;
        var isInPlace = Wording.IndexOfWords(left, "reporting from") >= 0;
        return !isInPlace || comma >= 0 || length < words.Length;
    }

    private static bool IsBoundary(string[] words, int at, WireCopyHints hints) =>
        BylineWords.IsRoleWord(words[at])
        || words[at] is "in" or "reporting" or "with" or "and" or "for" or "&" or "IN" or "REPORTING" or "WITH" or "AND" or "FOR"
        || Wording.HasWordsAt(string.Join(' ', words[at..]), 0, hints.Agency);

    private static string SourceOfBureau(CopyLine line, int length, string words)
    {
        var at = Wording.IndexOfWords(line.Text[..length], words);
        return at < 0 ? line.SourceOf(0, length) : line.SourceOf(at, words.Length);
    }
}
