using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Access;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Desk.Shared;

/// <summary>A page in the frame of the desk.</summary>
public interface IDeskPage
{
    /// <summary>Without the name of the site.</summary>
    string Title { get; }
}

/// <summary>A way from the bar.</summary>
/// <param name="Verb">Who holds it somewhere sees the way; null: whoever is signed in.</param>
public sealed record DeskWay(string Label, string Path, DeskVerb? Verb);

/// <summary>The ways from the bar, in their order. One whose page does not exist is not shown.</summary>
public sealed class DeskWays(EndpointDataSource routes)
{
    private static readonly DeskWay[] All =
    [
        new("Board", DeskPaths.Desk, DeskVerb.See),
        new("New dispatch", "/desk/dispatches/new", DeskVerb.Write),
        new("Paste wire copy", "/desk/wire-copy", DeskVerb.Write),
        new("Front", "/desk/front", DeskVerb.Front),
        new("Directory", "/desk/directory", DeskVerb.Directory),
        new("People", DeskPaths.People, DeskVerb.People),
        new("Audit", DeskPaths.Audit, DeskVerb.Audit),
    ];

    private readonly Lazy<IReadOnlyList<DeskWay>> built = new(() =>
    {
        var patterns = routes.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. All.Where(way => patterns.Contains(way.Path))];
    });

    public IReadOnlyList<DeskWay> For(SignedIn signedIn) => [.. built.Value.Where(w => w.Verb is not { } verb || signedIn.MaySomewhere(verb))];

    /// <summary>Where somebody begins who asked for nothing else.</summary>
    public string StartFor(IReadOnlyCollection<GrantedRole> granted) =>
        built.Value.FirstOrDefault(w => w.Verb is not { } verb || granted.MaySomewhere(verb))?.Path ?? DeskPaths.Account;
}

/// <summary>What an act says on the page that follows it: "Published 14:02 UTC."</summary>
public static class Said
{
    private const string Key = "said";

    extension(PageModel page)
    {
        public void Say(string what) => page.TempData[Key] = what;

        /// <summary>Says it, and shows the same page anew, so that pressing reload sends nothing twice.</summary>
        public IActionResult SayAndShow(string what)
        {
            page.TempData[Key] = what;
            return new RedirectResult(page.Request.Path.ToUriComponent());
        }
    }

    /// <summary>Null when there is nothing to say; said once.</summary>
    /// <remarks>Looked for only where the cookie is: the platform deletes it on every page that looks and finds nothing.</remarks>
    public static string? In(HttpContext context, ITempDataDictionary kept) =>
        context.Request.Cookies.Keys.Any(name => name.EndsWith(DeskDoor.SaidCookie, StringComparison.Ordinal)) ? kept[Key] as string : null;
}
