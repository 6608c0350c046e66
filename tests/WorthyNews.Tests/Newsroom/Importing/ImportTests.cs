using System.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Text;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Importing;

public sealed partial class ImportTests
{
    private const string Copy = """
        Diet Hears Monk Refuse

        By Edmund Farleigh, Worthy News Europe Correspondent
        WORMS (Worthy News) – A monk told the diet he would not recant & asked for *proof*.
        1. He bowed <low>.
        A LONG DAY
        #1 was the emperor’s question.
        """;

    [Fact]
    public async Task Marks_in_wire_copy_are_text()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var result = await ImportAsync(site, Copy, publish: true);

        var story = (await site.Newsstand.AtAsync(result.Dispatch.Address!, CancellationToken.None))!.Story;
        Assert.Equal(
            ["A monk told the diet he would not recant & asked for *proof*.", "1. He bowed <low>.", "A LONG DAY", "#1 was the emperor’s question."],
            story.Body.Select(b => BlockText.Plain([b])));
        Assert.IsType<Crosshead>(story.Body[2]);
    }

    [Fact]
    public async Task A_file_that_comes_again_is_unchanged()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var first = await ImportAsync(site, Copy, publish: true);
        var second = await ImportAsync(site, Copy, publish: true);
        var moved = await ImportAsync(site, Copy, publish: true, name: "moved.txt");

        Assert.Equal([ImportOutcome.Imported, ImportOutcome.Unchanged, ImportOutcome.Unchanged], [first.Outcome, second.Outcome, moved.Outcome]);
        await using var db = site.OpenDb();
        Assert.Equal((1, 1), (await db.Dispatches.CountAsync(), await db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task A_changed_file_becomes_a_draft_revision_and_the_public_keeps_the_old_text()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy, publish: true);

        var changed = await ImportAsync(site, Copy.Replace("Refuse", "Refuse Twice", StringComparison.Ordinal), publish: false);

        Assert.Equal((ImportOutcome.Revised, 2), (changed.Outcome, changed.Revision));
        var story = await site.Newsstand.AtAsync(changed.Dispatch.Address!, CancellationToken.None);
        Assert.Equal("Diet Hears Monk Refuse", story!.Story.Headline);
    }

    [Fact]
    public async Task A_changed_file_that_is_published_updates_the_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy, publish: true);

        var changed = await ImportAsync(site, Copy.Replace("Refuse", "Refuse Twice", StringComparison.Ordinal), publish: true);

        Assert.Equal(Verb.Update, changed.Published);
        var story = await site.Newsstand.AtAsync(changed.Dispatch.Address!, CancellationToken.None);
        Assert.Equal("Diet Hears Monk Refuse Twice", story!.Story.Headline);
    }

    [Fact]
    public async Task An_imported_draft_is_published_by_importing_it_again_with_publish()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy, publish: false);

        var again = await ImportAsync(site, Copy, publish: true);

        Assert.Equal((ImportOutcome.Unchanged, Verb.Publish), (again.Outcome, again.Published));
    }

    [Fact]
    public async Task An_update_that_was_cut_off_after_its_save_is_finished_by_the_next_import()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy, publish: true);
        var changed = Copy.Replace("Refuse", "Refuse Twice", StringComparison.Ordinal);
        await ImportAsync(site, changed, publish: false);

        var again = await ImportAsync(site, changed, publish: true);

        Assert.Equal((ImportOutcome.Unchanged, Verb.Update), (again.Outcome, again.Published));
    }

    [Fact]
    public async Task A_file_that_was_moved_and_later_changed_is_a_revision_and_no_second_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await ImportAsync(site, Copy, publish: true);
        File.Delete(Path.Combine(site.Store.Folder, "copy.txt"));
        await ImportAsync(site, Copy, publish: true, name: "moved.txt");

        var changed = await ImportAsync(site, Copy + "\nMore.", publish: true, name: "moved.txt");

        Assert.Equal((ImportOutcome.Revised, Verb.Update), (changed.Outcome, changed.Published));
        await using var db = site.OpenDb();
        Assert.Equal(1, await db.Stories.CountAsync());
    }

    [Fact]
    public async Task A_name_first_used_in_a_story_is_taken_as_it_stands_there()
    {
        await using var site = await SiteUnderTest.StartAsync();

        await ImportAsync(site, "---\nheadline: A Headline\nbylines: [A Desk]\nbureau: Großbritannien & Irland\nsection: Kirche/Staat (EU)\ntopics: [iPhone, Москва]\n---\nText.", publish: true, name: "names.md");

        await using var db = site.OpenDb();
        var names = await db.Names.Select(n => n.Name).ToListAsync();
        Assert.Superset(new HashSet<string>(["Großbritannien & Irland", "Kirche/Staat (EU)", "iPhone", "Москва"]), new HashSet<string>(names));
    }

    [Fact]
    public async Task A_file_that_no_longer_names_its_embargo_does_not_lift_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        const string Text = "# A Headline\n\nText.";
        await ImportAsync(site, $"---\nheadline: A Headline\nbylines: [A Desk]\nembargoed_until: 2026-12-24T12:00Z\n---\n{Text}", publish: false, name: "held.md");

        var changed = await ImportAsync(site, $"---\nheadline: A Headline\nbylines: [A Desk]\n---\n{Text}", publish: true, name: "held.md");

        Assert.Contains("embargoed", Assert.Single(changed.NotPublished), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_import_brings_a_killed_story_back()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var first = await ImportAsync(site, Copy, publish: true);
        await site.Desk.KillAsync(first.Dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, CancellationToken.None);

        var same = await ImportAsync(site, Copy, publish: true);
        var changed = await ImportAsync(site, Copy + "\nMore.", publish: true);

        Assert.Equal((PublicState.Killed, PublicState.Killed), (same.Dispatch.Public, changed.Dispatch.Public));
        Assert.Contains("killed", Assert.Single(changed.NotPublished), StringComparison.Ordinal);
        Assert.Equal(2, changed.Revision);
    }

    [Fact]
    public async Task A_file_changed_after_the_desk_changed_the_dispatch_is_not_laid_over_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var first = await ImportAsync(site, Copy, publish: false);
        await site.ReviseAsync(first.Dispatch, Sample.Copy("The Desk’s Own Headline"));

        await Assert.ThrowsAsync<RevisionConflictException>(() => ImportAsync(site, Copy + "\nMore.", publish: false));
    }

    [Fact]
    public async Task What_cannot_be_published_is_kept_as_a_draft_with_the_reason()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var result = await ImportAsync(site, "Only A Headline\n\nROME (Worthy News) – And a lead.", publish: true);

        Assert.Equal((ImportOutcome.Imported, PublicState.NotPublic), (result.Outcome, result.Dispatch.Public));
        Assert.Contains("It has no byline.", result.NotPublished);
    }

    [Fact]
    public async Task A_publication_set_in_the_future_is_scheduled_and_one_in_the_past_is_dated_back()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var future = await ImportAsync(site, Copy, publish: true, at: Sample.Noon.AddDays(1));
        var past = await ImportAsync(site, Copy.Replace("Diet", "Empire", StringComparison.Ordinal), publish: true, name: "past.txt", at: Sample.Noon.AddDays(-3));

        Assert.Equal((Verb.Schedule, PublicState.NotPublic), (future.Published, future.Dispatch.Public));
        Assert.Equal("/2026/11/20/empire-hears-monk-refuse", past.Dispatch.Address);
        Assert.Equal(Sample.Noon.AddDays(-3), past.Dispatch.PublishedAt);
    }

    [Fact]
    public async Task Old_Windows_copy_keeps_its_accents_and_quotation_marks()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var path = Path.Combine(site.Store.Folder, "old.txt");
        await File.WriteAllBytesAsync(path, windows.GetBytes("Orbán “Speaks”\n\nBy A Desk\n\nPARIS (Worthy News) – Hé said so."));

        var result = await site.Services.GetRequiredService<CopyImport>().ImportAsync(path, Options(publish: false), CancellationToken.None);

        Assert.Equal("Orbán “Speaks”", result.Read.Copy.Headline);
        Assert.Contains(result.Read.Doubts, d => d.Contains("Windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Garbage_gives_a_dispatch_with_its_text_and_doubts()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var result = await ImportAsync(site, "%$§ ((( –– )))\u0000\u0007\n\n\n{{ }} <script>", publish: false);

        Assert.Contains("{{ }} <script>", BlockText.Plain(MarkdownReader.Read(result.Read.Copy.Markdown).Blocks), StringComparison.Ordinal);
        Assert.NotEmpty(result.Read.Doubts);
    }

    [Fact]
    public async Task A_first_line_without_end_is_kept_whole_and_its_length_is_a_reason_not_to_publish()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var line = string.Join(' ', Enumerable.Repeat("word", 5000));

        var result = await ImportAsync(site, line + "\n\nBy A Desk\n\nROME (Worthy News) – Text.", publish: true);

        Assert.Equal(PublicState.NotPublic, result.Dispatch.Public);
        Assert.NotEmpty(result.NotPublished);
        Assert.True(result.Read.Copy.Headline.Length + result.Read.Copy.Markdown.Length >= line.Length);
    }

    private static async Task<ImportResult> ImportAsync(SiteUnderTest site, string text, bool publish, string name = "copy.txt", DateTimeOffset? at = null)
    {
        var path = Path.Combine(site.Store.Folder, name);
        await File.WriteAllTextAsync(path, text);
        return await site.Services.GetRequiredService<CopyImport>().ImportAsync(path, Options(publish, at), CancellationToken.None);
    }

    private static ImportOptions Options(bool publish, DateTimeOffset? at = null) => new(SiteUnderTest.By, TimeZoneInfo.Utc, publish, at);
}
