using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Pages.Desk.Shared;

namespace WorthyNews.Web.Pages.Desk.Doors;

/// <summary>What somebody at the desk reads when it could not be done. What was typed stands on it, if the session ended meanwhile or the database was away.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class DeskErrorModel : PageModel, IDeskPage
{
    private const int MostChars = 1_000_000;

    public int Code { get; private set; }

    /// <summary>The fields of the form that came without a session, or to no database; empty for all other errors.</summary>
    public IReadOnlyList<(string Name, string Value)> Sent { get; private set; } = [];

    /// <summary>Where it was sent to: a path of ours.</summary>
    public string SentTo { get; private set; } = "";

    /// <summary>The text among the fields, so that it can be read and copied; null when all are short.</summary>
    public string? Longest => Sent.Select(s => s.Value).Where(v => v.Length > 200 || v.Contains('\n', StringComparison.Ordinal)).MaxBy(v => v.Length);

    public string Title => Code switch
    {
        400 => "This could not be read",
        401 => "Your session has ended",
        404 => "Nothing stands here for you",
        429 => "Too many tries",
        503 => "The desk does not reach its database",
        _ => "This could not be done",
    };

    public string Advice => Code switch
    {
        400 => "The form is older than this visit, or a part of it is missing. Go back: what you typed is still there. Then load the page anew and send it again.",
        401 when Sent.Count > 0 => "Nothing is lost: what you sent stands on this page until you close it.",
        401 => "Sign in and do it again.",
        404 => "The address is mistyped, or what stood there is not yours to see.",
        503 when Sent.Count > 0 => "Nothing was done, and nothing is lost: what you sent stands on this page until you close it. Send it again in a moment.",
        503 => "Nothing was done. Load the page again in a moment.",
        429 => "Wait a minute, and try again.",
        _ => "Nothing was changed.",
    };

    private static bool IsPassword(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        if (original is null)
        {
            context.Result = NotFound();
            return;
        }

        Code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        // A program keeps what it sent by itself.
        var isProgram = Request.GetTypedHeaders().Accept is [{ MediaType.Value: "application/json" }, ..];
        if (Code is StatusCodes.Status401Unauthorized or StatusCodes.Status503ServiceUnavailable && !isProgram && Request.HasFormContentType && Request.ContentLength < MostChars)
        {
            var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
            // A form of passwords is typed again.
            if (!form.Keys.Any(IsPassword)) Sent = [.. form.SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))];
            SentTo = new PathString(original.OriginalPath).ToUriComponent() + original.OriginalQueryString;
        }

        await next();
    }
}
