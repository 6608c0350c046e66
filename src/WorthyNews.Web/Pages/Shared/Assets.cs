using Microsoft.AspNetCore.Components;

using WorthyNews.Web.Http;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Addresses of our own files, with the fingerprint that lets a browser keep them for ever.</summary>
/// <remarks>The tag helper that does the same writes its attributes as HtmlString, which is banned.</remarks>
public static class Assets
{
    /// <summary>The fonts that every page begins with; a name bears the mark of its bytes, as the style sheet has it.</summary>
    public static readonly IReadOnlyList<string> MainFonts = [FontFiles.Serif, FontFiles.Sans];

    extension(HttpContext context)
    {
        /// <param name="file">Below wwwroot, without a leading stroke.</param>
        public string Asset(string file) => $"/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file}";
    }
}
