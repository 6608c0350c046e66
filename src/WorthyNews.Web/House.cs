using System.Text.Encodings.Web;
using System.Text.Unicode;

using Microsoft.Extensions.WebEncoders;

using Serilog;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Delivering;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Examining;
using WorthyNews.Newsroom.Imaging;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Newsroom.Seeding;
using WorthyNews.Web.Access;
using WorthyNews.Web.Feeds;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Outbound;
using WorthyNews.Web.Http.Printing;
using WorthyNews.Web.Hub;
using WorthyNews.Web.Pages;
using WorthyNews.Web.Pages.Desk.Shared;
using WorthyNews.Web.Pictures;
using WorthyNews.Web.Sitemaps;
using WorthyNews.Web.Widgets;
using WorthyNews.Web.Work;

namespace WorthyNews.Web;

/// <summary>Builds the program: the same rooms whether it serves the site or carries out one verb.</summary>
public static class House
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <param name="settingArgs">Settings from the command line, as the platform reads them.</param>
    /// <exception cref="SettingsException">The settings cannot be used.</exception>
    public static WebApplication Build(string[] settingArgs, bool isVerb)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settingArgs,
            // The folder the person stands in is theirs; what the program reads lies beside it.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();

        var settings = HouseSettings.Read(builder.Configuration, builder.Environment.IsProduction());
        builder.Services.AddSerilog(HouseLog.Open(settings, isVerb), dispose: true);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        AddRooms(builder.Services, settings);
        AddDoors(builder.Services);
        if (!isVerb)
        {
            builder.Services.AddHostedService<WireClock>();
            builder.Services.AddHostedService<PublishingClock>();
            builder.Services.AddHostedService<CardClock>();
            builder.Services.AddHostedService<BackupClock>();
            builder.Services.AddHostedService<HubClock>();
            builder.Services.AddHostedService<FeedClock>();
        }

        var app = builder.Build();
        UseDoors(app, settings);
        return app;
    }

    /// <summary>Makes the database ready; nobody is let in before.</summary>
    /// <param name="sayFirstLink">Told the way in for the first person, on the first start of an empty house; null for what does not serve.</param>
    public static Task OpenAsync(WebApplication app, Func<NewLink, Task>? sayFirstLink, CancellationToken cancel)
    {
        var settings = app.Services.GetRequiredService<HouseSettings>();
        var samples = app.Services.GetRequiredService<Samples>();
        var indexing = app.Services.GetRequiredService<SearchIndexing>();
        return app.Services.GetRequiredService<NewsDatabase>().OpenAsync(
            async fill =>
            {
                AccessSetup.MakeFirstKey(app.Services);
                if (await indexing.CatchUpAsync(fill) is { Count: > 0 } left)
                    app.Logger.LogError("The search index stops at {Count} stories that cannot be indexed, the first of them {StoryId}", left.Count, left[0]);
                if (settings.LoadSeeds) await samples.LoadIfEmptyAsync(fill);
                if (sayFirstLink is null) return;
                await using var scope = app.Services.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<DeskLinks>().FirstAsync(fill) is { } link) await sayFirstLink(link);
            },
            cancel);
    }

    private static void AddRooms(IServiceCollection services, HouseSettings settings)
    {
        services.AddSingleton(settings);
#pragma warning disable RS0030 // The one place where the machine's clock enters.
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddNewsDatabase(all => OpenStore(settings, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Newsstand>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Inventory>();
        services.AddSingleton<PublishingDesk>();
        services.AddSingleton<EditingDesk>();
        services.AddSingleton<WorkingCopies>();
        services.AddSingleton<PreviewLinks>();
        services.AddSingleton<Checking>();
        services.AddSingleton<Originals>();
        services.AddSingleton<Boards>();
        services.AddSingleton<Approvals>();
        services.AddSingleton<FrontDesk>();
        services.AddSingleton<DirectoryDesk>();
        services.AddSingleton<Subscribing>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<SearchIndexing>();
        services.AddSingleton<FaultBook>();
        services.AddSingleton(all => new CardPictures(
            all.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsDb>>(),
            all.GetRequiredService<IStore>(),
            all.GetRequiredService<TimeProvider>(),
            settings.SiteName));
        services.AddSingleton<CopyImport>();
        services.AddSingleton(all => new Samples(
            Path.Combine(AppContext.BaseDirectory, "seeds"),
            all.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsDb>>(),
            all.GetRequiredService<IStore>(),
            all.GetRequiredService<TimeProvider>()));
        AddSafekeeping(services, settings);
    }

    private static void AddSafekeeping(IServiceCollection services, HouseSettings settings)
    {
        // All that a restore needs besides the database: name the folder here, and backups and restores have it.
        services.AddSingleton(new Belongings(settings.DataDirectory));
        services.AddSingleton(settings.Nightly);
        services.AddSingleton<BackupMaking>();
        services.AddSingleton<Restoring>();
        services.AddSingleton<NightlyBackup>();
        services.AddSingleton(all => new Backups(
            (all.GetRequiredService<IStore>() is SqliteStore sqlite ? sqlite.DatabasePath : Path.Combine(settings.DataDirectory, "worthynews")) + ".backups.json",
            all.GetRequiredService<TimeProvider>()));
    }

    private static IStore OpenStore(HouseSettings settings, TimeProvider time)
    {
        try
        {
            return settings.Provider == DatabaseProvider.Postgres
                ? new PostgresStore(settings.ConnectionString)
                : new SqliteStore(settings.ConnectionString, time);
        }
        catch (ArgumentException error)
        {
            throw new SettingsException([$"Database:ConnectionString cannot be read: {error.Message}"]);
        }
    }

    private static void AddDoors(IServiceCollection services)
    {
        services.AddSingleton<SiteLinks>();
        services.AddSingleton<NewsFeeds>();
        services.AddSingleton<FeedTags>();
        services.AddSingleton<FeedPress>();
        services.AddSingleton(all => new OutboundClient(
            all.GetRequiredService<HouseSettings>().CallableNetworks,
            $"WorthyNews (+{all.GetRequiredService<SiteLinks>().Home.AbsoluteUri})"));
        services.AddSingleton<HubCalls>();
        services.AddSingleton<HubRound>();
        services.AddSingleton<FeedDoctor>();
        services.AddSingleton<NewsSitemaps>();
        services.AddSingleton<WireSight>();
        services.AddSingleton<PrintedPages>();
        services.AddSingleton<Printer>();
        services.AddSingleton<ReadingLimit>();
        services.AddSingleton<PublicAddressReader>(PublicPage);
        services.AddSingleton<PrintingDoor>();
        services.AddSingleton<Purging>();
        services.AddSingleton<WidgetSheets>();
        services.AddSingleton<OEmbedCards>();
        services.AddSingleton(all => new HouseCard(() => CardDrawing.Draw(CardWords.OfHouse(all.GetRequiredService<HouseSettings>().SiteName))));
        services.AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/Desk", DeskDoor.Policy));
        services.AddCompression();
        // Letters of every script stay letters on a page; what HTML minds is encoded all the same.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAccess();
        services.AddScoped<Pages.Desk.Preview.Proofs>();
        services.AddScoped<DeskAudit>();
        services.AddSingleton<DeskWays>();
        services.AddSingleton<DeskClocks>();
        services.AddRouting(routes =>
        {
            routes.ConstraintMap["slug"] = typeof(SlugConstraint);
            routes.ConstraintMap["year"] = typeof(YearConstraint);
            routes.ConstraintMap["two"] = typeof(TwoDigitsConstraint);
        });
    }

    /// <summary>All that is printed once and handed out to everybody. What is not on this list goes through the house each time; nothing of the desk can be on it.</summary>
    private static PublicAddress? PublicPage(string path, IQueryCollection query) =>
        PrintedPaths.Read(path, query)
        ?? FeedRoutes.Printed(path, query)
        ?? WidgetRoutes.Printed(path, query)
        ?? OEmbedRoutes.Printed(path, query)
        ?? SitemapRoutes.Printed(path)
        ?? PictureRoutes.Printed(path);

    private static void UseDoors(WebApplication app, HouseSettings settings)
    {
        app.UseProxies(settings);
        if (settings.PagesBudget > 0) app.Use(app.Services.GetRequiredService<PrintingDoor>().Before);
        app.UseRequestLog();
        app.UseSecurityHeaders(settings);
        app.UseCompression();
        app.UseLastingFiles();
        app.UseOneSpelling();
        app.UseErrorPages();
        app.UseRouting();
        app.UseAccess(settings);
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        var forPrograms = app.MapGroup("").RequireRateLimiting(ReadingLimit.Policy);
        forPrograms.MapFeeds();
        forPrograms.MapHub();
        forPrograms.MapChanges();
        forPrograms.MapWidgets();
        forPrograms.MapOEmbed();
        app.MapSitemaps();
        app.MapPictures();
        app.MapHealth();
    }
}
