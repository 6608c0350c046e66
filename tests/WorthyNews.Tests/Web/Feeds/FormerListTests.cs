using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Feeds;

/// <summary>Who followed a list that a story has left holds the story all the same.</summary>
public sealed class FormerListTests
{
    private const string Gone = "We have taken this story down.";
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("topics/councils")]
    [InlineData("sections/church-life")]
    [InlineData("contributors/basil-merton")]
    [InlineData("places/nicaea")]
    [InlineData("bureaus/middle-east")]
    [InlineData("languages/en")]
    public async Task A_kill_reaches_the_feed_of_a_list_that_the_story_had_left(string of)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(Sample.Copy("Another"));
        await MoveAsync(site, dispatch);
        using var client = site.Visit();
        var before = await WalkedDocument.ReadAsync(client, $"/feeds/{of}.json");

        await site.Desk.KillAsync(dispatch.Id, Gone, "A reason.", SiteUnderTest.By, None);

        var after = await WalkedDocument.ReadAsync(client, $"/feeds/{of}.json");
        Assert.DoesNotContain(before.Items, i => i.Id == Urn(dispatch));
        Assert.Empty(before.Removed);
        Assert.Equal([Urn(dispatch)], after.Removed);
        Assert.Contains(after.Items, i => i == (Urn(dispatch), "This story is gone"));
        Assert.Contains(Gone, await client.GetStringAsync($"/feeds/{of}.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_nothing_stands_in_any_more_tells_of_it_for_ninety_days()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await MoveAsync(site, dispatch);
        using var client = site.Visit();
        using var left = await client.GetAsync("/feeds/topics/councils.atom");
        await site.Desk.RetractAsync(dispatch.Id, "It did not stand.", SiteUnderTest.By, None);

        var told = await WalkedDocument.ReadAsync(client, "/feeds/topics/councils.atom");
        site.Clock.Advance(TimeSpan.FromDays(91));
        using var over = await client.GetAsync("/feeds/topics/councils.atom");

        Assert.Equal([Urn(dispatch)], told.Removed);
        Assert.Equal((System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.NotFound), (left.StatusCode, over.StatusCode));
    }

    [Fact]
    public async Task What_came_back_to_its_list_is_known_there_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await MoveAsync(site, dispatch);
        await site.Desk.UpdateAsync(dispatch.Id, await site.ReviseAsync(dispatch, Sample.Copy()), SiteUnderTest.By, None);

        await using var db = site.OpenDb();
        Assert.DoesNotContain(db.FormerListings, f => f.Slug == "councils");
        Assert.Contains(db.FormerListings, f => f.Kind == NameKind.Topic && f.Slug == "synods");
    }

    [Fact]
    public async Task A_merger_takes_along_what_had_left_the_list()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var moved = await site.PublishAsync(Sample.Copy());
        await MoveAsync(site, moved);                                                             // left councils, stands in synods
        var both = await site.PublishAsync(Sample.Copy("Both") with { Topics = ["councils", "assemblies"] });
        await MoveAsync(site, both);                                                              // left councils and assemblies
        await site.PublishAsync(Sample.Copy("Third") with { Topics = ["assemblies", "councils"] });
        var desk = site.Services.GetRequiredService<DirectoryDesk>();

        await desk.MergeAsync(NameKind.Topic, "councils", "assemblies", None);
        await using (var db = site.OpenDb())
            Assert.Equal(new[] { moved.StoryId, both.StoryId }.Order(), db.FormerListings.Where(f => f.Kind == NameKind.Topic && f.Slug == "assemblies").Select(f => f.StoryId).ToList().Order());
        await site.Desk.KillAsync(moved.Id, Gone, "A reason.", SiteUnderTest.By, None);
        using var client = site.Visit();
        var told = await WalkedDocument.ReadAsync(client, "/feeds/topics/assemblies.json");
        await desk.MergeAsync(NameKind.Topic, "assemblies", "synods", None);

        Assert.Equal([Urn(moved)], told.Removed);
        await using var after = site.OpenDb();
        Assert.DoesNotContain(after.FormerListings, f => f.Kind == NameKind.Topic);                // both stand in synods now
    }

    private static string Urn(Dispatch dispatch) => $"urn:uuid:{dispatch.StoryId}";

    /// <summary>To other lists of every kind.</summary>
    private static async Task MoveAsync(SiteUnderTest site, Dispatch dispatch)
    {
        var elsewhere = Sample.Copy() with { Bylines = [Sample.Byline("Edmund Farleigh")], Dateline = Sample.Dateline("Serdica"), Bureau = "europe", Section = "world", Topics = ["synods"], Language = "fr" };
        await site.Desk.UpdateAsync(dispatch.Id, await site.ReviseAsync(dispatch, elsewhere), SiteUnderTest.By, None);
    }
}
