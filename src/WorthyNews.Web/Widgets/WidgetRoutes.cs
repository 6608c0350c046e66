using System.Text;

using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Printing;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Web.Widgets;

/// <summary>The door for other people's pages: frames, fragments and data. All who chose the same get the same bytes, and no answer tells anything of who asked.</summary>
public static class WidgetRoutes
{
    private const string Kinds = "{kind:regex(^(headlines|cards|story)$)}";
    private const string RetryAfterSeconds = "10";

    private static readonly string[] Reads = ["GET", "HEAD"];

    /// <summary>What is put right is put right everywhere within this and the minute in which a page looks again; nothing may be shown when it is older.</summary>
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(15);

    public static void MapWidgets(this IEndpointRouteBuilder app)
    {
        app.MapMethods($"/embed/{Kinds}", Reads, FrameAsync).WithName("widget-frame").AllowAnonymous();
        app.MapMethods($"/embed/{Kinds}.html", Reads, FragmentAsync).WithName("widget-fragment").AllowAnonymous();
        app.MapMethods("/embed/{kind:regex(^(headlines|story)$)}.json", Reads, DataAsync).WithName("widget-data").AllowAnonymous();
    }

    /// <inheritdoc cref="PublicAddressReader"/>
    public static PublicAddress? Printed(string path, IQueryCollection query)
    {
        const string Folder = "/embed/";
        if (!path.StartsWith(Folder, StringComparison.Ordinal)) return null;
        var (kind, ending) = path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (path[Folder.Length..dot], path[dot..]) : (path[Folder.Length..], "");
        if (kind is not ("headlines" or "cards" or "story") || !WidgetAsk.TryRead(kind, query, out var ask, out _)) return null;
        var target = ending switch
        {
            "" => ask.Choices.FramePathAt(ask.Before, ask.Reading),
            ".html" => ask.Choices.FragmentPath,
            ".json" when kind != "cards" => ask.Choices.DataPath(ask.Before, TextOf(kind, query, ask)),
            _ => null,
        };
        return target is null ? null : new PublicAddress(target, IsForPrograms: true);
    }

    private static async Task FrameAsync(string kind, HttpContext context, [AsParameters] WidgetParts parts)
    {
        WidgetPage Plain(string sentence, int status) => WidgetFrame.Plain(sentence, parts.Links.Home, parts.Settings.SiteName, status);

        if (!WidgetAsk.TryRead(kind, context.Request.Query, out var ask, out var problem)) await AnswerAsync(context, parts, Plain($"This widget was not set up right: {problem}", StatusCodes.Status400BadRequest));
        else await WriteAsync(context, parts, ask, sheet => WidgetFrame.Print(sheet, ask), () => Plain("The headlines cannot be shown at this moment.", StatusCodes.Status503ServiceUnavailable));
    }

    private static async Task FragmentAsync(string kind, HttpContext context, [AsParameters] WidgetParts parts)
    {
        if (!WidgetAsk.TryRead(kind, context.Request.Query, out var ask, out var problem))
        {
            await AnswerAsync(context, parts, Text($"{problem}\n", StatusCodes.Status400BadRequest));
            return;
        }

        // A server that takes it in cannot turn pages for its visitors.
        ask = ask with { Before = null, Reading = null };
        // What a server takes in is shown or it is not: of a killed story its visitors shall read the notice.
        await WriteAsync(context, parts, ask, sheet => new WidgetPage(WidgetHtml.Write(WidgetMarkup.Article(sheet, ask.Choices, null)), WidgetFrame.ContentType, null, ShownStatus(sheet)));
    }

    private static async Task DataAsync(string kind, HttpContext context, [AsParameters] WidgetParts parts)
    {
        if (!WidgetAsk.TryRead(kind, context.Request.Query, out var ask, out var problem))
        {
            await AnswerAsync(context, parts, Text($"{problem}\n", StatusCodes.Status400BadRequest));
            return;
        }

        // Its headings are the loader's to set.
        ask = ask with { Reading = TextOf(kind, context.Request.Query, ask), Choices = ask.Choices with { Level = WidgetChoices.UsualLevel } };
        // A kill is data too: the loader shows the notice, and no visitor's console tells of a request that failed.
        await WriteAsync(context, parts, ask, sheet => new WidgetPage(WidgetJson.Write(sheet, cursor => ask.Choices.DataPath(cursor), parts.Links), "application/json; charset=utf-8", null, ShownStatus(sheet)));
    }

    /// <summary>The story of which the whole text is asked for.</summary>
    private static Guid? TextOf(string kind, IQueryCollection query, WidgetAsk ask) => kind == "story" && query["text"] == "yes" ? ask.Choices.Story : null;

    private static int ShownStatus(WidgetSheet sheet) => sheet.Status == StatusCodes.Status410Gone ? StatusCodes.Status200OK : sheet.Status;

    /// <param name="away">What is said when it cannot be made; null for a plain word.</param>
    private static async Task WriteAsync(HttpContext context, WidgetParts parts, WidgetAsk ask, Func<WidgetSheet, WidgetPage> write, Func<WidgetPage>? away = null)
    {
        WidgetPage page;
        try
        {
            page = write(await parts.Sheets.OfAsync(ask, context.RequestAborted));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever failed, a plain word is better than a broken page on somebody else's site.
            parts.Logs.CreateLogger("Widgets").LogError(error, "{Path} cannot be made", context.Request.Path.ToUriComponent());
            page = away?.Invoke() ?? Text("This cannot be shown at this moment. Ask again after the seconds that Retry-After names.\n", StatusCodes.Status503ServiceUnavailable);
        }

        await AnswerAsync(context, parts, page);
    }

    private static WidgetPage Text(string sentence, int status) => new(Encoding.UTF8.GetBytes(sentence), "text/plain; charset=utf-8", null, status);

    private static async Task AnswerAsync(HttpContext context, WidgetParts parts, WidgetPage page)
    {
        var answer = context.Response;
        answer.Headers.AccessControlAllowOrigin = "*";
        answer.Headers["Access-Control-Expose-Headers"] = "ETag";
        answer.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        answer.Headers["X-Robots-Tag"] = "noindex";
        if (page.Policy is { } policy) context.SayPolicy(policy);
        answer.StatusCode = page.Status;
        if (page.Status == StatusCodes.Status200OK)
        {
            await Conditional.WriteAsync(context, page.Bytes, page.ContentType, null, parts.Time.GetUtcNow(), Stays);
            return;
        }

        answer.Headers.CacheControl = "no-store";
        if (page.Status == StatusCodes.Status503ServiceUnavailable) answer.Headers.RetryAfter = RetryAfterSeconds;
        answer.ContentType = page.ContentType;
        answer.ContentLength = page.Bytes.Length;
        await answer.Body.WriteAsync(page.Bytes, context.RequestAborted);
    }

    /// <summary>What each of these needs.</summary>
    private readonly record struct WidgetParts(WidgetSheets Sheets, SiteLinks Links, HouseSettings Settings, TimeProvider Time, ILoggerFactory Logs);
}
