using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;
using WorthyNews.Web.Pages.Corrections;
using WorthyNews.Web.Pages.Lists;

namespace WorthyNews.Web.Pages;

/// <summary>The pages for readers that are printed, each with the parameters that make it another page. Search is not among them: its pages are without number.</summary>
public static class PrintedPaths
{
    private const int Longest = 300;

    /// <summary>Parameters make no difference.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "/", "/about", "/corrections-policy", "/privacy", SiteLinks.Offline, SiteLinks.Places, PluginTerms.Path,
    };

    /// <summary>What they show beside their plain form depends on a form that was sent.</summary>
    private static readonly HashSet<string> WithForms = new(StringComparer.Ordinal) { "/contact", "/feeds", SiteLinks.Plugins, SiteLinks.Newsletter };

    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { "bureaus", "sections", "topics", "contributors", "places" };

    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Read(string path, IQueryCollection query)
    {
        if (Plain.Contains(path)) return new PublicAddress(path);
        if (WithForms.Contains(path)) return query.Count == 0 ? new PublicAddress(path) : null;
        if (path.Length > Longest) return null;
        if (path == CorrectionsModel.Path) return OfLedger(query);
        if (IsWeek(path) || IsOfStory(path)) return new PublicAddress(path);
        if (path.StartsWith(SiteLinks.Text, StringComparison.Ordinal) && path[SiteLinks.Text.Length..] is var full && SiteLinks.IsStoryAddress(full)) return OfParts(path, query);
        return IsList(path) ? OfList(path, query) : null;
    }

    private static bool IsList(string path) =>
        path == SiteLinks.Text || SiteLinks.IsDay(path)
        || (path.StartsWith(SiteLinks.Text, StringComparison.Ordinal) && SiteLinks.IsDay(path[SiteLinks.Text.Length..]))
        || (path.Split('/') is ["", var folder, var slug] && Folders.Contains(folder) && Slug.TryParse(slug, null, out _));

    private static bool IsOfStory(string path)
    {
        foreach (var ending in new[] { "/changes", "/republish" })
        {
            if (path.EndsWith(ending, StringComparison.Ordinal)) return SiteLinks.IsStoryAddress(path[..^ending.Length]);
        }

        return SiteLinks.IsStoryAddress(path);
    }

    private static bool IsWeek(string path) =>
        path.Length == "/week/2026-W48".Length && path.StartsWith("/week/", StringComparison.Ordinal) && path.AsSpan(10, 2) is "-W"
        && !path.AsSpan(6, 4).ContainsAnyExceptInRange('0', '9') && !path.AsSpan(12).ContainsAnyExceptInRange('0', '9');

    private static PublicAddress? OfList(string path, IQueryCollection query) =>
        !query.TryGetBefore(out var before) ? null : new PublicAddress(before is { } cursor ? SiteLinks.Older(path, cursor) : path);

    private static PublicAddress? OfLedger(IQueryCollection query) =>
        !query.TryGetValue("before", out var values) ? new PublicAddress(CorrectionsModel.Path)
        : values is [var one] && Ledger.TryParse(one, out var before) ? new PublicAddress(CorrectionsModel.Older(before))
        : null;

    private static PublicAddress? OfParts(string path, IQueryCollection query) =>
        !query.TryGetValue("part", out var values) ? new PublicAddress(path)
        : values is [{ Length: 1 or 2 } one] && !one.AsSpan().ContainsAnyExceptInRange('0', '9') ? new PublicAddress($"{path}?part={one}")
        : null;
}
