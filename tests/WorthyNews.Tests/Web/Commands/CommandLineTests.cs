using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Commands;

namespace WorthyNews.Tests.Web.Commands;

/// <summary>The verbs as a person types them: a process, a folder, an exit code.</summary>
public sealed class CommandLineTests
{
    private const string Copy = """
        Diet Hears Monk Refuse

        By Edmund Farleigh, Worthy News Europe Correspondent
        WORMS (Worthy News) – A monk told the diet he would not recant.
        He bowed.
        A LONG DAY
        Then he left.
        """;

    [Fact]
    public async Task Import_prints_what_it_understood_and_a_second_time_unchanged()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);

        await using var first = await place.RunAsync("import", "diet.txt", "--publish");
        await using var second = await place.RunAsync("import", ".", "--publish");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("diet.txt: published  /2", first.Output, StringComparison.Ordinal);
        Assert.Contains("✓ byline: Edmund Farleigh, Europe Correspondent", first.Output, StringComparison.Ordinal);
        Assert.Contains("✓ crossheads: A LONG DAY", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 file: 1 unchanged.", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fails_costs_an_exit_code_of_1_and_not_the_other_files()
    {
        await using var place = await Place.NewAsync();
        place.Write("good.txt", Copy);
        place.Write("bad.md", "---\nheadlin: A\n---\nText");

        await using var run = await place.RunAsync("import", "good.txt", "bad.md", "missing.txt");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("good.txt: imported as a draft", run.Output, StringComparison.Ordinal);
        Assert.Contains("Line 2, front matter: “headlin” is not known here.", run.Output, StringComparison.Ordinal);
        Assert.Contains("There is no such file or folder.", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 files: 2 failed, 1 imported as a draft.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "x.txt", "--at", "2026-11-23T09:00Z")]
    [InlineData("import", "x.txt", "--publish", "--at", "soon")]
    [InlineData("kill", "a-slug", "--notice", "Gone.")]
    [InlineData("retract", "a-slug")]
    [InlineData("breaking")]
    [InlineData("breaking", "Words", "--end")]
    [InlineData("publish", "a-slug")]
    [InlineData("import", "x.txt", "--publsh")]
    [InlineData("samples")]
    public async Task A_call_that_makes_no_sense_ends_with_2_and_changes_nothing(params string[] args)
    {
        await using var place = await Place.NewAsync();

        await using var run = await place.RunAsync(args);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Errors);
    }

    [Fact]
    public async Task The_verbs_take_a_story_through_its_life_and_are_recorded()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);
        await (await place.RunAsync("import", "diet.txt", "--publish", "--bureau", "Middle East")).DisposeAsync();

        await using var corrected = await place.RunAsync("correct", "diet-hears-monk-refuse", "--notice", "He did not bow.");
        await using var retracted = await place.RunAsync("retract", "diet-hears-monk-refuse", "--notice", "Withdrawn.");
        await using var killed = await place.RunAsync("kill", "diet-hears-monk-refuse", "--notice", "Gone.", "--reason", "A source was in danger.");
        await using var again = await place.RunAsync("kill", "diet-hears-monk-refuse", "--notice", "Gone.", "--reason", "A source was in danger.");
        await using var refused = await place.RunAsync("correct", "diet-hears-monk-refuse", "--notice", "He did.");
        await using var back = await place.RunAsync("reinstate", "diet-hears-monk-refuse", "--notice", "It was right.");

        Assert.Equal([0, 0, 0, 0, 1, 0], new[] { corrected, retracted, killed, again, refused, back }.Select(r => r.ExitCode));
        Assert.Contains("version 2", corrected.Output, StringComparison.Ordinal);
        Assert.Contains("Unchanged", again.Output, StringComparison.Ordinal);
        Assert.Contains("Only a reinstatement brings it back.", refused.Errors, StringComparison.Ordinal);
        await using var db = place.OpenDb();
        var acts = await db.Acts.OrderBy(a => a.Number).ToListAsync();
        Assert.All(acts, act => Assert.Equal("the command line", act.By));
        Assert.Equal([Verb.Save, Verb.Approve, Verb.Publish, Verb.Correct, Verb.Retract, Verb.Kill, Verb.Reinstate], acts.Select(a => a.Verb));
        Assert.Equal("middle-east", (await db.Stories.SingleAsync()).Bureau);
    }

    [Fact]
    public async Task What_was_put_right_in_one_language_names_the_others_that_stand()
    {
        await using var place = await Place.NewAsync();
        place.Write("1.md", "---\nheadline: Diet\nslug: diet\nbylines: [{name: A}]\n---\nText.");
        place.Write("2.md", "---\nheadline: مجمع\nslug: diet-ar\nlanguage: ar\ntranslation_of: diet\nbylines: [{name: A}]\n---\nنص.");
        place.Write("3.md", "---\nheadline: Reichstag\nslug: diet-de\nlanguage: de\ntranslation_of: diet\nbylines: [{name: A}]\n---\nText.");
        await (await place.RunAsync("import", ".", "--publish", "--at", "2026-11-01T09:00Z")).DisposeAsync();

        await using var corrected = await place.RunAsync("correct", "diet", "--notice", "He did not bow.");
        await using var retracted = await place.RunAsync("retract", "diet-de", "--notice", "Withdrawn.");
        await using var killed = await place.RunAsync("kill", "diet", "--notice", "Gone.", "--reason", "A source was in danger.");
        await using var last = await place.RunAsync("kill", "diet-ar", "--notice", "Gone.", "--reason", "A source was in danger.");

        const string Arabic = "  ar  http://localhost:5080/2026/11/01/diet-ar  مجمع\n";
        const string German = "  de  http://localhost:5080/2026/11/01/diet-de  Reichstag\n";
        Assert.EndsWith("Look at each:\n" + Arabic + German, corrected.Output, StringComparison.Ordinal);
        Assert.EndsWith("Look at each:\n" + Arabic + "  en  http://localhost:5080/2026/11/01/diet  Diet\n", retracted.Output, StringComparison.Ordinal);
        Assert.EndsWith("Look at each:\n" + Arabic, killed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Look at", last.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breaking_line_is_set_and_ended()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);
        await using var imported = await place.RunAsync("import", "diet.txt", "--publish");

        await using var set = await place.RunAsync("breaking", "Monk before the emperor", "--story", "diet-hears-monk-refuse", "--hours", "2");
        await using var unknown = await place.RunAsync("breaking", "Monk before the emperor", "--story", "no-such-story");
        await using var tooLong = await place.RunAsync("breaking", "Monk before the emperor", "--hours", "48");
        await using var ended = await place.RunAsync("breaking", "--end");
        await using var again = await place.RunAsync("breaking", "--end");

        Assert.Equal((0, 1, 1, 0, 0), (set.ExitCode, unknown.ExitCode, tooLong.ExitCode, ended.ExitCode, again.ExitCode));
        Assert.Contains("UTC: Monk before the emperor", set.Output, StringComparison.Ordinal);
        Assert.Contains("There is no dispatch “no-such-story”.", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("24 hours", tooLong.Errors, StringComparison.Ordinal);
        Assert.StartsWith("Ended ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("no breaking line stands", again.Output, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_data_directory_that_cannot_be_used_is_told_by_its_key()
    {
        await using var place = await Place.NewAsync();
        place.Write("taken", "a file, not a folder");

        await using var run = await RunningProgram.RunAsync(place.Folder, "Testing", "import", ".", "--Data:Directory=taken");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Data:Directory", run.Errors, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task After_a_verb_the_one_file_holds_everything()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);

        await using var run = await place.RunAsync("import", "diet.txt", "--publish");

        var log = new FileInfo(Path.Combine(place.Folder, "worthynews.db-wal"));
        Assert.True(!log.Exists || log.Length == 0);
    }

    [Fact]
    public async Task A_bureau_named_for_known_copy_makes_a_revision_of_it()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);
        await (await place.RunAsync("import", "diet.txt")).DisposeAsync();

        await using var moved = await place.RunAsync("import", "diet.txt", "--bureau", "Asia");
        await using var again = await place.RunAsync("import", "diet.txt", "--bureau", "Asia");

        Assert.Contains("changed, now draft revision 2", moved.Output, StringComparison.Ordinal);
        Assert.Contains("1 unchanged.", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slug_of_two_stories_is_asked_about()
    {
        await using var place = await Place.NewAsync();
        place.Write("one.txt", Copy);
        place.Write("two.txt", Copy + "\nMore.");
        await (await place.RunAsync("import", "one.txt", "--publish", "--at", "2026-11-01T09:00Z")).DisposeAsync();
        await (await place.RunAsync("import", "two.txt", "--publish", "--at", "2026-11-02T09:00Z")).DisposeAsync();

        await using var unclear = await place.RunAsync("retract", "diet-hears-monk-refuse", "--notice", "Withdrawn.");
        await using var clear = await place.RunAsync("retract", "http://localhost:5080/2026/11/02/diet-hears-monk-refuse/?from=mail", "--notice", "Withdrawn.");

        Assert.Equal((1, 0), (unclear.ExitCode, clear.ExitCode));
        Assert.Contains("/2026/11/01/diet-hears-monk-refuse", unclear.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_the_public_address_must_be_said()
    {
        await using var place = await Place.NewAsync();

        await using var run = await RunningProgram.RunAsync(place.Folder, "Production", "import", ".");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Site:PublicUrl is not set.", run.Errors, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task The_data_directory_lies_where_the_person_stands()
    {
        await using var place = await Place.NewAsync();
        place.Write("diet.txt", Copy);

        await using var run = await RunningProgram.RunAsync(place.Folder, "Testing", "import", "diet.txt");

        Assert.Equal(0, run.ExitCode);
        Assert.True(File.Exists(Path.Combine(place.Folder, "data", "worthynews.db")));
    }

    [Theory]
    [InlineData(new[] { "--Site:Name=X", "import", "a" }, new[] { "--Site:Name=X" }, new[] { "import", "a" })]
    [InlineData(new[] { "import", "a", "--urls", "http://x", "--publish" }, new[] { "--urls", "http://x" }, new[] { "import", "a", "--publish" })]
    [InlineData(new[] { "kill", "a", "--notice", "--Site:Name" }, new string[0], new[] { "kill", "a", "--notice", "--Site:Name" })]
    public void Settings_and_words_are_told_apart(string[] args, string[] settings, string[] words)
    {
        var split = SettingArgs.Split(args);

        Assert.Equal(settings, split.Settings);
        Assert.Equal(words, split.Words);
    }
}
