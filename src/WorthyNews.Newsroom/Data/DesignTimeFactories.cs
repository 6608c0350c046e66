using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WorthyNews.Newsroom.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which connects to nothing.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteNewsDb>
{
    public SqliteNewsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite("Data Source=design.db").Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresNewsDb>
{
    public PostgresNewsDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql("Host=localhost").Options);
}
