using System.Net;

using AngleSharp.Dom;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>The ledger of what was put right, the comparison of versions, and the way to say that something is wrong.</summary>
public sealed class TrustTests
{
    private const string Wrong = "Arius wrote the creed";
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Without_a_correction_the_ledger_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());

        var page = await site.ReadAsync("/corrections");

        Assert.Contains("Nothing had to be put right yet.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_tells_each_act_with_its_day_and_words_newest_first()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await CorrectedAsync(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Desk.RetractAsync(dispatch.Id, "It rested on a forged letter.", SiteUnderTest.By, None);
        await site.Desk.ReinstateAsync(dispatch.Id, "The letter is genuine.", SiteUnderTest.By, None);

        var page = await site.ReadAsync("/corrections");

        Assert.Equal(["Reinstated", "Retracted", "Corrected"], page.QuerySelectorAll(".ledger .kicker").Select(k => k.TextContent.Trim()));
        Assert.Equal(["Tuesday, November 24", "Monday, November 23"], page.QuerySelectorAll(".day h2").Select(h => h.TextContent));
        Assert.Equal(["The letter is genuine.", "It rested on a forged letter.", "Arius did not write it."], page.QuerySelectorAll(".ledger .sum").Select(s => s.TextContent));
        Assert.All(page.QuerySelectorAll(".ledger h3 a"), a => Assert.Equal(dispatch.Address, a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_correction_can_be_read_word_by_word()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await CorrectedAsync(site);

        var story = await site.ReadAsync(dispatch.Address!);
        var link = story.QuerySelector(".note a")!.GetAttribute("href")!;
        var page = await site.ReadAsync(link[..link.IndexOf('#', StringComparison.Ordinal)]);

        Assert.Equal($"{dispatch.Address}/changes#v2", link);
        Assert.NotNull(page.GetElementById("v2"));
        Assert.Contains("Arius", page.QuerySelector(".passage del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The bishops", page.QuerySelector(".passage ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2 paragraphs as before", page.QuerySelector(".stayed")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_note_without_a_changed_word_says_that_too()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.CorrectAsync(dispatch.Id, 1, "The headline on our page of May was wrong.", SiteUnderTest.By, None);

        var page = await site.ReadAsync($"{dispatch.Address}/changes");

        Assert.Contains("The words of the story stayed as they were", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_never_corrected_or_retracted_has_no_comparison()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var clean = await site.PublishAsync(Sample.Copy("Bishops Go Home"));
        var retracted = await CorrectedAsync(site);
        await site.Desk.RetractAsync(retracted.Id, "Withdrawn.", SiteUnderTest.By, None);

        using var client = site.Visit();
        foreach (var address in new[] { clean.Address, retracted.Address })
        {
            using var answer = await client.GetAsync($"{address}/changes");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain(Wrong, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kill_silences_every_line_and_version_the_story_ever_had()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await CorrectedAsync(site);
        await site.Desk.RetractAsync(dispatch.Id, "Nicaea was never in it.", SiteUnderTest.By, None);
        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A source was in danger.", SiteUnderTest.By, None);
        using var client = site.Visit();

        using var changes = await client.GetAsync($"{dispatch.Address}/changes");
        var comparison = await changes.Content.ReadAsStringAsync();
        var ledger = await client.GetStringAsync("/corrections");

        Assert.Equal(HttpStatusCode.Gone, changes.StatusCode);
        Assert.Contains("We have taken this story down.", comparison, StringComparison.Ordinal);
        Assert.Contains("We have taken this story down.", ledger, StringComparison.Ordinal);
        Assert.Equal(3, ledger.Split("A story that is gone").Length - 1);
        foreach (var told in new[] { "Nicaea", "Arius", dispatch.Slug, "danger" })
        {
            Assert.DoesNotContain(told, comparison, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(told, ledger, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_reinstated_story_speaks_again_but_its_kill_still_does_not_name_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await CorrectedAsync(site);
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);
        await site.Desk.ReinstateAsync(dispatch.Id, "It was right after all.", SiteUnderTest.By, None);

        var page = await site.ReadAsync("/corrections");

        Assert.Equal([dispatch.Headline, "A story that is gone", dispatch.Headline], page.QuerySelectorAll(".ledger h3").Select(h => h.TextContent));
        Assert.Contains("Arius", (await site.ReadAsync($"{dispatch.Address}/changes")).QuerySelector(".passage del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_goes_on_page_by_page_to_the_first_entry()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        for (var i = 0; i < 35; i++) await site.Desk.CorrectAsync(dispatch.Id, 1, $"Note {i}.", SiteUnderTest.By, None);

        var first = await site.ReadAsync("/corrections");
        var second = await site.ReadAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((30, 5), (first.QuerySelectorAll(".ledger li").Length, second.QuerySelectorAll(".ledger li").Length));
        Assert.Null(second.QuerySelector(".pager a[rel=next]"));
    }

    [Theory]
    [InlineData("?before=x")]
    [InlineData("?before=0")]
    [InlineData("?before=01")]
    [InlineData("?before=1&before=2")]
    public async Task A_malformed_place_in_the_ledger_is_refused(string query)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        using var answer = await client.GetAsync("/corrections" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_error_is_reported_with_the_address_of_the_story()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:ContactEmail", "editor@news.test"));
        var dispatch = await site.PublishAsync(Sample.Copy());

        var story = await site.ReadAsync(dispatch.Address!);
        var page = await site.ReadAsync(story.QuerySelector(".end a[href^='/contact']")!.GetAttribute("href")!);

        var letter = page.QuerySelector("a.button")!.GetAttribute("href")!;
        Assert.StartsWith("mailto:editor@news.test?subject=", letter, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(SiteUnderTest.PublicUrl + dispatch.Address), letter, StringComparison.Ordinal);
        Assert.Contains(dispatch.Headline, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/11/23/no-such-story")]
    [InlineData("https://evil.example/")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("/2026/11/23/a\0b")]
    public async Task Contact_repeats_nothing_that_it_was_sent(string story)
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:ContactEmail", "editor@news.test"));
        using var client = site.Visit();

        var html = await client.GetStringAsync($"/contact?story={Uri.EscapeDataString(story)}");

        foreach (var told in new[] { "no-such", "evil", "alert", "2026/11/23/" }) Assert.DoesNotContain(told, MainOf(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_does_not_name_a_story_that_is_gone()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:ContactEmail", "editor@news.test"));
        var dispatch = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(dispatch.Id, "Gone.", "A reason.", SiteUnderTest.By, None);
        using var client = site.Visit();

        Assert.DoesNotContain("nicaea", await client.GetStringAsync($"/contact?story={dispatch.Address}"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_address_for_letters_the_public_reads_a_neutral_sentence()
    {
        await using var site = await SiteUnderTest.StartAsync();

        var page = await site.ReadAsync("/contact");

        Assert.Empty(page.QuerySelectorAll("a[href^='mailto:']"));
        Assert.DoesNotContain("Site:ContactEmail", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_the_house_are_linked_from_every_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        var front = await site.ReadAsync("/");

        foreach (var path in new[] { "/about", "/contact", "/corrections", "/corrections-policy", "/privacy" })
        {
            Assert.NotNull(front.QuerySelector($"footer a[href='{path}']"));
            var page = await site.ReadAsync(path);
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    private static string MainOf(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    /// <summary>Published with a mistake, and corrected a minute later.</summary>
    private static async Task<Dispatch> CorrectedAsync(SiteUnderTest site)
    {
        var right = Sample.Copy();
        var dispatch = await site.PublishAsync(right with { Markdown = right.Markdown.Replace("The bishops agreed on a creed", $"{Wrong}", StringComparison.Ordinal) });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var revision = await site.ReviseAsync(dispatch, right with { Markdown = right.Markdown.Replace("The bishops agreed on a creed", "The bishops wrote the creed", StringComparison.Ordinal) });
        await site.Desk.CorrectAsync(dispatch.Id, revision, "Arius did not write it.", SiteUnderTest.By, None);
        return dispatch;
    }
}
