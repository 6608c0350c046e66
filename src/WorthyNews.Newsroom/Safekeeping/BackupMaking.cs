using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Text;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>A backup that was made and proven.</summary>
/// <param name="Path">Full path of the file.</param>
public sealed record MadeBackup(string Path, long Bytes, BackupManifest Manifest);

/// <summary>Makes backups while others work on the database. Each is written aside, proven there, and only then given its name.</summary>
public sealed class BackupMaking(IStore store, Belongings belongings, TimeProvider time)
{
    /// <summary>At the most two copies lie there at once: page by page and rewritten, then rewritten and packed.</summary>
    private const int RoomInDatabases = 2;

    /// <param name="place">A folder, in which the backup gets a name with its time, or a file that does not exist yet.</param>
    /// <exception cref="BackupRefusedException">None was made, and why.</exception>
    public async Task<MadeBackup> MakeAsync(string place, CancellationToken cancel)
    {
        var database = (store as SqliteStore ?? throw BackupRefusedException.OnPostgres()).DatabasePath;
        if (!File.Exists(database)) throw new BackupRefusedException($"There is no database at {database}.");

        var madeAt = time.Now();
        var path = BackupName.In(place, madeAt);
        if (Path.Exists(path)) throw new BackupRefusedException($"{path} exists already, and a backup never writes over anything.");
        RefuseIfFull(database, Path.GetDirectoryName(path)!);
        try
        {
            using var aside = BackupAside.Make(path);
            // The copying blocks, and a site has others to serve meanwhile.
            var (census, at) = await Task.Run(() => Copy(database, aside, cancel), cancel);
            var packed = aside.PathOf("backup");
            var manifest = await BackupFile.WriteAsync(packed, Files(aside), parts => new BackupManifest { MadeAt = at, Census = census, Parts = parts }, cancel);
            using (var written = await BackupFile.OpenAsync(packed, cancel)) await written.ProveAsync(cancel);

            var bytes = new FileInfo(packed).Length;
            File.Move(packed, path, overwrite: false);
            return new MadeBackup(path, bytes, manifest);
        }
        catch (Exception error) when (error is UnfitDatabaseException or IOException or UnauthorizedAccessException || DatabaseFailure.Is(error))
        {
            throw new BackupRefusedException(error.Message, error);
        }
    }

    private (Census Census, DateTimeOffset At) Copy(string database, BackupAside aside, CancellationToken cancel)
    {
        var exact = aside.PathOf("exact.db");
        var at = time.Now();
        var counted = SqliteCopies.TakeExact(database, exact, cancel);
        SqliteCopies.Rewrite(exact, aside.PathOf(BackupPart.Database), cancel);
        File.Delete(exact);

        var found = SqliteCopies.Prove(aside.PathOf(BackupPart.Database), cancel);
        if (counted.Differences(found) is { Count: > 0 } differences) throw new UnfitDatabaseException($"The copy is not what the database was. {string.Join(' ', differences)}");
        return (found, at);
    }

    /// <summary>The database first, so that whatever it names is still looked for after it.</summary>
    private IEnumerable<(string Part, string Path)> Files(BackupAside aside) =>
        belongings.Files().Prepend((BackupPart.Database, aside.PathOf(BackupPart.Database)));

    private void RefuseIfFull(string database, string folder)
    {
        var needed = RoomInDatabases * (Length(database) + Length(database + "-wal")) + belongings.Files().Sum(f => Length(f.Path));
        var free = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        if (free < needed) throw new BackupRefusedException($"A backup may need {InMegabytes(needed)} MB in {folder} while it is made, and {InMegabytes(free)} MB are free.");
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static string InMegabytes(long bytes) => Math.Ceiling(bytes / 1e6).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
