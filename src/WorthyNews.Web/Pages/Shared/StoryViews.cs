using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>One story in a list, as a block of kicker, headline, summary and credit.</summary>
/// <param name="Size">The class of its headline: h-m, h-l or h-xl.</param>
/// <param name="Credit">A bureau or names; null for none.</param>
/// <param name="Time">As printed; null where the list says it beside the item.</param>
/// <param name="Map">Shown above the headline, or beside it where there is room; null for none.</param>
public sealed record StoryItem(StoryCard Card, string Size, string? Credit, string? Time, StoryMap? Map = null);

/// <summary>The map of a story's dateline.</summary>
/// <param name="Caption">Null for none.</param>
/// <param name="Source">Where the drawing is, when it is not public yet.</param>
public sealed record MapFigure(StoryMap Map, string? Caption = null, string? Source = null);

/// <summary>What is left of a story that was retracted or killed.</summary>
/// <param name="ToRepublishers">Told to those who may have it on a page of theirs; null where nobody came for that.</param>
public sealed record Withdrawal(Story Story, NewsTimes Times, string? ToRepublishers = null);

/// <summary>Headlines by time, newest first.</summary>
public sealed record Timeline(IReadOnlyList<StoryCard> Stories, NewsTimes Times, DateOnly Today);

/// <summary>A page of a list, grouped by day.</summary>
/// <param name="Path">The list without its query.</param>
/// <param name="IsFirstPage">Whether it starts with the newest story.</param>
/// <param name="NamesDays">Whether each day has its name above it.</param>
public sealed record DayList(StoryList Stories, NewsTimes Times, DateOnly Today, string Path, bool IsFirstPage, bool NamesDays);

/// <summary>The credit of a story.</summary>
/// <param name="WithPage">The contributors that have a page of their own.</param>
public sealed record Credits(IReadOnlyList<Byline> Bylines, IReadOnlySet<string> WithPage)
{
    /// <summary>"By A and B", for lists; "" for none.</summary>
    public static string Line(IReadOnlyList<Byline> bylines) => bylines.Count == 0 ? "" : $"By {bylines.Select(b => b.Name).Listed()}";

    /// <summary>What stands before a name: "By A, B and C", or with roles "By A, role, and B, role".</summary>
    public string Before(int index) => index switch
    {
        0 => "By ",
        _ when index < Bylines.Count - 1 => ", ",
        _ => HasRoles ? ", and " : " and ",
    };

    /// <summary>"By A, role, reporting from a place, and B", as the story says it; "" for none.</summary>
    public string Whole => string.Concat(Bylines.Select((b, i) =>
        $"{Before(i)}{b.Name}{(b.Role is { } role ? $", {role}" : "")}{(b.ReportingFrom is { } place ? $", reporting from {place}" : "")}"));

    private bool HasRoles => Bylines.Any(b => b.Role is not null || b.ReportingFrom is not null);
}

public static class Wording
{
    extension(IEnumerable<string> names)
    {
        /// <summary>"A", "A and B", "A, B and C".</summary>
        public string Listed()
        {
            string[] all = [.. names];
            return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
        }
    }

    extension(int count)
    {
        /// <summary>"1 dispatch", "12 dispatches".</summary>
        public string Counted(string one, string many) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
    }

    extension(string language)
    {
        /// <summary>For the attribute: null where the page's own English is meant.</summary>
        public string? LangAttribute => language == "en" ? null : language;

        /// <summary>For the attribute: null where text runs as the page does.</summary>
        public string? DirAttribute => LanguageTag.IsRightToLeft(language) ? "rtl" : null;
    }
}
