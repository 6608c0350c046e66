using System.Diagnostics;
using System.Globalization;
using System.Net;

using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Web.Http;

/// <summary>Two processes serve one house, and a third one speaks: as in life, with real clocks.</summary>
public sealed class TwoNodesTests
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    private static readonly string[] Surfaces = ["/", "/feeds/all.rss", "/embed/headlines.json", "/embed/headlines", "/text"];

    [Fact]
    public async Task What_is_published_and_killed_elsewhere_is_on_both_within_two_seconds_and_they_answer_alike()
    {
        await using var place = await Place.NewAsync();
        await using var one = new Node(place);
        await using var other = new Node(place);
        await Task.WhenAll(one.ReadyAsync(), other.ReadyAsync());
        foreach (var node in new[] { one, other })
        {
            foreach (var path in Surfaces) await node.AskAsync(path);
        }

        place.Write("bells.txt", "Bells Of A Far Town\n\nBy Edmund Farleigh, Worthy News Europe Correspondent\nWORMS (Worthy News) – The bells rang.\n");
        await using var import = await place.RunAsync("import", "bells.txt", "--publish");
        var published = await UntilAsync([one, other], text => text.Contains("Bells Of A Far Town", StringComparison.Ordinal));
        var tags = new List<string>();
        foreach (var path in Surfaces) tags.Add((await one.AskAsync(path)).Tag);
        var others = new List<string>();
        foreach (var path in Surfaces) others.Add((await other.AskAsync(path)).Tag);
        var address = import.Output.Split("published  ")[1].Split('\n')[0].Trim();
        await using var kill = await place.RunAsync("kill", address.Split('/')[^1], "--notice", "It was not so.", "--reason", "A test.");
        var killed = await UntilAsync([one, other], text => !text.Contains("Bells Of A Far Town", StringComparison.Ordinal));

        Assert.Equal((0, 0), (import.ExitCode, kill.ExitCode));
        Assert.InRange(published, TimeSpan.Zero, Most);
        Assert.InRange(killed, TimeSpan.Zero, Most);
        Assert.Equal(tags, others);
        foreach (var node in new[] { one, other }) Assert.Equal(HttpStatusCode.Gone, (await node.AskAsync(address)).Status);
    }

    /// <summary>How long until every surface of every node says it.</summary>
    private static async Task<TimeSpan> UntilAsync(IReadOnlyList<Node> nodes, Func<string, bool> says)
    {
        var since = Stopwatch.StartNew();
        foreach (var node in nodes)
        {
            foreach (var path in Surfaces)
            {
                while (!says((await node.AskAsync(path)).Text))
                {
                    Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), $"{path} never said it: {node.Log}");
                    await Task.Delay(10);
                }
            }
        }

        return since.Elapsed;
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly RunningProgram program;
        private readonly HttpClient client;

        public Node(Place place)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{RunningProgram.FreePort()}");
            program = place.Start($"--urls={url}", $"--Site:PublicUrl={SiteUnderTest.PublicUrl}");
            client = new HttpClient { BaseAddress = new Uri(url) };
        }

        public string Log => program.Output + program.Errors;

        public Task ReadyAsync() => program.ReadyAsync(client);

        public async Task<(HttpStatusCode Status, string Tag, string Text)> AskAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return (answer.StatusCode, answer.Headers.ETag?.ToString() ?? "", await answer.Content.ReadAsStringAsync());
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await program.DisposeAsync();
        }
    }
}
