using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Text;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Dispatches;

public sealed class CopyComparisonTests
{
    private static readonly Dictionary<string, Choice> NoChoice = [];

    [Fact]
    public void Every_field_of_a_copy_is_compared()
    {
        var compared = CopyComparison.Of(Sample.Copy(), Sample.Copy(), Sample.Copy()).Fields.Select(f => f.Name);

        // The body is compared by paragraph; how names were written goes with the names; the address comes of slug and headline.
        string[] elsewhere = [nameof(Copy.Markdown), nameof(Copy.WrittenNames), nameof(Copy.AddressSlug)];
        Assert.Equal(typeof(Copy).GetProperties().Select(p => p.Name).Except(elsewhere).Order(StringComparer.Ordinal), compared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Changes_of_two_people_in_different_fields_come_together_by_themselves()
    {
        var began = Sample.Copy();

        var compared = CopyComparison.Of(began, began with { Kicker = "Creeds", Sensitive = true }, began with { Headline = "Bishops Agree", Topics = ["creeds"] });

        Assert.False(compared.NeedsChoice);
        Assert.Equal(began with { Kicker = "Creeds", Sensitive = true, Headline = "Bishops Agree", Topics = ["creeds"] }, compared.Merge(NoChoice, []));
    }

    [Fact]
    public void A_field_that_both_changed_is_chosen()
    {
        var began = Sample.Copy();

        var compared = CopyComparison.Of(began, began with { Headline = "Theirs" }, began with { Headline = "Mine" });

        var field = Assert.Single(compared.Fields, f => f.Change == PieceChange.BothChanged);
        Assert.Equal(("Headline", "Theirs", "Mine", false), (field.Name, field.Theirs, field.Mine, field.MayTakeBoth));
        Assert.Equal("Theirs", compared.Merge(new Dictionary<string, Choice> { ["Headline"] = Choice.Theirs }, []).Headline);
        Assert.Equal("Mine", compared.Merge(NoChoice, []).Headline);
    }

    [Fact]
    public void Of_bylines_topics_places_and_notes_both_can_be_taken()
    {
        var began = Sample.Copy() with { Topics = ["councils"], EditorsNote = null };
        var theirs = began with { Bylines = [.. began.Bylines, Sample.Byline("Theo One")], Topics = ["councils", "creeds"], Dateline = Sample.Dateline("Nicaea", "Rome"), EditorsNote = "Call Rome." };
        var mine = began with { Bylines = [.. began.Bylines, Sample.Byline("Mina Two")], Topics = ["bishops"], Dateline = Sample.Dateline("Nicaea", "Milan"), EditorsNote = "Call Milan." };

        var merged = CopyComparison.Of(began, theirs, mine).Merge(NoChoice, []);

        Assert.Equal(["Basil Merton", "Theo One", "Mina Two"], merged.Bylines.Select(b => b.Printed.Name));
        Assert.Equal(["councils", "creeds", "bishops"], merged.Topics);
        Assert.Equal(["nicaea", "rome", "milan"], merged.Dateline.Places.Select(p => p.Slug));
        Assert.Equal("Call Rome.\n\nCall Milan.", merged.EditorsNote);
    }

    [Fact]
    public void Two_copies_that_say_the_same_need_no_choice_and_give_the_same()
    {
        var both = Sample.Copy("Another Headline");

        var compared = CopyComparison.Of(Sample.Copy(), both, both with { });

        Assert.False(compared.NeedsChoice);
        Assert.Equal(both, compared.Merge(NoChoice, []));
    }
}
