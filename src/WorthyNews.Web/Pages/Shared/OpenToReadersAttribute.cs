using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace WorthyNews.Web.Pages.Shared;

/// <summary>Marks a page that everybody may read and nobody can write to: other verbs than GET and HEAD get 405.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToReadersAttribute : Attribute, IAllowAnonymous, IAuthorizationFilter, IResultFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery filter, which would call a missing verb a missing token.</summary>
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return;
        context.HttpContext.Response.Headers.Allow = "GET, HEAD";
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>May be kept, but asked for again each time: a kill must be seen at once.</summary>
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-cache";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
