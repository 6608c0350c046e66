using System.Threading.RateLimiting;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Http;

namespace WorthyNews.Web.Access;

/// <summary>Puts the doors of the desk into the house.</summary>
public static class AccessSetup
{
    /// <summary>Of pages on which somebody without a session can try something: so many tries a minute for each source.</summary>
    public const string Doors = "doors";

    private const int TriesAMinute = 30;

    /// <summary>What OWASP asks of PBKDF2 with SHA-512 (Password Storage Cheat Sheet, 2023).</summary>
    private const int HashRounds = 210_000;

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddDeskDoor();
        services.TryAddScoped(all => all.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("Worthy News");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<NewsDb>>((keys, contexts) => keys.XmlRepository = new KeysInDatabase(contexts));

        services.AddIdentityCore<Person>(identity =>
            {
                // Length, and what others would try, is all that is asked: PasswordRules.
                identity.Password = new PasswordOptions { RequiredLength = 1, RequiredUniqueChars = 0, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
                identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
                identity.Tokens.AuthenticatorTokenProvider = AuthenticatorProvider.Name;
            })
            .AddUserStore<PeopleStore>()
            .AddUserManager<DeskUsers>()
            .AddPasswordValidator<PasswordValidator>()
            .AddErrorDescriber<DeskWords>()
            .AddTokenProvider<AuthenticatorProvider>(AuthenticatorProvider.Name);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);

        services.AddSingleton<DeskSessions>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<FailedTries>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<DeskMail>();
        services.AddSingleton<ResetRequests>();
        services.AddScoped<SigningIn>();
        services.AddScoped<DeskLinks>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<OwnAccount>();

        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy<string, ReadingLimit>(ReadingLimit.Policy);
            limiter.AddPolicy(Doors, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    SourceOf(context),
                    _ => new SlidingWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>A browser that is known has tries of its own: a flood from its neighbours, or through the same proxy, takes none of them.</summary>
    private static string SourceOf(HttpContext context) => context.RequestServices.GetRequiredService<KnownBrowser>().Mark(context) is { } mark
        ? $"browser {mark}"
        : $"from {VisitorSource.Of(context.Connection.RemoteIpAddress)}";

    /// <summary>Before all else: whoever counts by source must know it.</summary>
    public static void UseProxies(this WebApplication app, HouseSettings settings)
    {
        if (settings.Proxies.Count == 0) return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = settings.Proxies.Count };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in settings.Proxies) forwarded.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>After routing, before what is routed to.</summary>
    public static void UseAccess(this WebApplication app, HouseSettings settings)
    {
        // Where the site is known by https, cookies and forms are held to it, whichever way a proxy asks us.
        app.Use((context, next) =>
        {
            if (context.Request.Path.IsDesk()) context.Request.Scheme = settings.PublicUrl.Scheme;
            return next(context);
        });
        app.UseAuthentication();
        app.UseWhen(context => context.Request.Path.IsDesk(), desk => desk.Use((context, next) =>
        {
            // Nobody knows who this is while the sessions cannot be asked; the page that says so needs nobody.
            if (!context.IsDatabaseAway() || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }));
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>Makes the first key while only one process may, so that two first starts share it.</summary>
    public static void MakeFirstKey(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first key").Protect([1]);
}
