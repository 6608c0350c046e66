using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Feeds;

/// <param name="Of">See <see cref="FeedAddress.Of"/>.</param>
public sealed record FeedChoice(string Of, string Name);

/// <summary>The feeds, for people: which there are, what each format is for, and the address of the one they choose.</summary>
[OpenToReaders]
public sealed class FeedsModel(Newsstand newsstand, HouseSettings settings) : PageModel, IReaderPage
{
    public const string Path = "/feeds";
    public const string OfKey = "of";
    public const string FormatKey = "format";

    public PageHead Head { get; } = new("Feeds", Path)
    {
        Description = $"Every feed of {settings.SiteName}, free for churches and ministries: choose what you want, and copy its address.",
    };

    public IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)> Choices { get; private set; } = [];

    /// <summary>What was chosen; the feed of everything before anything was.</summary>
    public FeedAddress Chosen { get; private set; } = new(FeedAddress.All, FeedFormat.Rss);

    public bool HasChosen { get; private set; }

    /// <summary>Null when nothing is wrong with what was chosen.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Choices = await ChoicesAsync(cancel);
        HasChosen = Request.Query.ContainsKey(OfKey);
        var of = HasChosen ? Request.Query[OfKey].ToString() : FeedAddress.All;
        var format = FeedFormat.Rss;
        if (Request.Query.TryGetValue(FormatKey, out var asked) && !FeedAddress.TryFormat(asked, out format)) Problem = "There is no such format. Choose another.";
        else if (!Choices.Any(group => group.Feeds.Any(f => f.Of == of))) Problem = "There is no such feed any more. Choose another.";
        else if (FeedAddress.TryRead(of, format, Request.Query, out var address, out var problem)) Chosen = address;
        else Problem = $"It could not be understood: {problem}";
    }

    private async Task<IReadOnlyList<(string Title, IReadOnlyList<FeedChoice> Feeds)>> ChoicesAsync(CancellationToken cancel)
    {
        var all = new List<(string, IReadOnlyList<FeedChoice>)>
        {
            (settings.SiteName, [new(FeedAddress.All, "Everything"), new(FeedAddress.Corrections, "Corrections, retractions and kills")]),
        };
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
