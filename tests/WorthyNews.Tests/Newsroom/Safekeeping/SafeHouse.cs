using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Safekeeping;

/// <summary>A site with a story, a folder for its backups, and a place where it may be restored to.</summary>
internal sealed class SafeHouse : IAsyncDisposable
{
    private readonly DirectoryInfo elsewhere = System.IO.Directory.CreateTempSubdirectory("worthynews-elsewhere-");

    private SafeHouse(SiteUnderTest site) => Site = site;

    public SiteUnderTest Site { get; }

    public string Database => Path.Combine(Site.Store.Folder, "worthynews.db");

    public string Shelf => System.IO.Directory.CreateDirectory(Path.Combine(elsewhere.FullName, "shelf")).FullName;

    /// <summary>A data directory that does not exist.</summary>
    public string NewHome => Path.Combine(elsewhere.FullName, "home");

    public static async Task<SafeHouse> NewAsync(params (string Key, string Value)[] settings)
    {
        var house = new SafeHouse(await SiteUnderTest.StartAsync(settings));
        await house.Site.PublishAsync(Sample.Copy());
        return house;
    }

    public BackupMaking Making(params string[] folders) =>
        new(Site.Services.GetRequiredService<IStore>(), new Belongings(Site.Store.Folder, folders), Site.Clock);

    public Task<MadeBackup> BackUpAsync(params string[] folders) => Making(folders).MakeAsync(Shelf, CancellationToken.None);

    /// <param name="folders">What a data directory holds besides the database.</param>
    public async Task<BackupManifest> RestoreAsync(string backup, string? home = null, params string[] folders)
    {
        home ??= NewHome;
        using var store = new SqliteStore($"Data Source={Path.Combine(home, "worthynews.db")}", Site.Clock);
        var contexts = Site.Services.GetRequiredService<IDbContextFactory<NewsDb>>();
        return await new Restoring(store, contexts, new Belongings(home, folders)).RestoreAsync(backup, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        elsewhere.Delete(recursive: true);
    }
}
