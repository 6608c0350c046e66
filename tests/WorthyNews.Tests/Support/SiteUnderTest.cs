using AngleSharp;
using AngleSharp.Dom;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Web.Work;

namespace WorthyNews.Tests.Support;

/// <summary>The real site on a real database of its own, with its clock in hand.</summary>
public sealed class SiteUnderTest : WebApplicationFactory<Program>
{
    public const string PublicUrl = "https://news.test";

    /// <summary>An operator: what a test publishes is approved by that.</summary>
    public static readonly Author By = Author.Operator("a test");

    private readonly TestStore store;
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);

    private bool ownsStore = true;

    private SiteUnderTest(TestStore store) => this.store = store;

    /// <summary>Off unless a test is about it: a clock that publishes by itself would race the test that does.</summary>
    public bool RunsItsOwnClock { get; init; }

    /// <summary>What a test puts into the house.</summary>
    public Action<IServiceCollection> Furnish { get; set; } = _ => { };

    /// <summary>Noon of a Monday.</summary>
    public FakeTimeProvider Clock { get; private init; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public PublishingDesk Desk => Services.GetRequiredService<PublishingDesk>();

    public Newsstand Newsstand => Services.GetRequiredService<Newsstand>();

    public TestStore Store => store;

    /// <inheritdoc cref="StartAsync"/>
    public static Task<SiteUnderTest> StartWithItsClockAsync(params (string Key, string Value)[] settings) => StartAsync(true, settings);

    /// <param name="settings">"Key:Sub", value pairs that go before the usual ones of a test.</param>
    public static Task<SiteUnderTest> StartAsync(params (string Key, string Value)[] settings) => StartAsync(false, settings);

    private static async Task<SiteUnderTest> StartAsync(bool runsItsOwnClock, (string Key, string Value)[] settings)
    {
        var site = new SiteUnderTest(await TestStore.NewAsync()) { RunsItsOwnClock = runsItsOwnClock };
        foreach (var (key, value) in settings) site.settings[key] = value;
        return site;
    }

    public HttpClient Visit() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(PublicUrl) });

    /// <summary>A browser that is handed each cookie by the test.</summary>
    public HttpClient CreateClientWithoutCookies() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(PublicUrl) });

    /// <summary>Another node of the same house: its own program, the same database, the same clock. Ended before this one.</summary>
    /// <param name="others">Settings in which it differs.</param>
    public SiteUnderTest SecondNode(params (string Key, string Value)[] others)
    {
        var node = new SiteUnderTest(store) { Clock = Clock, RunsItsOwnClock = RunsItsOwnClock, ownsStore = false };
        foreach (var (key, value) in settings) node.settings[key] = value;
        foreach (var (key, value) in others) node.settings[key] = value;
        return node;
    }

    /// <summary>The same site behind a real server on a loopback port: malformed requests get as far as they would in life.</summary>
    /// <param name="port">For a site that must know its own address before it starts; 0 for any.</param>
    public HttpClient VisitOverTheWire(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        var address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    /// <summary>The page as a browser would read it.</summary>
    public async Task<IDocument> ReadAsync(string path)
    {
        using var client = Visit();
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(PublicUrl + path));
    }

    public NewsDb OpenDb() => Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext();

    /// <summary>Saves a draft.</summary>
    public async Task<Dispatch> DraftAsync(Copy copy)
    {
        await using var db = OpenDb();
        var dispatch = new Dispatch(copy, By, Clock.GetUtcNow());
        db.Dispatches.Add(dispatch);
        await db.SaveChangesAsync();
        return dispatch;
    }

    /// <summary>Saves a draft and puts it on the wire.</summary>
    public async Task<Dispatch> PublishAsync(Copy copy, DateTimeOffset? at = null)
    {
        var dispatch = await DraftAsync(copy);
        return (await Desk.PublishAsync(dispatch.Id, 1, at, By, CancellationToken.None)).Dispatch;
    }

    /// <summary>Saves a further revision.</summary>
    public async Task<int> ReviseAsync(Dispatch dispatch, Copy copy)
    {
        await using var db = OpenDb();
        var held = await db.Dispatches.Include(d => d.Revisions).SingleAsync(d => d.Id == dispatch.Id);
        var revision = held.Save(copy, held.NewestRevision, By, Clock.GetUtcNow());
        await db.SaveChangesAsync();
        return revision.Number;
    }

    public Task NameAsync(params DirectoryName[] names) => Desk.NameAsync(names, CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Site:PublicUrl", PublicUrl);
        builder.UseSetting("Seeds:Load", "false");
        builder.UseSetting("Data:Directory", store.Folder);
        builder.UseSetting("Database:Provider", store.Provider);
        builder.UseSetting("Database:ConnectionString", store.ConnectionString);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            // What a password costs is no matter of these tests.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 100);
            Furnish(services);
            if (RunsItsOwnClock) return;
            Type[] clocks = [typeof(WireClock), typeof(PublishingClock), typeof(CardClock), typeof(BackupClock), typeof(HubClock), typeof(FeedClock)];
            foreach (var clock in services.Where(s => clocks.Contains(s.ImplementationType)).ToList()) services.Remove(clock);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsStore) await store.DisposeAsync();
    }
}
