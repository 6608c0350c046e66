using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;

namespace WorthyNews.Tests.Floorplan;

/// <summary>The two trains of migrations; neither needs a server to be looked at.</summary>
public sealed class MigrationTests
{
    private static readonly string[] NoArguments = [];

    [Fact]
    public void The_migrations_for_sqlite_make_the_tables_as_they_are()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext(NoArguments);

        Assert.False(
            db.Database.HasPendingModelChanges(),
            "A table changed: add a migration for SQLite, and one of the same name for PostgreSQL.");
    }

    [Fact]
    public void The_migrations_for_postgres_make_the_tables_as_they_are()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext(NoArguments);

        Assert.False(
            db.Database.HasPendingModelChanges(),
            "A table changed: add a migration for PostgreSQL, and one of the same name for SQLite.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext(NoArguments);
        using var postgres = new PostgresDesignTimeFactory().CreateDbContext(NoArguments);

        var onSqlite = NamesOf(sqlite);

        Assert.NotEmpty(onSqlite);
        Assert.Equal(onSqlite, NamesOf(postgres));
    }

    // 20261123081056_TheHouseStands: each train has its own minute.
    private static List<string> NamesOf(DbContext db) =>
        [.. db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}
