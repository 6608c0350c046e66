namespace WorthyNews.Web.Http;

/// <summary>What every answer says about what it may do: no script but on a few pages, nothing from elsewhere, in nobody's frame.</summary>
public static class SecurityHeaders
{
    // Nothing on a page connects; without our own connect-src a reader's tools cannot fetch robots.txt through the page.
    private const string Policy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page where a reader turns on offline reading, and the worker that it starts: our script runs on no page that is for reading.</summary>
    private const string ScriptPolicy = $"{Policy}; script-src 'self'; worker-src 'self'";

    /// <summary>The page of Worthy Plugins shows a widget as others do, in a frame.</summary>
    private const string PluginsPolicy = $"{Policy}; script-src 'self'; frame-src 'self'";

    /// <summary>The desk runs scripts of our own, from files.</summary>
    private const string DeskPolicy = $"{Policy}; script-src 'self'; frame-src 'self'";

    /// <summary>The reader's page in a frame at the desk: as strict as where readers see it.</summary>
    private static readonly string PreviewPolicy = Policy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    /// <summary>A drawing holds its own style; opened alone it may do nothing else.</summary>
    private const string DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private const string OwnKey = "worthy.policy";

    extension(HttpContext context)
    {
        /// <summary>This answer has a policy of its own.</summary>
        public void SayPolicy(string policy) => context.Items[OwnKey] = policy;
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, HouseSettings settings)
    {
        var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
        return app.Use((context, next) =>
        {
            // Asked now: an error page is answered under another path.
            var path = context.Request.Path;
            var isDesk = path.IsDesk();
            // At the last moment: the error page starts from an answer that was wiped clean.
            context.Response.OnStarting(() =>
            {
                Set(context.Response.Headers, isSecure, PolicyFor(context, path));
                if (isDesk) Close(context.Response.Headers);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <param name="path">As it was asked for.</param>
    private static string PolicyFor(HttpContext context, PathString path) =>
        context.Items[OwnKey] as string is { } own ? own
        : context.Response.ContentType?.StartsWith("image/svg", StringComparison.Ordinal) == true ? DrawingPolicy
        : context.Request.Path.Value is SiteLinks.Offline or SiteLinks.OfflineWorker ? ScriptPolicy
        : context.Request.Path.Equals(SiteLinks.Plugins, StringComparison.OrdinalIgnoreCase) ? PluginsPolicy
        : IsPreview(path.Value!) ? PreviewPolicy
        : path.IsDesk() ? DeskPolicy
        : Policy;

    private static bool IsPreview(string path) =>
        path.StartsWith("/desk/preview/", StringComparison.OrdinalIgnoreCase)
        || (path.StartsWith("/desk/dispatches/", StringComparison.OrdinalIgnoreCase) && path.EndsWith("/preview", StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands at the desk is kept by no cache, listed by no robot, and told to no page that a link leads to.</summary>
    private static void Close(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static void Set(IHeaderDictionary headers, bool isSecure, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        if (isSecure) headers.StrictTransportSecurity = "max-age=31536000";
        // What is no document has no scripts, links or windows to keep in check.
        if (headers.ContentType.ToString().StartsWith("application/json", StringComparison.Ordinal)) return;
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
