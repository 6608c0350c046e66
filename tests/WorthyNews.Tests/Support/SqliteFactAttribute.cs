namespace WorthyNews.Tests.Support;

/// <summary>A test of what only PostgreSQL does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!TestStore.IsPostgres) Skip = "is about PostgreSQL, and the suite runs on SQLite";
    }
}

/// <summary>A test of what only SQLite does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (TestStore.IsPostgres) Skip = "is about SQLite, and the suite runs on PostgreSQL";
    }
}

/// <inheritdoc cref="SqliteFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute()
    {
        if (TestStore.IsPostgres) Skip = "is about SQLite, and the suite runs on PostgreSQL";
    }
}
