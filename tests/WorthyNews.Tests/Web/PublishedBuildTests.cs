using System.Globalization;
using System.Net;

using WorthyNews.Tests.Support;
using WorthyNews.Web.Pages.Shared;

namespace WorthyNews.Tests.Web;

/// <summary>The program as an operator gets it: published to a folder, started from another one.</summary>
public sealed class PublishedBuildTests
{
    [SqliteFact]
    public async Task A_published_build_has_all_it_reads_and_keeps_its_data_where_it_was_started()
    {
        await using var place = await Place.NewAsync(isMigrated: false);
        var output = await PublishedProgram.FolderAsync();
        var port = RunningProgram.FreePort().ToString(CultureInfo.InvariantCulture);

        await using var site = RunningProgram.StartAt(output, place.Folder, "Production",
            "--Site:PublicUrl=https://news.example.org", "--Seeds:Load=true", $"--urls=http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await site.ReadyAsync(client);

        var front = await client.GetStringAsync("/");
        Assert.Contains("Sample", front, StringComparison.Ordinal);
        Assert.Contains("https://news.example.org/", front, StringComparison.Ordinal);
        var style = front.Split('"').First(part => part.EndsWith(".css", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(style)).StatusCode);
        using var font = await client.GetAsync(Assets.MainFonts[0]);
        Assert.Equal((HttpStatusCode.OK, "public, max-age=31536000, immutable"), (font.StatusCode, font.Headers.GetValues("Cache-Control").Single()));
        Assert.True(File.Exists(Path.Combine(place.Folder, "data", "worthynews.db")));
    }
}
