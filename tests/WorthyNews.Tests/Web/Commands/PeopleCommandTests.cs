using System.Text.RegularExpressions;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Commands;

public sealed partial class PeopleCommandTests
{
    [Fact]
    public async Task The_first_start_prints_one_link_and_the_second_none()
    {
        await using var place = await Place.NewAsync();
        var port = RunningProgram.FreePort();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        string link;
        await using (var first = place.Start("--urls", client.BaseAddress.AbsoluteUri))
        {
            await first.ReadyAsync(client);
            link = Assert.Single(Links().Matches(first.Output).Select(m => m.Value));
            using var page = await client.GetAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative));
            Assert.True(page.IsSuccessStatusCode);
            await first.StopAsync();
            // The log names the page, and never the key.
            Assert.Contains("GET /desk/set-up 200", first.Output, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(first.Output, Regex.Escape(new Uri(link).Query[5..])));
        }

        await using var second = place.Start("--urls", client.BaseAddress.AbsoluteUri);
        await second.ReadyAsync(client);
        await second.StopAsync();
        Assert.DoesNotContain("/desk/set-up?key=", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_makes_links_and_lists_people()
    {
        await using var place = await Place.NewAsync();

        await using var setUp = await place.RunAsync("setup-link");
        await using var list = await place.RunAsync("users", "list");
        await using var reset = await place.RunAsync("users", "reset", "nobody");

        Assert.Equal((0, 0, 1), (setUp.ExitCode, list.ExitCode, reset.ExitCode));
        Assert.Single(Links().Matches(setUp.Output));
        Assert.Contains("Nobody works at the desk yet", list.Output, StringComparison.Ordinal);
        Assert.Contains("Nobody is called “nobody”", reset.Errors, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https?://\S+/desk/set-up\?key=[\w-]{43}")]
    private static partial Regex Links();
}
