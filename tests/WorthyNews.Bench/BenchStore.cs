using System.Globalization;

using Microsoft.Data.Sqlite;

using Npgsql;

using WorthyNews.Newsroom.Data.Stores;

namespace WorthyNews.Bench;

/// <summary>A database of the bench's own: a file in a temporary folder, or a database on the server that was named. Gone when disposed.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly string? server;
    private readonly string database;
    private readonly string connectionString;

    private readonly bool isKept;

    private BenchStore(string? server, int size, string? keep)
    {
        this.server = server;
        isKept = keep is not null;
        Folder = keep is null ? Directory.CreateTempSubdirectory("worthynews-bench-").FullName : Directory.CreateDirectory(Path.GetFullPath(keep)).FullName;
        database = string.Create(CultureInfo.InvariantCulture, $"worthynews_bench_{Environment.ProcessId}_{size}");
        connectionString = server is null
            ? $"Data Source={Path.Combine(Folder, "worthynews.db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    /// <summary>The data directory.</summary>
    public string Folder { get; }

    public bool IsPostgres => server is not null;

    /// <summary>As the program takes them on its command line.</summary>
    public IEnumerable<string> Settings =>
        [$"--Data:Directory={Folder}", $"--Database:Provider={(IsPostgres ? "Postgres" : "Sqlite")}", $"--Database:ConnectionString={connectionString}"];

    public static BenchStore New(string? server, int size) => new(server, size, null);

    /// <summary>One on SQLite that stays.</summary>
    public static BenchStore Kept(string folder, int size) => new(null, size, folder);

    public IStore Open(TimeProvider time) => IsPostgres ? new PostgresStore(connectionString) : new SqliteStore(connectionString, time);

    /// <summary>Closes what is pooled, so that the log of SQLite goes into its file before another process opens it.</summary>
    public static void CloseAll()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Counts the rows, as a PostgreSQL server does by itself after a while. SQLite is left as the program leaves it.</summary>
    public Task SettleAsync() => IsPostgres ? OnServerAsync(database, "VACUUM ANALYZE") : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        CloseAll();
        if (IsPostgres) await OnServerAsync("postgres", $"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        if (!isKept) Directory.Delete(Folder, recursive: true);
    }

    private async Task OnServerAsync(string where, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = where, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
