using System.Globalization;

using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Importing;

/// <summary>Reads Markdown with YAML front matter. Without front matter the first heading is the headline.</summary>
public static class MarkdownFile
{
    private const string Place = "front matter";
    private const string Fence = "---";

    /// <param name="zone">The zone of times that are written without an offset.</param>
    /// <exception cref="UnreadableCopyException">The front matter or the Markdown is wrong; the message names the line of the file.</exception>
    public static ReadCopy Read(string text, CopyDefaults defaults, KnownNames names, TimeZoneInfo zone)
    {
        var (front, body, bodyLine) = Cut(CleanText.Block(text));
        var matter = FrontMatter.Parse(front, Place, firstLine: 2);

        var headline = matter.Text("headline");
        if (headline is null) (headline, body, bodyLine) = TakeHeading(body, bodyLine);

        List<LocatedPlace> places = [.. matter.Maps("dateline").Select(p => DatelinePlace(p, names))];

        var copy = new Copy
        {
            Headline = headline ?? "",
            Kicker = matter.Text("kicker") ?? defaults.Kicker,
            Standfirst = matter.Text("standfirst") ?? defaults.Standfirst,
            Slug = matter.Text("slug") ?? defaults.Slug,
            Bylines = [.. matter.Maps("bylines").Select(b => Byline(b, names))],
            Dateline = new Dateline([.. places.Select(p => p.Place)], matter.Text("dateline_day")),
            Agency = matter.Text("agency") ?? new WireCopyHints().Agency,
            Bureau = Bureau(matter, defaults, names),
            Section = matter.Text("section") is { } section ? names.SlugOf(NameKind.Section, section) : defaults.Section,
            Topics = Topics(matter, defaults, names),
            WrittenNames =
            [
                .. names.Written(
                [
                    (NameKind.Bureau, defaults.BureauName ?? matter.Text("bureau")),
                    (NameKind.Section, matter.Text("section")),
                    .. matter.Texts("topics").Select(t => (NameKind.Topic, (string?)t)),
                ]),
                .. places.Select(p => p.Title).OfType<WrittenName>().Distinct(),
            ],
            Language = matter.Text("language") ?? "en",
            Urgency = matter.Choice<Urgency>("urgency") ?? Urgency.Normal,
            Sensitive = matter.Flag("sensitive") ?? defaults.Sensitive,
            MaySyndicate = matter.Flag("may_syndicate") ?? true,
            Sample = matter.Flag("sample") ?? defaults.Sample,
            EditorsNote = string.Join('\n', new[] { matter.Text("editors_note"), matter.Text("source") }.Where(t => t is not null)),
            Markdown = body.Trim('\n'),
        };
        var publishedAt = matter.Moment("published_at", zone);
        var embargoedUntil = matter.Moment("embargoed_until", zone);
        var translationOf = matter.Text("translation_of");
        matter.RefuseTheRest();

        RefuseProblems(body, bodyLine);
        var doubts = Doubts(copy).Concat(places.Select(p => p.Doubt).OfType<string>().Distinct(StringComparer.Ordinal));
        return new ReadCopy(copy, [.. Findings(copy, places)], [.. doubts], publishedAt, embargoedUntil) { TranslationOf = translationOf };
    }

    private static void RefuseProblems(string body, int bodyLine)
    {
        var problems = MarkdownReader.Read(body).Problems;
        if (problems.Count > 0) throw new UnreadableCopyException(string.Join(' ', problems.Select(p => $"Line {p.Line + bodyLine - 1}: {p.Message}")));
    }

    private static (string Front, string Body, int BodyLine) Cut(string text)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != Fence) return ("", text, 1);
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is Fence or "...");
        if (end < 0) throw new UnreadableCopyException($"Line 1, {Place}: it is not closed by a line of “{Fence}”.");
        return (string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 2);
    }

    private static (string? Headline, string Body, int BodyLine) TakeHeading(string body, int bodyLine)
    {
        var lines = body.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (first < 0 || !lines[first].StartsWith("# ", StringComparison.Ordinal)) return (null, body, bodyLine);
        return (lines[first][2..].Trim(), string.Join('\n', lines[(first + 1)..]), bodyLine + first + 1);
    }

    private static DeskByline Byline(FrontMatter map, KnownNames names)
    {
        var name = map.RequiredText("name");
        var slug = names.SlugOf(NameKind.Contributor, name);
        var known = names.Find(NameKind.Contributor, slug);
        var role = map.Text("role");
        var bureau = map.Text("bureau");
        var from = map.Text("reporting_from");
        map.RefuseTheRest();

        // "Correspondent" at Europe is printed "Europe Correspondent", as in wire copy.
        if (role is not null && bureau is not null)
        {
            var named = names.Find(NameKind.Bureau, names.SlugOf(NameKind.Bureau, bureau))?.Name ?? bureau;
            if (!role.Contains(named, StringComparison.OrdinalIgnoreCase)) role = $"{named} {role}";
        }

        // A desk's name says its role already.
        return new DeskByline(new Byline(known?.Name ?? name, slug, role ?? (known is { IsDesk: false } ? known.Role : null), from));
    }

    private static LocatedPlace DatelinePlace(FrontMatter map, KnownNames names)
    {
        var name = map.RequiredText("name");
        var country = map.Text("country");
        var latitude = map.Degrees("latitude", 90);
        var longitude = map.Degrees("longitude", 180);
        map.RequireBoth("latitude", "longitude");
        // A name in another script says with its slug which place of the directory it means.
        var slug = map.Text("slug") is { } written ? names.SlugOf(NameKind.Place, written) : null;
        map.RefuseTheRest();
        GeoPoint? point = latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null;

        var located = DatelinePlaces.Locate(new NamedPlace(name, country, country, point, slug), names);
        // A country that the directory knows is not printed again in the dateline.
        var isKnown = country is not null && names.Find(NameKind.Place, located.Place.Slug)?.Country == country;
        return isKnown ? located with { Place = located.Place with { Country = null } } : located;
    }

    private static string? Bureau(FrontMatter matter, CopyDefaults defaults, KnownNames names)
    {
        var written = matter.Text("bureau");
        return defaults.Bureau ?? (written is null ? null : names.SlugOf(NameKind.Bureau, written));
    }

    private static IReadOnlyList<string> Topics(FrontMatter matter, CopyDefaults defaults, KnownNames names)
    {
        var written = matter.Texts("topics");
        return written.Count == 0 ? defaults.Topics : [.. written.Select(t => names.SlugOf(NameKind.Topic, t)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<Finding> Findings(Copy copy, List<LocatedPlace> places)
    {
        if (copy.Headline.Length > 0) yield return new("headline", copy.Headline, Sureness.Sure, "");
        foreach (var byline in copy.Bylines.Select(b => b.Printed))
            yield return new("byline", byline.Role is null ? byline.Name : $"{byline.Name}, {byline.Role}", Sureness.Sure, "");
        if (copy.Bureau is { } bureau) yield return new("bureau", bureau, Sureness.Sure, "");
        if (DatelinePlaces.Finding(places, [], "") is { } found) yield return found;
        if (copy.Urgency != Urgency.Normal) yield return new("urgency", copy.Urgency.ToString(), Sureness.Sure, "");
        var body = MarkdownReader.Read(copy.Markdown).Blocks;
        var crossheads = BlockText.Crossheads(body);
        if (crossheads.Count > 0) yield return new("crossheads", string.Join(" / ", crossheads.Select(c => c.Text)), Sureness.Sure, "");
        yield return new("paragraphs", body.Count(b => b is Paragraph).ToString(CultureInfo.InvariantCulture), Sureness.Sure, "");
    }

    private static IEnumerable<string> Doubts(Copy copy)
    {
        if (copy.Headline.Length == 0) yield return "No headline was found.";
        if (copy.Bylines.Count == 0) yield return "No byline was found.";
    }
}
