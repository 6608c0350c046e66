using System.IO.Compression;

using Microsoft.AspNetCore.ResponseCompression;

namespace WorthyNews.Web.Http;

/// <summary>What is not printed goes out compressed too, such as a search. Printed pages are compressed once, when they are printed; style sheets when the program is built, fonts are by nature.</summary>
/// <remarks>
/// Over https too: an attacker who can make a reader ask, and count bytes, learns only what is secret in the answer
/// (BREACH), and a public page holds no secret: no cookie is read, no form carries a token, everybody gets the same.
/// The desk is left out. Answers with a strong ETag (sitemaps, pictures) are left as they are: it
/// stands for one row of bytes (RFC 9110, 8.8.1), not for two codings of it. A map and a feed have weak ones.
/// </remarks>
public static class Compression
{
    /// <summary>What is drawn or written on the way out, and half of it air.</summary>
    private static readonly string[] Kinds = ["text/html", Conditional.Drawing, "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "text/x-opml"];

    public static bool Takes(string contentType) => Kinds.Any(k => contentType.StartsWith(k, StringComparison.OrdinalIgnoreCase));

    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        return services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = Kinds;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    public static IApplicationBuilder UseCompression(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            // The platform says so only to those who take a coding; a cache in between must know it of the plain page as well.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (Takes(headers.ContentType.ToString()) && !headers.Vary.ToString().Contains("Accept-Encoding", StringComparison.OrdinalIgnoreCase))
                    headers.Append("Vary", "Accept-Encoding");
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app.UseWhen(context => !context.Request.Path.IsDesk(), readers => readers.UseResponseCompression());
    }
}
