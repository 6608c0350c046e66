using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Something that can be chosen to read of.</summary>
/// <param name="Of">See <see cref="FeedAddress.Of"/>.</param>
public sealed record FeedChoice(string Of, string Name)
{
    /// <summary>All that have stories, in groups; the first is the house's own, and begins with everything.</summary>
    public static async Task<IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)>> AllAsync(Newsstand newsstand, string siteName, CancellationToken cancel)
    {
        var all = new List<(string, IReadOnlyList<FeedChoice>)> { (siteName, [new(FeedAddress.All, "Everything")]) };
        foreach (var (kind, title) in FeedAddress.Kinds)
        {
            var names = await newsstand.NamesAsync(kind, cancel);
            if (names.Count > 0) all.Add((title, [.. names.Select(n => new FeedChoice(FeedAddress.OfName(kind, n.Slug), n.Name))]));
        }

        var languages = await newsstand.LanguagesAsync(cancel);
        if (languages.Count > 0) all.Add(("Languages", [.. languages.Select(l => new FeedChoice(FeedAddress.OfName(NameKind.Language, l), LanguageTag.NativeName(l)))]));
        return all;
    }
}
