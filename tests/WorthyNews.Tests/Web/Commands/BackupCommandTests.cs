using System.Globalization;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Commands;

/// <summary>The verbs as an operator types them, while the house is at work.</summary>
public sealed class BackupCommandTests
{
    private const int Files = 3000;
    private const int FillerRows = 60_000;

    [SqliteFact]
    public async Task A_backup_under_writes_restores_every_public_page_byte_for_byte()
    {
        await using var original = await Place.NewAsync(isMigrated: false);
        await using var restored = await Place.NewAsync(isMigrated: false);
        for (var i = 0; i < Files; i++) original.Write($"copy/{i:0000}.txt", Copy(i));
        BackupManifest manifest;
        await using (var site = Serve(original, out var home, "--Seeds:Load=true"))
        {
            using var client = new HttpClient { BaseAddress = home };
            await site.ReadyAsync(client);
            await using var writer = original.Start("import", "copy", "--publish", "--at", "2026-01-05T09:00Z");
            while (Reported(writer) < 30) await Task.Delay(20);

            await using var backup = await original.RunAsync("backup", "kept.zip");

            Assert.True(backup.ExitCode == 0, backup.Errors);
            using (var kept = await BackupFile.OpenAsync(Path.Combine(original.Folder, "kept.zip"), CancellationToken.None)) manifest = kept.Manifest;
            var reported = Reported(writer);
            while (Reported(writer) < reported + 30) await Task.Delay(20);
            await writer.KillAsync();
            await site.StopAsync();
        }

        await using var restore = await restored.RunAsync("restore", Path.Combine(original.Folder, "kept.zip"));
        Assert.True(restore.ExitCode == 0, restore.Errors);
        Assert.Contains($"the newest number {manifest.Census.NewestSequence} ", restore.Output, StringComparison.Ordinal);
        await using (var db = original.OpenDb()) await RollBackAsync(db, manifest.Census.NewestSequence);

        await using var before = Serve(original, out var beforeAt);
        await using var after = Serve(restored, out var afterAt);
        using var beforeClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = beforeAt };
        using var afterClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = afterAt };
        await before.ReadyAsync(beforeClient);
        await after.ReadyAsync(afterClient);
        await CardsAreDrawnAsync(original, restored);
        await using var routes = await SiteUnderTest.StartAsync();
        await using (var db = restored.OpenDb()) await EveryAddress.SameAsync(routes, db, beforeClient, afterClient, atLeast: 300);
    }

    [SqliteFact]
    public async Task A_kill_in_the_middle_of_a_backup_leaves_no_file_that_passes_for_one()
    {
        await using var place = await Place.NewAsync();
        await using (var db = place.OpenDb())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"Filler\"(t)");
            await db.Database.ExecuteSqlAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {FillerRows}) INSERT INTO \"Filler\" SELECT hex(randomblob(1000)) FROM n");
        }

        var shelf = System.IO.Directory.CreateDirectory(Path.Combine(place.Folder, "shelf")).FullName;
        await using (var backup = place.Start("backup", shelf))
        {
            while (!System.IO.Directory.EnumerateFiles(shelf, "worthynews.db", SearchOption.AllDirectories).Any()) await Task.Delay(5);
            await backup.KillAsync();
        }

        // It was in the middle: there is something to mistake for a backup.
        var left = System.IO.Directory.EnumerateFiles(shelf, "*", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(left);
        Assert.Empty(System.IO.Directory.EnumerateFiles(shelf));
        Assert.Empty(BackupName.NewestFirst(shelf));
        foreach (var file in left)
        {
            await using var restore = await RunningProgram.RunAsync(place.Folder, "Testing", "restore", file, $"--Data:Directory={Path.Combine(place.Folder, "new")}");
            Assert.Equal(1, restore.ExitCode);
            Assert.False(System.IO.Directory.Exists(Path.Combine(place.Folder, "new")));
        }

        await using var second = await place.RunAsync("backup", shelf);
        Assert.True(second.ExitCode == 0, second.Errors);
        Assert.Single(System.IO.Directory.EnumerateFileSystemEntries(shelf));
    }

    [SqliteFact]
    public async Task Two_sites_share_a_directory_and_a_restore_into_it_is_refused_until_both_have_gone()
    {
        await using var place = await Place.NewAsync();
        await using var backup = await place.RunAsync("backup", "kept.zip");
        await using var first = Serve(place, out var firstAt);
        await using var second = Serve(place, out var secondAt);
        foreach (var (site, at) in new[] { (first, firstAt), (second, secondAt) })
        {
            using var client = new HttpClient { BaseAddress = at };
            await site.ReadyAsync(client);
        }

        await first.KillAsync();
        await using var refused = await place.RunAsync("restore", "kept.zip");
        await second.KillAsync();
        await using var leftovers = await place.RunAsync("restore", "kept.zip");

        Assert.Equal((0, 1, 1), (backup.ExitCode, refused.ExitCode, leftovers.ExitCode));
        Assert.Contains("is in use: a site or a verb works on it. Stop it first.", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("there already, and a restore never writes over anything", leftovers.Errors, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_backup_of_an_older_program_is_brought_up_to_date_by_the_next_start_and_not_before()
    {
        await using var old = await Place.NewAsync(isMigrated: false);
        await using var place = await Place.NewAsync(isMigrated: false);
        await using (var db = old.OpenDb()) await db.GetService<IMigrator>().MigrateAsync("TheHouseStands");

        await using var backup = await old.RunAsync("backup", "kept.zip");
        await using var restore = await place.RunAsync("restore", Path.Combine(old.Folder, "kept.zip"));
        await using (var db = place.OpenDb()) Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());
        await using var start = await place.RunAsync("samples", "clear");

        Assert.True((backup.ExitCode, restore.ExitCode, start.ExitCode) == (0, 0, 0), backup.Errors + restore.Errors + start.Errors);
        await using (var db = place.OpenDb()) Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        await using (var db = old.OpenDb()) Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task On_PostgreSQL_the_operator_is_sent_to_its_own_tools_and_no_password_is_said(string verb)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("worthynews-test-").FullName;

        await using var run = await RunningProgram.RunAsync(folder, "Testing", verb, "x.zip", "--Database:Provider=Postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x;Password=hushhush");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("pg_dump", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(folder));
        System.IO.Directory.Delete(folder);
    }

    [SqliteFact]
    public async Task Where_there_is_no_database_there_is_nothing_to_back_up_and_none_is_made()
    {
        await using var place = await Place.NewAsync(isMigrated: false);

        await using var run = await place.RunAsync("backup", "kept.zip");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No backup was made. There is no database at", run.Errors, StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(place.Folder));
    }

    private static RunningProgram Serve(Place place, out Uri home, params string[] settings)
    {
        home = new Uri($"http://127.0.0.1:{RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture)}");
        return place.Start([$"--urls={home.AbsoluteUri.TrimEnd('/')}", $"--Site:PublicUrl={SiteUnderTest.PublicUrl}", .. settings]);
    }

    /// <summary>Takes the original back to what it was, by nothing that makes or reads backups: what came later were new stories only.</summary>
    private static async Task RollBackAsync(NewsDb db, long sequence)
    {
        var later = db.Stories.Where(s => s.FirstSequence > sequence).Select(s => s.StoryId);
        Assert.InRange(await later.CountAsync(), 30, Files);
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchWords" WHERE rowid IN (SELECT t."Key" FROM "SearchTexts" t JOIN "Stories" s ON s."StoryId" = t."StoryId" WHERE s."FirstSequence" > {sequence})""");
        await db.SearchTexts.Where(t => later.Contains(t.StoryId)).ExecuteDeleteAsync();
        await db.Listings.Where(l => later.Contains(l.StoryId)).ExecuteDeleteAsync();
        await db.CardPictures.Where(c => later.Contains(c.StoryId)).ExecuteDeleteAsync();
        await db.Addresses.Where(a => later.Contains(a.StoryId)).ExecuteDeleteAsync();
        await db.Stories.Where(s => s.FirstSequence > sequence).ExecuteDeleteAsync();
        await db.WireEntries.Where(e => e.Sequence > sequence).ExecuteDeleteAsync();
    }

    /// <summary>Cards are drawn after the fact; both draw the same ones, each in its own time.</summary>
    private static async Task CardsAreDrawnAsync(Place one, Place other)
    {
        SqliteConnection.ClearAllPools();
        var same = 0;
        for (var i = 0; i < 300 && same < 5; i++)
        {
            await Task.Delay(500);
            await using var first = one.OpenDb();
            await using var second = other.OpenDb();
            same = await first.CardPictures.CountAsync() == await second.CardPictures.CountAsync() ? same + 1 : 0;
        }

        Assert.Equal(5, same);
    }

    private static int Reported(RunningProgram import) => import.Output.Split('\n').Count(line => line.Contains(": published  /", StringComparison.Ordinal));

    private static string Copy(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        Dispatch Number {number:0000} Leaves The Press

        By Edmund Farleigh, Worthy News Europe Correspondent
        ANTWERP (Worthy News) – The press printed sheet {number}.
        The printer rested.
        """);
}
