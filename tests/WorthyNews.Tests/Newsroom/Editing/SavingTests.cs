using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

public sealed class SavingTests
{
    private static readonly Author Ann = DeskUnderTest.Ann;
    private static readonly Author Ben = DeskUnderTest.Ben;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Every_save_is_a_revision_with_its_author()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();

        var saved = await desk.Editing.SaveAsync(id, Sample.Copy("Second"), 1, Ben, None);
        var again = await desk.Editing.SaveAsync(id, Sample.Copy("Second"), 2, Ben, None);

        Assert.Equal(new SaveResult.Saved(id, 2), saved);
        Assert.Equal(new SaveResult.Unchanged(id, 2), again);
        var dispatch = await desk.ReadAsync(id);
        Assert.Equal([(1, "Ann", Ann.PersonId), (2, "Ben", Ben.PersonId)], dispatch.Revisions.OrderBy(r => r.Number).Select(r => (r.Number, r.By, r.ById)));
        Assert.Equal(("Ann", Ann.PersonId, "middle-east"), (dispatch.CreatedBy, dispatch.CreatedById, dispatch.Bureau));
    }

    [Fact]
    public async Task A_save_that_started_from_an_older_revision_gives_the_three_texts_and_keeps_mine()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync(Sample.Copy("Base"));
        await desk.Editing.SaveAsync(id, Sample.Copy("Theirs"), 1, Ben, None);

        var conflict = Assert.IsType<SaveResult.Conflict>(await desk.Editing.SaveAsync(id, Sample.Copy("Mine"), 1, Ann, None));

        Assert.Equal(("Base", "Theirs", "Mine"), (conflict.Base.Copy.Headline, conflict.Theirs.Copy.Headline, conflict.Mine.Headline));
        Assert.Equal(2, (await desk.ReadAsync(id)).NewestRevision);
        var kept = Assert.Single(await desk.WorkingCopies.RestoreAsync(id, Ann, None));
        Assert.Equal((conflict.WorkingCopy!.Value, Sample.Copy("Mine"), 1, true), (kept.Id, kept.Copy, kept.BaseRevision!.Value, kept.IsInConflict));
    }

    [Fact]
    public async Task What_was_put_together_is_saved_over_theirs_and_the_kept_text_goes()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync(Sample.Copy() with { Markdown = "One.\n\nTwo." });
        await desk.Editing.SaveAsync(id, Sample.Copy() with { Markdown = "One.\n\nTwo, they say." }, 1, Ben, None);
        var conflict = Assert.IsType<SaveResult.Conflict>(await desk.Editing.SaveAsync(id, Sample.Copy() with { Markdown = "One, I say.\n\nTwo." }, 1, Ann, None));

        var compared = CopyComparison.Of(conflict.Base.Copy, conflict.Theirs.Copy, conflict.Mine);
        var merged = compared.Merge(new Dictionary<string, WorthyNews.Newsroom.Text.Choice>(), []);
        var saved = await desk.Editing.SaveAsync(id, merged, conflict.Theirs.Number, conflict.WorkingCopy, Ann, None);

        Assert.Equal(new SaveResult.Saved(id, 3), saved);
        Assert.Equal("One, I say.\n\nTwo, they say.", (await desk.ReadAsync(id)).Newest.Copy.Markdown);
        Assert.Empty(await desk.WorkingCopies.RestoreAsync(id, Ann, None));
    }

    [Fact]
    public async Task The_form_of_a_new_dispatch_sent_twice_makes_one()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = desk.Editing.NewId();

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Editing.CreateAsync(id, Sample.Copy(), null, Ann, None))));

        Assert.Single(both, r => r == new SaveResult.Saved(id, 1));
        Assert.Equal(3, both.Count(r => r == new SaveResult.Unchanged(id, 1)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Editing.CreateAsync(id, Sample.Copy("Somebody Else's"), null, Ben, None));
    }

    [Fact]
    public async Task Many_who_save_from_one_revision_at_once_lose_no_text()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var people = Enumerable.Range(0, 8).Select(i => new Author(Guid.CreateVersion7(), $"Writer {i}")).ToList();

        var results = await Task.WhenAll(people.Select((who, i) => Task.Run(() => desk.Editing.SaveAsync(id, Sample.Copy($"Text {i}"), 1, who, None))));

        Assert.Single(results.OfType<SaveResult.Saved>());
        Assert.Equal(7, results.OfType<SaveResult.Conflict>().Count());
        await using var db = desk.OpenDb();
        var kept = (await db.WorkingCopies.ToListAsync()).Select(w => w.Copy.Headline).Append((await desk.ReadAsync(id)).Newest.Copy.Headline);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"Text {i}"), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_older_text_comes_back_as_a_new_revision()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync(Sample.Copy("First"));
        await desk.Editing.SaveAsync(id, Sample.Copy("Second"), 1, Ann, None);

        Assert.Equal(new SaveResult.Saved(id, 3), await desk.Editing.RestoreAsync(id, 1, 2, Ben, None));
        Assert.Equal(new SaveResult.Unchanged(id, 3), await desk.Editing.RestoreAsync(id, 1, 3, Ben, None));
        Assert.IsType<SaveResult.Conflict>(await desk.Editing.RestoreAsync(id, 2, 1, Ben, None));

        var dispatch = await desk.ReadAsync(id);
        Assert.Equal(("First", 2), (dispatch.Newest.Copy.Headline, dispatch.Newest.StartedFrom));
        Assert.Equal([Verb.Save, Verb.Save, Verb.Restore], dispatch.Acts.OrderBy(a => a.Number).Select(a => a.Verb));
    }

    [Fact]
    public async Task Notes_stand_in_their_order_and_say_what_they_were_said_with()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();

        await desk.Editing.SubmitAsync(id, 1, "Please check the name.", Ben, Ann, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Editing.NoteAsync(id, "I called her.\nNo answer.", Ben, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var dispatch = await desk.Editing.SendBackAsync(id, 1, "It is Kovács.", Ben, None);
        await desk.Editing.NoteAsync(id, "  ", Ben, None);

        Assert.Equal(DispatchState.SentBack, dispatch.State);
        Assert.Equal(
            [(Verb.Submit, "Please check the name.", "Ann"), (null, "I called her.\nNo answer.", "Ben"), (Verb.SendBack, "It is Kovács.", "Ben")],
            (await desk.Editing.NotesAsync(id, None)).Select(n => (n.Verb, n.Text, n.By)));
    }

    [Fact]
    public async Task A_refused_submission_leaves_no_note()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.PublishedAsync();

        await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.Editing.SubmitAsync(id, 1, "Please.", null, Ann, None));

        Assert.Empty(await desk.Editing.NotesAsync(id, None));
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_not_approved()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Editing.ApproveAsync(id, 2, null, Ben, None));
    }

    [Fact]
    public async Task The_board_finds_each_dispatch_by_what_it_waits_for()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var draft = await desk.DraftAsync(Sample.Copy("Draft"));
        var review = await desk.DraftAsync(Sample.Copy("In Review"));
        await desk.Editing.SubmitAsync(review, 1, null, null, Ann, None);
        var back = await desk.DraftAsync(Sample.Copy("Sent Back"));
        await desk.Editing.SendBackAsync(back, 1, "More.", Ben, None);
        var approved = await desk.DraftAsync(Sample.Copy("Approved"));
        await desk.Editing.ApproveAsync(approved, 1, null, Ben, None);
        var scheduled = await desk.DraftAsync(Sample.Copy("Scheduled"));
        await desk.Editing.ApproveAsync(scheduled, 1, null, Ben, None);
        await desk.Publishing.ScheduleAsync(scheduled, 1, Sample.Noon.AddHours(2), "Europe/Budapest", Ben, None);
        var live = await desk.PublishedAsync(Sample.Copy("Live"));
        var worked = await desk.PublishedAsync(Sample.Copy("Live And Worked On"));
        await desk.Editing.SaveAsync(worked, Sample.Copy("Live And Changed"), 1, Ann, None);
        var wrong = await desk.PublishedAsync(Sample.Copy("Live And Wrong"));
        await desk.Editing.AskCorrectionAsync(wrong, "The name.", Ann, None);

        await using var db = desk.OpenDb();
        async Task<IEnumerable<Guid>> On(BoardList list) => await db.Dispatches.On(list, Sample.Noon.AddHours(-12)).OrderBy(d => d.CreatedAt).Select(d => d.Id).ToListAsync();
        Assert.Equal([draft], await On(BoardList.Draft));
        Assert.Equal([review], await On(BoardList.InReview));
        Assert.Equal([back], await On(BoardList.SentBack));
        Assert.Equal([approved], await On(BoardList.Approved));
        Assert.Equal([scheduled], await On(BoardList.Scheduled));
        Assert.Equal(new[] { live, worked, wrong }.Order(), (await On(BoardList.LiveToday)).Order());
        Assert.Equal([worked], await On(BoardList.LiveWithWork));
        Assert.Equal([wrong], await On(BoardList.CorrectionOpen));
        Assert.Empty(await On(BoardList.Failed));
    }
}
