using WorthyNews.Formats.WireCopy;

namespace WorthyNews.Tests.Formats.WireCopy;

/// <summary>Shortcuts for tests that look at one line of a dispatch.</summary>
internal static class Copy
{
    public const string Byline = "By Lucas Schreiber, Worthy News Europe Bureau Chief";
    public const string Dateline = "WITTENBERG (Worthy News) – ";
    public const string Lead = "The town woke to a paper nailed on a door.";

    /// <summary>A dispatch that is sure but for the credit line under test.</summary>
    public static WireCopyReading WithByline(string line) => WireCopyReader.Read($"Monk Nails Paper To Door\n\n{line}\n{Dateline}{Lead}");

    /// <summary>A dispatch that is sure but for the first line of its text.</summary>
    public static WireCopyReading WithLead(string line) =>
        WireCopyReader.Read($"Monk Nails Paper To Door\n\n{Byline}\n{line}\nThe door is of oak.");

    /// <summary>A dispatch that is sure but for its headline.</summary>
    public static WireCopyReading WithHeadline(string line) =>
        WireCopyReader.Read($"{line}\n{Byline}\n{Dateline}{Lead}\nThe door is of oak.");

    /// <summary>A dispatch whose header and lead are sure, with the lines that follow.</summary>
    public static WireCopyReading WithBody(params string[] lines) => WithHeadline("Monk Nails Paper To Door", lines);

    public static IEnumerable<string> Paragraphs(this WireCopyReading reading) => Texts(reading, WireBlockKind.Paragraph);

    public static IEnumerable<string> Crossheads(this WireCopyReading reading) => Texts(reading, WireBlockKind.Crosshead);

    public static IEnumerable<string> PlaceNames(this WireCopyReading reading) => reading.Places.Select(place => place.Value.Name);

    private static WireCopyReading WithHeadline(string headline, string[] lines) =>
        WireCopyReader.Read($"{headline}\n{Byline}\n{Dateline}{Lead}\n{string.Join('\n', lines)}");

    private static IEnumerable<string> Texts(WireCopyReading reading, WireBlockKind kind) =>
        reading.Body.Where(block => block.Kind == kind).Select(block => block.Text);
}
