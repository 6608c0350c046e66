using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Dispatches;

public sealed class WatchListTests
{
    private const string Address = "/2026/11/23/a-story";
    private static readonly DateTimeOffset Now = Sample.Noon;

    public static TheoryData<string, string, Copy> Found => new()
    {
        { "Anna Kovács", "headline", Sample.Copy("Court Frees ANNA KOVACS") },
        { "Anna Kovács", "headline", Sample.Copy("Court Frees Kovács Anna") },
        { "Anna Kovács", "paragraph 1", Body("The court freed **Anna** Kova\u0301cs’s mother.") },
        { "Anna Kovács", "paragraph 1", Body("The court freed An*na* Kovács.") },
        { "Anna Kovács", "paragraph 2", Body("The court freed her.\n\n> She is Anna\u00A0Kovács.") },
        { "Anna Kovács", "paragraph 1", Body("- one\n- Anna Kovács") },
        { "Anna Kovács", "a link in paragraph 1", Body("The court [freed her](https://example.org/2026/anna-kov%C3%A1cs.html).") },
        { "Anna Kovács", "a link in paragraph 1", Body("[Her page](https://example.org/annakovacs) is gone.") },
        { "Anna Kovács", "standfirst", Sample.Copy() with { Standfirst = "Anna Kovács is free." } },
        { "Anna Kovács", "kicker", Sample.Copy() with { Kicker = "Anna Kovács" } },
        { "Anna Kovács", "slug", Sample.Copy() with { Slug = "court-frees-anna-kovacs" } },
        { "Anna Kovács", "slug", Sample.Copy() with { Slug = "free-annakovacs" } },
        { "Anna Kovács", "byline", Sample.Copy() with { Bylines = [new DeskByline(new Byline("Worthy News Desk", null, "with Anna Kovács"))] } },
        { "Anna Kovács", "byline", Sample.Copy() with { Bylines = [new DeskByline(new Byline("A Colleague", "anna-kovacs"))] } },
        { "Łukasz Żółć", "headline", Sample.Copy("Court Frees Lukasz Zolc") },
        { "Иван Ёлкин", "headline", Sample.Copy("Суд освободил Ивана: Иван Елкин дома") },
        { "أحمد", "headline", Sample.Copy("المحكمة تطلق سراح احمد") },
        { "王明", "paragraph 1", Body("法院釋放了王明。") },
        { "Müller", "headline", Sample.Copy("Court Frees MULLER") },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void A_watched_name_is_found_wherever_the_public_would_read_it(string name, string place, Copy copy)
    {
        var dispatch = Watching(copy, name);

        var refusal = Assert.Throws<DispatchRefusedException>(() => Publish(dispatch));

        Assert.Contains($"A name from its watch-list stands in its {place}.", refusal.Reasons);
    }

    public static TheoryData<string, Copy> NotFound => new()
    {
        { "Anna Kovács", Body("Anna met a Kovács, and Hanna Kovácsné wept.") },
        { "Anna Kovács", Sample.Copy() with { EditorsNote = "Never name Anna Kovács." } },
        { "Anna Kovács", Sample.Copy() with { Bylines = [new DeskByline(new Byline("Worthy News Desk"), Behind: "Anna Kovács")] } },
        { "Ali", Body("The alibi held, and the Alicante court said so.") },
        { "Müller", Body("The miller sold his mill.") },
    };

    [Theory]
    [MemberData(nameof(NotFound))]
    public void What_only_looks_like_it_or_never_leaves_the_desk_holds_nothing_back(string name, Copy copy) => Assert.NotNull(Publish(Watching(copy, name)));

    [Fact]
    public void A_part_of_the_name_is_shown_to_a_person_and_blocks_nothing()
    {
        var dispatch = Watching(Body("The court freed Mrs. Kovács and the Kovácsék."), "Anna Kovács");

        var hits = WatchList.Hits(dispatch.Newest.Copy, dispatch.Newest.Body, dispatch.Watched);

        Assert.All(hits, h => Assert.False(h.IsWhole));
        Assert.Equal(["Kovács", "Kovácsék"], hits.Select(h => h.Words));
    }

    [Fact]
    public void A_refusal_does_not_say_the_name()
    {
        var dispatch = Watching(Body("The court freed Anna Kovács."), "Anna Kovács");

        var refusal = Assert.Throws<DispatchRefusedException>(() => Publish(dispatch));

        Assert.DoesNotContain("Kovács", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_was_taken_off_the_list_holds_nothing_back_and_stays_on_record()
    {
        var dispatch = Watching(Body("The court freed Anna Kovács."), "Anna Kovács");

        dispatch.Unwatch(dispatch.Watched[0].Id, DeskUnderTest.Ben, Now);

        Assert.NotNull(Publish(dispatch));
        Assert.Equal(("Anna Kovács", "Ben", false), (dispatch.Watched[0].Name, dispatch.Watched[0].RemovedBy, dispatch.Watched[0].IsWatched));
        Assert.DoesNotContain(dispatch.Acts, a => (a.Reason + a.Notice).Contains("Kovács", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_watched_for_since_keeps_the_story_from_coming_back()
    {
        var dispatch = new Dispatch(Body("The court freed Anna Kovács."), SiteUnderTest.By, Now);
        Publish(dispatch);
        dispatch.Kill("We took this story down.", "Her life is in danger.", SiteUnderTest.By, Now);
        dispatch.Watch(["Anna Kovács"], DeskUnderTest.Ben, Now);

        Assert.Throws<DispatchRefusedException>(() => dispatch.Reinstate("It was right.", SiteUnderTest.By, Now));
        Assert.Equal(PublicState.Killed, dispatch.Public);
    }

    [Fact]
    public void A_notice_to_readers_does_not_tell_the_name_either()
    {
        var dispatch = Watching(Sample.Copy(), "Anna Kovács");
        Publish(dispatch);
        const string Notice = "We named Anna Kovacs.";

        Assert.Throws<DispatchRefusedException>(() => dispatch.Correct(dispatch.Newest, Address, Notice, SiteUnderTest.By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Retract(Notice, SiteUnderTest.By, Now));
        Assert.Throws<DispatchRefusedException>(() => dispatch.Kill(Notice, "Her life is in danger.", SiteUnderTest.By, Now));

        Assert.NotNull(dispatch.Kill("We named a woman.", "Anna Kovács is in danger.", SiteUnderTest.By, Now));
    }

    [Fact]
    public void Signs_and_names_that_stand_there_are_not_put_there()
    {
        var dispatch = Watching(Sample.Copy(), "Anna Kovács");

        dispatch.Watch(["Anna Kovács", " ... ", ""], DeskUnderTest.Ben, Now);

        Assert.Single(dispatch.Watched);
        Assert.Single(dispatch.Acts, a => a.Verb == Verb.Watch);
    }

    private static Copy Body(string markdown) => Sample.Copy() with { Markdown = markdown };

    private static Dispatch Watching(Copy copy, string name)
    {
        var dispatch = new Dispatch(copy, SiteUnderTest.By, Now);
        dispatch.Watch([name], DeskUnderTest.Ben, Now);
        return dispatch;
    }

    private static WorthyNews.Newsroom.Wire.WireEntry? Publish(Dispatch dispatch) => dispatch.Publish(dispatch.Newest, Address, Now, SiteUnderTest.By, Now);
}
