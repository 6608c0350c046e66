namespace WorthyNews.Newsroom.Data.Stores;

/// <summary>Who is at work on a database file: locks on two empty files beside it, which the system lets go of when a process dies.</summary>
/// <remarks>
/// <c>.lock</c> is held alone for the moment of a start. <c>.open</c> is held together by all who work on the database, for as long as they live,
/// and alone by a restore. On Unix .NET locks by <c>flock</c>: shared unless <see cref="FileShare.None"/> is asked.
/// </remarks>
public sealed class SqliteDoor(string databasePath, TimeProvider time) : IDisposable
{
    private const int MaxKnocks = 40;

    private static readonly string[] Endings = ["", "-wal", "-shm", "-journal"];

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly string startPath = databasePath + ".lock";
    private readonly string openPath = databasePath + ".open";
    private FileStream? stay;

    /// <summary>The files of the database that lie there: itself, and what SQLite keeps beside it. A restore never writes over one.</summary>
    public IReadOnlyList<string> Files => [.. Endings.Select(ending => databasePath + ending).Where(File.Exists)];

    /// <inheritdoc cref="IStore.LockForStartAsync"/>
    public async Task<IAsyncDisposable> LockForStartAsync(CancellationToken cancel)
    {
        try
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(startPath)!);
            await File.AppendAllTextAsync(startPath, "", cancel);
        }
        catch (Exception error) when (error is UnauthorizedAccessException || (error is IOException && !File.Exists(startPath)))
        {
            throw new UnfitDatabaseException($"Data:Directory (or Database:ConnectionString) names {Path.GetDirectoryName(startPath)}, which cannot be used: {error.Message}");
        }
        catch (IOException)
        {
            // Another process holds it; that is what the wait below is for.
        }

        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(startPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous);
            }
            catch (IOException held) when (File.Exists(startPath))
            {
                if (time.GetElapsedTime(started) > LongestStart) throw new TimeoutException($"Another process has held {startPath} for {LongestStart.TotalMinutes:0} minutes.", held);
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
            }
        }
    }

    /// <summary>This process works on the database until it ends or <see cref="Dispose"/>s this. Others may as well. Called under the lock of a start; a second call is harmless.</summary>
    public async Task EnterAsync(CancellationToken cancel)
    {
        for (var attempt = 1; stay is null; attempt++)
        {
            try
            {
                stay = new FileStream(openPath, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite, 1);
            }
            catch (IOException) when (attempt < MaxKnocks && File.Exists(openPath))
            {
                // A restore looks whether anyone is here, which takes it no time; to stay it would need the lock that we hold.
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
            }
        }
    }

    /// <summary>Whether a process works on the database now. Makes no file.</summary>
    public bool IsUsed()
    {
        if (!File.Exists(openPath)) return false;
        using var alone = TryAlone(FileMode.Open);
        return alone is null;
    }

    /// <summary>Keeps everyone out until it is disposed: who starts meanwhile waits, as for another's start.</summary>
    /// <returns>Null when a process works on the database.</returns>
    public async Task<IAsyncDisposable?> CloseAsync(CancellationToken cancel)
    {
        var isNew = !File.Exists(startPath);
        var start = await LockForStartAsync(cancel);
        if (TryAlone(FileMode.OpenOrCreate) is { } alone) return new Closed(this, start, alone, isNew);
        await start.DisposeAsync();
        return null;
    }

    public void Dispose() => stay?.Dispose();

    private FileStream? TryAlone(FileMode mode)
    {
        try
        {
            return new FileStream(openPath, mode, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(openPath))
        {
            return null;
        }
    }

    private sealed class Closed(SqliteDoor door, IAsyncDisposable start, FileStream alone, bool isNew) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // A restore that came to nothing leaves nothing; where there was a database before, the two files were there too.
            // Held to the last, which Windows does not allow; there they stay.
            if (isNew && door.Files.Count == 0 && !OperatingSystem.IsWindows())
            {
                File.Delete(door.openPath);
                File.Delete(door.startPath);
            }

            await alone.DisposeAsync();
            await start.DisposeAsync();
        }
    }
}
