namespace WorthyNews.Web.Http;

/// <summary>Files of ours that pages of others ask for as well, and how long a browser keeps them.</summary>
/// <remarks>
/// Fonts and numbered loaders never change under one name. Sheets and pictures get theirs from the platform, in the address a page gives them;
/// a sheet cannot give one to its fonts. The loader without a number is pasted once and read for years: it is looked for again after minutes.
/// </remarks>
public static class LastingFiles
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string ForMinutes = "public, max-age=300";

    public static IApplicationBuilder UseLastingFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (StayOf(context.Request.Path) is { } stay)
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return Task.CompletedTask;
                var headers = context.Response.Headers;
                headers.CacheControl = stay;
                // A frame in a sandbox is nobody's origin, and what has an integrity mark is fetched as a stranger's.
                headers.AccessControlAllowOrigin = "*";
                headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <returns>Null for what is no such file.</returns>
    private static string? StayOf(PathString path)
    {
        var value = path.Value ?? "";
        if (value.StartsWith("/fonts/", StringComparison.Ordinal) && value.EndsWith(".woff2", StringComparison.Ordinal)) return ForEver;
        if (!value.StartsWith(SiteLinks.EmbedFiles, StringComparison.Ordinal)) return null;
        return value.StartsWith(SiteLinks.NumberedLoader, StringComparison.Ordinal) ? ForEver : ForMinutes;
    }
}
