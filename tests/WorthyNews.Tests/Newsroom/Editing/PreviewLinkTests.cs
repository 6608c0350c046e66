using Microsoft.EntityFrameworkCore;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Editing;

public sealed class PreviewLinkTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_link_shows_its_one_revision_as_readers_would_see_it()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var copy = Sample.Copy("First") with { EditorsNote = "Secret.", Bylines = [Sample.Byline("A Desk") with { Behind = "Somebody" }] };
        var id = await desk.DraftAsync(copy);
        var (_, token) = await desk.Previews.MakeAsync(id, 1, TimeSpan.FromDays(1), DeskUnderTest.Ann, None);
        await desk.Editing.SaveAsync(id, Sample.Copy("Second"), 1, DeskUnderTest.Ann, None);

        var story = (await desk.Previews.ReadAsync(token, None))!;

        Assert.Equal(("First", "A Desk", "/2026/11/23/first", 1), (story.Headline, story.Bylines[0].Name, story.Address, story.Version));
        await using var db = desk.OpenDb();
        Assert.Empty(await db.WireEntries.ToListAsync());
    }

    [Fact]
    public async Task A_link_ends_by_itself_and_when_it_is_revoked()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();
        var other = await desk.DraftAsync(Sample.Copy("Another"));
        var (link, revoked) = await desk.Previews.MakeAsync(id, 1, TimeSpan.FromDays(400), DeskUnderTest.Ann, None);
        var (_, ending) = await desk.Previews.MakeAsync(id, 1, TimeSpan.FromHours(1), DeskUnderTest.Ann, None);

        await desk.Previews.RevokeAsync(other, link.Id, DeskUnderTest.Ann, None);
        Assert.NotNull(await desk.Previews.ReadAsync(revoked, None));
        await desk.Previews.RevokeAsync(id, link.Id, DeskUnderTest.Ann, None);
        desk.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await desk.Previews.ReadAsync(ending, None));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await desk.Previews.ReadAsync(revoked, None));
        Assert.Null(await desk.Previews.ReadAsync(ending, None));
        Assert.Null(await desk.Previews.ReadAsync("", None));
        Assert.Equal(Sample.Noon + PreviewLink.Longest, link.EndsAt);
    }

    [Fact]
    public async Task A_killed_story_is_shown_by_no_link()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.PublishedAsync();
        var (_, token) = await desk.Previews.MakeAsync(id, 1, TimeSpan.FromDays(1), DeskUnderTest.Ann, None);
        Assert.NotNull(await desk.Previews.ReadAsync(token, None));

        await desk.Publishing.KillAsync(id, "Gone.", "A reason.", DeskUnderTest.Ben, None);

        Assert.Null(await desk.Previews.ReadAsync(token, None));
    }

    [Fact]
    public async Task The_link_itself_stands_nowhere()
    {
        await using var desk = await DeskUnderTest.OpenAsync();
        var id = await desk.DraftAsync();

        var (link, token) = await desk.Previews.MakeAsync(id, 1, TimeSpan.FromDays(1), DeskUnderTest.Ann, None);

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, link.TokenHash, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Previews.MakeAsync(id, 2, TimeSpan.FromDays(1), DeskUnderTest.Ann, None));
    }
}
