using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

public sealed class WorkingCopyTests
{
    private static readonly Author Ann = DeskUnderTest.Ann;
    private static readonly Author Ben = DeskUnderTest.Ben;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_was_typed_comes_back_whole()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var typed = Sample.Copy("Typed “And” Not Saved") with
        {
            Kicker = "Creeds", Standfirst = "Three hundred.", Slug = "not a slug yet", Section = "church-life", Topics = ["a", "b"],
            Bylines = [new DeskByline(new Byline("Worthy News Desk", "desk", "Editor", "Rome"), Behind: "Somebody")],
            Dateline = new Dateline([new DatelinePlace("nicaea", "Nicaea", "Turkey") { Point = new GeoPoint(40.43, 29.72), CountryCode = "TR" }], "June 19"),
            WrittenNames = [new WrittenName(NameKind.Topic, "a", "A.")], Language = "pt-BR", TranslationOf = Guid.NewGuid(), Urgency = Urgency.Urgent, Sensitive = true, MaySyndicate = false,
            EditorsNote = "Hold.", Markdown = "Half a sente",
        };

        var kept = await AutosaveAsync(desk, null, id, typed, 1);

        var restored = Assert.Single(await desk.WorkingCopies.RestoreAsync(id, Ann, None));
        Assert.Equal((kept.WorkingCopy, typed, 1, Sample.Noon), (restored.Id, restored.Copy, restored.BaseRevision, restored.At));
        Assert.Equal(typed.WrittenNames, restored.Copy.WrittenNames);
        Assert.Equal(1, (await desk.ReadAsync(id)).NewestRevision);
    }

    [Fact]
    public async Task An_autosave_takes_the_place_of_the_one_before()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();

        var first = await AutosaveAsync(desk, null, id, Sample.Copy("One"), 1);
        await AutosaveAsync(desk, first.WorkingCopy, id, Sample.Copy("Two"), 1);

        Assert.Equal("Two", Assert.Single(await desk.WorkingCopies.RestoreAsync(id, Ann, None)).Copy.Headline);
    }

    [Fact]
    public async Task Two_windows_of_one_person_do_not_write_over_each_other()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var left = await AutosaveAsync(desk, null, id, Sample.Copy("Left"), 1);
        await AutosaveAsync(desk, null, id, Sample.Copy("Right"), 1);

        await desk.Editing.SaveAsync(id, Sample.Copy("Left, And A Word"), 1, left.WorkingCopy, Ann, None);

        Assert.Equal("Right", Assert.Single(await desk.WorkingCopies.RestoreAsync(id, Ann, None)).Copy.Headline);
    }

    [Fact]
    public async Task A_save_without_script_drops_the_working_copy_that_says_the_same()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        await AutosaveAsync(desk, null, id, Sample.Copy("Typed"), 1);

        await desk.Editing.SaveAsync(id, Sample.Copy("Typed"), 1, Ann, None);

        Assert.Empty(await desk.WorkingCopies.RestoreAsync(id, Ann, None));
    }

    [Fact]
    public async Task What_was_typed_for_a_new_dispatch_is_found_until_it_is_saved()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = desk.Editing.NewId();
        var kept = await AutosaveAsync(desk, null, id, Sample.Copy("Never Saved"), null);
        Assert.Null(kept.NewestRevision);
        Assert.Equal(id, Assert.Single(await desk.WorkingCopies.RestoreNewAsync(Ann, None)).DispatchId);
        Assert.Empty(await desk.WorkingCopies.RestoreNewAsync(Ben, None));

        await desk.Editing.CreateAsync(id, Sample.Copy("Never Saved, Till Now"), kept.WorkingCopy, Ann, None);

        Assert.Empty(await desk.WorkingCopies.RestoreNewAsync(Ann, None));
        Assert.Empty(await desk.WorkingCopies.RestoreAsync(id, Ann, None));
    }

    [Fact]
    public async Task Nobody_reads_writes_or_drops_the_working_copy_of_another()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var hers = await AutosaveAsync(desk, null, id, Sample.Copy("Hers"), 1);

        var his = Assert.IsType<AutosaveResult.Kept>(await desk.WorkingCopies.AutosaveAsync(hers.WorkingCopy, id, Sample.Copy("His"), 1, Ben, None));
        await desk.WorkingCopies.DropAsync(hers.WorkingCopy, Ben, None);
        await desk.Editing.SaveAsync(id, Sample.Copy("His Save"), 1, hers.WorkingCopy, Ben, None);

        Assert.NotEqual(hers.WorkingCopy, his.WorkingCopy);
        Assert.Null(await desk.WorkingCopies.FindAsync(hers.WorkingCopy, Ben, None));
        Assert.Equal("Hers", (await desk.WorkingCopies.FindAsync(hers.WorkingCopy, Ann, None))!.Copy.Headline);
    }

    [Fact]
    public async Task People_in_one_dispatch_see_each_other_for_a_minute()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var other = await desk.DraftAsync(Sample.Copy("Another"));

        Assert.Empty(await desk.WorkingCopies.TouchAsync(id, Ann, None));
        await desk.WorkingCopies.TouchAsync(other, new Author(Guid.CreateVersion7(), "Cyril"), None);
        Assert.Equal(["Ann"], (await desk.WorkingCopies.TouchAsync(id, Ben, None)).Select(p => p.Name));
        Assert.Equal(["Ben"], (await AutosaveAsync(desk, null, id, Sample.Copy("Typed"), 1)).Others.Select(p => p.Name));
        desk.Clock.Advance(TimeSpan.FromSeconds(40));
        await desk.WorkingCopies.TouchAsync(id, Ann, None);
        desk.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty(await desk.WorkingCopies.OthersAsync(id, Ann, None));
        Assert.Equal(["Ann"], (await desk.WorkingCopies.OthersAsync(id, Ben, None)).Select(p => p.Name));
        await desk.WorkingCopies.LeaveAsync(id, Ann, None);
        Assert.Empty(await desk.WorkingCopies.OthersAsync(id, Ben, None));
    }

    [Fact]
    public async Task Someone_who_types_hears_that_another_has_saved()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        await desk.Editing.SaveAsync(id, Sample.Copy("Theirs"), 1, Ben, None);

        Assert.Equal(2, (await AutosaveAsync(desk, null, id, Sample.Copy("Mine"), 1)).NewestRevision);
    }

    private static async Task<AutosaveResult.Kept> AutosaveAsync(DeskUnderTest desk, Guid? workingCopy, Guid id, Copy copy, int? baseRevision) =>
        Assert.IsType<AutosaveResult.Kept>(await desk.WorkingCopies.AutosaveAsync(workingCopy, id, copy, baseRevision, Ann, None));
}
