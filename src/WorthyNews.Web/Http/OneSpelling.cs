namespace WorthyNews.Web.Http;

/// <summary>An address has one spelling: with a stroke at its end it leads to the one without.</summary>
public static class OneSpelling
{
    public static IApplicationBuilder UseOneSpelling(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var trimmed = path.TrimEnd('/');
        // Two strokes or a backslash at the start would lead to another host.
        if (trimmed.Length == path.Length || trimmed.Length < 2 || trimmed[1] is '/' or '\\') return next(context);

        context.Response.Redirect(new PathString(trimmed).ToUriComponent() + context.Request.QueryString.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    });
}
