using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Safekeeping;

public sealed class RestoreTests
{
    [SqliteFact]
    public async Task Folders_of_the_house_come_along_and_go_back()
    {
        await using var house = await SafeHouse.NewAsync();
        var picture = Path.Combine(house.Site.Store.Folder, "pictures", "ab", "one.jpg");
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllTextAsync(picture, "a picture");
        var made = await house.BackUpAsync("pictures");

        await house.RestoreAsync(made.Path, folders: "pictures");

        Assert.Equal("a picture", await File.ReadAllTextAsync(Path.Combine(house.NewHome, "pictures", "ab", "one.jpg")));
        Assert.True(File.Exists(Path.Combine(house.NewHome, "worthynews.db")));
        Assert.False(System.IO.Directory.Exists(Path.Combine(house.NewHome, ".restoring")));
    }

    [SqliteFact]
    public async Task A_picture_that_was_left_keeps_a_restore_out()
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();
        System.IO.Directory.CreateDirectory(Path.Combine(house.NewHome, "pictures"));
        await File.WriteAllTextAsync(Path.Combine(house.NewHome, "pictures", "left.jpg"), "left");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => house.RestoreAsync(made.Path, null, "pictures"));

        Assert.Contains("left.jpg is there already", refusal.Message, StringComparison.Ordinal);
        Assert.Single(System.IO.Directory.EnumerateFileSystemEntries(house.NewHome));
    }

    [SqliteTheory]
    [InlineData("worthynews.db")]
    [InlineData("worthynews.db-wal")]
    [InlineData("worthynews.db-shm")]
    [InlineData("worthynews.db-journal")]
    public async Task Leftovers_of_a_database_keep_a_restore_out(string left)
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();
        System.IO.Directory.CreateDirectory(house.NewHome);
        await File.WriteAllTextAsync(Path.Combine(house.NewHome, left), "left");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => house.RestoreAsync(made.Path));

        Assert.Contains($"{left} is there already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("left", await File.ReadAllTextAsync(Path.Combine(house.NewHome, left)));
        Assert.Single(System.IO.Directory.EnumerateFileSystemEntries(house.NewHome));
    }

    [SqliteFact]
    public async Task A_house_in_use_keeps_a_restore_out_even_when_its_file_was_deleted_and_two_may_use_it_at_once()
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();
        var database = Path.Combine(house.NewHome, "worthynews.db");
        System.IO.Directory.CreateDirectory(house.NewHome);
        using (var first = new SqliteDoor(database, house.Site.Clock))
        using (var second = new SqliteDoor(database, house.Site.Clock))
        {
            await first.EnterAsync(CancellationToken.None);
            await second.EnterAsync(CancellationToken.None);
            first.Dispose();

            var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => house.RestoreAsync(made.Path));
            Assert.Contains("is in use", refusal.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(database));
        }

        await house.RestoreAsync(made.Path);
        Assert.True(File.Exists(database));
    }

    [SqliteFact]
    public async Task Who_starts_in_the_middle_of_a_restore_waits_for_its_end()
    {
        await using var house = await SafeHouse.NewAsync();
        var database = Path.Combine(house.NewHome, "worthynews.db");
        using var restoring = new SqliteDoor(database, house.Site.Clock);
        using var starting = new SqliteDoor(database, house.Site.Clock);
        var closed = await restoring.CloseAsync(CancellationToken.None);
        await File.WriteAllTextAsync(database, "restored");

        var start = starting.LockForStartAsync(CancellationToken.None);
        await Task.WhenAny(start, Task.Delay(300));
        var waited = !start.IsCompleted;
        await closed!.DisposeAsync();
        await using var held = await start;

        Assert.True(waited);
        await starting.EnterAsync(CancellationToken.None);
        Assert.True(restoring.IsUsed());
    }

    [SqliteFact]
    public async Task A_backup_cut_short_anywhere_is_refused_and_leaves_nothing()
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(made.Path);

        foreach (var length in new[] { 0, 1, 1000, whole.Length / 2, whole.Length - 300, whole.Length - 1 })
            await RefusedAsync(house, whole[..length], $"cut to {length}");
    }

    [SqliteFact]
    public async Task A_backup_in_which_a_byte_was_changed_is_refused_and_leaves_nothing()
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(made.Path);

        foreach (var at in Enumerable.Range(0, 60).Select(i => i * whole.Length / 60).Append(whole.Length - 65).Append(whole.Length - 1))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x10;
            await RefusedAsync(house, changed, $"changed at {at}");
        }
    }

    [SqliteFact]
    public async Task A_foreign_file_is_refused_and_leaves_nothing()
    {
        await using var house = await SafeHouse.NewAsync();
        using var stranger = new MemoryStream();
        await using (var zip = new ZipArchive(stranger, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("worthynews.db").OpenAsync();
            await entry.WriteAsync(await File.ReadAllBytesAsync(house.Database));
        }

        Assert.Contains("no backup of Worthy News", await RefusedAsync(house, stranger.ToArray(), "a stranger's ZIP"), StringComparison.Ordinal);
        Assert.Contains("no backup of Worthy News", await RefusedAsync(house, await File.ReadAllBytesAsync(house.Database), "the database itself"), StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<BackupRefusedException>(() => house.RestoreAsync(Path.Combine(house.Shelf, "nothing.zip")));
        Assert.Contains("There is no file", missing.Message, StringComparison.Ordinal);
    }

    [SqliteTheory]
    [InlineData("\"format\": 1", "\"format\": 2", "newer program (format 2")]
    [InlineData("\"migrations\": [", "\"migrations\": [ \"29990101000000_RobotsWrite\",", "does not know the database since 29990101000000_RobotsWrite")]
    [InlineData("\"WireEntries\": ", "\"WireEntries\": 9", "The table WireEntries has")]
    [InlineData("\"name\": \"worthynews.db\"", "\"name\": \"../worthynews.db\"", "holds no database")]
    [InlineData("\"parts\": [", "\"parts\": [ { \"name\": \"../../evil\", \"bytes\": 1, \"sha256\": \"\" },", "for which this program has no place")]
    [InlineData("\"parts\": [", "\"parts\": [ { \"name\": \"pictures/../../evil\", \"bytes\": 1, \"sha256\": \"\" },", "for which this program has no place")]
    [InlineData("\"census\": {", "\"sensus\": {", "manifest cannot be read")]
    public async Task A_manifest_that_says_what_cannot_be_is_refused_though_it_is_sealed(string words, string others, string why)
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();

        var refusal = await RefusedAsync(house, await ForgedAsync(made.Path, m => m.Replace(words, others, StringComparison.Ordinal), isSealed: true), others);

        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_manifest_that_was_changed_by_hand_is_refused()
    {
        await using var house = await SafeHouse.NewAsync();
        var made = await house.BackUpAsync();

        var refusal = await RefusedAsync(house, await ForgedAsync(made.Path, m => m.Replace("2026-11-23", "2025-11-23", StringComparison.Ordinal), isSealed: false), "another day");

        Assert.Contains("was changed", refusal, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(SafeHouse house, byte[] file, string what)
    {
        var path = Path.Combine(house.Shelf, "tried.zip");
        await File.WriteAllBytesAsync(path, file);
        var error = await Record.ExceptionAsync(() => house.RestoreAsync(path, null, "pictures"));
        Assert.True(error is BackupRefusedException, $"{what}: {error?.ToString() ?? "was restored"}");
        Assert.False(System.IO.Directory.Exists(house.NewHome), $"{what} left something.");
        return error!.Message;
    }

    private static async Task<byte[]> ForgedAsync(string backup, Func<string, string> change, bool isSealed)
    {
        using var bytes = new MemoryStream();
        bytes.Write(await File.ReadAllBytesAsync(backup));
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var reader = new StreamReader(await zip.GetEntry("manifest.json")!.OpenAsync());
            var said = await reader.ReadToEndAsync();
            var forged = change(said);
            Assert.NotEqual(said, forged);
            reader.Close();
            await ReplaceAsync(zip, "manifest.json", forged);
        }

        var whole = bytes.ToArray();
        if (isSealed) Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(whole.AsSpan(0, whole.Length - 64))), whole.AsSpan(whole.Length - 64));
        return whole;
    }

    private static async Task ReplaceAsync(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
