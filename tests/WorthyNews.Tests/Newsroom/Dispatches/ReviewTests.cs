using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Dispatches;

public sealed class ReviewTests
{
    private const string Address = "/2026/11/23/council-at-nicaea-agrees-on-creed";
    private static readonly Author Ann = DeskUnderTest.Ann;
    private static readonly Author Ben = DeskUnderTest.Ben;
    private static readonly DateTimeOffset Now = Sample.Noon;

    [Fact]
    public void What_nobody_approved_does_not_go_out()
    {
        var dispatch = Draft();

        var refusal = Assert.Throws<DispatchRefusedException>(() => Publish(dispatch, 1));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Schedule(dispatch.Revision(1), Now.AddHours(1), "Etc/UTC", Ben, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Send(dispatch.Revision(1), Now.AddMinutes(5), Ben, Now));

        Assert.Equal(["Revision 1 is not approved."], refusal.Reasons);
        Assert.Equal(["Revision 1 is not approved."], dispatch.ReasonsNotToPublish(dispatch.Newest, Now));
        Assert.Equal((PublicState.NotPublic, DispatchState.Draft), (dispatch.Public, dispatch.State));
    }

    [Fact]
    public void Approval_is_of_the_revision_that_was_read_and_of_no_later_one()
    {
        var dispatch = Draft();
        dispatch.Submit(1, Ben, Ann, Now);
        dispatch.Save(Sample.Copy("Changed Meanwhile"), 1, Ann, Now);

        dispatch.Approve(1, Ben, Now);

        Assert.Equal(DispatchState.InReview, dispatch.State);
        Assert.Throws<DispatchRefusedException>(() => Publish(dispatch, 2));
        Assert.NotNull(Publish(dispatch, 1));
    }

    [Fact]
    public void A_later_save_needs_an_approval_of_its_own()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);
        Assert.Equal(DispatchState.Approved, dispatch.State);

        dispatch.Save(Sample.Copy("One Comma More"), 1, Ben, Now);

        Assert.Equal(DispatchState.Draft, dispatch.State);
        Assert.False(dispatch.IsApproved(2));
        Assert.Throws<DispatchRefusedException>(() => Publish(dispatch, 2));
    }

    [Fact]
    public void A_live_story_is_worked_on_while_its_public_version_stays()
    {
        var dispatch = Live();
        dispatch.Save(Sample.Copy("A Better Headline"), 1, Ann, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Update(dispatch.Revision(2), Address, Ben, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(dispatch.Revision(2), Address, "It was wrong.", Ben, Now));
        dispatch.Submit(2, null, Ann, Now);
        Assert.Equal((DispatchState.InReview, PublicState.Live, 1), (dispatch.State, dispatch.Public, dispatch.PublicRevision));
        dispatch.Approve(2, Ben, Now);
        var entry = dispatch.Update(dispatch.Revision(2), Address, Ben, Now);

        Assert.Equal(("A Better Headline", DispatchState.Done), (entry!.Story().Headline, dispatch.State));
    }

    [Fact]
    public void A_notice_on_the_text_that_is_public_needs_no_new_approval()
    {
        var dispatch = Live();
        dispatch.Save(Sample.Copy("Work Goes On"), 1, Ann, Now);
        dispatch.Approve(2, Ben, Now);

        Assert.NotNull(dispatch.Correct(dispatch.Revision(1), Address, "It was wrong.", Ben, Now));
    }

    [Fact]
    public void What_is_sent_back_is_its_authors_again_and_no_longer_approved()
    {
        var dispatch = Draft();
        dispatch.Submit(1, null, Ann, Now);
        dispatch.Assign(Ben, Ben, Now);
        dispatch.Approve(1, Ben, Now);

        dispatch.SendBack(1, Ben, Now);

        Assert.Equal((DispatchState.SentBack, Ann.PersonId), (dispatch.State, dispatch.AssignedToId));
        Assert.Throws<DispatchRefusedException>(() => Publish(dispatch, 1));
        dispatch.Save(Sample.Copy("Mended"), 1, Ann, Now);
        Assert.Equal(DispatchState.SentBack, dispatch.State);
        dispatch.Submit(2, Ben, Ann, Now);
        Assert.Equal((DispatchState.InReview, "Ben"), (dispatch.State, dispatch.AssignedTo));
    }

    [Fact]
    public void Nobody_submits_or_sends_back_a_text_that_was_saved_over()
    {
        var dispatch = Draft();
        dispatch.Save(Sample.Copy("Newer"), 1, Ben, Now);

        Assert.Contains("Revision 2 was saved", Assert.Throws<DispatchRefusedException>(() => dispatch.Submit(1, null, Ann, Now)).Message, StringComparison.Ordinal);
        Assert.Throws<DispatchRefusedException>(() => dispatch.SendBack(1, Ben, Now));
    }

    [Fact]
    public void What_an_operator_publishes_is_approved_by_that_and_the_record_says_so()
    {
        var dispatch = Draft();

        dispatch.Publish(dispatch.Newest, Address, Now, Author.Operator("the command line"), Now);

        Assert.Equal([Verb.Save, Verb.Approve, Verb.Publish], dispatch.Acts.OrderBy(a => a.Number).Select(a => a.Verb));
        Assert.Equal(("the command line", null), (dispatch.Acts[1].By, dispatch.Acts[1].ById));
    }

    [Fact]
    public void What_is_on_the_schedule_is_taken_off_before_it_is_sent_back()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);
        dispatch.Schedule(dispatch.Newest, Now.AddHours(1), "Europe/Budapest", Ben, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.SendBack(1, Ben, Now));
        dispatch.Unschedule(Ben, Now);
        Assert.Equal((DispatchState.Approved, null, null), (dispatch.State, dispatch.PublishAt, dispatch.ScheduledRevision));
        dispatch.SendBack(1, Ben, Now);

        Assert.Equal(DispatchState.SentBack, dispatch.State);
    }

    [Fact]
    public void The_text_on_the_schedule_goes_out_though_another_is_saved_and_approved_meanwhile()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);
        dispatch.Schedule(dispatch.Newest, Now.AddHours(1), "Europe/Budapest", Ben, Now);
        dispatch.Save(Sample.Copy("For Later"), 1, Ann, Now);
        dispatch.Approve(2, Ben, Now);

        Assert.True(dispatch.IsDueAt(Now.AddHours(1)));
        var entry = dispatch.Publish(dispatch.Revision(1), Address, Now.AddHours(1), Author.Operator("the clock"), Now.AddHours(1))!;

        Assert.Equal(("Council At Nicaea Agrees On Creed", DispatchState.Approved, null), (entry.Story().Headline, dispatch.State, dispatch.PublishAt));
        Assert.Single(dispatch.Acts, a => a is { Verb: Verb.Approve, Revision: 1 });
    }

    [Fact]
    public void A_correction_that_was_asked_for_is_open_until_it_is_out()
    {
        var dispatch = Live();

        dispatch.AskCorrection(Ann, Now);
        Assert.Equal(Now, dispatch.CorrectionAskedAt);
        dispatch.Correct(dispatch.Newest, Address, "It was wrong.", Ben, Now);

        Assert.Null(dispatch.CorrectionAskedAt);
        Assert.Throws<DispatchRefusedException>(() => Draft().AskCorrection(Ann, Now));
    }

    [Fact]
    public void A_minute_that_has_passed_is_no_schedule()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);

        var refusal = Assert.Throws<DispatchRefusedException>(() => dispatch.Schedule(dispatch.Newest, Now.AddMinutes(-10), "Etc/UTC", Ben, Now));

        Assert.Equal(["2026-11-23 11:50 UTC has passed."], refusal.Reasons);
    }

    [Fact]
    public void Nobody_sends_past_an_embargo_and_lifting_it_lets_out()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);
        dispatch.Embargo(Now.AddHours(3), Ben, Now);

        Assert.Throws<DispatchRefusedException>(() => Publish(dispatch, 1));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Send(dispatch.Newest, Now.AddMinutes(5), Ben, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Publish(dispatch.Newest, Address, Now, Author.Operator("the command line"), Now));
        dispatch.LiftEmbargo(Ben, Now);

        Assert.NotNull(Publish(dispatch, 1));
    }

    private static Dispatch Draft() => new(Sample.Copy(), Ann, Now);

    private static Dispatch Live()
    {
        var dispatch = Draft();
        dispatch.Approve(1, Ben, Now);
        Publish(dispatch, 1);
        return dispatch;
    }

    private static WireEntry? Publish(Dispatch dispatch, int revision) => dispatch.Publish(dispatch.Revision(revision), Address, Now, Ben, Now);
}
