using System.Security.Cryptography;

using Microsoft.AspNetCore.Diagnostics;

namespace WorthyNews.Web.Http;

/// <summary>What a stranger sees when something is missing or broken: a short page; the cause goes to the log under the reference it prints.</summary>
public static class ErrorPages
{
    public const string ReferenceKey = "worthy.reference";

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            // Serilog has it, with the reference; the platform's own line would be a second one without.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The reader has left; there is nobody to tell.
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
            catch (Exception error)
            {
                var reference = $"{Convert.ToHexString(RandomNumberGenerator.GetBytes(2))}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(1))}";
                context.Items[ReferenceKey] = reference;
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Site")
                    .LogError(error, "Reference {Reference}: {Path} failed", reference, HouseLog.PathOf(context));
                throw;
            }
        });
        app.UseWhen(context => context.Request.Path.IsDesk(), desk =>
        {
            desk.UseStatusCodePagesWithReExecute("/desk/errors/{0}");
            desk.UseAwayDatabase();
        });
        return app.UseWhen(context => !context.Request.Path.IsDesk(), readers => readers.UseStatusCodePagesWithReExecute("/errors/{0}"));
    }

    /// <summary>The address that led to an error page, without its query; null when somebody asked for the error page itself.</summary>
    public static string? OriginalPath(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path;
}
