using System.Globalization;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using Npgsql;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;

namespace WorthyNews.Tests.Support;

/// <summary>A database of its own for each test, copied from one that was migrated once.</summary>
/// <remarks>
/// <c>WORTHYNEWS_TEST_POSTGRES</c> names a server (a connection string of an account that may make databases);
/// <c>WORTHYNEWS_TEST_STORE=Postgres</c> runs the whole suite on it instead of SQLite.
/// </remarks>
public sealed class TestStore : IAsyncDisposable
{
    public const string ServerVariable = "WORTHYNEWS_TEST_POSTGRES";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int count;

    private readonly string? postgresDatabase;

    private TestStore(string folder, string provider, string connectionString, string? postgresDatabase)
    {
        Folder = folder;
        Provider = provider;
        ConnectionString = connectionString;
        this.postgresDatabase = postgresDatabase;
    }

    public static string? Server { get; } = Environment.GetEnvironmentVariable(ServerVariable);

    public static bool IsPostgres { get; } =
        string.Equals(Environment.GetEnvironmentVariable("WORTHYNEWS_TEST_STORE"), "Postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>The data directory; gone after the test.</summary>
    public string Folder { get; }

    public string Provider { get; }

    public string ConnectionString { get; }

    /// <summary>As the program takes them on its command line.</summary>
    public string[] Settings => [$"--Data:Directory={Folder}", $"--Database:Provider={Provider}", $"--Database:ConnectionString={ConnectionString}"];

    /// <param name="seconds">How long a command waits for the database; the usual 30 when null.</param>
    public IStore Open(TimeProvider time, int? seconds = null) => IsPostgres
        ? new PostgresStore(ConnectionString + (seconds is null ? "" : $";Command Timeout={seconds}"))
        : new SqliteStore(ConnectionString + (seconds is null ? "" : $";Default Timeout={seconds}"), time);

    /// <param name="isMigrated">False for a store that does not exist yet.</param>
    public static async Task<TestStore> NewAsync(bool isMigrated = true)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("worthynews-test-").FullName;
        var template = isMigrated ? await Template.Value : null;
        if (!IsPostgres)
        {
            var file = Path.Combine(folder, "worthynews.db");
            if (template is not null) File.Copy(template, file);
            return new TestStore(folder, "Sqlite", $"Data Source={file}", null);
        }

        var name = NewName();
        if (template is not null) await OnServerAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        return new TestStore(folder, "Postgres", For(name), name);
    }

    /// <summary>Nobody reaches the database until <see cref="ComeBackAsync"/>: its file, or the name of the database on its server, is another.</summary>
    public async Task GoAwayAsync()
    {
        if (postgresDatabase is { } name)
        {
            await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            await OnServerAsync($"ALTER DATABASE \"{name}\" RENAME TO \"{name}_gone\"");
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in System.IO.Directory.GetFiles(Folder, "worthynews.db*")) File.Move(file, file + ".gone");
    }

    public async Task ComeBackAsync()
    {
        if (postgresDatabase is { } name)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"ALTER DATABASE \"{name}_gone\" RENAME TO \"{name}\"");
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in System.IO.Directory.GetFiles(Folder, "worthynews.db*.gone")) File.Move(file, file[..^".gone".Length], overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (postgresDatabase is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE IF EXISTS \"{postgresDatabase}\" WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        await DeleteAsync(Folder);
    }

    /// <summary>A process that was just killed may still be letting go of its files.</summary>
    private static async Task DeleteAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                System.IO.Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        if (IsPostgres)
        {
            var name = NewName();
            await using var postgres = new PostgresNewsDb(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql(For(name) + ";Pooling=false").Options);
            await postgres.Database.MigrateAsync();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServerAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)").Wait(TimeSpan.FromSeconds(5));
            return name;
        }

        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("worthynews-template-").FullName, "template.db");
        await using (var sqlite = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={file};Pooling=false").Options))
        {
            await sqlite.Database.MigrateAsync();
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return file;
    }

    private static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"worthynews_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");

    private static string For(string database) => new NpgsqlConnectionStringBuilder(ServerOrFail()) { Database = database, IncludeErrorDetail = true, MaxPoolSize = 20 }.ConnectionString;

    private static string ServerOrFail() => Server ?? throw new InvalidOperationException($"{ServerVariable} is not set: the tests cannot run on PostgreSQL.");

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ServerOrFail()) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
