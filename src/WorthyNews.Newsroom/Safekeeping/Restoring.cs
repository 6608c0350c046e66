using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;

namespace WorthyNews.Newsroom.Safekeeping;

/// <summary>Puts a backup where there is no database. Nothing is touched before the whole of the backup is proven, and nothing is written over.</summary>
public sealed class Restoring(IStore store, IDbContextFactory<NewsDb> contexts, Belongings belongings)
{
    /// <returns>What was restored. A backup of an older program is brought up to date by the next start.</returns>
    /// <exception cref="BackupRefusedException">Nothing was restored, and why.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, CancellationToken cancel)
    {
        var sqlite = store as SqliteStore ?? throw BackupRefusedException.OnPostgres();
        if (sqlite.Door.IsUsed()) throw InUse(sqlite);
        RefuseUnlessEmpty(sqlite);
        using var backup = await BackupFile.OpenAsync(Path.GetFullPath(path), cancel);
        RefuseIfForeign(path, backup.Manifest);

        var folder = Path.GetDirectoryName(sqlite.DatabasePath)!;
        var isNew = !System.IO.Directory.Exists(folder);
        try
        {
            await using var closed = await sqlite.Door.CloseAsync(cancel) ?? throw InUse(sqlite);
            RefuseUnlessEmpty(sqlite);
            await PutAsync(backup, sqlite.DatabasePath, cancel);
        }
        catch (Exception error)
        {
            if (isNew && System.IO.Directory.Exists(folder) && !System.IO.Directory.EnumerateFileSystemEntries(folder).Any()) System.IO.Directory.Delete(folder);
            if (error is UnfitDatabaseException or IOException or UnauthorizedAccessException) throw new BackupRefusedException(error.Message, error);
            throw;
        }

        return backup.Manifest;
    }

    /// <summary>Aside first, then by renaming, and the database last: without it no program takes the rest for a house.</summary>
    private async Task PutAsync(BackupFile backup, string database, CancellationToken cancel)
    {
        var aside = Path.Combine(Path.GetDirectoryName(database)!, ".restoring");
        // Of a restore that died: with the door closed there is no other.
        if (System.IO.Directory.Exists(aside)) System.IO.Directory.Delete(aside, recursive: true);
        var put = new List<string>();
        try
        {
            foreach (var part in backup.Manifest.Parts) await backup.ExtractAsync(part, Path.Combine(aside, part.Name), cancel);
            var found = await Task.Run(() => SqliteCopies.Prove(Path.Combine(aside, BackupPart.Database), cancel), cancel);
            if (backup.Manifest.Census.Differences(found) is { Count: > 0 } differences) throw new BackupRefusedException($"It is not what it says it is. {string.Join(' ', differences)}");

            foreach (var part in backup.Manifest.Parts.OrderBy(p => p.Name == BackupPart.Database))
            {
                var to = belongings.PathOf(part.Name) ?? database;
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(Path.Combine(aside, part.Name), to, overwrite: false);
                put.Add(to);
            }
        }
        catch
        {
            foreach (var path in put) File.Delete(path);
            throw;
        }
        finally
        {
            if (System.IO.Directory.Exists(aside)) System.IO.Directory.Delete(aside, recursive: true);
        }
    }

    private static BackupRefusedException InUse(SqliteStore sqlite) => new($"{sqlite.DatabasePath} is in use: a site or a verb works on it. Stop it first.");

    private void RefuseUnlessEmpty(SqliteStore sqlite)
    {
        var left = sqlite.Door.Files.Concat(belongings.Files().Select(f => f.Path).Take(1)).ToList();
        if (left.Count == 0) return;
        throw new BackupRefusedException(
            $"{string.Join(", ", left)} {(left.Count == 1 ? "is" : "are")} there already, and a restore never writes over anything. Move it elsewhere, or name an empty Data:Directory.");
    }

    private void RefuseIfForeign(string path, BackupManifest manifest)
    {
        using var db = contexts.CreateDbContext();
        var newer = manifest.Census.Migrations.Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (newer.Count > 0) throw new BackupRefusedException($"{path} was made by a newer program ({manifest.Program}): this one does not know the database since {newer[0]}.");
        if (manifest.Parts.Count(p => p.Name == BackupPart.Database) != 1) throw new BackupRefusedException($"{path} holds no database.");
        var strange = manifest.Parts.FirstOrDefault(p => p.Name != BackupPart.Database && belongings.PathOf(p.Name) is null);
        if (strange is not null) throw new BackupRefusedException($"{path} holds {strange.Name}, for which this program has no place.");
    }
}
