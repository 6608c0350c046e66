namespace WorthyNews.Formats.WireCopy;

/// <param name="LeadAt">Where the lead starts in the line; its length when the dateline stands alone.</param>
/// <param name="IsSure">The places are in capitals, the agency is known, a dash follows.</param>
internal sealed record DatelineReading(
    PlaceReading Places, Read<string>? Agency, Read<string> Whole, int LeadAt, bool IsSure, IReadOnlyList<string> Doubts);

/// <summary>Reads "CITY/CITY, COUNTRY, July 12 (AGENCY) –" at the start of a lead.</summary>
internal static class DatelineReader
{
    private const int MaxPlacesLength = 160;
    private const int MaxUnknownAgencyWords = 3;

    /// <summary>The dateline that starts at <paramref name="from"/>; null when the text there says something else.</summary>
    /// <param name="doubt">Why a text that looks like a dateline is not taken for one; null when none does.</param>
    public static DatelineReading? Find(CopyLine line, int from, WireCopyHints hints, out string? doubt)
    {
        doubt = null;
        var text = line.Text;
        var open = IndexOfBracket(text, from);
        if (open < 0) return FindWithoutAgency(line, from, hints);
        if (AgencyReader.Find(line, open, hints) is not { } agency) return FindWithoutAgency(line, from, hints);
        var placesEnd = agency.IsKnown ? BeforeDash(text, from, open) : open;
        if (PlaceReader.Find(line, from, placesEnd - from, hints) is not { } places) return FindWithoutAgency(line, from, hints);
        if (!places.IsInCapitals && BylineWords.IsCredit(text[from..open], hints)) return null;

        var rest = text.AsSpan(agency.End);
        var isPlaced = places.IsInCapitals && (places.Places.Count > 0 || agency.IsKnown);
        var startsLead = rest.IsEmpty || Wording.StartsSentence(rest);
        var hasEnd = agency.HasDash || rest.IsEmpty;
        var isDateline = agency.IsHouse ? hasEnd || startsLead
            : agency.IsKnown ? isPlaced && startsLead
            : isPlaced && places.Places.Count > 0 && agency.HasDash && startsLead && IsAgencyLike(agency.Name.Value);
        if (!isDateline)
        {
            if (isPlaced && places.Places.Count > 0 && agency.HasDash)
                doubt = $"{Doubts.Quote(text[from..agency.End].Trim())} looks like a dateline but was left in the text.";
            return null;
        }

        return Reading(line, from, places, agency, hasDashBefore: placesEnd < open);
    }

    /// <summary>The end of the places in "KYIV –(Worthy News)–"; the bracket itself when no dash stands before it.</summary>
    private static int BeforeDash(string text, int from, int open)
    {
        var end = text.AsSpan(0, open).TrimEnd().Length;
        var places = end;
        while (places > from && Wording.IsDash(text[places - 1])) places--;
        return places == end || places == from ? open : places;
    }

    private static DatelineReading Reading(
        CopyLine line, int from, PlaceReading places, AgencyReading agency, bool hasDashBefore)
    {
        var whole = line.SourceOf(from, line.Text.AsSpan(0, agency.End).TrimEnd().Length - from);
        var doubts = new List<string>(places.Doubts);
        if (agency.Name.Sureness != Sureness.Sure && agency.IsHouse) doubts.Add($"The agency is written {Doubts.Quote(agency.AsWritten)}.");
        if (!agency.IsKnown) doubts.Add($"{Doubts.Quote(agency.AsWritten)} was taken for an agency, though the house does not know it.");
        if (!agency.HasDash) doubts.Add($"No dash follows the dateline {Doubts.Quote(whole)}.");
        if (hasDashBefore) doubts.Add($"A dash stands before the agency of the dateline {Doubts.Quote(whole)}.");
        if (!places.IsInCapitals) doubts.Add($"The places of the dateline {Doubts.Quote(whole)} are not in capitals.");
        if (places.Places.Count == 0) doubts.Add("The dateline names no place.");

        var isSure = places.IsInCapitals && agency.IsKnown && agency.HasDash && !hasDashBefore;
        return new DatelineReading(
            isSure ? places : Weaker(places),
            agency.Name,
            new Read<string>(Wording.Plain(whole), isSure ? Sureness.Sure : Sureness.Likely, whole),
            agency.End,
            isSure,
            doubts);
    }

    /// <summary>"ROME, July 12 – The pope ...": capitals and a dash that cannot be a hyphen.</summary>
    private static DatelineReading? FindWithoutAgency(CopyLine line, int from, WireCopyHints hints)
    {
        var text = line.Text;
        var limit = Math.Min(text.Length, from + MaxPlacesLength);
        for (var i = from + 1; i < limit; i++)
        {
            var dash = Wording.DashAt(text.AsSpan(i));
            if (dash == 0) continue;
            var isHyphen = dash == 1 && text[i] is '-' or '\u2010' or '\u2011' && !char.IsWhiteSpace(text[i - 1]);
            if (isHyphen) continue;
            if (PlaceReader.Find(line, from, i - from, hints) is not { IsInCapitals: true, Places.Count: > 0 } places) return null;
            var rest = text.AsSpan(i + dash);
            var leadAt = text.Length - rest.TrimStart().Length;
            var isAllCapitals = Wording.IsInCapitals(rest[..Math.Min(rest.Length, MaxPlacesLength)]);
            if (leadAt == text.Length || !Wording.StartsSentence(rest) || isAllCapitals) return null;
            var whole = line.SourceOf(from, i + dash - from);
            string[] doubts = [.. places.Doubts, $"The dateline {Doubts.Quote(whole)} names no agency."];
            return new DatelineReading(
                Weaker(places), null, new Read<string>(Wording.Plain(whole), Sureness.Likely, whole), leadAt, IsSure: false, doubts);
        }

        return null;
    }

    /// <summary>A bracket near enough to the start for the places of a dateline to stand before it; -1 when there is none.</summary>
    private static int IndexOfBracket(string text, int from)
    {
        var open = text.AsSpan(from, Math.Min(text.Length - from, MaxPlacesLength)).IndexOf('(');
        return open < 0 ? -1 : from + open;
    }

    private static bool IsAgencyLike(string name)
    {
        var words = name.Split(' ');
        return words.Length <= MaxUnknownAgencyWords && words.All(word => char.IsUpper(word[0]));
    }

    private static PlaceReading Weaker(PlaceReading reading) => reading with
    {
        Places = [.. reading.Places.Select(place => place.Sureness == Sureness.Sure ? place with { Sureness = Sureness.Likely } : place)],
    };
}
