using System.Data.Common;
using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

using WorthyNews.Newsroom.Wire;

namespace WorthyNews.Newsroom.Data;

/// <summary>Rings when this process put something on the wire, as soon as that is committed: what it says itself it need not hear from the database.</summary>
public sealed class WireBell : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<WireEntry>> uncommitted = [];

    /// <summary>Told the entries, in the thread that committed them.</summary>
    public Action<IReadOnlyList<WireEntry>>? Listener { get; set; }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Hold(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Hold(eventData.Context);
        return ValueTask.FromResult(result);
    }

    // Contexts are pooled: what a transaction left that was never committed goes here.
    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (eventData.Context is { } db) uncommitted.Remove(db);
        return result;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarted(connection, eventData, result));

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is not { } db || !uncommitted.TryGetValue(db, out var entries)) return;
        uncommitted.Remove(db);
        Listener?.Invoke(entries);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    private void Hold(DbContext? db)
    {
        if (db is null) return;
        var added = db.ChangeTracker.Entries<WireEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        if (added.Count > 0) uncommitted.GetOrCreateValue(db).AddRange(added);
    }
}
