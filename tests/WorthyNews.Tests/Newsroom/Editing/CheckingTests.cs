using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Places;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

public sealed class CheckingTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_clean_dispatch_is_well_in_everything()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.NameAsync([new DirectoryName { Kind = NameKind.Place, Slug = "nicaea", Name = "Nicaea" }], None);

        var checks = await CheckAsync(desk, Sample.Copy());

        Assert.All(checks, c => Assert.Equal(Severity.Well, c.Severity));
        Assert.Equal(5, checks.Count);
    }

    [Fact]
    public async Task What_a_text_lacks_and_where_it_links_blocks()
    {
        await using var desk = await DeskUnderTest.OpenAsync();

        var checks = await CheckAsync(desk, new Copy { Markdown = "Read [this](javascript:alert(1))." });

        Assert.Equal(Severity.Block, checks[0].Severity);
        var blocking = checks.Where(c => c.Severity == Severity.Block).Select(c => c.Words).ToList();
        Assert.Contains("It has no headline.", blocking);
        Assert.Contains("It has no byline.", blocking);
        Assert.Contains(blocking, w => w.Contains("A link cannot lead to", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_is_known_by_the_gazetteer_or_by_the_directory()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.Publishing.NameAsync([new DirectoryName { Kind = NameKind.Place, Slug = "little-gidding", Name = "Little Gidding" }], None);
        var places = new Dateline([new("budapest", "Budapest") { Point = new GeoPoint(47.5, 19.0) }, new("little-gidding", "Little Gidding"), new("erewhon", "Erewhon")]);

        var checks = await CheckAsync(desk, Sample.Copy() with { Dateline = places });

        var minded = Assert.Single(checks, c => c.Severity == Severity.Mind);
        Assert.Equal(("dateline", "Erewhon"), (minded.Place, minded.Passage));
    }

    [Fact]
    public async Task Open_quotations_and_words_between_desks_are_told_with_their_place()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var copy = Sample.Copy("Council TK Agrees") with
        {
            Dateline = Dateline.None,
            Markdown = "“We agree, he said.\n\nThey went home.\n\n- “One”\n- “Two\n\n(MORE)\n\nThe last line.",
        };

        var minded = (await CheckAsync(desk, copy)).Where(c => c.Severity == Severity.Mind).Select(c => c.Place);

        Assert.Equal(["headline", "paragraph 1", "paragraph 3", "paragraph 4"], minded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_watched_name_blocks_and_a_part_of_it_is_minded()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync(Sample.Copy() with { Dateline = Dateline.None, Markdown = "The court freed Kovács Anna.\n\nMrs. Kovács wept." });
        await desk.Editing.WatchAsync(id, ["Anna Kovács"], DeskUnderTest.Ben, None);

        var checks = await desk.Checking.CheckAsync(id, 1, None);

        Assert.Equal((Severity.Block, "paragraph 1", "Kovács Anna"), (checks[0].Severity, checks[0].Place, checks[0].Passage));
        Assert.Contains(checks, c => c is { Severity: Severity.Mind, Place: "paragraph 2", Passage: "Kovács" });
    }

    [Fact]
    public async Task A_similar_headline_that_is_out_is_shown_with_its_address()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        await desk.PublishedAsync(Sample.Copy("Council at Nicaea agrees on a creed"));
        await desk.PublishedAsync(Sample.Copy("Council At Arles Breaks Up In Anger"));
        await desk.PublishedAsync(Sample.Copy("Council At Nicaea Agrees On Creed") with { Language = "nl" });
        var killed = await desk.PublishedAsync(Sample.Copy("Council of Nicaea agrees on creed"));
        await desk.Publishing.KillAsync(killed, "Gone.", "A reason.", DeskUnderTest.Ben, None);

        var id = await desk.DraftAsync(Sample.Copy() with { Dateline = Dateline.None });
        var similar = Assert.Single(await desk.Checking.CheckAsync(id, 1, None), c => c.Severity == Severity.Mind);

        Assert.Equal("/2026/11/23/council-at-nicaea-agrees-on-a-creed", similar.Address);
        desk.Clock.Advance(TimeSpan.FromDays(20));
        Assert.DoesNotContain(await desk.Checking.CheckAsync(id, 1, None), c => c.Severity == Severity.Mind);
    }

    [Fact]
    public async Task A_live_story_is_not_similar_to_itself()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.PublishedAsync(Sample.Copy() with { Dateline = Dateline.None });

        Assert.DoesNotContain(await desk.Checking.CheckAsync(id, 1, None), c => c.Severity == Severity.Mind);
    }

    private static async Task<IReadOnlyList<Check>> CheckAsync(DeskUnderTest desk, Copy copy) => await desk.Checking.CheckAsync(await desk.DraftAsync(copy), 1, None);
}
