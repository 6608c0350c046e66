using System.Net;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>Somebody makes a mistake, and a public page becomes private: two visitors never get the same answer then.</summary>
public sealed class PrivateAnswersTests
{
    public static TheoryData<string> Mistakes => ["cookie", "user", "token", "no-store", "private", "differs", "none"];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_is_meant_for_one_is_never_handed_to_another(string mistake)
    {
        var visits = 0;
        await using var site = await SiteUnderTest.StartAsync();
        site.Furnish = services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Mistake(context =>
        {
            Interlocked.Increment(ref visits);
            Make(mistake, context);
        })));
        using var first = site.CreateClientWithoutCookies();
        using var second = site.CreateClientWithoutCookies();

        using var one = await first.GetAsync(new Uri("/about", UriKind.Relative));
        var before = visits;
        using var two = await second.GetAsync(new Uri("/about", UriKind.Relative));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [one.StatusCode, two.StatusCode]);
        if (mistake == "none")
        {
            Assert.Equal(1, visits);
            return;
        }

        Assert.True(visits > before, "The second visitor got what was made for the first.");
        if (one.Headers.TryGetValues("Set-Cookie", out var cookies)) Assert.NotEqual(cookies, two.Headers.GetValues("Set-Cookie"));
    }

    private static void Make(string mistake, HttpContext context)
    {
        var headers = context.Response.Headers;
        switch (mistake)
        {
            case "cookie":
                context.Response.Cookies.Append("visitor", Guid.NewGuid().ToString());
                break;
            case "user":
                _ = context.User.Identity?.Name;
                break;
            case "token":
                context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
                break;
            case "no-store" or "private":
                context.Response.OnStarting(() =>
                {
                    headers.CacheControl = mistake;
                    return Task.CompletedTask;
                });
                break;
            case "differs":
                headers.Append("Vary", "Accept-Language");
                break;
            default:
                break;
        }
    }

    private sealed class Mistake(Action<HttpContext> make) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context) => make(context.HttpContext);

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
