using System.IO.Compression;
using System.Security.Cryptography;

using WorthyNews.Tests.Floorplan.Reading;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Http;
using WorthyNews.Web.Http.Widgets;

namespace WorthyNews.Tests.Web.Widgets;

/// <summary>The script that is pasted once and read for years.</summary>
public sealed class LoaderTests
{
    private const int MostBytes = 8 * 1024;

    /// <summary>Every loader that ever had a number, with the mark of its bytes: pages that pinned one ask for it for ever.</summary>
    private static readonly Dictionary<string, string> Numbered = new(StringComparer.Ordinal)
    {
        ["1.0.0"] = "8b3130dff5930e0682689ad23fd543df67ccd19b8d43bfe232eb0aeff7c96b20",
    };

    [Fact]
    public void It_is_under_8_KB_in_either_coding()
    {
        var bytes = File.ReadAllBytes(PathOf("worthy-news.js"));

        Assert.InRange(Compressed(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)), 1, MostBytes);
        Assert.InRange(Compressed(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)), 1, MostBytes);
    }

    [Fact]
    public void The_element_is_dressed_as_the_frame_is()
    {
        var sheet = File.ReadAllText(PathOf("widget.css")).Split("/* What follows")[0].ReplaceLineEndings("");
        var loader = File.ReadAllText(PathOf("worthy-news.js"));

        Assert.True(loader.Contains($"const css = `{sheet}`;", StringComparison.Ordinal), "widget.css was changed, and the loader not. Put all of it that stands before the note about frames into its css, on one line.");
    }

    [Fact]
    public void A_numbered_loader_never_changes_and_the_newest_is_the_one_without_a_number()
    {
        foreach (var (number, mark) in Numbered) Assert.Equal(mark, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf($"worthy-news-{number}.js")))));

        Assert.True(Numbered.ContainsKey(LoaderFile.Number), "The newest number is not in the list above.");
        Assert.True(File.ReadAllBytes(PathOf("worthy-news.js")).SequenceEqual(File.ReadAllBytes(PathOf($"worthy-news-{LoaderFile.Number}.js"))),
            "The loader was changed. Give it the next number: copy it to worthy-news-NUMBER.js, name the number in LoaderFile, add its mark here, and leave the old files as they are.");
    }

    [Fact]
    public async Task The_newest_is_looked_for_after_minutes_and_a_numbered_one_never_again_by_any_page()
    {
        await using var site = await SiteUnderTest.StartAsync();
        using var client = site.Visit();

        foreach (var (path, stays) in new[] { (SiteLinks.Loader, "public, max-age=300"), ($"{SiteLinks.NumberedLoader}{LoaderFile.Number}.js", "public, max-age=31536000, immutable") })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            Assert.Equal(stays, string.Join(',', answer.Headers.GetValues("Cache-Control")));
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public void It_uses_nothing_that_a_strict_page_forbids()
    {
        var loader = File.ReadAllText(PathOf("worthy-news.js"));

        foreach (var word in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function", "document.write", "document.cookie", "localStorage", "sessionStorage", "indexedDB", "sendBeacon", "window." })
            Assert.DoesNotContain(word, loader, StringComparison.Ordinal);
    }

    private static string PathOf(string file) => Path.Combine(Repository.Top, "src/WorthyNews.Web/wwwroot/embed/v1", file);

    private static int Compressed(byte[] bytes, Func<Stream, Stream> coding)
    {
        using var to = new MemoryStream();
        using (var coder = coding(to)) coder.Write(bytes);
        return to.ToArray().Length;
    }
}
