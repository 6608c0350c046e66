using System.Globalization;

using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Importing;

/// <summary>Turns what the wire-copy reader understood into a dispatch's copy.</summary>
public static class WireCopyFile
{
    public static ReadCopy Read(string text, CopyDefaults defaults, KnownNames names)
    {
        var hints = new WireCopyHints();
        var reading = WireCopyReader.Read(text, hints with
        {
            Bureaus = [.. names.Bureaus.Union(hints.Bureaus, StringComparer.OrdinalIgnoreCase)],
            IsCity = Gazetteer.IsCity,
            IsLand = Gazetteer.IsLand,
            IsInOneLand = Gazetteer.IsInOneLand,
        });
        List<LocatedPlace> places = [.. reading.Places.Select(p => Place(p.Value, names))];
        var bureau = defaults.Bureau ?? (reading.Bureau is { } read ? names.SlugOf(NameKind.Bureau, read.Value) : null);

        var copy = new Copy
        {
            Headline = reading.Headline?.Value ?? "",
            Kicker = defaults.Kicker ?? Kicker(reading),
            Standfirst = defaults.Standfirst ?? reading.Standfirst?.Value,
            Slug = defaults.Slug,
            Bylines = [.. reading.Bylines.Select(b => Byline(b.Value, names))],
            Dateline = new Dateline([.. places.Select(p => p.Place)], reading.DatelineDay?.Value),
            Agency = reading.Agency?.Value ?? hints.Agency,
            Bureau = bureau ?? reading.Bylines.Select(b => BureauOf(b.Value, names)).FirstOrDefault(b => b is not null),
            Section = defaults.Section,
            Topics = defaults.Topics,
            WrittenNames =
            [
                .. names.Written((NameKind.Bureau, defaults.BureauName ?? (defaults.Bureau is null ? reading.Bureau?.Value : null))),
                .. places.Select(p => p.Title).OfType<WrittenName>().Distinct(),
            ],
            Urgency = Urgent(reading)?.Urgency ?? Urgency.Normal,
            Sensitive = defaults.Sensitive,
            Sample = defaults.Sample,
            EditorsNote = string.Join('\n', reading.EditorsNotes.Select(n => n.Value)),
            Markdown = Markdown(reading.Body),
        };
        return new ReadCopy(copy, [.. Findings(reading, copy, places)], [.. reading.Doubts, .. places.Select(p => p.Doubt).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The body as Markdown in which every mark of the copy is text.</summary>
    public static string Markdown(IEnumerable<WireBlock> body) => string.Join("\n\n", body.Select(block =>
        block.Kind == WireBlockKind.Crosshead ? MarkdownText.Crosshead(block.Text) : MarkdownText.Paragraph(block.Text)));

    private static IEnumerable<Finding> Findings(WireCopyReading reading, Copy copy, List<LocatedPlace> places)
    {
        if (reading.Headline is { } headline) yield return new("headline", copy.Headline, headline.Sureness, headline.Source);
        foreach (var rubric in reading.Rubrics) yield return new("rubric", rubric.Value, rubric.Sureness, rubric.Source);
        if (Urgent(reading) is var (urgency, said)) yield return new("urgency", urgency.ToString(), said.Sureness, said.Source);
        if (reading.Standfirst is { } standfirst) yield return new("standfirst", standfirst.Value, standfirst.Sureness, standfirst.Source);
        foreach (var byline in reading.Bylines)
        {
            var role = byline.Value.Role is null ? "" : $", {byline.Value.Role}";
            var from = byline.Value.ReportingFrom is null ? "" : $", reporting from {byline.Value.ReportingFrom}";
            yield return new(byline.Value.IsDesk ? "desk" : "byline", byline.Value.Name + role + from, byline.Sureness, byline.Source);
        }

        if (copy.Bureau is { } bureau) yield return new("bureau", bureau, reading.Bureau?.Sureness ?? Sureness.Likely, reading.Bureau?.Source ?? "");
        if (DatelinePlaces.Finding(places, reading.Places.Select(p => p.Sureness), reading.Dateline?.Source ?? "") is { } found) yield return found;
        if (reading.DatelineDay is { } day) yield return new("day", day.Value, day.Sureness, day.Source);
        if (reading.Agency is { } agency) yield return new("agency", agency.Value, agency.Sureness, agency.Source);
        foreach (var note in reading.EditorsNotes) yield return new("editor’s note", note.Value, note.Sureness, note.Source);
        var crossheads = reading.Body.Where(b => b.Kind == WireBlockKind.Crosshead).Select(b => b.Text).ToList();
        if (crossheads.Count > 0) yield return new("crossheads", string.Join(" / ", crossheads), Sureness.Sure, "");
        yield return new("paragraphs", reading.Body.Count(b => b.Kind == WireBlockKind.Paragraph).ToString(CultureInfo.InvariantCulture), Sureness.Sure, "");
        if (reading.Latest is { } latest) yield return new("left out", latest.Source, latest.Sureness, latest.Source);
        foreach (var trailer in reading.Trailers) yield return new("left out", trailer.Value, trailer.Sureness, trailer.Source);
    }

    private static string? Kicker(WireCopyReading reading)
    {
        if (reading.Rubrics is not [{ Value: var rubric }, ..]) return null;
        // A shouted rubric is set in sentence case, as kickers are.
        return rubric.Any(char.IsLower) ? rubric : char.ToUpperInvariant(rubric[0]) + rubric[1..].ToLowerInvariant();
    }

    /// <summary>The most urgent of the rubrics that say so; null when none does.</summary>
    private static (Urgency Urgency, Read<string> Said)? Urgent(WireCopyReading reading) => reading.Rubrics
        .Select(r => (Urgency: UrgencyOf(r.Value), Said: r)).Where(r => r.Urgency != Urgency.Normal)
        .OrderByDescending(r => r.Urgency).Select(r => ((Urgency, Read<string>)?)r).FirstOrDefault();

    // "EUROPE BULLETIN" is the name of a column, "NEWS FLASH" is a flash.
    private static Urgency UrgencyOf(string rubric) => rubric.ToLowerInvariant() switch
    {
        "flash" or "news flash" or "bulletin" or "news bulletin" or "breaking" or "breaking news" => Urgency.Breaking,
        "urgent" or "urgent news" => Urgency.Urgent,
        _ => Urgency.Normal,
    };

    private static DeskByline Byline(WireByline byline, KnownNames names) =>
        new(new Byline(byline.Name, names.SlugOf(NameKind.Contributor, byline.Name), byline.Role, byline.ReportingFrom));

    private static string? BureauOf(WireByline byline, KnownNames names) =>
        names.Find(NameKind.Contributor, names.SlugOf(NameKind.Contributor, byline.Name))?.Bureau;

    private static LocatedPlace Place(WirePlace place, KnownNames names)
    {
        // The dateline prints what the copy says ("Springfield, Illinois"), the directory knows it by its name.
        var printed = place.Region ?? place.Country;
        return DatelinePlaces.Locate(new NamedPlace(place.Name, printed, printed), names);
    }
}
