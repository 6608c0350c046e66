using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Safekeeping;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Safekeeping;

/// <summary>It is noon when they begin, and a backup is made at a quarter past three.</summary>
public sealed class NightlyBackupTests
{
    [SqliteFact]
    public async Task A_night_makes_one_backup_and_keeps_the_newest()
    {
        await using var house = await SafeHouse.NewAsync(("Backup:Keep", "2"));
        var shelf = Path.Combine(house.Site.Store.Folder, "backups");

        var made = new List<ProvenBackup?>();
        for (var hour = 0; hour < 96; hour++)
        {
            made.Add(await NightlyOf(house.Site).MakeIfDueAsync(CancellationToken.None));
            house.Site.Clock.Advance(TimeSpan.FromHours(1));
        }

        // At once, for last night's was missed; then at four, the first look after a quarter past three.
        Assert.Equal([12, 4, 4, 4, 4], made.OfType<ProvenBackup>().Select(m => m.MadeAt.Hour));
        Assert.Equal(["worthynews-20261126T040000Z.zip", "worthynews-20261127T040000Z.zip"], NamesIn(shelf));
        var known = await BackupsOf(house.Site).LastAsync(CancellationToken.None);
        Assert.Equal(made.OfType<ProvenBackup>().Last(), known.Last);
        Assert.Equal((known.Last, null), (known.LastNightly, known.Failure));
    }

    [SqliteFact]
    public async Task Two_nodes_make_one()
    {
        await using var house = await SafeHouse.NewAsync();
        var other = new NightlyBackup(house.Making(), BackupsOf(house.Site), house.Site.Services.GetRequiredService<WorthyNews.Newsroom.Data.Stores.IStore>(),
            house.Site.Services.GetRequiredService<NightlyPlan>(), house.Site.Clock);

        var made = await Task.WhenAll(
            Task.Run(() => NightlyOf(house.Site).MakeIfDueAsync(CancellationToken.None)),
            Task.Run(() => other.MakeIfDueAsync(CancellationToken.None)));

        Assert.Single(made.OfType<ProvenBackup>());
        Assert.Single(NamesIn(Path.Combine(house.Site.Store.Folder, "backups")));
    }

    [SqliteFact]
    public async Task A_night_that_fails_says_so_takes_nothing_away_and_is_tried_again_an_hour_later()
    {
        var disk = System.IO.Directory.CreateTempSubdirectory("worthynews-disk-").FullName;
        await using var house = await SafeHouse.NewAsync(("Backup:Nightly", Path.Combine(disk, "mounted", "backups")), ("Backup:Keep", "1"));
        var (nightly, backups, cancel) = (NightlyOf(house.Site), BackupsOf(house.Site), CancellationToken.None);
        System.IO.Directory.CreateDirectory(Path.Combine(disk, "mounted"));
        await nightly.MakeIfDueAsync(cancel);

        house.Site.Clock.Advance(TimeSpan.FromHours(16));
        System.IO.Directory.Move(Path.Combine(disk, "mounted"), Path.Combine(disk, "away"));
        await Assert.ThrowsAsync<BackupRefusedException>(() => nightly.MakeIfDueAsync(cancel));
        var failed = await backups.LastAsync(cancel);
        var soon = await nightly.MakeIfDueAsync(cancel);
        System.IO.Directory.Move(Path.Combine(disk, "away"), Path.Combine(disk, "mounted"));
        var kept = NamesIn(Path.Combine(disk, "mounted", "backups"));
        house.Site.Clock.Advance(TimeSpan.FromHours(1));
        var later = await nightly.MakeIfDueAsync(cancel);

        Assert.Equal(("worthynews-20261123T120000Z.zip", house.Site.Clock.GetUtcNow().AddHours(-1)), (Assert.Single(kept), failed.Failure!.At));
        Assert.Contains("There is no folder", failed.Failure.Why, StringComparison.Ordinal);
        Assert.Equal(12, failed.Last!.MadeAt.Hour);
        Assert.Null(soon);
        Assert.NotNull(later);
        Assert.Null((await backups.LastAsync(cancel)).Failure);
        Assert.Equal("worthynews-20261124T050000Z.zip", Assert.Single(NamesIn(Path.Combine(disk, "mounted", "backups"))));
        System.IO.Directory.Delete(disk, recursive: true);
    }

    [SqliteFact]
    public async Task Files_of_other_names_are_never_taken_away()
    {
        await using var house = await SafeHouse.NewAsync(("Backup:Keep", "1"));
        var shelf = System.IO.Directory.CreateDirectory(Path.Combine(house.Site.Store.Folder, "backups")).FullName;
        foreach (var name in new[] { "worthynews-before-the-move.zip", "notes.txt", "worthynews-20200101T000000Z.zip" }) await File.WriteAllTextAsync(Path.Combine(shelf, name), "");

        await NightlyOf(house.Site).MakeIfDueAsync(CancellationToken.None);

        Assert.Equal(["notes.txt", "worthynews-20261123T120000Z.zip", "worthynews-before-the-move.zip"], NamesIn(shelf));
    }

    [SqliteFact]
    public async Task The_clock_of_the_house_makes_it_by_itself()
    {
        await using var site = await SiteUnderTest.StartWithItsClockAsync();
        using var client = site.Visit();

        for (var i = 0; i < 200 && (await BackupsOf(site).LastAsync(CancellationToken.None)).LastNightly is null; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(50);
        }

        Assert.NotNull((await BackupsOf(site).LastAsync(CancellationToken.None)).LastNightly);
    }

    [SqliteFact]
    public async Task It_can_be_turned_off()
    {
        await using var house = await SafeHouse.NewAsync(("Backup:Nightly", "off"));

        Assert.Null(await NightlyOf(house.Site).MakeIfDueAsync(CancellationToken.None));
        Assert.Equal(BackupsKnown.None, await BackupsOf(house.Site).LastAsync(CancellationToken.None));
    }

    private static NightlyBackup NightlyOf(SiteUnderTest site) => site.Services.GetRequiredService<NightlyBackup>();

    private static Backups BackupsOf(SiteUnderTest site) => site.Services.GetRequiredService<Backups>();

    private static List<string> NamesIn(string folder) => [.. System.IO.Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
}
