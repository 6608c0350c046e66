using WorthyNews.Newsroom.Text;

namespace WorthyNews.Tests.Browser;

/// <summary>A dispatch of which every field holds payloads.</summary>
/// <param name="Names">The number in the slugs of the bureau and the section whose names are payloads too; null for none.</param>
internal sealed record HostileCopy(IReadOnlyList<HostilePayload> Lines, IReadOnlyList<HostilePayload> Bodies, int? Names = null)
{
    private const int MostInHeadline = 300;

    /// <summary>As many as a headline may hold.</summary>
    public IReadOnlyList<HostilePayload> InHeadline { get; } = Fitting(Lines, MostInHeadline);

    /// <summary>A stroke or a semicolon parts two places, a comma two topics.</summary>
    public IReadOnlyList<HostilePayload> InPlaces { get; } = [.. Lines.Where(l => l.Text.IndexOfAny(['/', ';', ',', '\u2028', '\u2029']) < 0)];

    public IEnumerable<string> Marks => [.. Lines.Select(l => l.Mark), .. Bodies.Select(b => b.Mark)];

    /// <summary>Copies that can be published, each with other payloads, which together hold all that can.</summary>
    public static IReadOnlyList<HostileCopy> ForReaders(int count) => Deal(count, isRefused: false);

    /// <summary>Copies with the texts that are refused when they are to be published; they stay at the desk.</summary>
    public static IReadOnlyList<HostileCopy> ForTheDesk(int count) => Deal(count, isRefused: true);

    /// <summary>The fields of the dispatch page.</summary>
    public (string Name, string? Value)[] Fields() =>
    [
        ("Form.Headline", Joined(InHeadline)), ("Form.Kicker", Joined(Lines)), ("Form.Standfirst", Joined(Lines)), ("Form.EditorsNote", Joined(Lines)),
        ("Form.Places", string.Join(" / ", InPlaces.Select(p => p.Text))), ("Form.Day", Lines[0].Text), ("Form.Agency", Lines[1].Text),
        ("Form.Topics", string.Join(", ", InPlaces.Select(p => p.Text))),
        ("Form.Bureau", Names is { } b ? HostileNames.Slug("bureau", b) : ""), ("Form.Section", Names is { } s ? HostileNames.Slug("section", s) : ""),
        ("Form.Body", string.Join("\n\n---\n\n", Bodies.Select(b => b.Text))),
        .. Lines.SelectMany<HostilePayload, (string, string?)>((line, i) =>
        [
            ($"Form.Bylines[{i}].Name", line.Text), ($"Form.Bylines[{i}].Role", Lines[(i + 1) % Lines.Count].Text), ($"Form.Bylines[{i}].From", Lines[(i + 2) % Lines.Count].Text),
            ($"Form.Bylines[{i}].Behind", i == 0 ? line.Text : ""),
        ]),
    ];

    public static string Joined(IEnumerable<HostilePayload> payloads) => string.Join(' ', payloads.Select(p => p.Text));

    private static HostileCopy[] Deal(int count, bool isRefused)
    {
        var bodies = HostilePayloads.Bodies.Where(b => MarkdownReader.Read(b.Text).Problems.Count > 0 == isRefused).ToList();
        return [.. Enumerable.Range(0, count).Select(hand => new HostileCopy(Every(HostilePayloads.Lines, isRefused ? hand + 6 : hand, isRefused ? 12 : count), Every(bodies, hand, count), isRefused ? null : hand))];
    }

    private static List<HostilePayload> Every(IReadOnlyList<HostilePayload> all, int first, int step) => [.. all.Where((_, at) => at % step == first)];

    private static List<HostilePayload> Fitting(IReadOnlyList<HostilePayload> lines, int most)
    {
        var length = 0;
        return [.. lines.TakeWhile(line => (length += line.Text.Length + 1) <= most + 1)];
    }
}

/// <summary>Names in the directory that are payloads.</summary>
internal static class HostileNames
{
    public static readonly string[] Kinds = ["bureau", "section", "topic", "contributor", "place"];

    public static string Slug(string kind, int number) => $"{kind}-{number}";

    public static HostilePayload Of(string kind, int number) => HostilePayloads.Lines[(Array.IndexOf(Kinds, kind) * 13 + number) % HostilePayloads.Lines.Count];
}
