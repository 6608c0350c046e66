using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Data;

/// <summary>A house that worked before dispatches were reviewed.</summary>
public sealed class OldDispatchesTests
{
    [Fact]
    public async Task What_was_public_or_scheduled_before_counts_as_approved_and_has_its_beginner()
    {
        await using var place = await Place.NewAsync(isMigrated: false);
        var (live, scheduled, draft) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using (var db = place.OpenDb())
        {
            await db.GetService<IMigrator>().MigrateAsync("StoriesHavePictures");
            await InsertAsync(db, live, "Draft", "Live", publicRevision: 2, publishAt: null, scheduled: null);
            await InsertAsync(db, scheduled, "Scheduled", "NotPublic", publicRevision: null, publishAt: Sample.Noon.UtcDateTime.AddHours(1), scheduled: 1);
            await InsertAsync(db, draft, "Scheduled", "NotPublic", publicRevision: null, publishAt: null, scheduled: null);

            await db.Database.MigrateAsync();
        }

        await using var after = place.OpenDb();
        var dispatches = await after.Dispatches.AsNoTracking().ToDictionaryAsync(d => d.Id);
        Assert.Equal((2, "first hand", "newest-bureau", 3), Told(dispatches[live]));
        Assert.Equal((1, "first hand", "newest-bureau", 3), Told(dispatches[scheduled]));
        Assert.Equal((null, "first hand", "newest-bureau", 3), Told(dispatches[draft]));
        Assert.Equal([DispatchState.Draft, DispatchState.Scheduled, DispatchState.Draft], new[] { live, scheduled, draft }.Select(id => dispatches[id].State));
        Assert.All(dispatches.Values, d => Assert.Equal(Sample.Noon.AddMinutes(3), d.ChangedAt));
        Assert.True(dispatches[scheduled].IsDueAt(Sample.Noon.AddHours(1)));
    }

    private static (int? Approved, string By, string? Bureau, int Acts) Told(Dispatch dispatch) =>
        (dispatch.ApprovedRevision, dispatch.CreatedBy, dispatch.Bureau, dispatch.ActCount);

    private static async Task InsertAsync(DbContext db, Guid id, string state, string isPublic, int? publicRevision, DateTime? publishAt, int? scheduled)
    {
        var now = Sample.Noon.UtcDateTime;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Dispatches" ("Id", "StoryId", "CreatedAt", "State", "Public", "PublicVersion", "PublicRevision", "NewestRevision", "Slug", "Headline", "PublishAt", "PublishAtZone", "ScheduledRevision", "Notices")
            VALUES ({id}, {Guid.NewGuid()}, {now}, {state}, {isPublic}, 1, {publicRevision}, 2, 'a-slug', 'A Headline', {publishAt}, 'Etc/UTC', {scheduled}, '[]')
            """);
        for (var number = 1; number <= 2; number++)
        {
            var (by, bureau) = number == 1 ? ("first hand", "older-bureau") : ("second hand", "newest-bureau");
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Revisions" ("Id", "DispatchId", "Number", "Body", "By", "At", "Bureau", "Bylines", "Dateline", "Headline", "Language", "Markdown", "MaySyndicate", "Sample", "Sensitive", "Topics", "WrittenNames")
                VALUES ({Guid.NewGuid()}, {id}, {number}, '[]', {by}, {now}, {bureau}, '[]', 'null', 'A Headline', 'en', 'Words.', {true}, {false}, {false}, '[]', '[]')
                """);
        }

        for (var minute = 1; minute <= 3; minute++)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "Acts" ("Id", "DispatchId", "Verb", "Revision", "By", "At") VALUES ({Guid.NewGuid()}, {id}, 'Save', 1, 'first hand', {now.AddMinutes(minute)})""");
        }
    }
}
