using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Plugins;

/// <summary>What those may do who show our news on pages of theirs, and what we ask of them.</summary>
[OpenToReaders]
public sealed class TermsModel(HouseSettings settings) : PageModel, IReaderPage
{
    public PageHead Head { get; } = new("Terms of Worthy Plugins", PluginTerms.Path)
    {
        Description = $"What churches and ministries may do with the news of {settings.SiteName}, free, and what it asks of them.",
    };
}
