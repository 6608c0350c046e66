using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Dispatches;

public sealed class VerbTests
{
    private static readonly Author By = Author.Operator("a test");
    private const string Address = "/2026/11/23/council-at-nicaea-agrees-on-creed";
    private static readonly DateTimeOffset Now = Sample.Noon;

    [Fact]
    public void A_dispatch_is_published_as_the_first_version_of_its_story()
    {
        var dispatch = Draft();

        var entry = Publish(dispatch)!;

        Assert.Equal((WireKind.Published, 1, PublicState.Live), (entry.Kind, entry.Version, dispatch.Public));
        var story = entry.Story();
        Assert.Equal((dispatch.StoryId, Address, Now, Now), (story.Id, story.Address, story.PublishedAt, story.UpdatedAt));
    }

    [Fact]
    public void Each_verb_done_twice_appends_once()
    {
        var dispatch = Draft();

        Assert.NotNull(Publish(dispatch));
        Assert.Null(Publish(dispatch));
        Assert.NotNull(dispatch.Correct(dispatch.Newest, Address, "The city was misspelled.", By, Now));
        Assert.Null(dispatch.Correct(dispatch.Newest, Address, "The city was misspelled.", By, Now));
        Assert.NotNull(dispatch.Retract("Withdrawn.", By, Now));
        Assert.Null(dispatch.Retract("Withdrawn.", By, Now));
        Assert.NotNull(dispatch.Kill("Gone.", "A source was in danger.", By, Now));
        Assert.Null(dispatch.Kill("Gone.", "Another reason.", By, Now));
        Assert.NotNull(dispatch.Reinstate("It was right.", By, Now));
        Assert.Null(dispatch.Reinstate("It was right.", By, Now));
        Assert.Equal(5, dispatch.PublicVersion);
    }

    [Fact]
    public void An_update_of_the_public_revision_is_nothing_new()
    {
        var dispatch = Draft();
        Publish(dispatch);

        Assert.Null(dispatch.Update(dispatch.Newest, Address, By, Now.AddHours(1)));
        Assert.Equal(Now, dispatch.UpdatedAt);
    }

    [Fact]
    public void An_update_moves_the_time_of_update_and_not_of_publication()
    {
        var dispatch = Draft();
        Publish(dispatch);
        var revision = dispatch.Save(Sample.Copy() with { Standfirst = "Three hundred bishops met." }, 1, By, Now);

        var story = dispatch.Update(revision, Address, By, Now.AddHours(1))!.Story();

        Assert.Equal((Now, Now.AddHours(1), 2), (story.PublishedAt, story.UpdatedAt, story.Version));
    }

    [Fact]
    public void A_slip_is_mended_and_readers_are_not_told()
    {
        var dispatch = Draft();
        Publish(dispatch);
        var revision = dispatch.Save(Sample.Copy() with { Headline = Sample.Copy().Headline + "s" }, 1, By, Now);

        var story = dispatch.Mend(revision, Address, By, Now.AddHours(1))!.Story();

        Assert.Equal((Now, 2, revision.Copy.Headline), (story.UpdatedAt, story.Version, story.Headline));
        Assert.Equal(Verb.Mend, dispatch.Acts[^1].Verb);
    }

    [Theory]
    [InlineData("Another text of more than twelve words has come in the place of the one before.", "words")]
    [InlineData("The bishops agreed on a creed on June 19.", "number")]
    [InlineData("address", "address")]
    [InlineData("dateline", "dateline")]
    public void More_than_a_slip_is_no_slip(string what, string told)
    {
        var dispatch = Draft();
        Publish(dispatch);
        var copy = what switch
        {
            "address" => Sample.Copy(),
            "dateline" => Sample.Copy() with { Dateline = Sample.Dateline("Antioch") },
            _ => Sample.Copy() with { Markdown = what },
        };
        var revision = dispatch.Save(copy with { EditorsNote = "Once more." }, 1, By, Now);

        var refusal = Assert.Throws<DispatchRefusedException>(() => dispatch.Mend(revision, what == "address" ? Address + "-2" : Address, By, Now));

        Assert.Contains(told, Assert.Single(refusal.Reasons), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, dispatch.PublicVersion);
    }

    [Theory]
    [InlineData(PublicState.Retracted)]
    [InlineData(PublicState.Killed)]
    public void Nothing_but_a_reinstatement_brings_a_withdrawn_story_back(PublicState withdrawn)
    {
        var dispatch = Draft();
        Publish(dispatch);
        if (withdrawn == PublicState.Killed) dispatch.Kill("Gone.", "A reason.", By, Now);
        else dispatch.Retract("Withdrawn.", By, Now);
        var revision = dispatch.Save(Sample.Copy("Another Headline"), 1, By, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Publish(revision, Address, Now, By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Update(revision, Address, By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(revision, Address, "A notice.", By, Now));
        var back = dispatch.Reinstate("It was right.", By, Now)!.Story();

        Assert.Equal("Council At Nicaea Agrees On Creed", back.Headline);
        Assert.Equal(PublicState.Live, dispatch.Public);
    }

    [Fact]
    public void A_retraction_leaves_headline_and_notice_and_no_text()
    {
        var dispatch = Draft();
        Publish(dispatch);

        var story = dispatch.Retract("It rested on a forged letter.", By, Now)!.Story();

        Assert.Equal((StoryState.Retracted, "Council At Nicaea Agrees On Creed"), (story.State, story.Headline));
        Assert.Equal("It rested on a forged letter.", Assert.Single(story.Notices).Text);
        Assert.Empty(story.Body);
        Assert.Empty(story.Bylines);
    }

    [Fact]
    public void A_kill_leaves_not_even_the_headline_and_never_its_reason()
    {
        var dispatch = Draft();
        Publish(dispatch);

        var entry = dispatch.Kill("We have taken this story down.", "A source was in danger.", By, Now)!;

        Assert.Equal("", entry.Story().Headline);
        Assert.DoesNotContain("in danger", entry.Snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain("bishops", entry.Snapshot, StringComparison.Ordinal);
        Assert.Contains(dispatch.Acts, act => act is { Verb: Verb.Kill, Reason: "A source was in danger." });
    }

    [Fact]
    public void A_retracted_story_can_still_be_killed()
    {
        var dispatch = Draft();
        Publish(dispatch);
        dispatch.Retract("Withdrawn.", By, Now);

        Assert.NotNull(dispatch.Kill("Gone.", "A reason.", By, Now));
        var refusal = Assert.Throws<DispatchRefusedException>(() => dispatch.Retract("Withdrawn.", By, Now));

        Assert.Contains("killed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withdrawal_said_in_other_words_puts_those_in_the_place_of_the_old()
    {
        var dispatch = Draft();
        Publish(dispatch);
        dispatch.Retract("Withdrwan.", By, Now);

        var again = dispatch.Retract("Withdrawn.", By, Now)!.Story();

        Assert.Equal(("Withdrawn.", StoryState.Retracted, 3), (Assert.Single(again.Notices).Text, again.State, again.Version));
    }

    [Fact]
    public void Corrections_stay_on_the_story_through_later_versions()
    {
        var dispatch = Draft();
        Publish(dispatch);
        dispatch.Correct(dispatch.Newest, Address, "First.", By, Now.AddHours(1));
        dispatch.Correct(dispatch.Newest, Address, "Second.", By, Now.AddHours(2));
        dispatch.Retract("Withdrawn.", By, Now.AddHours(3));

        var story = dispatch.Reinstate("Back.", By, Now.AddHours(4))!.Story();

        Assert.Equal(["Back.", "Second.", "First."], story.Notices.Select(n => n.Text));
    }

    [Fact]
    public void What_was_never_published_can_be_neither_corrected_retracted_killed_nor_reinstated()
    {
        var dispatch = Draft();

        Assert.Throws<DispatchRefusedException>(() => dispatch.Update(dispatch.Newest, Address, By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(dispatch.Newest, Address, "A notice.", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Retract("A notice.", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Kill("A notice.", "A reason.", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Reinstate("A notice.", By, Now));
        Assert.Equal(0, dispatch.PublicVersion);
    }

    [Fact]
    public void A_verb_that_readers_notice_needs_a_notice_and_a_kill_a_reason()
    {
        var dispatch = Draft();
        Publish(dispatch);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(dispatch.Newest, Address, " \n\u200b ", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Retract("", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Kill("", "A reason.", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Kill("A notice.", " ", By, Now));
        Assert.Equal(1, dispatch.PublicVersion);
    }

    [Fact]
    public void Everything_a_text_lacks_is_said_at_once()
    {
        var dispatch = new Dispatch(new Copy { Language = "english!", Slug = "Not A Slug", Markdown = "![a](b.jpg)" }, By, Now);

        var reasons = dispatch.ReasonsNotToPublish(dispatch.Newest, Now);

        Assert.Contains("It has no headline.", reasons);
        Assert.Contains("It has no byline.", reasons);
        Assert.Contains(reasons, r => r.Contains("english!", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("Not A Slug", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.StartsWith("Line 1 ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_older_revision_does_not_take_the_place_of_a_newer_public_one()
    {
        var dispatch = Draft();
        Publish(dispatch);
        dispatch.Update(dispatch.Save(Sample.Copy("Newer"), 1, By, Now), Address, By, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(dispatch.Revision(1), Address, "A notice.", By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Update(dispatch.Revision(1), Address, By, Now));
    }

    [Fact]
    public void A_correction_said_before_on_the_same_text_is_nothing_new()
    {
        var dispatch = Draft();
        Publish(dispatch);
        dispatch.Correct(dispatch.Newest, Address, "First.", By, Now);
        dispatch.Correct(dispatch.Newest, Address, "Second.", By, Now);

        Assert.Null(dispatch.Correct(dispatch.Newest, Address, "First.", By, Now));
    }

    [Fact]
    public void What_is_to_go_out_is_not_embargoed_past_its_minute()
    {
        var dispatch = Draft();
        dispatch.Schedule(dispatch.Newest, Now.AddHours(1), "Etc/UTC", By, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Embargo(Now.AddHours(2), By, Now));
    }

    [Fact]
    public void An_embargo_holds_until_its_minute()
    {
        var dispatch = Draft();
        dispatch.Embargo(Now.AddHours(1), By, Now);

        Assert.Throws<DispatchRefusedException>(() => Publish(dispatch));
        dispatch.Approve(1, By, Now);
        Assert.Empty(dispatch.ReasonsNotToPublish(dispatch.Newest, Now.AddHours(1)));
    }

    [Fact]
    public void A_schedule_inside_an_embargo_is_refused()
    {
        var dispatch = Draft();
        dispatch.Embargo(Now.AddHours(2), By, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Schedule(dispatch.Newest, Now.AddHours(1), "Etc/UTC", By, Now));
        Assert.Equal(DispatchState.Draft, dispatch.State);
    }

    [Fact]
    public void A_save_that_started_from_an_older_revision_meets_the_newer_one()
    {
        var dispatch = Draft();
        dispatch.Save(Sample.Copy("Theirs"), 1, Author.Operator("an editor"), Now);

        var conflict = Assert.Throws<RevisionConflictException>(() => dispatch.Save(Sample.Copy("Mine"), 1, By, Now));

        Assert.Equal("Theirs", conflict.Newest.Copy.Headline);
        Assert.Equal(2, dispatch.Revisions.Count);
    }

    [Fact]
    public void A_public_story_is_edited_without_the_public_seeing_it()
    {
        var dispatch = Draft();
        Publish(dispatch);

        dispatch.Save(Sample.Copy("A Draft Of Something Else"), 1, By, Now);

        Assert.Equal((DispatchState.Draft, PublicState.Live, 1, 2), (dispatch.State, dispatch.Public, dispatch.PublicRevision, dispatch.NewestRevision));
        Assert.Equal("council-at-nicaea-agrees-on-creed", dispatch.Slug);
    }

    [Fact]
    public void A_protected_byline_leaves_the_desk_only_as_it_is_printed()
    {
        var copy = Sample.Copy() with { Bylines = [new DeskByline(new Byline("Worthy News Asia Desk", "asia-desk"), Behind: "Somebody Unnamed")] };
        var dispatch = new Dispatch(copy, By, Now);

        var entry = Publish(dispatch)!;

        Assert.DoesNotContain("Somebody", entry.Snapshot, StringComparison.Ordinal);
        Assert.Equal("Worthy News Asia Desk", entry.Story().Bylines[0].Name);
    }

    [Fact]
    public void Forbidden_characters_are_gone_when_a_text_is_saved()
    {
        var copy = new Copy { Headline = "A\u0000B\uD800C\u0007 D\r\nE", Markdown = "x\u0001y\r\nz" };

        Assert.Equal("ABC D E", copy.Headline);
        Assert.Equal("xy\nz", copy.Markdown);
    }

    private static Dispatch Draft() => new(Sample.Copy(), By, Now);

    private static WireEntry? Publish(Dispatch dispatch) => dispatch.Publish(dispatch.Newest, Address, Now, By, Now);
}
