using System.Globalization;

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser;

/// <summary>The published program with the samples in it, and one browser, for all browser tests; both start when first asked for.</summary>
public sealed class BrowserHouse : IAsyncLifetime
{
    internal static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<Uri>> site;
    private readonly Lazy<Task<IBrowser>> browser;
    private readonly Lazy<Task<IReadOnlyList<PageKind>>> pages;
    private readonly Lazy<Task<IReadOnlyList<PageVisit>>> visits;
    private Place? place;
    private RunningProgram? program;
    private IPlaywright? playwright;

    public BrowserHouse()
    {
        site = new(StartSiteAsync);
        browser = new(StartBrowserAsync);
        pages = new(FindPagesAsync);
        visits = new(VisitAllAsync);
    }

    /// <summary>Where the site is.</summary>
    public Task<Uri> SiteAsync() => site.Value;

    /// <summary>One page of each kind there is.</summary>
    public Task<IReadOnlyList<PageKind>> PagesAsync() => pages.Value;

    /// <summary>What was seen on each of them, on a phone and on a desk, by day and by night.</summary>
    public Task<IReadOnlyList<PageVisit>> VisitsAsync() => visits.Value;

    /// <summary>A new visitor, who has nothing from the site yet.</summary>
    /// <param name="at">Another site than that of the house.</param>
    /// <param name="isUnguarded">Heeds no content security policy: what stands in a page and could run, runs.</param>
    public async Task<IBrowserContext> VisitorAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool hasScript = true, Uri? at = null, bool isUnguarded = false) =>
        await (await browser.Value).NewContextAsync(new()
        {
            BaseURL = (at ?? await SiteAsync()).AbsoluteUri,
            ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = hasScript,
            BypassCSP = isUnguarded,
            Locale = "en-US",
        });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser.IsValueCreated && browser.Value.IsCompletedSuccessfully) await (await browser.Value).CloseAsync();
        playwright?.Dispose();
        if (program is not null) await program.DisposeAsync();
        if (place is not null) await place.DisposeAsync();
    }

    private async Task<Uri> StartSiteAsync()
    {
        place = await Place.NewAsync(isMigrated: false);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{RunningProgram.FreePort()}"));
        program = RunningProgram.StartAt(await PublishedProgram.FolderAsync(), place.Folder, "Production",
            $"--Site:PublicUrl={address.GetLeftPart(UriPartial.Authority)}", $"--Data:Directory={place.Folder}", "--Seeds:Load=true", $"--urls={address.GetLeftPart(UriPartial.Authority)}");
        using var client = new HttpClient { BaseAddress = address };
        await program.ReadyAsync(client);
        return address;
    }

    private async Task<IReadOnlyList<PageKind>> FindPagesAsync()
    {
        var address = await SiteAsync();
        await using var db = place!.OpenDb();
        var killed = await db.Stories.Where(s => s.State == StoryState.Killed).Select(s => s.Address).ToListAsync();
        return await PageKind.FindAllAsync(address, killed);
    }

    private async Task<IBrowser> StartBrowserAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Arguments });
    }

    private async Task<IReadOnlyList<PageVisit>> VisitAllAsync()
    {
        var seen = new List<PageVisit>();
        foreach (var page in await PagesAsync())
        {
            foreach (var width in new[] { 360, 1440 })
            {
                await using var visitor = await VisitorAsync(width);
                seen.Add(await PageVisit.ToAsync(await visitor.NewPageAsync(), await SiteAsync(), page, width));
            }
        }

        return seen;
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserHouse>
{
    public const string Name = "Browser";
}
