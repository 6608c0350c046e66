using System.Diagnostics;
using System.Globalization;

using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web;

/// <summary>A full hour, at which everything goes out at once.</summary>
public sealed class ManyDueTests
{
    private const int Many = 500;

    [Fact]
    public async Task Five_hundred_for_one_second_go_out_once_each_and_none_early_though_one_of_two_processes_is_killed()
    {
        await using var place = await Place.NewAsync();
        var ids = await ScheduleAsync(place);
        await using var first = await StartAsync(place);
        await using var second = await StartAsync(place);

        var hour = DateTimeOffset.FromUnixTimeSeconds(Now().ToUnixTimeSeconds() + 6);
        await MoveAsync(place, ids, hour);
        Assert.True(Now() < hour.AddMilliseconds(-100), "They were scheduled too late for the test to say anything.");
        await UntilAsync(place, 100);
        await first.KillAsync();
        var left = await UntilAsync(place, Many);

        await using var db = place.OpenDb();
        var entries = await db.WireEntries.AsNoTracking().Where(e => e.StoryId != null).OrderBy(e => e.Sequence).ToListAsync();
        var dispatches = await db.Dispatches.AsNoTracking().Include(d => d.Acts).ToDictionaryAsync(d => d.StoryId);
        Assert.Equal(Many, entries.Count);
        Assert.Equal(Many, entries.Select(e => e.StoryId).Distinct().Count());
        Assert.All(entries, e => Assert.Equal((WireKind.Published, 1), (e.Kind, e.Version)));
        var planned = dispatches.Values.ToDictionary(d => d.StoryId, d => TimeOf(hour, d.Headline));
        Assert.All(entries, e => Assert.True(e.At >= planned[e.StoryId!.Value], $"Out at {e.At:O}, planned for {planned[e.StoryId.Value]:O}."));
        Assert.Equal(entries.Select(e => planned[e.StoryId!.Value]).Order(), entries.Select(e => planned[e.StoryId!.Value]));
        Assert.All(dispatches.Values, d => Assert.Equal((DispatchState.Done, null, 1), (d.State, d.FailedAt, d.Acts.Count(a => a.Verb == Verb.Publish))));
        Assert.InRange(left, 1, Many - 1);       // the killed one was in the midst of it
    }

    private static async Task<RunningProgram> StartAsync(Place place)
    {
        var port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);
        var program = place.Start($"--urls=http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await program.ReadyAsync(client);
        return program;
    }

    /// <summary>All in one second, each in a millisecond of its own, so that their order can be seen.</summary>
    private static DateTimeOffset TimeOf(DateTimeOffset hour, string headline) =>
        hour.AddMilliseconds(2 * int.Parse(headline.AsSpan(headline.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture));

    /// <returns>Their ids, in the order of their numbers; for some other day.</returns>
    private static async Task<IReadOnlyList<Guid>> ScheduleAsync(Place place)
    {
        var ids = new List<Guid>();
        await using var db = place.OpenDb();
        for (var i = 0; i < Many; i++)
        {
            var dispatch = new Dispatch(Sample.Copy(string.Create(CultureInfo.InvariantCulture, $"Dispatch Number {i}")), SiteUnderTest.By, Now());
            dispatch.Schedule(dispatch.Newest, Now().AddDays(1), "Etc/UTC", SiteUnderTest.By, Now());
            db.Dispatches.Add(dispatch);
            ids.Add(dispatch.Id);
        }

        await db.SaveChangesAsync();
        return ids;
    }

    /// <summary>To the second that is meant, past the desk: it alone would take longer than there is.</summary>
    private static async Task MoveAsync(Place place, IReadOnlyList<Guid> ids, DateTimeOffset hour)
    {
        await using var db = place.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var i = 0; i < ids.Count; i++)
        {
            var (id, at) = (ids[i], hour.AddMilliseconds(2 * i));
            await db.Dispatches.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.PublishAt, at));
        }

        await transaction.CommitAsync();
    }

    /// <returns>How many were still missing when it was first looked.</returns>
    private static async Task<int> UntilAsync(Place place, int count)
    {
        var since = Stopwatch.StartNew();
        int? missing = null;
        while (true)
        {
            await using var db = place.OpenDb();
            var published = await db.WireEntries.CountAsync(e => e.Kind == WireKind.Published);
            missing ??= Many - published;
            if (published >= count) return missing.Value;
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2), $"Only {published} are out.");
            await Task.Delay(20);
        }
    }

#pragma warning disable RS0030 // The processes have the machine's clock.
    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
}
