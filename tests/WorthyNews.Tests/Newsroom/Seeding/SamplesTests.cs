using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Data;
using WorthyNews.Newsroom.Data.Stores;
using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Seeding;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Seeding;

public sealed partial class SamplesTests
{
    private const int BriefWords = 150;

    [Fact]
    public async Task A_first_start_is_filled_and_the_next_one_is_left_alone()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var samples = site.Services.GetRequiredService<Samples>();

        await samples.LoadIfEmptyAsync(CancellationToken.None);
        await using var db = site.OpenDb();
        var entries = await db.WireEntries.CountAsync();
        await samples.LoadIfEmptyAsync(CancellationToken.None);

        Assert.Equal(entries, await db.WireEntries.CountAsync());
        Assert.Equal(6, await db.Names.CountAsync(n => n.Kind == NameKind.Bureau));
        var cards = await db.Stories.AsNoTracking().ToListAsync();
        Assert.All(cards, card => Assert.True(card.Sample));
        Assert.InRange(cards.Count, 12, 100);
        Assert.Contains(cards, c => c.State == StoryState.Killed);
        Assert.Contains(cards, c => c.State == StoryState.Retracted);
        Assert.Contains(cards, c => c.IsCorrected);
        Assert.Contains(cards, c => LanguageTag.IsRightToLeft(c.Language));
        Assert.Contains(cards, c => Cyrillic().IsMatch(c.Headline));
        Assert.Contains(cards, c => c.Bylines.Count == 2);
        Assert.Contains(cards, c => c.Dateline.Places.Count > 1);
        Assert.Contains(cards, c => c.Headline.Length > 100);
        Assert.All(cards, c => Assert.True(c.PublishedAt < Sample.Noon));
        Assert.All(["europe", "middle-east", "jerusalem", "asia", "africa", "americas"],
            bureau => Assert.InRange(cards.Count(c => c.Bureau == bureau && c.State == StoryState.Live), 6, 100));
    }

    [Fact]
    public async Task Samples_are_briefs_reports_and_long_reads_with_a_source_and_crossheads_in_all_but_the_briefs()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.Services.GetRequiredService<Samples>().LoadIfEmptyAsync(CancellationToken.None);

        await using var db = site.OpenDb();
        var revisions = await db.Revisions.AsNoTracking().ToListAsync();
        Assert.InRange(revisions.Count(r => BlockText.Words(r.Body) <= BriefWords), 3, 10);
        Assert.InRange(revisions.Count(r => BlockText.Words(r.Body) >= 1200), 2, 5);
        foreach (var revision in revisions)
        {
            var words = BlockText.Words(revision.Body);
            Assert.InRange(words, 80, 1500);
            Assert.Equal(words > BriefWords, revision.Body.Any(b => b is Crosshead));
            Assert.Matches("(?i)sources?\\b.*: |джерело: |المصدر: ", revision.Copy.EditorsNote!);
            Assert.NotEmpty(revision.Copy.Dateline.Places);
        }
    }

    [Fact]
    public async Task Samples_show_every_kind_of_block_and_inline()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.Services.GetRequiredService<Samples>().LoadIfEmptyAsync(CancellationToken.None);

        await using var db = site.OpenDb();
        var bodies = string.Concat((await db.Revisions.AsNoTracking().ToListAsync()).Select(r => BlockJson.Write(r.Body)));
        var kinds = new[] { typeof(Block), typeof(Inline) }.SelectMany(t => t.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(d => $"\"is\":\"{d.TypeDiscriminator}\"");
        Assert.All(kinds, kind => Assert.Contains(kind, bodies, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_sample_that_is_in_public_is_on_the_map_under_the_slug_of_the_directory()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.Services.GetRequiredService<Samples>().LoadIfEmptyAsync(CancellationToken.None);

        await using var db = site.OpenDb();
        var places = (await db.Stories.AsNoTracking().Where(c => c.State == StoryState.Live).ToListAsync()).SelectMany(c => c.Dateline.Places).ToList();
        Assert.All(places, p => Assert.True(p.Point is not null, p.Name));
        Assert.All(places, p => Assert.True(p.CountryCode is not null || p.Slug == "jerusalem", p.Name));
        var written = FrontMatter.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "directory.yaml")), "directory.yaml").Maps("places");
        Assert.Subset(written.Select(p => p.RequiredText("slug")).ToHashSet(), places.Select(p => p.Slug).ToHashSet());
    }

    [Fact]
    public async Task A_load_that_was_cut_off_goes_on_and_repeats_nothing()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var cut = new CancellationTokenSource();
        var store = new CutStore(site.Services.GetRequiredService<IStore>(), cut, after: 9);
        var folder = Path.Combine(AppContext.BaseDirectory, "seeds");
        var contexts = site.Services.GetRequiredService<IDbContextFactory<NewsDb>>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Samples(folder, contexts, store, site.Clock).LoadIfEmptyAsync(cut.Token));
        Assert.InRange(await CountAsync(site), 1, 10);

        var samples = site.Services.GetRequiredService<Samples>();
        await samples.LoadIfEmptyAsync(CancellationToken.None);

        await using var db = site.OpenDb();
        Assert.Equal(await db.ImportedFiles.CountAsync(), await db.Stories.CountAsync());
        Assert.Equal(await db.Stories.CountAsync(), await db.WireEntries.CountAsync(e => e.Kind == WireKind.Published));
        Assert.Equal(1, await db.WireEntries.CountAsync(e => e.Kind == WireKind.Updated));
        Assert.Equal(3, await db.WireEntries.CountAsync(e => e.Kind == WireKind.Corrected));
        Assert.Equal(2, await db.WireEntries.CountAsync(e => e.Kind == WireKind.Retracted));
        Assert.Equal(1, await db.WireEntries.CountAsync(e => e.Kind == WireKind.Killed));
    }

    [Fact]
    public async Task Where_somebody_works_no_samples_come()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.DraftAsync(Sample.Copy());

        await site.Services.GetRequiredService<Samples>().LoadIfEmptyAsync(CancellationToken.None);

        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task Cleared_samples_are_gone_from_every_list_and_do_not_come_back()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var samples = site.Services.GetRequiredService<Samples>();
        await samples.LoadIfEmptyAsync(CancellationToken.None);
        var real = await site.PublishAsync(Sample.Copy());

        var cleared = await samples.ClearAsync(SiteUnderTest.By, CancellationToken.None);
        var again = await samples.ClearAsync(SiteUnderTest.By, CancellationToken.None);
        await samples.LoadIfEmptyAsync(CancellationToken.None);

        Assert.InRange(cleared, 12, 100);
        Assert.Equal(0, again);
        Assert.Equal([real.StoryId], (await site.Newsstand.LatestAsync(100, null, CancellationToken.None)).Stories.Select(s => s.StoryId));
        Assert.DoesNotContain(await site.Newsstand.NamesAsync(NameKind.Contributor, CancellationToken.None), n => n.IsSample);
    }

    private static async Task<int> CountAsync(SiteUnderTest site)
    {
        await using var db = site.OpenDb();
        return await db.Stories.CountAsync();
    }

    /// <summary>Cuts the work off when the wire is locked for the so manieth time.</summary>
    private sealed class CutStore(IStore real, CancellationTokenSource cut, int after) : IStore
    {
        private int locks;

        public void ConfigureWriter(DbContextOptionsBuilder options) => real.ConfigureWriter(options);

        public void ConfigureReader(DbContextOptionsBuilder options) => real.ConfigureReader(options);

        public Task<IAsyncDisposable> LockForStartAsync(CancellationToken cancel) => real.LockForStartAsync(cancel);

        public Task PrepareAsync(NewsDb db, CancellationToken cancel) => real.PrepareAsync(db, cancel);

        public Task CloseAsync(CancellationToken cancel) => real.CloseAsync(cancel);

        public Task WaitForWireAsync(TimeSpan atMost, CancellationToken cancel) => real.WaitForWireAsync(atMost, cancel);

        public Task LockDispatchAsync(NewsDb db, Guid id, CancellationToken cancel) => real.LockDispatchAsync(db, id, cancel);

        public async Task LockWireAsync(NewsDb db, CancellationToken cancel)
        {
            if (++locks > after) await cut.CancelAsync();
            await real.LockWireAsync(db, cancel);
        }

        public Task LockPeopleAsync(NewsDb db, CancellationToken cancel) => real.LockPeopleAsync(db, cancel);
    }

    [GeneratedRegex(@"\p{IsCyrillic}{3}")]
    private static partial Regex Cyrillic();
}
