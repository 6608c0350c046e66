using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>For the volunteer who keeps a church's site: what is free, and how to take it.</summary>
[OpenToReaders]
public sealed class PluginsModel(HouseSettings settings) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("Worthy Plugins", "/plugins")
    {
        Description = $"The free syndication of {settings.SiteName} for churches and ministries: one address to copy, and our headlines stand on your own page.",
    };
}
