namespace WorthyNews.Formats.WireCopy;

/// <param name="SaysRole">The words end as a role does.</param>
/// <param name="SaysAgency">The agency's name stands in the credit.</param>
internal sealed record PersonReading(WireByline Byline, Read<string>? Bureau, bool SaysRole, bool SaysAgency);

/// <summary>Reads one person or desk of a credit: "NAME, ROLE AGENCY, reporting from PLACE" in its many orders.</summary>
internal sealed class PersonReader(WireCopyHints hints)
{
    private const int MaxRoleLength = 100;

    private static readonly string[] Honorifics =
        ["Bp", "Br", "Capt", "Dr", "Fr", "Jr", "Mr", "Mrs", "Ms", "Msgr", "Prof", "Rev", "Sr", "St"];

    private static readonly string[] AgencyPrepositions = ["for", "of", "from", "at", "with"];

    private static readonly HashSet<string> NameSuffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "M.D.", "MD", "O.P.", "OFM", "O.F.M.", "OSB", "O.S.B.", "Ph.D.", "PhD", "S.J.", "SJ",
    };

    /// <summary>Null when the text, with single blanks, is no credit.</summary>
    public PersonReading? Find(string text)
    {
        text = text.Trim(' ', ',');
        var (credit, from) = SplitOffPlace(text);
        var (place, after) = from is null ? ("", "") : CutAtAgency(from);
        from = PlaceOrNull(place);
        if (from is not null && Wording.IsInCapitals(text)) from = PlaceNames.InNormalCase(from);
        if (credit.Length == 0) return null;

        // "NAME in PLACE, AGENCY ROLE" is "NAME, AGENCY ROLE" in that place.
        var isOnlyAgency = after.Length > 0 && AgencyLengthAt(after, 0) == after.Length;
        if (after.Length > 0 && !isOnlyAgency) credit += ", " + after;
        return Find(credit, from) is { } person ? person with { SaysAgency = person.SaysAgency || isOnlyAgency } : null;
    }

    private PersonReading? Find(string credit, string? from)
    {
        var agencyLength = AgencyLengthAt(credit, 0);
        if (agencyLength > 0) return FindAfterAgency(credit, agencyLength, from);
        if (BylineWords.IsDesk(credit) && !credit.Contains(',', StringComparison.Ordinal) && IsOnlyDesk(credit)) return Desk(credit, from);

        var (nameEnd, roleStart) = EndOfName(credit);
        var name = credit[..nameEnd].Trim(' ', ',');
        var bare = name.Replace(",", "", StringComparison.Ordinal);
        return BylineWords.IsName(bare, minWords: 1) ? Person(name, credit[roleStart..], from) : null;
    }

    /// <summary>"reporting from PLACE" and "in PLACE" at the end of a credit.</summary>
    private static (string Credit, string? From) SplitOffPlace(string text)
    {
        foreach (var words in (ReadOnlySpan<string>)["reporting from", "reporting in"])
        {
            var at = Wording.IndexOfWords(text, words);
            if (at > 0) return (text[..at].TrimEnd(' ', ','), PlaceOrNull(text[(at + words.Length)..]));
        }

        var comparison = Wording.IsInCapitals(text) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var last = text.LastIndexOf(" in ", comparison);
        if (last <= 0) return (text, null);
        var place = text[(last + 4)..];
        var isPlace = place.StartsWith("the ", StringComparison.Ordinal) || char.IsUpper(place.FirstOrDefault());
        return !isPlace || BylineWords.IsRoleWord(place.Split(' ', ',')[0]) || place.StartsWith("Residence", StringComparison.Ordinal)
            ? (text, null)
            : (text[..last].TrimEnd(' ', ','), PlaceOrNull(place));
    }

    /// <summary>"Kyiv" and "Worthy News Correspondent" of "Kyiv, Worthy News Correspondent"; no agency is a part of a place.</summary>
    private (string Place, string After) CutAtAgency(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if ((at > 0 && text[at - 1] != ' ') || AgencyLengthAt(text, at) == 0) continue;
            var place = text[..at].TrimEnd(' ', ',');
            var preposition = AgencyPrepositions.FirstOrDefault(word => place.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase));
            return (preposition is null ? place : place[..^preposition.Length], text[at..]);
        }

        return (text, "");
    }

    private static string? PlaceOrNull(string text) => text.Trim(' ', ',', '.', ';') is { Length: > 0 } place ? place : null;

    // "Worthy News Staff", or the role before the name: "Worthy News Europe Bureau Chief Jan Hus".
    private PersonReading? FindAfterAgency(string credit, int agencyLength, string? from)
    {
        var rest = credit[agencyLength..].Trim(' ', ',');
        if (rest.Length == 0 || BylineWords.IsDesk(rest)) return Desk(credit, from, rest);

        var words = rest.Split(' ');
        var last = Array.FindLastIndex(words, BylineWords.IsRoleWord);
        var name = string.Join(' ', words[(last + 1)..]);
        return last >= 0 && BylineWords.IsName(name, minWords: 2)
            ? Person(name, credit[..agencyLength] + " " + string.Join(' ', words[..(last + 1)]), from)
            : null;
    }

    private PersonReading Desk(string name, string? from, string? inside = null)
    {
        var bureau = BylineWords.BureauIn(inside ?? name, hints);
        var byline = new WireByline(name, null, bureau?.Value, from, IsDesk: true);
        return new PersonReading(byline, bureau, SaysRole: true, SaysAgency: inside is not null);
    }

    private PersonReading? Person(string name, string words, string? from)
    {
        var (rest, saysAgency) = WithoutAgencies(words);
        var role = RoleIn(rest);
        if (role is not null && (role.Length > MaxRoleLength || HasSentenceEnd(role))) return null;
        if (role is not null && Wording.IsInCapitals(role) && BylineWords.EndsRole(role)) role = PlaceNames.InNormalCase(role);
        var bureau = role is null ? null : BylineWords.BureauIn(role, hints);
        if (Wording.IsInCapitals(name) && name.Contains(' ', StringComparison.Ordinal)) name = PlaceNames.InNormalCase(name);
        var byline = new WireByline(name, role, bureau?.Value, from, IsDesk: false);
        return new PersonReading(byline, bureau, role is not null && BylineWords.EndsRole(role), saysAgency);
    }

    private static string? RoleIn(string words)
    {
        var role = Wording.Plain(words).Trim(' ', ',', '.', ';', ':', '/', '|', '–', '—', '-');
        foreach (var left in (ReadOnlySpan<string>)[" for", " of", " at", " to", " with"])
        {
            if (role.EndsWith(left, StringComparison.OrdinalIgnoreCase)) role = role[..^left.Length].TrimEnd(' ', ',');
        }

        return role.ToUpperInvariant() is "" or "FOR" or "OF" or "AT" or "TO" or "WITH" or "SPECIAL" or "EXCLUSIVE" ? null : role;
    }

    // The name ends at a comma, at a full stop that is not an abbreviation's, at the agency, or where a role starts.
    private (int NameEnd, int RoleStart) EndOfName(string credit)
    {
        for (var i = 1; i < credit.Length; i++)
        {
            if (credit[i] == ',')
            {
                var next = credit.IndexOf(',', i + 1);
                var segment = credit[(i + 1)..(next < 0 ? credit.Length : next)].Trim();
                if (!NameSuffixes.Contains(segment)) return (i, i + 1);
                i = next < 0 ? credit.Length - 1 : next - 1;
            }
            else if (credit[i] == '.' && i + 1 < credit.Length && credit[i + 1] == ' ' && EndsWord(credit, i))
            {
                return (i, i + 1);
            }
            else if (credit[i - 1] == ' ' && (AgencyLengthAt(credit, i) > 0 || StartsRole(credit, i)))
            {
                return (i - 1, i);
            }
        }

        return (credit.Length, credit.Length);
    }

    private static bool HasSentenceEnd(string role)
    {
        for (var i = 1; i < role.Length - 1; i++)
        {
            if (role[i] == '.' && role[i + 1] == ' ' && EndsWord(role, i)) return true;
        }

        return false;
    }

    private static bool EndsWord(string credit, int dot)
    {
        var start = credit.LastIndexOf(' ', dot) + 1;
        var word = credit[start..dot];
        return word.Length > 2 && !word.Contains('.', StringComparison.Ordinal)
            && !Honorifics.Contains(word, StringComparer.OrdinalIgnoreCase);
    }

    // "Jan Hus Europe Bureau Chief": a role with no comma starts at its bureau or its first role word, after two words of a name.
    private bool StartsRole(string credit, int at)
    {
        var first = credit.IndexOf(' ', StringComparison.Ordinal);
        if (at + 1 < credit.Length && (Wording.IsDash(credit[at]) || credit[at] == '|') && credit[at + 1] == ' ') return true;
        var isKnown = BylineWords.IsRoleWord(credit[at..].Split(' ', ',')[0])
            || (hints.Bureaus.Any(bureau => Wording.HasWordsAt(credit, at, bureau))
                && credit[at..].Split(' ', ',').Any(BylineWords.IsRoleWord))
            || (AgencyPrepositions.FirstOrDefault(word => Wording.HasWordsAt(credit, at, word)) is { } found
                && AgencyLengthAt(credit, at + found.Length + 1) > 0);
        return isKnown && first < at - 1;
    }

    private bool IsOnlyDesk(string credit)
    {
        var words = credit.Split(' ');
        return words.All(word => BylineWords.IsRoleWord(word) || word is "The" or "the" or "News" or "Editorial" or "Team"
            || hints.Bureaus.Any(bureau => bureau.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private int AgencyLengthAt(string text, int at)
    {
        if (at >= text.Length) return 0;
        if (Wording.HasWordsAt(text, at, hints.Agency)) return hints.Agency.Length;
        return hints.OtherAgencies.Where(name => Wording.HasWordsAt(text, at, name)).Select(name => name.Length).DefaultIfEmpty().Max();
    }

    private (string Words, bool SaysAgency) WithoutAgencies(string words)
    {
        var rest = words;
        foreach (var agency in hints.OtherAgencies.Prepend(hints.Agency))
        {
            var at = Wording.IndexOfWords(rest, agency);
            if (at >= 0) rest = rest[..at] + rest[(at + agency.Length)..];
        }

        return (rest, rest.Length < words.Length);
    }
}
