using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

using WorthyNews.Web.Http;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Web.Pages.Errors;

/// <summary>What a stranger reads when an address led nowhere. Every verb may end here, so none has a handler of its own.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel, IReaderPage
{
    public int Code { get; private set; }

    public PageHead Head => new(Title, null) { IsUnlisted = true };

    public string Title => Code switch
    {
        400 => "This address is not complete",
        404 => "Nothing stands at this address",
        405 => "This page can only be read",
        500 => "This page could not be made",
        _ => "This could not be done",
    };

    public string Advice => Code switch
    {
        400 => "A part of it is missing or has changed on its way here. A link from one of our own pages will work.",
        404 => "It may be mistyped. Our stories never move without leaving word, so a link from one of our own pages will work.",
        405 => "Something tried to send to it. Nothing was changed.",
        500 => "The mistake is ours. Try again in a minute; if it stays, tell us the reference.",
        _ => "Something is wrong with what was asked.",
    };

    /// <summary>Under which the log holds the cause; null when nothing broke.</summary>
    public string? Reference => HttpContext.Items[ErrorPages.ReferenceKey] as string;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache";
        if (ErrorPages.OriginalPath(HttpContext) is null) context.Result = NotFound();
        else Code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
    }
}
