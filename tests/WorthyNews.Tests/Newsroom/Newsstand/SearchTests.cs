using CsCheck;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Text;
using WorthyNews.Tests.Newsroom.Text;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Newsstand;

public sealed class SearchTests
{
    private const string Rare = "qzxvwordle";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [InlineData("creed")]
    [InlineData("CRÉED")]
    [InlineData("\"agreed on a creed\"")]
    [InlineData("“two bishops” sign")]
    [InlineData("basil merton")]
    [InlineData("nicaea")]
    [InlineData("refuse")]
    [InlineData("creed -pope")]
    [InlineData("-pope")]
    public async Task A_story_is_found_by_all_that_it_shows(string typed)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(Plain("Another Pope", "Nothing of that kind.") with { Dateline = Sample.Dateline("Rome") });

        var found = await FindAsync(site, typed);

        Assert.Equal("Council At Nicaea Agrees On Creed", Assert.Single(found).Card.Headline);
    }

    [Theory]
    [InlineData("creeds")]
    [InlineData("creed pope")]
    [InlineData("\"creed agreed\"")]
    [InlineData("\"creed the bishops\"")]
    [InlineData("creed -bishops")]
    [InlineData("cree*")]
    [InlineData("headline : creed OR x")]
    [InlineData("bureau/middle-east")]
    public async Task A_story_is_not_found_by_what_it_has_not(string typed)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        Assert.Empty(await FindAsync(site, typed));
    }

    [Theory]
    [InlineData("Київ і єпископ", "КИЇВ")]
    [InlineData("Ёлки и съезд", "елки")]
    [InlineData("كَنِيسَة الشرق", "كنيسه")]
    [InlineData("اجتماع الأساقفة", "الاساقفه")]
    [InlineData("Gyülekezet Kőszegen", "koszegen")]
    [InlineData("東京の教会", "教会")]
    public async Task Scripts_and_accents_are_found_alike_on_both_databases(string headline, string typed)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy(headline));

        Assert.Equal(headline, Assert.Single(await FindAsync(site, typed)).Headline.Plain);
    }

    [Fact]
    public async Task What_is_not_public_is_neither_found_nor_counted()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.DraftAsync(Hidden("draft"));
        var scheduled = await site.DraftAsync(Hidden("scheduled"));
        await site.Desk.ScheduleAsync(scheduled.Id, 1, Sample.Noon.AddHours(5), "Etc/UTC", SiteUnderTest.By, Cancel);
        var retracted = await site.PublishAsync(Hidden("retracted"));
        var killed = await site.PublishAsync(Hidden("killed"));
        var edited = await site.PublishAsync(Plain("In Public", "As it stands."));
        await site.ReviseAsync(edited, Hidden("edited"));
        Assert.Equal(2, (await AskAsync(site, Rare)).Count);

        await site.Desk.RetractAsync(retracted.Id, "We withdrew it.", SiteUnderTest.By, Cancel);
        await site.Desk.KillAsync(killed.Id, "We took it down.", "For us.", SiteUnderTest.By, Cancel);

        var answer = await AskAsync(site, Rare);
        Assert.Equal(0, answer.Count);
        Assert.Empty(answer.Stories);
        Assert.Empty(answer.Names);
        Assert.All(answer.Spans, s => Assert.Equal(0, s.Value));
        Assert.Equal(1, (await AskAsync(site, "-" + Rare)).Count);
    }

    [Fact]
    public async Task A_reinstated_story_is_found_again_and_an_updated_one_by_its_new_words()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Plain("First", "The oldword stood here."));
        await site.Desk.RetractAsync(dispatch.Id, "We withdrew it.", SiteUnderTest.By, Cancel);
        await site.Desk.ReinstateAsync(dispatch.Id, "It is back.", SiteUnderTest.By, Cancel);
        Assert.Single(await FindAsync(site, "oldword"));

        var revision = await site.ReviseAsync(dispatch, Plain("First", "The newword stands here."));
        await site.Desk.UpdateAsync(dispatch.Id, revision, SiteUnderTest.By, Cancel);

        Assert.Empty(await FindAsync(site, "oldword"));
        Assert.Single(await FindAsync(site, "newword"));
    }

    [SqliteFact]
    public async Task No_word_of_a_killed_story_stays_in_the_index()
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 20; i++) await site.PublishAsync(Plain($"Other {i}", "Other words."));
        var killed = await site.PublishAsync(Hidden("killed"));
        for (var i = 20; i < 40; i++) await site.PublishAsync(Plain($"Other {i}", "Other words."));
        await using var db = site.OpenDb();
        Assert.True(await StandsInIndexAsync(db), "The check would find it.");

        await site.Desk.KillAsync(killed.Id, "We took it down.", "For us.", SiteUnderTest.By, Cancel);

        Assert.False(await StandsInIndexAsync(db));
        Assert.Equal(40, await db.SearchTexts.CountAsync());
    }

    [Fact]
    public async Task Filters_narrow_and_counts_say_how_far()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Plain("One", "Word.") with { Bureau = "europe", Topics = ["prayer", "relief"] });
        await site.PublishAsync(Plain("Two", "Word.") with { Bureau = "asia", Topics = ["prayer"], Language = "pt-BR" });
        await site.PublishAsync(Plain("Three", "Word.") with { Bureau = "asia", Topics = [] }, Sample.Noon.AddDays(-10));

        var all = await AskAsync(site, "word");
        var asia = await AskAsync(site, "word", under: (NameKind.Bureau, "asia"));
        var both = await AskAsync(site, "", SearchSpan.Week, (NameKind.Bureau, "asia"), (NameKind.Language, "pt-br"));

        Assert.Equal(["asia 2", "europe 1"], all.Names.Where(n => n.Kind == NameKind.Bureau).Select(n => $"{n.Slug} {n.Count}"));
        Assert.Equal(["prayer 2", "relief 1"], all.Names.Where(n => n.Kind == NameKind.Topic).Select(n => $"{n.Slug} {n.Count}"));
        Assert.Equal((2, 2, 3, 3), (all.Spans[SearchSpan.Day], all.Spans[SearchSpan.Week], all.Spans[SearchSpan.Month], all.Spans[SearchSpan.Year]));
        Assert.Equal(2, asia.Count);
        Assert.Equal("Two", Assert.Single(both.Stories).Card.Headline);
        Assert.Equal(1, (await AskAsync(site, "word", SearchSpan.Day, (NameKind.Bureau, "asia"))).Count);
    }

    [Fact]
    public async Task The_headline_weighs_more_than_the_text_and_the_new_more_than_the_old()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Plain("Old Story", "The word stands once in many others here."), Sample.Noon.AddYears(-3));
        await site.PublishAsync(Plain("New Story", "The word stands once in many others here."), Sample.Noon.AddDays(-1));
        await site.PublishAsync(Plain("A Word Above", "Many others stand here."), Sample.Noon.AddDays(-2));
        await site.PublishAsync(Plain("Before The Epoch", "The word stands once in many others here."), new DateTimeOffset(1521, 4, 18, 0, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 8; i++) await site.PublishAsync(Plain($"Else {i}", "Nothing of it."));

        var found = await FindAsync(site, "word");

        Assert.Equal(["A Word Above", "New Story", "Old Story", "Before The Epoch"], found.Select(f => f.Card.Headline));
    }

    [Fact]
    public async Task Stories_of_one_instant_are_all_found_and_pages_show_each_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        for (var i = 0; i < 45; i++) await site.PublishAsync(Plain($"Same {i}", "Word."), Sample.Noon.AddDays(-1));

        var pages = new List<Guid>();
        for (var page = 1; page <= 5; page++)
            pages.AddRange((await site.Newsstand.SearchAsync(Question("word"), page, Sample.Noon, Cancel)).Stories.Select(s => s.Card.StoryId));

        Assert.Equal(45, pages.Count);
        Assert.Equal(45, pages.Distinct().Count());
    }

    [Fact]
    public async Task Stories_older_than_the_index_are_indexed_at_the_start_and_withdrawn_ones_taken_out()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        var withdrawn = await site.PublishAsync(Plain("Withdrawn", "The creed."));
        await using (var db = site.OpenDb())
        {
            await db.SearchTexts.Where(t => t.StoryId != withdrawn.StoryId).ExecuteDeleteAsync();
            await db.Stories.Where(s => s.StoryId == withdrawn.StoryId)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, WorthyNews.Newsroom.Wire.StoryState.Retracted));
        }

        var indexing = site.Services.GetRequiredService<SearchIndexing>();
        await indexing.CatchUpAsync(Cancel);
        await indexing.CatchUpAsync(Cancel);

        Assert.Equal("Council At Nicaea Agrees On Creed", Assert.Single(await FindAsync(site, "creed")).Card.Headline);
    }

    [Fact]
    public async Task A_story_that_cannot_be_indexed_ends_the_work_and_is_named()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var whole = await site.PublishAsync(Sample.Copy());
        var broken = await site.PublishAsync(Plain("Broken", "The creed."));
        await using (var db = site.OpenDb())
        {
            await db.SearchTexts.ExecuteDeleteAsync();
            // As in a database that somebody put together by hand: it leads to another story's text.
            var other = (await db.Stories.SingleAsync(s => s.StoryId == whole.StoryId)).EntrySequence;
            await db.Stories.Where(s => s.StoryId == broken.StoryId).ExecuteUpdateAsync(s => s.SetProperty(c => c.EntrySequence, other));
        }

        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var left = await site.Services.GetRequiredService<SearchIndexing>().CatchUpAsync(enough.Token);

        Assert.Equal([broken.StoryId], left);
        Assert.Equal("Council At Nicaea Agrees On Creed", Assert.Single(await FindAsync(site, "creed")).Card.Headline);
    }

    [Fact]
    public async Task A_long_text_of_all_different_words_can_be_published()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var text = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"ы{i:x}"));
        await site.PublishAsync(Plain("Long", text));

        Assert.Single(await FindAsync(site, "ы1f \"ы20 ы21\""));
    }

    [Fact]
    public async Task Nothing_that_is_typed_breaks_the_search()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        await AnyText.Wild.SampleAsync(async typed => await AskAsync(site, typed), iter: 200, threads: 1);
    }

    private static Copy Plain(string headline, string text) => Sample.Copy(headline) with { Markdown = text, Bylines = [Sample.Byline("Ann Other")] };

    private static Copy Hidden(string slug) => Sample.Copy($"{Rare} headline") with
    {
        Slug = slug,
        Kicker = $"{Rare} kicker",
        Standfirst = $"{Rare} standfirst",
        Bylines = [Sample.Byline($"{Rare} byline")],
        Dateline = Sample.Dateline($"{Rare} place"),
        Markdown = $"{Rare} text.\n\n## {Rare} crosshead\n\nMore {Rare}.",
    };

    private static SearchQuestion Question(string typed, SearchSpan? within = null, params (NameKind Kind, string Slug)[] under) =>
        new(SearchQuery.Read(typed), under.ToDictionary(u => u.Kind, u => u.Slug), within);

    private static Task<SearchAnswer> AskAsync(SiteUnderTest site, string typed, SearchSpan? within = null, params (NameKind Kind, string Slug)[] under) =>
        site.Newsstand.SearchAsync(Question(typed, within, under), 1, site.Clock.GetUtcNow(), Cancel);

    private static async Task<IReadOnlyList<FoundStory>> FindAsync(SiteUnderTest site, string typed) => (await AskAsync(site, typed)).Stories;

    /// <summary>Reads the bytes of FTS5's own tables, where a deleted word could lie on.</summary>
    private static async Task<bool> StandsInIndexAsync(DbContext db)
    {
        foreach (var (table, column) in new[] { ("SearchWords_data", "block"), ("SearchWords_content", "c0 || c1 || c2 || c3 || c4 || c5"), ("SearchTexts", "\"Text\"") })
        {
            var sql = $"SELECT count(*) AS \"Value\" FROM \"{table}\" WHERE instr(CAST({column} AS BLOB), CAST('{Rare}' AS BLOB)) > 0";
            if (await db.Database.SqlQueryRaw<int>(sql).SingleAsync() > 0) return true;
        }

        return false;
    }
}
