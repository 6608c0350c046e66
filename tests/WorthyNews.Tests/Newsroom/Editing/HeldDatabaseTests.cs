using System.Diagnostics;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

/// <summary>Another program holds the one file there is.</summary>
public sealed class HeldDatabaseTests
{
    private static CancellationToken None => CancellationToken.None;

    [SqliteFact]
    public async Task A_save_waits_ten_seconds_for_a_held_file_and_readers_do_not_wait_at_all()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.PublishedAsync();
        var held = await HoldAsync(desk);
        var letGo = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            await held.DisposeAsync();
        });

        var since = Stopwatch.StartNew();
        var save = Task.Run(() => desk.Editing.SaveAsync(id, Sample.Copy("Typed Meanwhile"), 1, DeskUnderTest.Ann, None));
        var autosave = Task.Run(() => desk.WorkingCopies.AutosaveAsync(null, id, Sample.Copy("Typed Elsewhere"), 1, DeskUnderTest.Ben, None));
        var slowest = TimeSpan.Zero;
        while (since.Elapsed < TimeSpan.FromSeconds(8))
        {
            var asked = Stopwatch.StartNew();
            Assert.Single((await desk.Newsstand.LatestAsync(10, null, None)).Stories);
            await using var db = desk.OpenDb();
            Assert.Equal(1, await db.Dispatches.CountAsync());
            if (asked.Elapsed > slowest) slowest = asked.Elapsed;
            await Task.Delay(100);
        }

        Assert.False(save.IsCompleted);
        Assert.Equal(new SaveResult.Saved(id, 2), await save);
        Assert.IsType<AutosaveResult.Kept>(await autosave);
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"A reader waited {slowest}.");
        await letGo;
    }

    [SqliteFact]
    public async Task A_save_that_waited_too_long_says_so_has_written_nothing_and_may_be_sent_again()
    {
        await using var desk = await DeskUnderTest.OpenAsync(seconds: 1);
        var id = await desk.DraftAsync();
        SaveResult saved, created;
        AutosaveResult typed;
        await using (await HoldAsync(desk))
        {
            saved = await desk.Editing.SaveAsync(id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None);
            created = await desk.Editing.CreateAsync(Sample.Copy("New"), DeskUnderTest.Ann, None);
            typed = await desk.WorkingCopies.AutosaveAsync(null, id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None);
        }

        Assert.IsType<SaveResult.Busy>(saved);
        Assert.IsType<SaveResult.Busy>(created);
        Assert.IsType<AutosaveResult.Busy>(typed);
        Assert.Equal(1, (await desk.ReadAsync(id)).NewestRevision);
        Assert.Equal(new SaveResult.Saved(id, 2), await desk.Editing.SaveAsync(id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None));
    }

    [PostgresFact]
    public async Task A_save_that_waited_too_long_for_one_dispatch_says_so_and_others_are_not_held()
    {
        await using var desk = await DeskUnderTest.OpenAsync(seconds: 1);
        var id = await desk.DraftAsync();
        var other = await desk.DraftAsync(Sample.Copy("Another"));
        await using (var db = desk.OpenDb())
        {
            await using var held = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Dispatches\" WHERE \"Id\" = {id} FOR UPDATE");

            Assert.IsType<SaveResult.Busy>(await desk.Editing.SaveAsync(id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None));
            Assert.IsType<SaveResult.Saved>(await desk.Editing.SaveAsync(other, Sample.Copy("Mine Too"), 1, DeskUnderTest.Ann, None));
            Assert.IsType<AutosaveResult.Kept>(await desk.WorkingCopies.AutosaveAsync(null, id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None));
        }

        Assert.Equal(new SaveResult.Saved(id, 2), await desk.Editing.SaveAsync(id, Sample.Copy("Mine"), 1, DeskUnderTest.Ann, None));
    }

    [SqliteFact]
    public async Task What_was_due_while_the_file_was_held_goes_out_after()
    {
        await using var desk = await DeskUnderTest.OpenAsync(seconds: 1);
        var id = await desk.DraftAsync();
        await desk.Editing.ApproveAsync(id, 1, null, DeskUnderTest.Ben, None);
        await desk.Publishing.ScheduleAsync(id, 1, Sample.Noon.AddMinutes(1), "Etc/UTC", DeskUnderTest.Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await using (await HoldAsync(desk)) await Assert.ThrowsAnyAsync<Exception>(() => desk.Publishing.PublishDueAsync(id, None));

        Assert.Equal([id], await desk.Publishing.DueAsync(None));
        Assert.NotNull((await desk.Publishing.PublishDueAsync(id, None)).Entry);
        Assert.Equal(PublicState.Live, (await desk.ReadAsync(id)).Public);
    }

    /// <summary>Holds the lock that a writer needs until it is disposed, from a connection that the house knows nothing of.</summary>
    private static async Task<SqliteConnection> HoldAsync(DeskUnderTest desk)
    {
        var connection = new SqliteConnection(desk.Store.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
