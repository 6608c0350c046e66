using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Offline;

/// <summary>Where a reader asks this device to keep what is read, and has it forgotten. The only page with a script.</summary>
/// <remarks>Never on by itself: what a person read may endanger them when their device is taken.</remarks>
[OpenToReaders]
public sealed class OfflineModel(HouseSettings settings) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("Reading offline", SiteLinks.Offline)
    {
        Description = $"Keep the front page and the stories you read of {settings.SiteName} on your device, for when there is no line.",
    };
}
