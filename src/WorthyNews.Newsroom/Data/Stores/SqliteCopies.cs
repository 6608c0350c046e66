using System.Globalization;

using Microsoft.Data.Sqlite;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>Copies of a database file that others are writing to, and what a copy is worth. All of it blocks; none of it makes a writer wait.</summary>
/// <remarks>Source: sqlite.org/backup.html, sqlite.org/lang_vacuum.html, sqlite.org/pragma.html#pragma_integrity_check.</remarks>
public static class SqliteCopies
{
    private const int Interrupted = 9;

    /// <summary>The database of one instant, page by page, and the census of that same instant.</summary>
    /// <param name="to">A new file; what others deleted long ago may be readable in it, so it is not for keeping.</param>
    public static Census TakeExact(string from, string to, CancellationToken cancel)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        Run(target, "PRAGMA synchronous = OFF", cancel);

        // A reading transaction: writers go on behind it, and the counts are of the same instant as the pages.
        Run(source, "BEGIN DEFERRED", cancel);
        var census = Count(source, cancel);
        source.BackupDatabase(target);
        Run(source, "COMMIT", cancel);
        return census;
    }

    /// <summary>The rows of a copy and nothing else, in a new file: free pages and the rests of what was deleted stay behind.</summary>
    /// <remarks>SQLite leaves the new file to the system's cache; whoever keeps it flushes it.</remarks>
    public static void Rewrite(string from, string to, CancellationToken cancel)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$to", to);
        Interruptible(source, command.ExecuteNonQuery, cancel);
    }

    /// <summary>Reads the whole file: whether SQLite finds it sound, and what stands in it.</summary>
    /// <param name="path">A file that nobody writes to.</param>
    /// <exception cref="UnfitDatabaseException">It is not sound.</exception>
    public static Census Prove(string path, CancellationToken cancel)
    {
        try
        {
            using var copy = Open(path, SqliteOpenMode.ReadOnly);
            var problems = Read(copy, "PRAGMA integrity_check(5)", row => row.GetString(0), cancel);
            if (problems is not ["ok"]) throw new UnfitDatabaseException($"The integrity check of SQLite fails: {string.Join("; ", problems)}");
            var orphans = Read(copy, "PRAGMA foreign_key_check", row => row.GetString(0), cancel);
            if (orphans.Count > 0) throw new UnfitDatabaseException($"{orphans.Count} rows refer to rows that are not there, the first of them in {orphans[0]}.");
            return Count(copy, cancel);
        }
        catch (SqliteException error)
        {
            throw new UnfitDatabaseException($"SQLite cannot read it: {error.Message}");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static Census Count(SqliteConnection connection, CancellationToken cancel)
    {
        var tables = Read(connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
            row => row.GetString(0), cancel);
        return new Census
        {
            Rows = tables.ToDictionary(t => t, t => Read(connection, $"SELECT count(*) FROM \"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", row => row.GetInt64(0), cancel)[0], StringComparer.Ordinal),
            Migrations = Read(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"", row => row.GetString(0), cancel),
            NewestSequence = Read(connection, "SELECT coalesce(max(\"Sequence\"), 0) FROM \"WireEntries\"", row => row.GetInt64(0), cancel)[0],
            NewestEntryAt = Read(connection, "SELECT \"At\" FROM \"WireEntries\" ORDER BY \"Sequence\" DESC LIMIT 1", Instant, cancel).FirstOrDefault(),
            LiveStories = Read(connection, "SELECT count(*) FROM \"Stories\" WHERE \"State\" = 'Live'", row => row.GetInt64(0), cancel)[0],
            NewestHeadlineAt = Read(connection, "SELECT \"PublishedAt\" FROM \"Stories\" WHERE \"State\" = 'Live' ORDER BY \"PublishedAt\" DESC LIMIT 1", Instant, cancel).FirstOrDefault(),
        };
    }

    private static DateTimeOffset? Instant(SqliteDataReader row) =>
        DateTimeOffset.Parse(row.GetString(0), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, CancellationToken cancel)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables, quoted, from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return Interruptible(connection, () =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }, cancel);
    }

    private static void Run(SqliteConnection connection, string sql, CancellationToken cancel) => Read(connection, sql, _ => 0, cancel);

    /// <summary>Ends within milliseconds when it is cancelled: a site that closes does not wait for a long command.</summary>
    private static T Interruptible<T>(SqliteConnection connection, Func<T> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var stop = cancel.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            return work();
        }
        catch (SqliteException error) when (error.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException(error.Message, error, cancel);
        }
    }
}
