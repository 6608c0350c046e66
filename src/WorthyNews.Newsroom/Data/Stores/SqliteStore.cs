using System.Data.Common;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>The house in one file. Writers queue: a transaction takes the write lock when it begins (Microsoft.Data.Sqlite begins IMMEDIATE).</summary>
public sealed class SqliteStore : IStore, IDisposable
{
    /// <summary>Older ones have a fault in the write-ahead log that can lose a commit.</summary>
    private static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>A look at the newest entry costs a tenth of a millisecond; nobody tells a file's readers of other processes' commits.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider time;
    private readonly string writer;
    private readonly string reader;

    /// <param name="connectionString">As Microsoft.Data.Sqlite reads it; names a file.</param>
    public SqliteStore(string connectionString, TimeProvider time)
    {
        var given = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        if (given.DataSource.Length == 0) throw new ArgumentException("It names no file (Data Source=...).", nameof(connectionString));
        given.DataSource = Path.GetFullPath(given.DataSource);
        // A file that is gone is a database that is away, not a new one: only a start makes it.
        given.Mode = SqliteOpenMode.ReadWrite;
        writer = given.ConnectionString;
        given.Mode = SqliteOpenMode.ReadOnly;
        reader = given.ConnectionString;
        this.time = time;
        DatabasePath = given.DataSource;
        Door = new SqliteDoor(DatabasePath, time);
    }

    /// <summary>Full path of the file.</summary>
    public string DatabasePath { get; }

    public SqliteDoor Door { get; }

    public void ConfigureWriter(DbContextOptionsBuilder options) =>
        options.UseSqlite(writer).AddInterceptors(Pragmas.OfWriter);

    public void ConfigureReader(DbContextOptionsBuilder options) => options.UseSqlite(reader).AddInterceptors(Pragmas.OfReader);

    public Task<IAsyncDisposable> LockForStartAsync(CancellationToken cancel) => Door.LockForStartAsync(cancel);

    public async Task PrepareAsync(NewsDb db, CancellationToken cancel)
    {
        await Door.EnterAsync(cancel);
        if (!File.Exists(DatabasePath)) await File.WriteAllBytesAsync(DatabasePath, [], cancel);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT sqlite_version()";
        var version = Version.Parse((string)(await command.ExecuteScalarAsync(cancel))!);
        if (version < OldestSqlite) throw new UnfitDatabaseException($"This program needs SQLite {OldestSqlite} or newer and found {version}.");

        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteScalarAsync(cancel);

        // Whoever dies in a migration leaves its lock row behind, and the next start would wait for ever.
        // We hold the file lock, so no one else can be at it.
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancel);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Folds the write-ahead log into the file, so that a copy of the one file is a copy of all.</summary>
    /// <remarks>SQLite does so when the last connection closes, but not when that one may only read.</remarks>
    public async Task CloseAsync(CancellationToken cancel)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(writer) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancel);
    }

    public void Dispose() => Door.Dispose();

    /// <summary>Nothing to do: the transaction holds the only write lock there is.</summary>
    public Task LockWireAsync(NewsDb db, CancellationToken cancel) => Task.CompletedTask;

    public Task WaitForWireAsync(TimeSpan atMost, CancellationToken cancel) => Task.Delay(atMost < BetweenLooks ? atMost : BetweenLooks, time, cancel);

    /// <inheritdoc cref="LockWireAsync"/>
    public Task LockDispatchAsync(NewsDb db, Guid id, CancellationToken cancel) => Task.CompletedTask;

    public Task LockPeopleAsync(NewsDb db, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What each connection is told when it opens.</summary>
    private sealed class Pragmas(string statements) : DbConnectionInterceptor
    {
        /// <summary>An acknowledged save is on the disk, and what was deleted is gone from the file.</summary>
        public static readonly Pragmas OfWriter = new("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");

        /// <summary>Reads the first gigabyte of the file where the system keeps it already, without a copy: a search of a common word touches a thousand pages.</summary>
        /// <remarks>Source: sqlite.org/mmap.html. Memory is only borrowed; the file must not be cut short by another program, which no one may do anyhow.</remarks>
        public static readonly Pragmas OfReader = new("PRAGMA mmap_size = 1073741824;");

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
