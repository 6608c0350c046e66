using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Pages.Desk.Dispatches;

/// <summary>A line of the credit as it is typed.</summary>
public sealed class BylineRow
{
    /// <summary>A person or a desk as printed; an empty row is no byline.</summary>
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? From { get; set; }

    /// <summary>Who really wrote it, when <see cref="Name"/> is a pseudonym or a desk that protects them. Never printed.</summary>
    public string? Behind { get; set; }
}

/// <summary>All fields of the dispatch page as the browser sends them. Nothing typed is refused here: what cannot be published is said by the checks.</summary>
public sealed class DispatchForm
{
    private const int MostBylines = 12;
    private const int MostTopics = 12;
    private const int MaxLineChars = 4000;

    public string? Headline { get; set; }

    public string? Kicker { get; set; }

    public string? Slug { get; set; }

    public string? Standfirst { get; set; }

    public List<BylineRow> Bylines { get; set; } = [];

    /// <summary>See <see cref="TypedDateline"/>.</summary>
    public string? Places { get; set; }

    public string? Day { get; set; }

    public string? Agency { get; set; }

    public string? Bureau { get; set; }

    public string? Section { get; set; }

    /// <summary>With commas between them.</summary>
    public string? Topics { get; set; }

    public string? Language { get; set; }

    /// <summary>Of which story this is a translation, in the words of a person; see <see cref="Newsroom.Editing.Originals"/>.</summary>
    public string? Original { get; set; }

    public Urgency Urgency { get; set; }

    public bool Sensitive { get; set; }

    public bool MaySyndicate { get; set; } = true;

    public string? EditorsNote { get; set; }

    public string? Body { get; set; }

    /// <summary>The revision it started from; null for a dispatch that is yet to be saved.</summary>
    public int? Base { get; set; }

    /// <summary>The working copy of this window.</summary>
    public Guid? WorkingCopy { get; set; }

    public static DispatchForm Of(Copy copy, KnownNames names) => new()
    {
        Headline = copy.Headline,
        Kicker = copy.Kicker,
        Slug = copy.Slug,
        Standfirst = copy.Standfirst,
        Bylines = [.. copy.Bylines.Select(b => new BylineRow { Name = b.Printed.Name, Role = b.Printed.Role, From = b.Printed.ReportingFrom, Behind = b.Behind })],
        Places = TypedDateline.Write(copy.Dateline),
        Day = copy.Dateline.Day,
        Agency = copy.Agency,
        Bureau = copy.Bureau is { } bureau ? names.SurvivorOf(NameKind.Bureau, bureau) : null,
        Section = copy.Section is { } section ? names.SurvivorOf(NameKind.Section, section) : null,
        Topics = string.Join(", ", copy.Topics.Select(t => NameOf(names, copy, NameKind.Topic, t))),
        Language = copy.Language,
        Urgency = copy.Urgency,
        Sensitive = copy.Sensitive,
        MaySyndicate = copy.MaySyndicate,
        EditorsNote = copy.EditorsNote,
        Body = copy.Markdown,
    };

    /// <summary>All but the original, which <see cref="Newsroom.Editing.Originals.PutAsync"/> finds.</summary>
    /// <param name="before">The copy it started from: what the page does not show stays as it was there.</param>
    public Copy ToCopy(Copy before, KnownNames names)
    {
        var topics = Lines(Topics, ',').Take(MostTopics).ToList();
        return before with
        {
            Headline = Cut(Headline) ?? "",
            Kicker = Cut(Kicker),
            Slug = string.IsNullOrWhiteSpace(Slug) ? null : Cut(Slug)!.Trim().ToLowerInvariant(),
            Standfirst = Cut(Standfirst),
            Bylines = [.. Bylines.Where(b => !string.IsNullOrWhiteSpace(b.Name)).Take(MostBylines).Select(b => Read(b, names))],
            Dateline = new Dateline([.. TypedDateline.Read(Cut(Places), before.Dateline, names).Select(p => p.Place)], Cut(Day)),
            Agency = Cut(Agency),
            // A page may have been opened before a merger.
            Bureau = string.IsNullOrEmpty(Bureau) ? null : names.SurvivorOf(NameKind.Bureau, Bureau),
            Section = string.IsNullOrEmpty(Section) ? null : names.SurvivorOf(NameKind.Section, Section),
            Topics = [.. topics.Select(t => names.SlugOf(NameKind.Topic, t)).Distinct(StringComparer.Ordinal)],
            WrittenNames = [.. before.WrittenNames.Where(w => w.Kind != NameKind.Topic), .. names.Written(topics.Select(t => (NameKind.Topic, (string?)t)))],
            // A translation that does not say its language is in none yet, and never in that of its original by default.
            Language = !string.IsNullOrWhiteSpace(Language) ? Cut(Language)! : string.IsNullOrWhiteSpace(Original) ? "en" : "",
            Urgency = Enum.IsDefined(Urgency) ? Urgency : Urgency.Normal,
            Sensitive = Sensitive,
            MaySyndicate = MaySyndicate,
            EditorsNote = EditorsNote,
            Markdown = Body ?? "",
        };
    }

    private static DeskByline Read(BylineRow row, KnownNames names)
    {
        var name = CleanText.Line(Cut(row.Name)!);
        var slug = names.SlugOf(NameKind.Contributor, name);
        var known = names.Find(NameKind.Contributor, slug);
        // Picked from the directory, a person brings the role along.
        var role = string.IsNullOrWhiteSpace(row.Role) ? known?.Role : Cut(row.Role);
        var behind = string.IsNullOrWhiteSpace(row.Behind) ? null : CleanText.Line(Cut(row.Behind)!);
        return new DeskByline(new Byline(name, slug, role, string.IsNullOrWhiteSpace(row.From) ? null : Cut(row.From)), behind);
    }

    private static string NameOf(KnownNames names, Copy copy, NameKind kind, string slug) =>
        names.Find(kind, slug)?.Name ?? copy.WrittenNames.FirstOrDefault(w => w.Kind == kind && w.Slug == slug)?.Name ?? DirectoryName.NameFromSlug(slug);

    private static IEnumerable<string> Lines(string? text, char between) =>
        (Cut(text) ?? "").Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(t => t.Any(char.IsLetterOrDigit));

    /// <summary>A field of one line that is longer was never typed by a person.</summary>
    private static string? Cut(string? text) => text is { Length: > MaxLineChars } ? text[..MaxLineChars] : text;
}
