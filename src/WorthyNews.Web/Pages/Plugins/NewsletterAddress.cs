using System.Diagnostics.CodeAnalysis;
using System.Globalization;

using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>A block for a newsletter as it is asked for. What is usual is not written.</summary>
/// <param name="From">As <see cref="FeedAddress.Of"/>, that of the corrections but not.</param>
/// <param name="Count">1 to <see cref="MostStories"/>.</param>
/// <param name="HasSummaries">Headlines with summaries, or alone.</param>
/// <param name="ShowsHard">Whether stories that are marked as sensitive may be among them.</param>
public sealed record NewsletterAddress(string From, int Count = NewsletterAddress.UsualStories, bool HasSummaries = true, bool ShowsHard = false)
{
    public const int UsualStories = 5;
    public const int MostStories = 10;

    public static readonly NewsletterAddress Usual = new(FeedAddress.All);

    public string Path
    {
        get
        {
            var options = new List<string>();
            if (From != FeedAddress.All) options.Add($"from={From}");
            if (Count != UsualStories) options.Add(string.Create(CultureInfo.InvariantCulture, $"count={Count}"));
            if (!HasSummaries) options.Add("summaries=no");
            if (ShowsHard) options.Add("hard=show");
            return $"{SiteLinks.Newsletter}{(options.Count == 0 ? "" : "?")}{string.Join('&', options)}";
        }
    }

    /// <summary>Parameters of others are let be.</summary>
    /// <param name="problem">What is wrong, in a sentence; null when nothing is.</param>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out NewsletterAddress? address, [NotNullWhen(false)] out string? problem)
    {
        (address, problem) = (null, null);
        var from = query.TryGetValue("from", out var of) ? of.ToString() : FeedAddress.All;
        var count = UsualStories;
        if (query.TryGetValue("count", out var many) && (!int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MostStories))
            problem = $"The number of stories is from 1 to {MostStories}.";
        else if (!TryChoose(query, "summaries", "yes", "no", out var hasSummaries)) problem = "Summaries are yes or no.";
        else if (!TryChoose(query, "hard", "show", "hide", out var showsHard)) problem = "Hard stories are shown (show) or left out (hide).";
        else if (new FeedAddress(from, FeedFormat.Rss).Source is null) problem = "There is no such list. Choose another.";
        else address = new NewsletterAddress(from, count, hasSummaries ?? true, showsHard ?? false);
        return problem is null;
    }

    /// <param name="chosen">Null when nothing was said.</param>
    private static bool TryChoose(IQueryCollection query, string key, string yes, string no, out bool? chosen)
    {
        chosen = null;
        if (!query.TryGetValue(key, out var said)) return true;
        chosen = said.ToString() == yes;
        return chosen.Value || said.ToString() == no;
    }
}
