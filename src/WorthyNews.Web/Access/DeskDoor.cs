using System.Security.Claims;

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

using WorthyNews.Newsroom.Data;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>The cookie that opens the desk: a small ticket that names a session; whether the session stands is asked of its row each time.</summary>
public static class DeskDoor
{
    public const string Scheme = "desk";
    public const string Policy = "desk";

    /// <summary>The end of the name of the cookie that carries what the last act said.</summary>
    public const string SaidCookie = "wn-said";

    private const string SessionClaim = "session";
    private const string KeyClaim = "key";

    internal static void AddDeskDoor(this IServiceCollection services)
    {
        services.AddScoped<SignedIn>();
        services.AddAuthentication(Scheme).AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<HouseSettings>((cookie, settings) =>
        {
            var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
            cookie.Cookie.Name = CookieName(isSecure, "wn-desk");
            Close(cookie.Cookie, isSecure);
            cookie.CookieManager = new DeskCookies();
            cookie.ExpireTimeSpan = settings.DeskSessionStands;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = DeskPaths.SignIn;
            cookie.ReturnUrlParameter = "to";
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = ValidateAsync,
                OnRedirectToLogin = AskToSignIn,
                OnRedirectToAccessDenied = TurnAway,
            };
        });
        services.AddOptions<AntiforgeryOptions>().Configure<HouseSettings>((forms, settings) =>
        {
            var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
            forms.Cookie.Name = CookieName(isSecure, "wn-form");
            Close(forms.Cookie, isSecure);
            forms.FormFieldName = "form-token";
            forms.HeaderName = "X-Form-Token";
        });
        // What the last act said, for the page that follows it.
        services.AddOptions<CookieTempDataProviderOptions>().Configure<HouseSettings>((said, settings) =>
        {
            var isSecure = settings.PublicUrl.Scheme == Uri.UriSchemeHttps;
            said.Cookie.Name = CookieName(isSecure, SaidCookie);
            Close(said.Cookie, isSecure);
        });
        services.AddScoped<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, NeedsHandler>();
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy =>
            policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().AddRequirements(new SaysWhatItNeeds()));
    }

    /// <summary>Browsers keep a cookie of such a name to this host and to https (RFC 6265bis, 4.1.3); over plain http they would drop it.</summary>
    internal static string CookieName(bool isSecure, string name) => isSecure ? $"__Host-{name}" : name;

    internal static Task LetInAsync(this HttpContext context, Guid personId, Guid sessionId, string key) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, personId.ToString()), new Claim(SessionClaim, sessionId.ToString()), new Claim(KeyClaim, key)], Scheme)),
        new AuthenticationProperties { IsPersistent = true });

    private static void Close(CookieBuilder cookie, bool isSecure)
    {
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.IsEssential = true;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        try
        {
            if (Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session) && context.Principal.FindFirstValue(KeyClaim) is { } key
                && await services.GetRequiredService<DeskSessions>().FindAsync(session, key, context.HttpContext.RequestAborted) is { } person)
            {
                services.GetRequiredService<SignedIn>().Take(person, session);
                return;
            }
        }
        catch (Exception error) when (DatabaseFailure.IsAway(error))
        {
            // No word of a session that has ended: it may stand, and the cookie stays.
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Desk").LogWarning(error, "The database could not be asked for a session");
            context.HttpContext.SayDatabaseIsAway();
        }

        context.RejectPrincipal();
    }

    /// <summary>A person who opens a page is shown the way in; a program, and a form whose sender's session has ended, are told so.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && mode is "" or "navigate")
        {
            context.Response.Redirect($"{DeskPaths.SignIn}?to={Uri.EscapeDataString(request.Path.ToUriComponent() + request.QueryString.ToUriComponent())}");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static Task TurnAway(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<SignedIn>() is { IsSomebody: true, Person.LacksSecondFactor: true })
            context.Response.Redirect(DeskPaths.SecondFactor);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>Cookies of the desk are read under its own addresses only: a page for readers knows nobody.</summary>
    private sealed class DeskCookies : ICookieManager
    {
        private readonly ChunkingCookieManager manager = new();

        public string? GetRequestCookie(HttpContext context, string key) =>
            context.Request.Path.IsDesk() ? manager.GetRequestCookie(context, key) : null;

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            manager.AppendResponseCookie(context, key, value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => manager.DeleteCookie(context, key, options);
    }
}
