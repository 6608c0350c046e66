using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Desk.Shared;

/// <summary>The clocks in the bar: of the bureau, of the person, and UTC; none twice.</summary>
public sealed class DeskClocks(Newsstand newsstand, HouseSettings settings)
{
    /// <summary>The bureau is the only one somebody works for; for others the zone of the site stands in its place.</summary>
    public async Task<IReadOnlyList<NewsTimes>> ForAsync(SignedIn signedIn, CancellationToken cancel)
    {
        var bureau = signedIn.SeenBureaus is [var only] ? await newsstand.NameAsync(NameKind.Bureau, only, cancel) : null;
        NewsTimes[] local = [NewsTimes.Of(bureau, settings), new(signedIn.Person.TimeZone)];
        return [.. local.Where(c => !c.IsUtc).DistinctBy(c => c.City), NewsTimes.Utc];
    }

    /// <summary>Whether a way of the bar leads to what is shown.</summary>
    public static bool IsHere(PathString shown, string path) =>
        path == DeskPaths.Desk ? shown.Value == path : shown.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
