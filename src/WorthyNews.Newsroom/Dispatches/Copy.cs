using System.Globalization;
using System.Text.Json.Serialization;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Dispatches;

/// <summary>All that an author writes of a dispatch: what one revision holds.</summary>
/// <remarks>Texts are cleaned when they are set, so that two copies that look the same are equal and no outlet meets a forbidden character.</remarks>
public sealed record Copy
{
    public const int MaxHeadlineChars = 300;
    public const int MaxStandfirstChars = 1000;
    public const int MaxNoteChars = 4000;

    public string Headline { get; init => field = CleanText.Label(value); } = "";

    public string? Kicker { get; init => field = LineOrNull(value); }

    public string? Standfirst { get; init => field = LineOrNull(value); }

    /// <summary>Our part of the address; taken from the headline when null.</summary>
    public string? Slug { get; init => field = LineOrNull(value); }

    public IReadOnlyList<DeskByline> Bylines { get; init; } = [];

    public Dateline Dateline { get; init; } = Dateline.None;

    /// <summary>As it stands in the dateline's brackets.</summary>
    public string? Agency { get; init => field = LineOrNull(value); }

    /// <summary>Slug in the directory.</summary>
    public string? Bureau { get; init; }

    /// <summary>Slug in the directory.</summary>
    public string? Section { get; init; }

    /// <summary>Slugs in the directory.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>How the bureau, section and topics were written, where that is more than their slugs say. Not part of what makes two copies equal.</summary>
    public IReadOnlyList<WrittenName> WrittenNames { get; init; } = [];

    /// <summary>BCP 47.</summary>
    public string Language { get; init => field = CleanText.Line(value); } = "en";

    /// <summary>The story of which this is a translation; null for an original.</summary>
    public Guid? TranslationOf { get; init; }

    /// <summary>The same tag; “pt-BR” and “pt-PT” are two, which readers may choose between.</summary>
    public bool IsInLanguageOf(Copy other) => Language.Equals(other.Language, StringComparison.OrdinalIgnoreCase);

    public Urgency Urgency { get; init; }

    public bool Sensitive { get; init; }

    public bool MaySyndicate { get; init; } = true;

    public bool Sample { get; init; }

    /// <summary>Never public.</summary>
    public string? EditorsNote { get; init => field = string.IsNullOrWhiteSpace(value) ? null : CleanText.Block(value).Trim(); }

    /// <summary>Markdown, as typed; at most <see cref="MarkdownReader.MaxBytes"/> bytes of UTF-8.</summary>
    public string Markdown { get; init => field = CleanText.Block(value); } = "";

    /// <summary>The slug of its address.</summary>
    [JsonIgnore]
    public Slug AddressSlug => Slug is not null && Text.Slug.TryParse(Slug, CultureInfo.InvariantCulture, out var given) ? given : Text.Slug.From(Headline);

    public bool Equals(Copy? other) => other is not null
        && Headline == other.Headline && Kicker == other.Kicker && Standfirst == other.Standfirst && Slug == other.Slug
        && Bylines.SequenceEqual(other.Bylines) && Dateline == other.Dateline && Agency == other.Agency
        && Bureau == other.Bureau && Section == other.Section && Topics.SequenceEqual(other.Topics)
        && Language == other.Language && TranslationOf == other.TranslationOf && Urgency == other.Urgency && Sensitive == other.Sensitive && MaySyndicate == other.MaySyndicate && Sample == other.Sample
        && EditorsNote == other.EditorsNote && Markdown == other.Markdown;

    public override int GetHashCode() => HashCode.Combine(Headline, Markdown);

    private static string? LineOrNull(string? text)
    {
        if (text is null) return null;
        var line = CleanText.Label(text);
        return line.Length == 0 ? null : line;
    }
}
