using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;

namespace WorthyNews.Bench;

/// <summary>The rooms of the house without its doors: what loading and explaining need.</summary>
internal static class Rooms
{
    /// <param name="listener">Hears every command of the Newsstand.</param>
    /// <param name="isHasty">Nothing waits for the disk.</param>
    public static ServiceProvider Open(BenchStore store, TimeProvider time, IInterceptor? listener = null, bool isHasty = true)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddNewsDatabase(_ => store.Open(time));
        services.AddSingleton<PublishingDesk>();
        services.AddSingleton<SearchIndexing>();
        services.AddSingleton<Newsstand>();
        if (isHasty)
        {
            services.ConfigureDbContext<SqliteNewsDb>(options => options.AddInterceptors(new Haste("PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF;")));
            services.ConfigureDbContext<PostgresNewsDb>(options => options.AddInterceptors(new Haste("SET synchronous_commit = off")));
        }

        if (listener is not null) services.ConfigureDbContext<WireDb>(options => options.AddInterceptors(listener));
        return services.BuildServiceProvider();
    }

    /// <summary>A generated corpus may be lost with the machine, so nothing waits for the disk. Only the bench's own connections hear this.</summary>
    private sealed class Haste(string statements) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statements;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statements;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>Stands where it is put.</summary>
internal sealed class LoadingClock : TimeProvider
{
    public DateTimeOffset At { get; set; }

    public override DateTimeOffset GetUtcNow() => At;
}
