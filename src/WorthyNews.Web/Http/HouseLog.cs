using System.Globalization;

using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace WorthyNews.Web.Http;

/// <summary>One line for each request, without its query string and without anything that tells who asked.</summary>
public static class HouseLog
{
    private const int DaysKept = 31;

    /// <param name="isVerb">A verb of the command line speaks on standard output; its log stands aside, on standard error.</param>
    public static Serilog.ILogger Open(HouseSettings settings, bool isVerb)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Is(isVerb ? LogEventLevel.Warning : LogEventLevel.Information)
            // The server's own request lines carry query strings.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", isVerb ? LogEventLevel.Warning : LogEventLevel.Information)
            // Made for each request, a scope and an activity cost more than a printed page; nobody reads them.
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            // A command that fails is thrown to whoever sent it; a first start tries one that must.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            // That keys lie in the database as they are is told in docs/decisions/0020, not at every start.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            // That it cannot listen is told in a sentence by whoever started it.
            .Filter.ByExcluding(e => e.Exception is IOException && e.Properties.GetValueOrDefault("SourceContext")?.ToString().Contains("Hosting.Internal.Host", StringComparison.Ordinal) == true)
            .Enrich.FromLogContext();

        LogEventLevel? aside = isVerb ? LogEventLevel.Verbose : null;
        if (settings.LogJson) log.WriteTo.Console(new CompactJsonFormatter(), standardErrorFromLevel: aside);
        else log.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: aside);

        if (settings.LogDirectory is { } folder)
        {
            log.WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "worthynews-.log"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, shared: true);
        }

        return log.CreateLogger();
    }

    /// <summary>As it was sent: decoded, a path could bring a line break and with it a line of its own. Less the key of a preview link, which opens a text that is not out.</summary>
    internal static string PathOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments(DeskPaths.Preview, StringComparison.OrdinalIgnoreCase) ? $"{DeskPaths.Preview}/…" : context.Request.Path.ToUriComponent();

    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // This program's own log: several may run in one process when they are tested.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        // As it was sent: decoded, a path could bring a line break and with it a line of its own.
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(PathOf(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
        options.GetLevel = (context, _, error) =>
            error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });
}
