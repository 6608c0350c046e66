using System.Net;

using Microsoft.Playwright;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Browser;

/// <summary>A whole day at the desk, as people do it: from the set-up link to a kill, each with a browser of their own.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskDayTests(BrowserHouse house)
{
    private const string Password = "seven brown lamps on a river";

    private const string WireCopy = """
        Council At Nicaea Agrees On Creed

        By Basil Merton, Worthy News Europe Correspondent

        NICAEA (Worthy News) – The bishops agreed on a creed on Thursday.

        TWO REFUSE

        Two bishops would not sign it.
        """;

    [BrowserFact]
    public async Task A_bureau_does_a_day_s_work()
    {
        await using var site = await SiteUnderTest.StartWithItsClockAsync(("Site:PublicUrl", "http://localhost"));
        // The browser's cookies end by the machine's clock.
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        using var server = site.VisitOverTheWire();
        await site.NameAsync(Sample.Bureau("europe", "Europe", "Europe/Budapest"));
        var desk = new Day(house, site, server);
        var link = await site.AtDeskAsync<DeskLinks, NewLink?>(links => links.ForSetUpAsync(CancellationToken.None));
        var ada = await desk.AcceptAsync(link!.Address.PathAndQuery, "Ada", "ada");
        var chief = await desk.AcceptAsync(await InviteAsync(ada, "Clara", "All bureaus", "Chief"), "Clara", "clara");
        var editor = await desk.AcceptAsync(await InviteAsync(ada, "Emil", "Europe", "Editor"), "Emil", "emil");
        var writer = await desk.AcceptAsync(await InviteAsync(ada, "Cora", "Europe", "Correspondent"), "Cora", "cora");

        await writer.GotoAsync("/desk/wire-copy");
        await writer.FillAsync("#wire", WireCopy);
        await PressAsync(writer, "button.act");
        Assert.Equal("Council At Nicaea Agrees On Creed", await writer.InputValueAsync("#headline"));
        await PressAsync(writer, "#save");
        await SaidAsync(writer, "Saved as revision 1");
        var path = new Uri(writer.Url).AbsolutePath;

        // Typed, kept by itself, and there again after the page was closed.
        await writer.Locator(".cm-content").ClickAsync();
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.InsertTextAsync("\n\nA last line.");
        await writer.Locator("#kept", new() { HasText = "Kept as your working copy" }).WaitForAsync();
        await writer.GotoAsync(path);
        Assert.EndsWith("A last line.", await writer.InputValueAsync("#body"), StringComparison.Ordinal);
        await writer.Locator("iframe#preview").ContentFrame.GetByText("A last line.").WaitForAsync();
        await writer.Locator("#kept").WaitForAsync();
        await PressAsync(writer, $"button[formaction='{path}?handler=Submit'] >> nth=0");
        await SaidAsync(writer, "Revision 2 is with the editors");

        await editor.GotoAsync("/desk");
        await PressAsync(editor, "text=Council At Nicaea Agrees On Creed");
        await editor.FillAsync("#review-note", "It was Tuesday.");
        await PressAsync(editor, "text=Send back");
        await writer.GotoAsync(path);
        await writer.GetByText("It was Tuesday.").WaitForAsync();
        await writer.FillAsync("#standfirst", "They refused.");
        await PressAsync(writer, $"button[formaction='{path}?handler=Submit'] >> nth=0");

        await editor.GotoAsync(path);
        await PressAsync(editor, "text=Approve revision 3");
        await editor.GotoAsync(path + "/publish");
        await editor.SelectOptionAsync("#zone", "Etc/UTC");
        var minute = site.Clock.GetUtcNow().AddMinutes(2);
        await editor.FillAsync("#at", minute.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await PressAsync(editor, "text=Schedule revision 3");
        await SaidAsync(editor, "Revision 3 goes out on");
        var address = minute.ToString("'/'yyyy'/'MM'/'dd'/'", System.Globalization.CultureInfo.InvariantCulture) + "council-at-nicaea-agrees-on-creed";
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync(address));
        for (var wait = 0; wait < 200 && await desk.StatusAsync(address) != HttpStatusCode.OK; wait++) site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync(address));
        Assert.True(site.Clock.GetUtcNow() >= minute.AddSeconds(-minute.Second), "It did not go out before its minute.");

        await writer.GotoAsync(path);
        await writer.FillAsync("#standfirst", "Two refused.");
        await PressAsync(writer, "#save");
        await editor.GotoAsync(path);
        await PressAsync(editor, "text=Approve revision 4");
        await PutRightAsync(editor, path + "/correct", "An earlier version did not say how many.");
        await desk.SeenAsync("An earlier version did not say how many.", address, "/feeds/all.rss", "/corrections");
        await PutRightAsync(chief, path + "/retract", "It does not stand.");
        await desk.SeenAsync("It does not stand.", address, "/feeds/all.rss", "/corrections");
        await PutRightAsync(chief, path + "/reinstate", "It stands after all.");
        await desk.SeenAsync("It stands after all.", address);
        await chief.GotoAsync(path + "/kill");
        await chief.FillAsync("#notice", "It is gone.");
        await chief.FillAsync("#reason", "A source is in danger.");
        await PressAsync(chief, "button.danger");
        await PressAsync(chief, "button.danger");
        Assert.Equal(HttpStatusCode.Gone, await desk.StatusAsync(address));
        await desk.SeenAsync("It is gone.", "/feeds/all.rss", "/corrections");
        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_at_the_desk_and_nobody_scrolls_sideways()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:PublicUrl", "http://localhost"));
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        using var server = site.VisitOverTheWire();
        await site.NameAsync(Sample.Bureau("middle-east", "Middle East"));
        var live = await site.PublishAsync(Sample.Copy());
        var day = new Day(house, site, server);
        var link = await site.AtDeskAsync<DeskLinks, NewLink?>(links => links.ForSetUpAsync(CancellationToken.None));
        var ada = await day.AcceptAsync(link!.Address.PathAndQuery, "Ada", "ada");
        var chief = await day.AcceptAsync(await InviteAsync(ada, "Clara", "All bureaus", "Chief"), "Clara", "clara");
        var path = $"/desk/dispatches/{live.Id}";

        var found = new List<string>();
        foreach (var (page, address) in new[]
        {
            (chief, "/desk"), (chief, "/desk/dispatches/new"), (chief, "/desk/wire-copy"), (chief, path), (chief, path + "/revisions"), (chief, path + "/correct"),
            (chief, path + "/kill"), (chief, "/desk/front"), (ada, "/desk/directory"), (ada, "/desk/directory/bureau/middle-east"), (ada, "/desk/people"), (ada, "/desk/audit"), (ada, "/desk/account"),
        })
        {
            foreach (var width in new[] { 360, 1440 })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
                found.AddRange((await PageVisit.AxeAsync(page)).Select(c => $"{address} at {width}: {c}"));
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) found.Add($"{address} is wider than {width}.");
            }
        }

        Assert.Empty(found);
        Assert.Empty(day.Complaints);
    }

    private static async Task<string> InviteAsync(IPage ada, string name, string bureau, string role)
    {
        await ada.GotoAsync("/desk/people");
        await ada.FillAsync("#display", name);
        await ada.GetByLabel(bureau, new() { Exact = true }).SelectOptionAsync(role);
        await PressAsync(ada, "text=Make an invitation");
        return new Uri(await ada.Locator(".told .key code").InnerTextAsync()).PathAndQuery;
    }

    private static async Task PutRightAsync(IPage page, string path, string notice)
    {
        await page.GotoAsync(path);
        await page.FillAsync("#notice", notice);
        await PressAsync(page, "form button[type=submit]");
    }

    /// <summary>Presses what leads to another page, and waits until that is there: a script may send a form a moment later.</summary>
    private static async Task PressAsync(IPage page, string what)
    {
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await page.Locator($"main >> {what}").First.ClickAsync();
        await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
    }

    private static Task SaidAsync(IPage page, string words) => page.Locator("p.said", new() { HasText = words }).WaitForAsync();

    private sealed class Day(BrowserHouse house, SiteUnderTest site, HttpClient server)
    {
        /// <summary>Errors in any console.</summary>
        public List<string> Complaints { get; } = [];

        /// <summary>Somebody opens a link, gives a name and a password, and a second factor when asked.</summary>
        public async Task<IPage> AcceptAsync(string link, string name, string userName)
        {
            var page = await (await house.VisitorAsync(at: server.BaseAddress)).NewPageAsync();
            page.Console += (_, line) => { if (line.Type == "error") Complaints.Add($"{userName} at {page.Url}: {line.Text}"); };
            page.PageError += (_, error) => Complaints.Add($"{userName} at {page.Url}: {error}");
            await page.GotoAsync(link);
            await page.FillAsync("#display", name);
            await page.FillAsync("#name", userName);
            await page.FillAsync("#password", Password);
            await PressAsync(page, "button.act");
            if (!page.Url.EndsWith("/second-factor", StringComparison.Ordinal)) return page;

            var key = (await page.Locator(".key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
            await page.FillAsync("#code", Totp.CodeOf(key, Totp.StepAt(site.Clock.GetUtcNow())));
            await PressAsync(page, "button.act");
            await PressAsync(page, "a.act");
            return page;
        }

        public async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await server.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }

        public async Task SeenAsync(string words, params string[] paths)
        {
            foreach (var path in paths) Assert.Contains(words, await server.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        }
    }
}
