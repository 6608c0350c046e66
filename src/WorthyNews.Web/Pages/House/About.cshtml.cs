using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.House;

/// <summary>What the house is, in a few sentences.</summary>
[OpenToReaders]
public sealed class AboutModel(HouseSettings settings, SiteLinks links) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("About us", "/about")
    {
        JsonLd = HouseData.House(links, settings),
        Description = $"What {settings.SiteName} is, how a story reaches you, and how to read a dispatch.",
    };
}
