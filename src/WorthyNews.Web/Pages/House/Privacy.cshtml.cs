using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.House;

/// <summary>What is true of this software and its readers. A change of the software that makes a sentence false changes it here too.</summary>
[OpenToReaders]
public sealed class PrivacyModel(HouseSettings settings) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("Privacy", "/privacy")
    {
        Description = $"No cookie, no tracker, no third party: what {settings.SiteName} knows about its readers.",
    };
}
