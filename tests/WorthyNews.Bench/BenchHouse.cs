namespace WorthyNews.Bench;

/// <summary>A loaded database, the pages to ask of it and, once started, the site that answers them.</summary>
internal sealed class BenchHouse(BenchStore store, IReadOnlyList<AskedPage> pages) : IAsyncDisposable
{
    /// <summary>What is compared is what a page costs when it is made.</summary>
    public const string NothingPrinted = "--Cache:PagesMegabytes=0";

    private SiteProcess? site;

    public BenchStore Store => store;

    /// <summary>The same names in the same order for every house.</summary>
    public IReadOnlyList<AskedPage> Pages => pages;

    public HttpClient Client => site?.Client ?? throw new InvalidOperationException("The site is not started.");

    public async Task StartAsync(CancellationToken cancel) => site = await SiteProcess.StartAsync(store, cancel, null, NothingPrinted);

    /// <summary>Ends the site and leaves the database.</summary>
    public async Task StopAsync()
    {
        if (site is not null) await site.DisposeAsync();
        site = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await store.DisposeAsync();
    }
}
