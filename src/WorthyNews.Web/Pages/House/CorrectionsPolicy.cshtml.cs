using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.House;

/// <summary>The rules for mistakes: what the software does, and what the editors promise.</summary>
[OpenToReaders]
public sealed class CorrectionsPolicyModel(HouseSettings settings) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("How we correct", "/corrections-policy")
    {
        Description = $"What {settings.SiteName} does when something it published is wrong.",
    };
}
