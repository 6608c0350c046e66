namespace WorthyNews.Web.Http;

/// <summary>What every answer says about what it may do: no script, nothing from elsewhere, in nobody's frame.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A drawing holds its own style; opened alone it may do nothing else.</summary>
    private const string DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, HouseSettings settings)
    {
        var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
        return app.Use((context, next) =>
        {
            // At the last moment: the error page starts from an answer that was wiped clean.
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, isSecure, isDrawing: context.Response.ContentType?.StartsWith("image/svg", StringComparison.Ordinal) == true);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(IHeaderDictionary headers, bool isSecure, bool isDrawing)
    {
        headers.ContentSecurityPolicy = isDrawing ? DrawingPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (isSecure) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
