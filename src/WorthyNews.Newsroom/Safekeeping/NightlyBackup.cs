using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>Makes the backup of a night, once however many processes share the database, and takes the oldest away.</summary>
public sealed class NightlyBackup(BackupMaking making, Backups backups, IStore store, NightlyPlan plan, TimeProvider time)
{
    /// <summary>A night that failed is tried again, but not each minute.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>Safe to call at any time: does nothing until a backup is due, and nothing while another process makes it.</summary>
    /// <returns>What was made; null when nothing was to be done.</returns>
    /// <exception cref="BackupRefusedException">It was due and could not be made; the record says so as well.</exception>
    public async Task<ProvenBackup?> MakeIfDueAsync(CancellationToken cancel)
    {
        if (plan.Folder is not { } folder || store is not SqliteStore sqlite || !await IsDueAsync(cancel)) return null;
        await using var alone = TryAlone(sqlite.DatabasePath + ".backup");
        // Asked again: whoever was here before us may have just made it.
        if (alone is null || !await IsDueAsync(cancel)) return null;

        var started = time.GetTimestamp();
        try
        {
            var made = await making.MakeAsync(folder + Path.DirectorySeparatorChar, cancel);
            var proven = await backups.KeepAsync(made, time.GetElapsedTime(started), isNightly: true, cancel);
            // Only now: what is old is all there is until something newer is proven.
            foreach (var old in BackupName.NewestFirst(folder).Skip(plan.Keep)) File.Delete(old);
            return proven;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await backups.KeepFailureAsync(error.Message, cancel);
            throw;
        }
    }

    private async Task<bool> IsDueAsync(CancellationToken cancel)
    {
        var now = time.Now();
        var slot = plan.LatestUntil(now);
        var known = await backups.LastAsync(cancel);
        return !(known.LastNightly?.MadeAt >= slot) && !(known.Failure is { } failure && failure.At >= slot && now - failure.At < Rest);
    }

    /// <summary>Null when another process is at it.</summary>
    private static FileStream? TryAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
