using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Imaging;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Imaging;

public sealed class CardPicturesTests
{
    [Fact]
    public async Task A_published_story_lacks_a_card_until_it_is_drawn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        var cards = site.Services.GetRequiredService<CardPictures>();

        Assert.Equal([live.StoryId], await cards.LackingAsync([], CancellationToken.None));
        await cards.DrawAsync(live.StoryId, CancellationToken.None);

        Assert.Empty(await cards.LackingAsync([], CancellationToken.None));
        Assert.NotNull(await site.Newsstand.CardPictureAsync(live.Address!, CancellationToken.None));
    }

    [Fact]
    public async Task A_corrected_story_is_drawn_anew()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        var cards = site.Services.GetRequiredService<CardPictures>();
        await cards.DrawAsync(live.StoryId, CancellationToken.None);
        var before = await site.Newsstand.CardPictureAsync(live.Address!, CancellationToken.None);

        var revision = await site.ReviseAsync(live, Sample.Copy("Another Headline Altogether"));
        await site.Desk.CorrectAsync(live.Id, revision, "The headline was wrong.", SiteUnderTest.By, CancellationToken.None);

        Assert.Null(await site.Newsstand.CardPictureAsync(live.Address!, CancellationToken.None));
        Assert.Equal([live.StoryId], await cards.LackingAsync([], CancellationToken.None));
        await cards.DrawAsync(live.StoryId, CancellationToken.None);
        Assert.NotEqual(before, await site.Newsstand.CardPictureAsync(live.Address!, CancellationToken.None));
    }

    [Fact]
    public async Task A_killed_story_has_no_card_and_gets_none()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());
        var cards = site.Services.GetRequiredService<CardPictures>();
        await cards.DrawAsync(live.StoryId, CancellationToken.None);

        await site.Desk.KillAsync(live.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);
        await cards.DrawAsync(live.StoryId, CancellationToken.None);

        Assert.Empty(await cards.LackingAsync([], CancellationToken.None));
        await using var db = site.OpenDb();
        Assert.Empty(db.CardPictures);
    }

    [Fact]
    public async Task An_old_story_of_an_archive_is_not_drawn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy(), Sample.Noon.AddDays(-40));

        Assert.Empty(await site.Services.GetRequiredService<CardPictures>().LackingAsync([], CancellationToken.None));
    }
}
