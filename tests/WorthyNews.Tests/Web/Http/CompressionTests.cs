using System.IO.Compression;
using System.Net;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>What goes out compressed, and what may not.</summary>
public sealed class CompressionTests
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_goes_out_in_the_coding_that_was_asked_for(string coding)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        var plain = await client.GetStringAsync("/");

        using var answer = await AskAsync(client, "/", coding);

        Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        await using var packed = await answer.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(plain, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_cache_in_between_knows_that_the_plain_page_is_one_of_several()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        using var plain = await client.GetAsync("/");
        using var missing = await AskAsync(client, "/no/such/page", "br");

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        Assert.Equal((HttpStatusCode.NotFound, "br"), (missing.StatusCode, missing.Content.Headers.ContentEncoding.Single()));
    }

    [Theory]
    [InlineData("br", "/maps/world.svg")]
    [InlineData("gzip", "/maps/world.svg")]
    [InlineData("gzip", "/feeds/all.json")]
    public async Task A_map_and_a_feed_go_out_compressed_under_a_weak_tag_and_once(string coding, string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = site.Visit();
        using var plain = await client.GetAsync(path);
        using var packed = await AskAsync(client, path, coding);

        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        Assert.True(packed.Headers.ETag!.IsWeak);
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        Assert.True((await packed.Content.ReadAsByteArrayAsync()).Length < plain.Content.Headers.ContentLength * 2 / 3);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.AcceptEncoding.ParseAdd(coding);
        again.Headers.IfNoneMatch.Add(packed.Headers.ETag);
        using var held = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        Assert.Equal(["Accept-Encoding"], held.Headers.Vary);
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/sitemap.xml")]
    public async Task An_answer_with_a_strong_tag_keeps_its_bytes_and_its_tag(string path)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Sample.Copy());
        using var client = site.Visit();
        using var plain = await client.GetAsync(path);

        using var asked = await AskAsync(client, path, "br, gzip");

        Assert.Empty(asked.Content.Headers.ContentEncoding);
        Assert.NotNull(asked.Headers.ETag);
        Assert.Equal(plain.Headers.ETag, asked.Headers.ETag);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await asked.Content.ReadAsByteArrayAsync());
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string coding)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Add("Accept-Encoding", coding);
        return await client.SendAsync(ask);
    }
}
