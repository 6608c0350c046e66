using System.Security.Cryptography;

namespace WorthyNews.Web.Http.Widgets;

/// <summary>The newest loader that has a number: its bytes never change, so that a page may say which bytes it trusts.</summary>
/// <param name="Path">Below the site.</param>
/// <param name="Integrity">"sha384-…".</param>
/// <remarks>Source: Subresource Integrity, 3.5. A loader is given a new number whenever it changes; the old ones stay for those who pinned them.</remarks>
public sealed record LoaderFile(string Path, string Integrity)
{
    public const string Number = "1.0.0";

    /// <exception cref="FileNotFoundException">The program was built without it.</exception>
    public static LoaderFile Read(IWebHostEnvironment environment)
    {
        var path = $"{SiteLinks.NumberedLoader}{Number}.js";
        using var bytes = environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();
        return new LoaderFile(path, $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}");
    }
}
