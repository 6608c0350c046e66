using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Maps;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Text;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Places;

/// <summary>A place on the map of datelines.</summary>
/// <param name="Country">In which it lies today; null where we name it without one.</param>
/// <param name="X">In the units of the world map, as <paramref name="Y"/>.</param>
/// <param name="Radius">Grows with the number of stories.</param>
public sealed record Dot(DirectoryName Name, string? Country, int Stories, double X, double Y, double Radius);

/// <summary>The map of datelines: where the news of the last weeks came from, and a list that says the same.</summary>
[OpenToReaders]
public sealed class PlacesModel(Newsstand newsstand, HouseSettings settings, SiteLinks links, TimeProvider time) : PageModel, IReaderPage
{
    public const int Weeks = 4;

    public PageHead Head { get; private set; } = null!;

    /// <summary>Most stories first.</summary>
    public IReadOnlyList<Dot> Dots { get; private set; } = [];

    /// <summary>The same places by country, both by name; last those that we name without one.</summary>
    public IReadOnlyList<(string Country, IReadOnlyList<Dot> Places)> Countries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // From a UTC midnight on, so that the page is the same all day.
        var since = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(-7 * Weeks);
        var counts = await newsstand.DatelinesAsync(since, cancel);
        var names = (await newsstand.NamesAsync(NameKind.Place, [.. counts.Select(c => c.Place.Slug)], cancel))
            .Where(n => !n.IsHidden).ToDictionary(n => n.Slug, StringComparer.Ordinal);
        Dots = [.. counts.Where(c => names.ContainsKey(c.Place.Slug)).Select(c => DotOf(names[c.Place.Slug], c))];
        Countries =
        [
            .. Dots.GroupBy(d => d.Country ?? "", StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key.Length == 0 ? "Named without a country" : g.Key, (IReadOnlyList<Dot>)[.. g.OrderBy(d => d.Name.Name, StringComparer.Ordinal)])),
        ];
        Head = new PageHead("Places", SiteLinks.Places)
        {
            Description = $"Where the news of the last {Weeks} weeks came from.",
            JsonLd = HouseData.Shelf(links, settings, "Places", SiteLinks.Places),
            ShowsSamples = false,
        };
    }

    private static Dot DotOf(DirectoryName name, DatelineCount count)
    {
        var (x, y) = WorldMap.PointOn(count.Place.Point!.Value);
        return new Dot(name, Gazetteer.CountryName(count.Place.CountryCode), count.Stories, x, y, WorldMap.RadiusOf(count.Stories));
    }
}
