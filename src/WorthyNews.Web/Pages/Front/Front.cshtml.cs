using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Front;

/// <summary>The front page: what the desk chose leads, else the newest and most urgent; beside it all by time, below it what is left by bureau.</summary>
[OpenToReaders]
public sealed class FrontModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, TimeProvider time) : PageModel, IReaderPage
{
    private const int Newest = 30;
    private const int InTimeline = 7;
    /// <summary>Columns of the stories below; one with a map takes two.</summary>
    private const int Beside = 4;
    private const int InRail = 3;
    private const int MaxDatelines = 10;
    private const int MaxTopics = 30;

    public PageHead Head { get; private set; } = new(settings.SiteName, "/")
    {
        IsFront = true,
        JsonLd = HouseData.House(links, settings),
        Description = $"The newest dispatches of {settings.SiteName}, by time, bureau and topic.",
    };

    public NewsTimes Times { get; } = NewsTimes.Of(settings);

    public DateOnly Today { get; } = NewsTimes.Of(settings).DayOf(time.GetUtcNow());

    /// <summary>Null when nothing is breaking.</summary>
    public Breaking? Breaking { get; private set; }

    /// <summary>Null while nothing is published.</summary>
    public StoryCard? Lead { get; private set; }

    /// <summary>The crossheads of the lead, at most five.</summary>
    public IReadOnlyList<(string Id, string Text)> Inside { get; private set; } = [];

    /// <summary>Empty when it would only repeat the lead.</summary>
    public IReadOnlyList<StoryCard> Latest { get; private set; } = [];

    /// <summary>Empty when the timeline says it all.</summary>
    public IReadOnlyList<StoryCard> Others { get; private set; } = [];

    public bool OthersAreOfToday { get; private set; }

    /// <summary>Of the first of the others; null when there is none.</summary>
    public StoryMap? MapBeside => Others.Count > 0 ? Others[0].Map : null;

    /// <summary>What no part above shows, for the bureaus that have such.</summary>
    public IReadOnlyList<(DirectoryName Bureau, IReadOnlyList<StoryCard> Stories)> Rails { get; private set; } = [];

    public IReadOnlyList<DirectoryName> Datelines { get; private set; } = [];

    public bool DatelinesAreOfToday { get; private set; }

    public IReadOnlyList<DirectoryName> Topics { get; private set; } = [];

    private Dictionary<string, string> BureauNames { get; set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var stories = (await newsstand.LatestAsync(Newest, null, cancel)).Stories;
        var now = time.GetUtcNow();
        Breaking = await newsstand.BreakingAsync(now, cancel);
        var order = await newsstand.FrontAsync(Newest, now, cancel);
        // Between the two questions the last story may have been withdrawn.
        if (stories.Count == 0 || order.Count == 0) return;

        Lead = order[0].Card;
        if (await newsstand.AtAsync(Lead.Address, cancel) is { Story: var story }) Inside = [.. BlockText.Crossheads(story.Body).Take(5)];
        if (stories.Count > 1) Latest = [.. stories.Take(InTimeline)];
        if (stories.Count > 2) Others = [.. Chosen(order).Where(s => s != Lead).Take(Beside)];
        if (Others is [{ Map: not null }, _, _, _]) Others = [.. Others.Take(Beside - 1)];
        OthersAreOfToday = IsOfToday(Lead) && Others.All(IsOfToday);

        var bureaus = await newsstand.NamesAsync(NameKind.Bureau, cancel);
        BureauNames = bureaus.ToDictionary(b => b.Slug, b => b.Name, StringComparer.Ordinal);
        Rails = await RailsAsync(bureaus, cancel);
        await FindDatelinesAsync(stories, cancel);
        Topics = [.. (await newsstand.NamesAsync(NameKind.Topic, cancel)).Take(MaxTopics)];
        Head = Head with { ShowsSamples = stories.Take(InTimeline).Append(Lead).Concat(Others).Concat(Rails.SelectMany(r => r.Stories)).Any(s => s.Sample) };
    }

    public StoryItem Item(StoryCard card, string size) =>
        new(card, size, BureauOf(card), Times.Brief(card.PublishedAt, Today));

    private string? BureauOf(StoryCard card) => card.Bureau is { } slug && BureauNames.TryGetValue(slug, out var name) ? $"{name} Bureau" : null;

    /// <summary>In their order; a translation that the desk itself chose stands aside for none.</summary>
    private static IEnumerable<StoryCard> Chosen(IReadOnlyList<FrontStory> order) =>
        order.Where(s => s.Place is not null).Select(s => s.Card)
            .Concat(WithoutPairs([.. order.Select(s => s.Card)]).Where(c => order.All(s => s.Card != c || s.Place is null)));

    /// <summary>The front page is in one language and the timeline shows all: a translation stands aside for its original.</summary>
    private static IEnumerable<StoryCard> WithoutPairs(IReadOnlyList<StoryCard> stories)
    {
        var ids = stories.Select(s => s.StoryId).ToHashSet();
        return stories.Where(s => s.TranslationOf is not { } original || !ids.Contains(original)).DistinctBy(s => s.TranslationOf ?? s.StoryId);
    }

    private bool IsOfToday(StoryCard card) => Times.DayOf(card.PublishedAt) == Today;

    private async Task<IReadOnlyList<(DirectoryName, IReadOnlyList<StoryCard>)>> RailsAsync(IReadOnlyList<DirectoryName> bureaus, CancellationToken cancel)
    {
        var shown = Others.Append(Lead!).Concat(Others.Count == 0 ? Latest : []).Select(s => s.StoryId).ToHashSet();
        var newest = await newsstand.ByBureauAsync(bureaus.Select(b => b.Slug), InRail + shown.Count, cancel);
        return
        [
            .. bureaus
                .Select(b => (Bureau: b, Stories: (IReadOnlyList<StoryCard>)[.. WithoutPairs(newest[b.Slug])
                    .Where(s => !shown.Contains(s.StoryId) && !shown.Contains(s.TranslationOf ?? s.StoryId)).Take(InRail)]))
                .Where(r => r.Stories.Count > 0),
        ];
    }

    private async Task FindDatelinesAsync(IReadOnlyList<StoryCard> stories, CancellationToken cancel)
    {
        DatelinesAreOfToday = stories.Any(s => IsOfToday(s) && s.Dateline.Places.Count > 0);
        var places = stories.Where(s => !DatelinesAreOfToday || IsOfToday(s))
            .SelectMany(s => s.Dateline.Places).Select(p => p.Slug).Distinct().Take(MaxDatelines);
        Datelines = [.. (await newsstand.NamesAsync(NameKind.Place, [.. places], cancel)).Where(p => !p.IsHidden)];
    }
}
