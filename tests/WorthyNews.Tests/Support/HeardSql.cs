using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorthyNews.Tests.Support;

/// <summary>What a site asks of its database from now on, until this is disposed.</summary>
/// <remarks>Made before the site is first asked: who listens only later is not told of the next second (EF Core's <c>ConfigureLoggingCacheTime</c>).</remarks>
public sealed class HeardSql : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string OfEntityFramework = "Microsoft.EntityFrameworkCore";

    private readonly ConcurrentQueue<string> heard = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly string database;

    public HeardSql(SiteUnderTest site)
    {
        // Others run beside us in this process: only what goes to this site's database counts.
        var parts = new DbConnectionStringBuilder { ConnectionString = site.Store.ConnectionString };
        database = (string)parts[TestStore.IsPostgres ? "Database" : "Data Source"];
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Commands => [.. heard];

    /// <summary>What was heard so far does not count.</summary>
    public void Forget() => heard.Clear();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == OfEntityFramework) subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { Connection: { } to } command } && (TestStore.IsPostgres ? to.Database : to.DataSource) == database) heard.Enqueue(command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        while (subscriptions.TryTake(out var subscription)) subscription.Dispose();
    }
}
