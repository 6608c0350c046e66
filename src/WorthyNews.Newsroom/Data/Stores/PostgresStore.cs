using Microsoft.EntityFrameworkCore;

using Npgsql;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>The house on a PostgreSQL server. The database is made if the account may.</summary>
public sealed class PostgresStore : IStore, IDisposable
{
    // Any numbers that no other program on the same database uses.
    private const long StartLock = 0x576F72746879_01;
    private const long WireLock = 0x576F72746879_02;
    private const long PeopleLock = 0x576F72746879_03;

    private const string WireChannel = "worthynews_wire";

    private readonly string writer;
    private readonly string reader;
    private NpgsqlConnection? listening;

    public PostgresStore(string connectionString)
    {
        writer = new NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        given.Options = $"{given.Options} -c default_transaction_read_only=on".TrimStart();
        reader = given.ConnectionString;
    }

    public void ConfigureWriter(DbContextOptionsBuilder options) => options.UseNpgsql(writer);

    public void ConfigureReader(DbContextOptionsBuilder options) => options.UseNpgsql(reader);

    public async Task<IAsyncDisposable> LockForStartAsync(CancellationToken cancel)
    {
        // The lock lives in the server's own database: ours may not exist yet.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(writer) { Database = "postgres", Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 120 };
            command.Parameters.Add(new NpgsqlParameter { Value = StartLock });
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch (NpgsqlException error) when (error.InnerException is TimeoutException)
        {
            await connection.DisposeAsync();
            throw new TimeoutException("Another process has held the database for two minutes, or the server does not answer.", error);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task PrepareAsync(NewsDb db, CancellationToken cancel) => Task.CompletedTask;

    public Task CloseAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task LockWireAsync(NewsDb db, CancellationToken cancel) =>
        // Who listens is told with the commit, and not when there is none.
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WireLock}), pg_notify({WireChannel}, '')", cancel);

    /// <remarks>Called by one at a time. A connection that broke is opened again with the next call; whoever asks looks at the wire meanwhile.</remarks>
    public async Task WaitForWireAsync(TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            if (listening is not null)
            {
                await listening.WaitAsync(atMost, cancel);
                return;
            }

            listening = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(reader) { Pooling = false, Timeout = 2, CommandTimeout = 2 }.ConnectionString);
            await listening.OpenAsync(cancel);
            await using var command = new NpgsqlCommand($"LISTEN {WireChannel}", listening);
            // What was committed before it listened is found by the look that follows.
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            Dispose();
            await Task.Delay(atMost, cancel);
        }
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        listening?.Dispose();
        listening = null;
    }

    public Task LockDispatchAsync(NewsDb db, Guid id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Dispatches\" WHERE \"Id\" = {id} FOR UPDATE", cancel);

    public Task LockPeopleAsync(NewsDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PeopleLock})", cancel);
}
