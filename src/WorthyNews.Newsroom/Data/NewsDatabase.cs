using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data.Stores;

namespace WorthyNews.Newsroom.Data;

/// <summary>Makes the database, brings it up to date and fills it, before anybody is let in.</summary>
public sealed class NewsDatabase(IStore store, IDbContextFactory<NewsDb> contexts)
{
    /// <summary>Safe to call from two processes at once, and again at every start.</summary>
    /// <param name="fill">Runs on the migrated database, still under the lock, so that two first starts fill it once.</param>
    public async Task OpenAsync(Func<CancellationToken, Task> fill, CancellationToken cancel)
    {
        await using var held = await store.LockForStartAsync(cancel);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await store.PrepareAsync(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }

        await fill(cancel);
    }
}

public static class NewsDatabaseSetup
{
    /// <summary>Registers both contexts: <see cref="NewsDb"/> for those who may write, <see cref="WireDb"/> for the Newsstand.</summary>
    public static IServiceCollection AddNewsDatabase(this IServiceCollection services, Func<IServiceProvider, IStore> store)
    {
        services.AddSingleton(store);
        services.AddSingleton<NewsDatabase>();
        services.AddSingleton<WireBell>();
        services.AddPooledDbContextFactory<SqliteNewsDb>(Configure);
        services.AddPooledDbContextFactory<PostgresNewsDb>(Configure);
        services.AddPooledDbContextFactory<WireDb>((all, options) =>
        {
            all.GetRequiredService<IStore>().ConfigureReader(options);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        services.AddSingleton<IDbContextFactory<NewsDb>>(all => all.GetRequiredService<IStore>() is SqliteStore
            ? new Writers<SqliteNewsDb>(all.GetRequiredService<IDbContextFactory<SqliteNewsDb>>())
            : new Writers<PostgresNewsDb>(all.GetRequiredService<IDbContextFactory<PostgresNewsDb>>()));
        return services;

        static void Configure(IServiceProvider all, DbContextOptionsBuilder options)
        {
            all.GetRequiredService<IStore>().ConfigureWriter(options);
            options.AddInterceptors(all.GetRequiredService<WireBell>());
        }
    }

    /// <summary>Two trains of migrations ask for two types of context; the work rooms know only their common one.</summary>
    private sealed class Writers<TDb>(IDbContextFactory<TDb> pool) : IDbContextFactory<NewsDb>
        where TDb : NewsDb
    {
        public NewsDb CreateDbContext() => pool.CreateDbContext();
    }
}
