using System.IO.Compression;
using System.Net;

using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>What is printed goes out as RFC 9110 has it.</summary>
public sealed class PrintedAnswerTests
{
    public static TheoryData<string> Pages => ["/", "/topics/councils", "/feeds/all.rss", "/embed/headlines.json", "/embed/cards", "/about"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_coding_is_of_the_same_bytes_and_has_the_same_tag(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        for (var i = 0; i < 5; i++) await site.PublishAsync(Sample.Copy($"Story {i}"));

        var (plain, bytes) = await AskAsync(client, path, null);
        var (gzip, zipped) = await AskAsync(client, path, "gzip");
        var (brotli, broken) = await AskAsync(client, path, "gzip, deflate, br");

        Assert.Equal(["gzip", "br"], [gzip.Content.Headers.ContentEncoding.Single(), brotli.Content.Headers.ContentEncoding.Single()]);
        Assert.Equal(bytes, Unpack(new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress)));
        Assert.Equal(bytes, Unpack(new BrotliStream(new MemoryStream(broken), CompressionMode.Decompress)));
        Assert.True(broken.Length < zipped.Length && zipped.Length < bytes.Length);
        foreach (var (answer, sent) in new[] { (plain, bytes), (gzip, zipped), (brotli, broken) })
        {
            Assert.Equal(sent.Length, answer.Content.Headers.ContentLength);
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.Equal(plain.Headers.ETag, answer.Headers.ETag);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Who_has_it_is_told_so_and_a_head_says_all_but_the_bytes(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.VisitOverTheWire();
        await site.PublishAsync(Sample.Copy());
        var (first, bytes) = await AskAsync(client, path, null);

        using var held = new HttpRequestMessage(HttpMethod.Get, path);
        held.Headers.TryAddWithoutValidation("If-None-Match", $"\"other\", {first.Headers.ETag}");
        using var same = await client.SendAsync(held);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag, 0), (same.StatusCode, same.Headers.ETag, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.CacheControl, same.Headers.CacheControl);
        Assert.Equal((HttpStatusCode.OK, (long?)bytes.Length, first.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Equal(first.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Fact]
    public async Task A_date_of_change_is_told_once_its_second_is_over()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();

        var (at, _) = await AskAsync(client, "/feeds/all.rss", null);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        var (later, _) = await AskAsync(client, "/feeds/all.rss", null);

        Assert.Null(at.Content.Headers.LastModified);
        Assert.Equal(Sample.Noon, later.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_killed_story_is_gone_from_memory_too_and_what_was_never_there_is_not_kept()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var heard = new HeardSql(site);
        var story = await site.PublishAsync(Sample.Copy());
        await site.Desk.KillAsync(story.Id, "It was not so.", "A test.", SiteUnderTest.By, CancellationToken.None);
        using var client = site.Visit();

        foreach (var (path, status, isKept) in new[] { (story.Address!, HttpStatusCode.Gone, true), ("/2026/11/23/never", HttpStatusCode.NotFound, false) })
        {
            using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
            heard.Forget();
            using var again = await client.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal([status, status], [first.StatusCode, again.StatusCode]);
            Assert.Equal(isKept, !heard.Commands.Any(sql => sql.Contains("\"Addresses\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_day_in_the_masthead_is_never_yesterdays_in_any_zone()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:TimeZone", "Asia/Kathmandu"));      // UTC+5:45
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        site.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 18, 14, 59, TimeSpan.Zero));

        var before = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("November 24, 2026", before, StringComparison.Ordinal);
        Assert.Contains("November 25, 2026", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breaking_line_that_is_over_is_on_no_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        await site.Services.GetRequiredService<WorthyNews.Newsroom.Publishing.FrontDesk>().BreakAsync("Bells over Nicaea", null, TimeSpan.FromMinutes(7), CancellationToken.None);
        using var client = site.Visit();

        var during = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        site.Clock.Advance(TimeSpan.FromMinutes(7));
        var after = await client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("Bells over Nicaea", during, StringComparison.Ordinal);
        Assert.DoesNotContain("Bells over Nicaea", after, StringComparison.Ordinal);
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Bytes)> AskAsync(HttpClient client, string path, string? codings)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        if (codings is not null) ask.Headers.TryAddWithoutValidation("Accept-Encoding", codings);
        var answer = await client.SendAsync(ask);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Unpack(Stream packed)
    {
        using var whole = new MemoryStream();
        packed.CopyTo(whole);
        packed.Dispose();
        return whole.ToArray();
    }
}
