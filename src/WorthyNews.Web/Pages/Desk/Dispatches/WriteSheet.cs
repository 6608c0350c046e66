using WorthyNews.Formats.WireCopy;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>How sure the wire-copy reader is of a field, and of which words it made it.</summary>
/// <param name="Sign">The class of its mark: "sure", "likely" or "look".</param>
/// <param name="RejectAt">Where a press sends the form to put those words back into the body; null where nothing can be put back.</param>
public sealed record FieldMark(string Sign, string Source, string? RejectAt)
{
    public string Words => Sign == "look" ? "please look" : Sign;

    public static FieldMark Of(Finding finding, string? rejectAt) => new(
        finding.Sureness switch
        {
            Sureness.Sure => "sure",
            Sureness.Likely => "likely",
            _ => "look",
        },
        finding.Source,
        finding.Source.Length > 0 ? rejectAt : null);
}

/// <summary>What the fields of a dispatch are shown with.</summary>
/// <param name="IsPublic">Whether readers know its address.</param>
/// <param name="Places">Of the dateline, as they were found.</param>
/// <param name="Findings">Of wire copy, by field; empty for what was typed.</param>
public sealed record WriteSheet(
    DispatchForm Form, bool IsPublic, IReadOnlyList<DirectoryName> Names, IReadOnlyList<TypedPlace> Places, IReadOnlyDictionary<string, Finding> Findings)
{
    /// <param name="mayFileFor">Whether this person may write for a bureau.</param>
    public static WriteSheet Of(DispatchForm form, bool isPublic, Dateline before, KnownNames known, IReadOnlyList<DirectoryName> names, Func<string, bool> mayFileFor, IReadOnlyList<Finding>? findings = null)
    {
        // One empty row is always there, also without script.
        if (form.Bylines.Count == 0 || !string.IsNullOrWhiteSpace(form.Bylines[^1].Name)) form.Bylines.Add(new BylineRow());
        return new WriteSheet(
            form,
            isPublic,
            [.. names.Where(n => !n.IsHidden && (n.Kind != NameKind.Bureau || mayFileFor(n.Slug) || n.Slug == form.Bureau)).OrderBy(n => n.Order).ThenBy(n => n.Name, StringComparer.CurrentCulture)],
            TypedDateline.Read(form.Places, before, known),
            (findings ?? []).GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
    }

    public IEnumerable<DirectoryName> Of(NameKind kind) => Names.Where(n => n.Kind == kind);

    /// <summary>The story of which it is a translation, as it is saved; null for an original.</summary>
    public Original? Original { get; init; }

    /// <summary>Originals to choose from; any other may be typed.</summary>
    public IReadOnlyList<Original> Originals { get; init; } = [];

    /// <summary>The page that takes a field back, with a query that still wants its value; null for what was typed.</summary>
    public string? RejectAt { get; init; }

    public FieldMark? Mark(string field) =>
        Findings.TryGetValue(field, out var finding) ? FieldMark.Of(finding, RejectAt is null ? null : RejectAt + Uri.EscapeDataString(field)) : null;

    public int Words => FoldedWords.In(Form.Body ?? "").Count();
}
