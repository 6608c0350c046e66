using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorthyNews.Bench;

/// <summary>A command as it went to the database.</summary>
internal sealed record SentSql(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Keeps the commands that EF really sends.</summary>
internal sealed class SqlListener : DbCommandInterceptor
{
    public List<SentSql> Heard { get; } = [];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Heard.Add(new SentSql(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        return new(result);
    }
}
