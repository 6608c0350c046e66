using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>One dispatch in several languages.</summary>
public sealed class TranslationTests
{
    [Fact]
    public async Task Each_language_names_the_others_to_readers_and_to_search_engines()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy());
        var arabic = await site.PublishAsync(In("ar", english, "مجمع نيقية"));
        var ukrainian = await site.PublishAsync(In("uk", english, "Нікейський собор"));

        foreach (var (story, others) in new[] { (english, new[] { arabic, ukrainian }), (arabic, [english, ukrainian]), (ukrainian, [arabic, english]) })
        {
            var page = await site.ReadAsync(story.Address!);
            Assert.Equal(
                new[] { english, arabic, ukrainian }.Select(d => SiteUnderTest.PublicUrl + d.Address).Order(StringComparer.Ordinal),
                page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("href")).Order(StringComparer.Ordinal));
            Assert.Equal(others.Select(d => d.Address), page.QuerySelectorAll(".facts a[hreflang]").Select(l => l.GetAttribute("href")));
        }

        Assert.Equal("العربية", (await site.ReadAsync(english.Address!)).QuerySelector(".facts a[hreflang=ar]")!.TextContent);
    }

    [Fact]
    public async Task A_story_that_stands_alone_names_no_language()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var live = await site.PublishAsync(Sample.Copy());

        Assert.Empty((await site.ReadAsync(live.Address!)).QuerySelectorAll("[hreflang]"));
    }

    [Fact]
    public async Task A_story_that_names_itself_is_an_original()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var draft = await site.DraftAsync(Sample.Copy());
        await site.ReviseAsync(draft, Sample.Copy() with { TranslationOf = draft.StoryId });
        var live = (await site.Desk.PublishAsync(draft.Id, 2, null, SiteUnderTest.By, CancellationToken.None)).Dispatch;

        Assert.Empty((await site.ReadAsync(live.Address!)).QuerySelectorAll("[hreflang]"));
        Assert.NotNull((await site.ReadAsync("/")).QuerySelector(".lead h2"));
    }

    [Fact]
    public async Task Two_translations_into_one_language_are_both_offered_and_search_engines_are_told_one()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy());
        await site.PublishAsync(In("ar", english, "مجمع نيقية"));
        await site.PublishAsync(In("ar", english, "مجمع آخر") with { Slug = "council-ar-again" });

        var page = await site.ReadAsync(english.Address!);

        Assert.Equal(2, page.QuerySelectorAll(".facts a[hreflang]").Length);
        Assert.Equal(["ar", "en"], page.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_translation_is_named_no_more()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var english = await site.PublishAsync(Sample.Copy());
        var arabic = await site.PublishAsync(In("ar", english, "مجمع نيقية"));
        var ukrainian = await site.PublishAsync(In("uk", english, "Нікейський собор"));

        await site.Desk.KillAsync(english.Id, "It is gone.", "A test.", SiteUnderTest.By, CancellationToken.None);

        Assert.Equal([ukrainian.Address], (await site.ReadAsync(arabic.Address!)).QuerySelectorAll(".facts a[hreflang]").Select(l => l.GetAttribute("href")));
        Assert.Equal([arabic.Address], (await site.ReadAsync(ukrainian.Address!)).QuerySelectorAll(".facts a[hreflang]").Select(l => l.GetAttribute("href")));
    }

    [Fact]
    public async Task The_front_page_tells_a_pair_once_and_the_timeline_tells_both()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Older") with { Slug = "older" });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var english = await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var arabic = await site.PublishAsync(In("ar", english, "مجمع نيقية"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.PublishAsync(Sample.Copy("Newest") with { Slug = "newest" });

        var page = await site.ReadAsync("/");

        Assert.Equal(["Council At Nicaea Agrees On Creed", "Older"], page.QuerySelectorAll(".item h3").Select(h => h.TextContent));
        Assert.Contains(arabic.Address, page.QuerySelectorAll(".latest a").Select(a => a.GetAttribute("href")));
    }

    private static Copy In(string language, Dispatch original, string headline) =>
        Sample.Copy(headline) with { Language = language, TranslationOf = original.StoryId, Slug = $"council-{language}" };
}
