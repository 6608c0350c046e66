using System.Data.Common;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorthyNews.Newsroom.Data;

/// <summary>Whether the database, and not our code, is what failed.</summary>
public static class DatabaseFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <remarks>EF Core throws a fault of the network as <see cref="InvalidOperationException"/> around the real one.</remarks>
    public static bool Is(Exception error) => error is DbException or DbUpdateException || error.InnerException is DbException;

    /// <summary>Whether somebody else held the database for too long, or it does not answer: nothing was written, and the same may go well later.</summary>
    public static bool IsBusy(Exception error) => Causes(error).Any(cause => cause switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        DbException other => other.IsTransient || other.InnerException is TimeoutException,
        _ => false,
    });

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
