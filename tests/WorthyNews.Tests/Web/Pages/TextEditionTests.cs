using System.Net;
using System.Text;

using AngleSharp;
using AngleSharp.Dom;

using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Seeding;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Pages.Text;

using Microsoft.Extensions.DependencyInjection;

namespace WorthyNews.Tests.Web.Pages;

/// <summary>The news in 15 KB a page, with nothing else to load.</summary>
public sealed class TextEditionTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Every_page_of_the_samples_is_small_whole_and_leads_to_the_next()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.Services.GetRequiredService<Samples>().LoadIfEmptyAsync(None);
        using var client = site.Visit();
        var (seen, ahead) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(["/text"]));

        while (ahead.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            using var answer = await client.GetAsync(path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var page = await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(Encoding.UTF8.GetString(bytes)));

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}.");
            Assert.InRange(bytes.Length, 1, TextSize.MaxBytes);
            Assert.Empty(page.QuerySelectorAll("link[rel=stylesheet], link[rel=preload], link[rel=icon], img, script, style, [style], [src]"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            // A link that an author wrote stays as it was written.
            foreach (var link in page.QuerySelectorAll("main a[href^='/']").Where(a => a.Closest("div[lang]") is null).Select(a => a.GetAttribute("href")!))
            {
                Assert.StartsWith("/text", link, StringComparison.Ordinal);
                ahead.Enqueue(link);
            }
        }

        Assert.InRange(seen.Count, 20, 200);
    }

    [Fact]
    public async Task A_story_names_the_full_page_as_its_address_and_keeps_its_direction()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy("البطريرك") with { Slug = "patriarch", Language = "ar" });

        var page = await site.ReadAsync($"/text{dispatch.Address}");

        Assert.Equal(SiteUnderTest.PublicUrl + dispatch.Address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(("rtl", "ar"), (page.QuerySelector("h1")!.GetAttribute("dir"), page.QuerySelector("main div")!.GetAttribute("lang")));
        Assert.Contains("NICAEA (Worthy News) – The bishops agreed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await site.ReadAsync(dispatch.Address!)).QuerySelector($"footer a[href='/text{dispatch.Address}']"));
    }

    [Fact]
    public async Task A_long_story_comes_in_parts_that_hold_all_of_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var paragraphs = Enumerable.Range(1, 200).Select(n => $"Paragraph {n}: “{string.Join(' ', Enumerable.Repeat("words", 40))}” – said & done.");
        var dispatch = await site.PublishAsync(Sample.Copy() with { Markdown = string.Join("\n\n", paragraphs) });

        var (text, path, parts) = ("", (string?)$"/text{dispatch.Address}", 0);
        using var client = site.Visit();
        while (path is not null)
        {
            var html = await client.GetStringAsync(path);
            Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, TextSize.MaxBytes);
            var page = await site.ReadAsync(path);
            text += page.QuerySelector("main div")!.TextContent;
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            parts++;
        }

        Assert.InRange(parts, 4, 10);
        for (var n = 1; n <= 200; n++) Assert.Contains($"Paragraph {n}:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_piece_that_is_longer_than_a_page_says_so()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Markdown = string.Join(' ', Enumerable.Repeat("words", 4_000)) });

        Assert.Contains("longer than the 15 KB", (await site.ReadAsync($"/text{dispatch.Address}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_long_headlines_and_notes_still_fit()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var headline = new string('新', 290);
        for (var n = 0; n < 40; n++) await site.PublishAsync(Sample.Copy($"{headline}{n}") with { Slug = $"n-{n}", Language = "zh" });
        var noted = await site.PublishAsync(Sample.Copy());
        for (var n = 0; n < 8; n++) await site.Desk.CorrectAsync(noted.Id, 1, $"{n} {new string('正', 3_900)}", SiteUnderTest.By, None);
        using var client = site.Visit();

        foreach (var path in new[] { "/text", "/text/2026/11/23", $"/text{noted.Address}" })
            Assert.InRange((await client.GetByteArrayAsync(path)).Length, 1, TextSize.MaxBytes);

        var seen = 0;
        for (var path = "/text"; path is not null;)
        {
            var page = await site.ReadAsync(path);
            seen += page.QuerySelectorAll("main li").Length;
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(41, seen);
    }

    [Fact]
    public async Task The_breaking_line_stands_on_top_and_leads_to_the_text_of_its_story()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var desk = site.Services.GetRequiredService<FrontDesk>();
        var headline = new string('新', 290);
        for (var n = 0; n < 40; n++) await site.PublishAsync(Sample.Copy($"{headline}{n}") with { Slug = $"n-{n}", Language = "zh" });
        var story = await site.PublishAsync(Sample.Copy() with { Slug = new string('s', 60) }, Sample.Noon.AddDays(-9));
        using var client = site.Visit();

        await desk.BreakAsync(new string('&', 150) + "Breaking", story.StoryId, TimeSpan.FromHours(3), None);
        var link = (await site.ReadAsync("/text")).QuerySelector("main p a")!;
        Assert.Equal((new string('&', 150) + "Breaking", $"/text{story.Address}"), (link.TextContent, link.GetAttribute("href")));
        Assert.InRange((await client.GetByteArrayAsync("/text")).Length, 1, TextSize.MaxBytes);
        Assert.DoesNotContain("Breaking", await client.GetStringAsync((await site.ReadAsync("/text")).QuerySelector("a[rel=next]")!.GetAttribute("href")), StringComparison.Ordinal);

        await desk.BreakAsync("Breaking without a story", null, TimeSpan.FromHours(3), None);
        Assert.Contains("Breaking: Breaking without a story (12:00 ", (await site.ReadAsync("/text")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await desk.EndBreakingAsync(None);
        Assert.DoesNotContain("Breaking", await client.GetStringAsync("/text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retracted_story_leaves_its_notice_and_a_killed_one_answers_410()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        await site.Desk.RetractAsync(dispatch.Id, "It rested on a forged letter.", SiteUnderTest.By, None);
        var retracted = await client.GetStringAsync($"/text{dispatch.Address}");
        await site.Desk.KillAsync(dispatch.Id, "We have taken this story down.", "A reason.", SiteUnderTest.By, None);
        using var killed = await client.GetAsync($"/text{dispatch.Address}");
        var html = await killed.Content.ReadAsStringAsync();

        Assert.Contains("It rested on a forged letter.", retracted, StringComparison.Ordinal);
        Assert.DoesNotContain("The bishops agreed", retracted, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, killed.StatusCode);
        Assert.Contains("We have taken this story down.", html, StringComparison.Ordinal);
        foreach (var page in new[] { html, await client.GetStringAsync("/text"), await client.GetStringAsync("/text/2026/11/23") })
            Assert.DoesNotContain("nicaea", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("?part=1", HttpStatusCode.BadRequest)]
    [InlineData("?part=x", HttpStatusCode.BadRequest)]
    [InlineData("?part=02", HttpStatusCode.BadRequest)]
    [InlineData("?part=2", HttpStatusCode.NotFound)]
    [InlineData("?part=2147483647", HttpStatusCode.NotFound)]
    public async Task A_part_that_is_not_there_is_refused(string query, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        using var answer = await client.GetAsync($"/text{dispatch.Address}{query}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Links_to_our_stories_stay_in_the_text_edition()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var dispatch = await site.PublishAsync(Sample.Copy() with { Markdown = "See [it](/2026/11/22/other), [that day](/2026/11/22) and [all](/topics/councils)." });

        var page = await site.ReadAsync($"/text{dispatch.Address}");

        Assert.Equal(["/text/2026/11/22/other", "/text/2026/11/22", "/topics/councils"], page.QuerySelectorAll("main div a").Select(a => a.GetAttribute("href")));
    }
}
