using System.Diagnostics;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorthyNews.Tests.Support;

/// <summary>Holds up the first question of a kind that a site asks of its database, until it is let go: a page that is slow just then.</summary>
/// <remarks>Made before the site is first asked, as <see cref="HeardSql"/>.</remarks>
public sealed class PausedSql(SiteUnderTest site, params string[] words) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim gate = new();
    private readonly List<IDisposable> subscriptions = [];
    private int caught = 1;

    /// <summary>From now on.</summary>
    public PausedSql Watch()
    {
        if (subscriptions.Count == 0) subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        Interlocked.Exchange(ref caught, 0);
        return this;
    }

    /// <summary>Waits until the question came.</summary>
    public Task ReachedAsync() => reached.Task.WaitAsync(Patience);

    public void LetGo() => gate.Set();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: { Connection: { } to } command } || !site.Store.ConnectionString.Contains(TestStore.IsPostgres ? to.Database : to.DataSource, StringComparison.Ordinal)) return;
        if (!words.All(word => command.CommandText.Contains(word, StringComparison.Ordinal)) || Interlocked.Exchange(ref caught, 1) == 1) return;
        reached.TrySetResult();
        gate.Wait(Patience);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        gate.Set();
        foreach (var subscription in subscriptions) subscription.Dispose();
        gate.Dispose();
    }
}
