using WorthyNews.Newsroom.Staff;

namespace WorthyNews.Tests.Newsroom.Staff;

public sealed class RightsTests
{
    private static readonly DeskVerb[] Writing = [DeskVerb.See, DeskVerb.Write, DeskVerb.Submit];
    private static readonly DeskVerb[] Editing = [DeskVerb.Review, DeskVerb.Publish, DeskVerb.Schedule, DeskVerb.Update, DeskVerb.Correct];
    private static readonly DeskVerb[] Taking = [DeskVerb.Retract, DeskVerb.Kill, DeskVerb.Reinstate, DeskVerb.LiftEmbargo, DeskVerb.Front];
    private static readonly DeskVerb[] Running = [DeskVerb.People, DeskVerb.Directory, DeskVerb.Settings, DeskVerb.Audit];

    [Theory]
    [InlineData(Role.Correspondent)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Chief)]
    [InlineData(Role.Administrator)]
    public void Each_role_holds_its_verbs_and_no_other(Role role)
    {
        var expected = role switch
        {
            Role.Correspondent => Writing,
            Role.Editor => [.. Writing, .. Editing],
            Role.Chief => [.. Writing, .. Editing, .. Taking],
            _ => Running,
        };

        GrantedRole[] granted = [new(role)];
        var held = Enum.GetValues<DeskVerb>().Where(v => granted.May(v, "europe"));

        Assert.Equal(expected, held);
    }

    [Fact]
    public void Every_verb_is_somebody_s()
    {
        GrantedRole[] all = [new(Role.Chief), new(Role.Administrator)];

        Assert.All(Enum.GetValues<DeskVerb>(), verb => Assert.True(all.May(verb, null), $"Nobody may {verb}."));
    }

    [Fact]
    public void A_role_in_one_bureau_reaches_no_other()
    {
        GrantedRole[] granted = [new(Role.Editor, "europe"), new(Role.Correspondent, "asia")];

        Assert.True(granted.May(DeskVerb.Publish, "europe"));
        Assert.False(granted.May(DeskVerb.Publish, "asia"));
        Assert.True(granted.May(DeskVerb.See, "asia"));
        Assert.False(granted.May(DeskVerb.See, "africa"));
        Assert.False(granted.May(DeskVerb.See, null));
        Assert.Equal(["asia", "europe"], granted.SeenBureaus()!);
    }

    [Fact]
    public void One_s_own_dispatch_is_seen_and_written_wherever_it_was_moved_but_not_published()
    {
        GrantedRole[] granted = [new(Role.Editor, "europe")];

        Assert.True(granted.May(DeskVerb.See, "africa", isOwn: true));
        Assert.True(granted.May(DeskVerb.Submit, null, isOwn: true));
        Assert.False(granted.May(DeskVerb.Publish, "africa", isOwn: true));
        Assert.False(Array.Empty<GrantedRole>().May(DeskVerb.See, "europe", isOwn: true));
    }

    [Fact]
    public void An_administrator_reads_no_dispatch_by_that()
    {
        GrantedRole[] granted = [new(Role.Administrator, "europe")];

        Assert.Null(granted[0].Bureau);
        Assert.Equal([], granted.SeenBureaus()!);
        Assert.False(granted.May(DeskVerb.See, "europe", isOwn: true));
        Assert.True(granted.AskForASecondFactor());
    }
}
