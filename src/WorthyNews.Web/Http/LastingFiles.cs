namespace WorthyNews.Web.Http;

/// <summary>Fonts bear the mark of their bytes in their names, so a browser need never ask for one again.</summary>
/// <remarks>Sheets and pictures get theirs from the platform, in the address a page gives them; a sheet cannot give one to its fonts.</remarks>
public static class LastingFiles
{
    public static IApplicationBuilder UseLastingFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal) && context.Request.Path.Value!.EndsWith(".woff2", StringComparison.Ordinal))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
