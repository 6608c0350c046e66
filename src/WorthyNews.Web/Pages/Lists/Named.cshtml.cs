using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Lists;

/// <summary>All that is listed under a bureau, section, topic, contributor or place.</summary>
[OpenToReaders]
public sealed class NamedModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, TimeProvider time) : PageModel, IReaderPage
{
    private const int OnAPage = 30;
    private const int MaxPlaces = 16;

    private static readonly Dictionary<string, NameKind> Kinds =
        new[] { NameKind.Bureau, NameKind.Section, NameKind.Topic, NameKind.Contributor, NameKind.Place }
            .ToDictionary(SiteLinks.Folder, kind => kind, StringComparer.Ordinal);

    public DirectoryName Name { get; private set; } = null!;

    public PageHead Head { get; private set; } = null!;

    public DayList List { get; private set; } = null!;

    /// <summary>A contributor's bureau, when it has a page.</summary>
    public DirectoryName? Bureau { get; private set; }

    /// <summary>Those of a bureau.</summary>
    public IReadOnlyList<DirectoryName> Contributors { get; private set; } = [];

    /// <summary>Where the stories on this page were filed, but for the place the page is about.</summary>
    public IReadOnlyList<DirectoryName> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancel)
    {
        if (!Kinds.TryGetValue(folder, out var kind)) return NotFound();        // an address has one spelling
        if (!Request.Query.TryGetBefore(out var before)) return BadRequest();
        if (await newsstand.NameAsync(kind, slug, cancel) is not { } name) return await MovedAsync(kind, slug, before, cancel);

        Name = name;
        var stories = await newsstand.LatestAsync(kind, slug, OnAPage, before, cancel);
        var times = kind == NameKind.Bureau ? NewsTimes.Of(name, settings) : NewsTimes.Of(settings);
        var path = SiteLinks.To(name);
        List = new DayList(stories, times, times.DayOf(time.GetUtcNow()), path, before is null, NamesDays: true);
        await FindFactsAsync(cancel);

        Head = new PageHead(before is null ? Title : $"{Title}, older dispatches", before is { } cursor ? SiteLinks.Older(path, cursor) : path)
        {
            Description = Excerpt.Cut(name.Description ?? $"Dispatches of {settings.SiteName}: {Title}.", Excerpt.DescriptionChars),
            Bureau = kind == NameKind.Bureau ? slug : null,
            IsUnlisted = stories.Stories.Count == 0,
            Feed = (FeedAddress.OfName(kind, slug), $"{settings.SiteName}: {Title}"),
            JsonLd = HouseData.Shelf(links, settings, Title, path),
            ShowsSamples = name.IsSample || Contributors.Any(c => c.IsSample) || stories.Stories.Any(s => s.Sample),
        };
        return Page();
    }

    /// <summary>The old address of a merged name leads to the survivor's, for ever.</summary>
    private async Task<IActionResult> MovedAsync(NameKind kind, string slug, Cursor? before, CancellationToken cancel)
    {
        var into = (await newsstand.MergersAsync(cancel)).SurvivorOf(kind, slug);
        if (into == slug || await newsstand.NameAsync(kind, into, cancel) is not { } survivor) return NotFound();
        var path = SiteLinks.To(survivor);
        return LocalRedirectPermanent(before is { } cursor ? SiteLinks.Older(path, cursor) : path);
    }

    private string Title => Name.Kind == NameKind.Bureau ? $"{Name.Name} bureau" : Name.Name;

    private async Task FindFactsAsync(CancellationToken cancel)
    {
        if (Name.Kind == NameKind.Contributor && Name.Bureau is { } bureau) Bureau = await newsstand.NameAsync(NameKind.Bureau, bureau, cancel);
        if (Name.Kind == NameKind.Bureau)
            Contributors = [.. (await newsstand.NamesAsync(NameKind.Contributor, cancel)).Where(c => c.Bureau == Name.Slug)];

        var places = List.Stories.Stories.SelectMany(s => s.Dateline.Places).Select(p => p.Slug).Distinct()
            .Where(p => Name.Kind != NameKind.Place || p != Name.Slug).Take(MaxPlaces);
        Places = [.. (await newsstand.NamesAsync(NameKind.Place, [.. places], cancel)).Where(p => !p.IsHidden)];
    }
}
