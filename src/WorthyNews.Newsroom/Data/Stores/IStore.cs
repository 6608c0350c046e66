using Microsoft.EntityFrameworkCore;

namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>The database is not what the house relies on.</summary>
public sealed class UnfitDatabaseException(string message) : Exception(message);

/// <summary>What SQLite and PostgreSQL do each in its own way. All SQL that only one of them knows is in this folder.</summary>
public interface IStore
{
    /// <summary>Options of a context that may write.</summary>
    void ConfigureWriter(DbContextOptionsBuilder options);

    /// <summary>Options of a context that the database itself keeps from writing.</summary>
    void ConfigureReader(DbContextOptionsBuilder options);

    /// <summary>Waits until this process alone may make, migrate and fill the database. Let go when disposed, and by the system when the process dies.</summary>
    /// <exception cref="TimeoutException">Another process has held it for two minutes.</exception>
    Task<IAsyncDisposable> LockForStartAsync(CancellationToken cancel);

    /// <summary>Checks what the house relies on and sets what a new database needs; called under the lock, before the migrations.</summary>
    /// <exception cref="UnfitDatabaseException">The database cannot be used, with a sentence that says why.</exception>
    Task PrepareAsync(NewsDb db, CancellationToken cancel);

    /// <summary>At the end of a process: leaves nothing that only this process knows how to put in order. Harmless while others go on.</summary>
    Task CloseAsync(CancellationToken cancel);

    /// <summary>Within the transaction at hand: appends go one after the other, so that a smaller sequence never commits after a larger one.</summary>
    Task LockWireAsync(NewsDb db, CancellationToken cancel);

    /// <summary>Returns when somebody may have put something on the wire, this process or another; soon in any case.</summary>
    /// <param name="atMost">How long a store waits that is told; one that is not asks often.</param>
    Task WaitForWireAsync(TimeSpan atMost, CancellationToken cancel);

    /// <summary>Within the transaction at hand: who works on this dispatch next waits until it ends. Asked after the wire, never before it.</summary>
    Task LockDispatchAsync(NewsDb db, Guid id, CancellationToken cancel);

    /// <summary>Within the transaction at hand: whoever counts people before changing them does so alone (the first person, the last administrator).</summary>
    Task LockPeopleAsync(NewsDb db, CancellationToken cancel);
}
