using Microsoft.AspNetCore.Components;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Addresses of our own files, with the fingerprint that lets a browser keep them for ever.</summary>
/// <remarks>The tag helper that does the same writes its attributes as HtmlString, which is banned.</remarks>
public static class Assets
{
    extension(HttpContext context)
    {
        /// <param name="file">Below wwwroot, without a leading stroke.</param>
        public string Asset(string file) => $"/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file}";
    }
}
