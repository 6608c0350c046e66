using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Data;

public sealed class StoreTests
{
    [SqliteFact]
    public async Task A_writer_on_SQLite_keeps_what_it_acknowledged_and_leaves_nothing_of_what_it_deleted()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await using var db = site.OpenDb();

        Assert.Equal("wal", await AskAsync<string>(db, "journal_mode"));
        Assert.Equal(2, await AskAsync<long>(db, "synchronous"));
        Assert.Equal(1, await AskAsync<long>(db, "secure_delete"));
        Assert.Equal(1, await AskAsync<long>(db, "foreign_keys"));
    }

    [Fact]
    public async Task The_database_itself_keeps_an_outlet_from_writing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<WireDb>>().CreateDbContextAsync();

        var error = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Addresses\""));

        Assert.Contains("read", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(await site.Newsstand.AtAsync(dispatch.Address!, CancellationToken.None));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task What_is_kept_comes_back_to_the_millisecond_and_the_character()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Clock.Advance(TimeSpan.FromTicks(12_345_678));
        var headline = "“Ő” – العربية, Київ, 𝔘 \u00a0end";

        var saved = await site.DraftAsync(Sample.Copy(headline));

        await using var db = site.OpenDb();
        var revision = await db.Revisions.SingleAsync(r => r.DispatchId == saved.Id);
        Assert.Equal(headline, revision.Copy.Headline);
        Assert.Equal(Sample.Noon.AddMilliseconds(1234), revision.At);
    }

    private static async Task<T> AskAsync<T>(NewsDb db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
