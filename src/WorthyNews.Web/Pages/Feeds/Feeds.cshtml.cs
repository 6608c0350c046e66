using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Feeds;

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
        var stories = await FeedChoice.AllAsync(newsstand, settings.SiteName, cancel);
        Choices = [(stories[0].Title, [.. stories[0].Feeds, new(FeedAddress.Corrections, "Corrections, retractions and kills")]), .. stories.Skip(1)];
        HasChosen = Request.Query.ContainsKey(OfKey);
        var of = HasChosen ? Request.Query[OfKey].ToString() : FeedAddress.All;
        var format = FeedFormat.Rss;
        if (Request.Query.TryGetValue(FormatKey, out var asked) && !FeedAddress.TryFormat(asked, out format)) Problem = "There is no such format. Choose another.";
        else if (!Choices.Any(group => group.Feeds.Any(f => f.Of == of))) Problem = "There is no such feed any more. Choose another.";
        else if (FeedAddress.TryRead(of, format, Request.Query, out var address, out var problem)) Chosen = address;
        else Problem = $"It could not be understood: {problem}";
    }
}
