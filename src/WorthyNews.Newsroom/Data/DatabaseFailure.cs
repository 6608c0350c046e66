using System.Data.Common;

using Microsoft.EntityFrameworkCore;

namespace WorthyNews.Newsroom.Data;

/// <summary>Whether the database, and not our code, is what failed.</summary>
public static class DatabaseFailure
{
    /// <remarks>EF Core throws a fault of the network as <see cref="InvalidOperationException"/> around the real one.</remarks>
    public static bool Is(Exception error) => error is DbException or DbUpdateException || error.InnerException is DbException;
}
