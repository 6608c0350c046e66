using System.Net;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Http.Printing;

namespace WorthyNews.Tests.Web.Http;

/// <summary>Nobody reaches the database, and churches' pages go on.</summary>
public sealed class LastGoodCopyTests
{
    [Fact]
    public async Task What_was_printed_is_handed_out_under_load_while_the_database_is_away_and_is_new_when_it_is_back()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy("Printed Before"));
        using var client = site.Visit();
        string[] printed = ["/embed/headlines", "/embed/cards?count=3", "/embed/headlines.json", "/embed/headlines.html"];
        foreach (var path in printed) await AssertShowsAsync(client, path, "Printed Before");
        await site.Store.GoAwayAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            using var answer = await client.GetAsync(new Uri(printed[i % printed.Length], UriKind.Relative));
            return (answer.StatusCode, Text: await answer.Content.ReadAsStringAsync());
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.All(answers, a => Assert.Contains("Printed Before", a.Text, StringComparison.Ordinal));

        using var never = await client.GetAsync(new Uri("/embed/headlines?count=7", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, never.StatusCode);
        Assert.NotNull(never.Headers.RetryAfter);
        Assert.DoesNotContain("frame-ancestors", string.Join(';', never.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        await site.Store.ComeBackAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await site.PublishAsync(Sample.Copy("Printed After"));
        foreach (var path in printed) await AssertShowsAsync(client, path, "Printed After");
    }

    [Fact]
    public async Task A_copy_that_is_older_than_a_withdrawal_or_than_an_hour_is_not_shown_even_then()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var killed = await site.PublishAsync(Sample.Copy("To Be Killed"));
        using var client = site.Visit();
        await AssertShowsAsync(client, "/embed/headlines", "To Be Killed");
        await site.Desk.KillAsync(killed.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        // Another page was asked for after the kill: this one was not printed anew.
        await AssertShowsAsync(client, "/embed/cards", "Nothing filed here yet.");
        await site.Store.GoAwayAsync();

        using var old = await client.GetAsync(new Uri("/embed/headlines", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, old.StatusCode);
        await AssertShowsAsync(client, "/embed/cards", "Nothing filed here yet.");
        site.Clock.Advance(TimeSpan.FromMinutes(59));
        await AssertShowsAsync(client, "/embed/cards", "Nothing filed here yet.");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        using var blind = await client.GetAsync(new Uri("/embed/cards", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, blind.StatusCode);
        await site.Store.ComeBackAsync();
    }

    [Fact]
    public async Task A_page_that_a_hundred_ask_for_is_printed_once_and_one_that_fails_is_tried_once_a_second()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();
        var pages = site.Services.GetRequiredService<PrintedPages>();
        var tries = 0;
        async Task<PrintedAnswer> PrintAsync(CancellationToken cancel)
        {
            Interlocked.Increment(ref tries);
            await Task.Delay(100, cancel);
            return Answer("well");
        }

        async Task<PrintedAnswer> FailAsync(CancellationToken cancel)
        {
            Interlocked.Increment(ref tries);
            await Task.Delay(100, cancel);
            throw new InvalidOperationException("It cannot be printed.");
        }

        var good = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => pages.HandOutAsync("good", PrintAsync)));
        Assert.Equal(1, tries);
        Assert.All(good, page => Assert.NotNull(page));

        tries = 0;
        var bad = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => pages.HandOutAsync("bad", FailAsync)));
        Assert.All(bad, Assert.Null);
        Assert.Equal(1, tries);
        await pages.HandOutAsync("bad", FailAsync);
        Assert.Equal(1, tries);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await pages.HandOutAsync("bad", FailAsync);
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task While_it_cannot_be_printed_anew_the_copy_stands_unless_something_was_withdrawn_since()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var story = await site.PublishAsync(Sample.Copy("A Story"));
        var pages = site.Services.GetRequiredService<PrintedPages>();
        Task<PrintedAnswer> Well(CancellationToken cancel) => Task.FromResult(Answer("a copy", story.StoryId));
        static Task<PrintedAnswer> Fail(CancellationToken cancel) => throw new InvalidOperationException("It cannot be printed.");
        await pages.HandOutAsync("page", Well);

        await site.PublishAsync(Sample.Copy("Another"));
        Assert.NotNull(await pages.HandOutAsync("page", Fail));
        await site.Desk.RetractAsync(story.Id, "It is withdrawn.", SiteUnderTest.By, CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await pages.HandOutAsync("page", Fail));
    }

    private static PrintedAnswer Answer(string text, params Guid[] stories) => new()
    {
        Status = 200,
        Headers = [],
        Plain = System.Text.Encoding.UTF8.GetBytes(text),
        MadeOf = new HashSet<string> { WireTags.All },
        Stories = stories.ToHashSet(),
        IsVague = false,
        Until = DateTimeOffset.MaxValue,
    };

    private static async Task AssertShowsAsync(HttpClient client, string path, string words)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
