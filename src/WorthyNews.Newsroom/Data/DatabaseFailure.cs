using System.Data.Common;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorthyNews.Newsroom.Data;

/// <summary>Whether the database, and not our code, is what failed.</summary>
public static class DatabaseFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteCannotRead = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>Classes of PostgreSQL's error codes (its appendix A), and one code: no connection, no room, stopped by an operator, trouble of the system, no such database.</summary>
    private static readonly string[] Away = ["08", "53", "57", "58", "3D000"];

    /// <remarks>EF Core throws a fault of the network as <see cref="InvalidOperationException"/> around the real one.</remarks>
    public static bool Is(Exception error) => error is DbException or DbUpdateException || error.InnerException is DbException;

    /// <summary>Whether somebody else held the database for too long, or it does not answer: nothing was written, and the same may go well later.</summary>
    public static bool IsBusy(Exception error) => Causes(error).Any(cause => cause switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked,
        DbException other => other.IsTransient || other.InnerException is TimeoutException,
        _ => false,
    });

    /// <summary>Whether the database is busy, or is not there at all: its file, its server or its room. Our own mistakes, such as a column it does not have, are not among these.</summary>
    public static bool IsAway(Exception error) => IsBusy(error) || Causes(error).Any(cause => cause switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteCannotRead or SqliteFull or SqliteCannotOpen,
        // Without a code it never came to a server's answer.
        DbException other => other.SqlState is not { } code || Array.Exists(Away, a => code.StartsWith(a, StringComparison.Ordinal)),
        _ => false,
    });

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
