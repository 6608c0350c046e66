using System.IO.Compression;
using System.Text;

using Microsoft.Data.Sqlite;

using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Safekeeping;

public sealed class BackupTests
{
    private static readonly byte[] Deleted = Encoding.UTF8.GetBytes("thedeletedword");

    [SqliteFact]
    public async Task What_was_deleted_does_not_lie_in_a_backup_though_it_still_lies_in_the_file()
    {
        await using var house = await SafeHouse.NewAsync();
        Run(house.Database, "PRAGMA secure_delete = OFF", "CREATE TABLE Scratch(t)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO Scratch SELECT 'thedeletedword ' || i FROM n",
            "DELETE FROM Scratch WHERE rowid % 50 <> 0", "UPDATE Scratch SET t = 'kept'", "PRAGMA wal_checkpoint(TRUNCATE)");

        var made = await house.BackUpAsync();

        Assert.True((await File.ReadAllBytesAsync(house.Database)).AsSpan().IndexOf(Deleted) >= 0);
        Assert.True((await DatabaseInAsync(made.Path)).AsSpan().IndexOf(Deleted) < 0);
        Assert.Equal(40, made.Manifest.Census.Rows["Scratch"]);
    }

    [SqliteFact]
    public async Task A_backup_says_what_it_holds_and_only_its_owner_may_read_it()
    {
        await using var house = await SafeHouse.NewAsync();

        var made = await house.BackUpAsync();

        var census = made.Manifest.Census;
        await using var db = house.Site.OpenDb();
        Assert.Equal(db.WireEntries.Max(e => e.Sequence), census.NewestSequence);
        Assert.Equal((db.WireEntries.Count(), 1, Sample.Noon), (census.Entries, census.LiveStories, census.NewestHeadlineAt!.Value));
        Assert.Equal("worthynews-20261123T120000Z.zip", Path.GetFileName(made.Path));
        Assert.Equal([made.Path], System.IO.Directory.EnumerateFileSystemEntries(house.Shelf));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made.Path));
    }

    [SqliteFact]
    public async Task A_damaged_database_gives_no_backup_and_an_older_one_stays()
    {
        await using var house = await SafeHouse.NewAsync();
        var good = await house.BackUpAsync();
        house.Site.Clock.Advance(TimeSpan.FromDays(1));
        Damage(house.Database);

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => house.BackUpAsync());

        Assert.NotEmpty(refusal.Message);
        Assert.Equal([good.Path], System.IO.Directory.EnumerateFileSystemEntries(house.Shelf));
    }

    [SqliteFact]
    public async Task A_backup_writes_over_nothing_and_makes_no_way_to_a_disk_that_is_not_there()
    {
        await using var house = await SafeHouse.NewAsync();
        var taken = Path.Combine(house.Shelf, "taken.zip");
        await File.WriteAllTextAsync(taken, "mine");

        var exists = await Assert.ThrowsAsync<BackupRefusedException>(() => house.Making().MakeAsync(taken, CancellationToken.None));
        var missing = await Assert.ThrowsAsync<BackupRefusedException>(() => house.Making().MakeAsync(Path.Combine(house.NewHome, "usb", "backups") + "/", CancellationToken.None));

        Assert.Contains("exists already", exists.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(taken));
        Assert.Contains("There is no folder", missing.Message, StringComparison.Ordinal);
        Assert.False(System.IO.Directory.Exists(house.NewHome));
    }

    [SqliteFact]
    public async Task What_a_maker_that_died_left_is_taken_away_and_what_a_living_one_makes_is_not()
    {
        await using var house = await SafeHouse.NewAsync();
        using var living = BackupAside.Make(Path.Combine(house.Shelf, "other.zip"));
        var dead = System.IO.Directory.CreateDirectory(Path.Combine(house.Shelf, ".worthynews-1.zip.1.partial")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "making"), "");
        await File.WriteAllTextAsync(Path.Combine(dead, "exact.db"), "half");

        await house.BackUpAsync();

        Assert.False(System.IO.Directory.Exists(dead));
        Assert.Single(System.IO.Directory.EnumerateDirectories(house.Shelf));
    }

    [SqliteFact]
    public async Task A_stop_in_the_middle_leaves_nothing()
    {
        await using var house = await SafeHouse.NewAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Making().MakeAsync(house.Shelf, stop.Token));

        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(house.Shelf));
    }

    /// <summary>All but the first pages, where the list of the tables is.</summary>
    private static void Damage(string database)
    {
        Run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
        using var file = new FileStream(database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (var at = file.Length / 2; at < file.Length; at += 4096)
        {
            file.Position = at;
            file.Write("damaged"u8);
        }
    }

    private static void Run(string database, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private static async Task<byte[]> DatabaseInAsync(string backup)
    {
        await using var zip = await ZipFile.OpenReadAsync(backup);
        await using var entry = await zip.GetEntry(BackupPart.Database)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
