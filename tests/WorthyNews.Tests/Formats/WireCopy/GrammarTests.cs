using CsCheck;
using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

/// <summary>Copy put together from fields must come apart into the same fields.</summary>
public class GrammarTests
{
    private static readonly Gen<string> Headline = Gen.OneOf(
        "Monk Nails Paper To Door", "Council Opens In Trent", "“Here I Stand,” Says Monk", "Pope, Emperor Meet In Bologna",
        "Is Rome Listening?", "MONASTERY BURNS");

    private static readonly Gen<string?> Prefix = Gen.OneOf<string?>(null, "BREAKING NEWS", "NEWS WATCH", "Analysis");

    private static readonly Gen<string?> Suffix = Gen.OneOf<string?>(null, "Update", "Feature", "Worthy News In-Depth");

    private static readonly Gen<string> Name = Gen.OneOf(
        "Lucas Schreiber", "Ada Beda", "Katharina von Bora", "J. N. Darby", "Zoë Łukasz-Hart");

    private static readonly Gen<(string? Role, string? Bureau)> Role = Gen.OneOf<(string?, string?)>(
        (null, null), ("Europe Bureau Chief", "Europe"), ("Chief International Correspondent", null),
        ("Middle East Bureau Chief", "Middle East"));

    private static readonly Gen<string?> ReportingFrom = Gen.OneOf<string?>(null, "the Netherlands", "Budapest, Hungary", "Bern");

    private static readonly Gen<(string Written, WirePlace Place)> Place = Gen.OneOf(
        ("ROME", new WirePlace("Rome", null)), ("NEW DELHI", new WirePlace("New Delhi", null)),
        ("BRASÍLIA", new WirePlace("Brasília", null)),
        ("BUDAPEST, HUNGARY", new WirePlace("Budapest", "Hungary")), ("RIO DE JANEIRO", new WirePlace("Rio de Janeiro", null)),
        ("WASHINGTON, D.C.", new WirePlace("Washington, D.C.", null)), ("BASEL, Switzerland", new WirePlace("Basel", "Switzerland")));

    private static readonly Gen<string?> Day = Gen.OneOf<string?>(null, "July 12", "Sept. 5");

    private static readonly Gen<string> Dash = Gen.OneOf(" – ", " - ", " — ", "--", " -- ", "–", "-");

    private static readonly Gen<string> Words = Gen.OneOf(
        "the monks", "a bishop", "*three* <nuns>", "“an abbot”", "25,000 loaves", "the DIET OF WORMS", "Zürich (AP) –",
        "#4 & _more_").Array[1, 12]
        .Select(words => "Then " + string.Join(", ", words) + " came.");

    private static readonly Gen<(string? Crosshead, string Paragraph)> Section = Gen.Select(
        Gen.OneOf<string?>(null, null, "THE DIET MEETS", "ROME REPLIES", "95 THESES"), Words, (crosshead, text) => (crosshead, text));

    private static readonly Gen<string?> Note = Gen.OneOf<string?>(null, "ADDS VERDICT, CHANGING LEAD", "UPDATES WITH REACTION");

    private static readonly Gen<string> LineEnd = Gen.OneOf("\n", "\r\n", "\n\n", "\n \n", "\u2028");

    [Fact]
    public void A_headline_comes_back_with_its_rubrics_and_its_note()
    {
        Gen.Select(Headline, Prefix, Suffix, Note, LineEnd, Gen.Bool).Sample((headline, prefix, suffix, note, end, isNoteFirst) =>
        {
            var line = (prefix is null ? "" : prefix + ": ") + headline + (suffix is null ? "" : $" ({suffix})");
            string[] top = note is null ? [line] : isNoteFirst ? [$"({note})", line] : [line, $"({note})"];

            var reading = WireCopyReader.Read(string.Join(end, [.. top, "By Ada Beda", "ROME (Worthy News) – It rained."]));

            Assert.Equal(headline, reading.Headline?.Value);
            Assert.Equal(new[] { prefix, suffix }.OfType<string>(), reading.Rubrics.Select(rubric => rubric.Value));
            Assert.Equal(note is null ? [] : [note], reading.EditorsNotes.Select(read => read.Value));
            Assert.Empty(reading.Doubts);
        });
    }

    [Fact]
    public void Bylines_come_back_with_role_bureau_and_place()
    {
        var person = Gen.Select(
            Name, Role, ReportingFrom, (name, role, from) => new WireByline(name, role.Role, role.Bureau, from, IsDesk: false));
        Gen.Select(person, person, Gen.Bool, Gen.OneOf("By ", "by ", "BY ")).Sample((first, second, areTwo, by) =>
        {
            var line = by + Written(first) + (areTwo ? " with " + Written(second) : "");

            var reading = Copy.WithByline(line);

            Assert.Equal(areTwo ? [first, second] : [first], reading.Bylines.Select(byline => byline.Value));
            Assert.All(reading.Bylines, byline => Assert.Equal(line, byline.Source));
        });
    }

    [Fact]
    public void A_dateline_comes_back_with_places_day_and_agency()
    {
        var agencies = Gen.OneOf("Worthy News", "AP", "BosNewsLife");
        Gen.Select(Place.Array[1, 4], Day, agencies, Dash, Gen.OneOf("/", " / ", "; ")).Sample((places, day, agency, dash, between) =>
        {
            var names = string.Join(between, places.Select(place => place.Written));
            var dateline = $"{names}{(day is null ? "" : ", " + day)} ({agency}){dash}";

            var reading = Copy.WithLead(dateline + Copy.Lead);

            Assert.Equal(places.Select(place => place.Place), reading.Places.Select(read => read.Value));
            Assert.Equal(day, reading.DatelineDay?.Value);
            Assert.Equal(agency, reading.Agency?.Value);
            Assert.Equal(Copy.Lead, reading.Body[0].Text);
            Assert.Empty(reading.Doubts);
        });
    }

    [Fact]
    public void A_body_comes_back_block_by_block()
    {
        Gen.Select(Words, Section.Array[1, 12], LineEnd).Sample((lead, sections, end) =>
        {
            List<WireBlock> blocks = [new WireBlock(WireBlockKind.Paragraph, lead)];
            foreach (var (crosshead, paragraph) in sections)
            {
                if (crosshead is not null) blocks.Add(new WireBlock(WireBlockKind.Crosshead, crosshead));
                blocks.Add(new WireBlock(WireBlockKind.Paragraph, paragraph));
            }

            string[] top = ["Monk Nails Paper To Door", "By Ada Beda", "ROME (Worthy News) – " + lead];
            var rest = blocks.Skip(1).Select(block => block.Text);
            var reading = WireCopyReader.Read(string.Join(end, [.. top, .. rest, "Latest Worthy News"]));

            Assert.Equal(blocks, reading.Body);
            Assert.Empty(reading.Doubts);
        });
    }

    private static string Written(WireByline byline) =>
        byline.Name
        + (byline.Role is null ? "" : ", Worthy News " + byline.Role)
        + (byline.ReportingFrom is null ? "" : ", reporting from " + byline.ReportingFrom);
}
