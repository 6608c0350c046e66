using System.Net;

using AngleSharp.Html.Dom;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser;

/// <summary>Somebody at the desk who types payloads wherever one can type, by the pages that people use.</summary>
internal sealed class HostileDesk : IDisposable
{
    private readonly SignedInPerson person;

    private HostileDesk(SignedInPerson person) => this.person = person;

    private DeskVisitor Visitor => person.Visitor;

    /// <param name="name">What this person is called.</param>
    public static async Task<HostileDesk> SignInAsync(SiteUnderTest site, Uri address, Role role, HostilePayload name)
    {
        var typist = await SignedInPerson.ComeAsync(site, address, role);
        await typist.Visitor.GoAsync("/desk/account");
        await typist.Visitor.SendAsync("form[action$='handler=Details']", ("Details.DisplayName", name.Text));
        Assert.Contains(name.Mark, typist.Visitor.Page.QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
        return new HostileDesk(typist);
    }

    public Task SitDownAsync(Microsoft.Playwright.IBrowserContext browser) => person.SitDownAsync(browser);

    public async Task NameAsync(string kind, int number)
    {
        var payload = HostileNames.Of(kind, number);
        await Visitor.GoAsync($"/desk/directory?kind={kind}");
        await Visitor.SendAsync("section.panel form", ("Form.Name", payload.Text), ("Form.Slug", HostileNames.Slug(kind, number)), ("Form.Description", payload.Text), ("Form.Role", payload.Text), ("Form.Country", payload.Text));
        Assert.Contains("is in the directory", Visitor.Text, StringComparison.Ordinal);
    }

    /// <returns>The path of its page at the desk.</returns>
    public async Task<string> WriteAsync(HostileCopy copy)
    {
        await Visitor.GoAsync("/desk/dispatches/new");
        await Visitor.SendAsync("#dispatch", copy.Fields());
        Said("Saved as revision 1");
        return Visitor.Path;
    }

    public async Task ReviseAsync(string path, HostileCopy copy)
    {
        await Visitor.GoAsync(path);
        await Visitor.SendAsync("#dispatch", copy.Fields());
        Said("Saved as revision");
    }

    /// <summary>Saves what another has saved meanwhile.</summary>
    /// <returns>The address of the page that shows both texts.</returns>
    public async Task<string> ConflictAsync(string path, HostileCopy copy, Func<Task> meanwhile)
    {
        await Visitor.GoAsync(path);
        var (page, at) = (Visitor.Page, Visitor.Path);
        await meanwhile();
        Visitor.Show(page, at);
        await Visitor.SendAsync("#dispatch", copy.Fields());
        Assert.Equal((int)HttpStatusCode.Conflict, Visitor.Status);
        return Visitor.Path;
    }

    /// <summary>What another wrote.</summary>
    public Task ApproveAsync(string path) => PressAsync(path, "Approve");

    /// <returns>The address of the story.</returns>
    public async Task<string> PublishAsync(string path)
    {
        await Visitor.GoAsync(path + "/publish");
        await Visitor.SendAsync($"form[action='{path}/publish']");
        Said("Published");
        return Visitor.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Public page").GetAttribute("href")!;
    }

    public async Task PutRightAsync(string path, string verb, IEnumerable<HostilePayload> notice)
    {
        await Visitor.GoAsync($"{path}/{verb}");
        await Visitor.SendAsync("main form", ("Notice", HostileCopy.Joined(notice)));
        Said("version");
    }

    public async Task<string> LinkAsync(string path)
    {
        await ActAsync(path, "PreviewLink", ("days", "1"));
        return new Uri(Visitor.Page.QuerySelector("p.said")!.TextContent.Split(' ').Last(w => w.Contains("/desk/preview/", StringComparison.Ordinal))).AbsolutePath;
    }

    /// <summary>A note to colleagues, a watch-list, a word with the submission and one back.</summary>
    public async Task TalkAsync(string path, IReadOnlyList<HostilePayload> words)
    {
        var text = HostileCopy.Joined(words);
        await ActAsync(path, "Note", ("Note", text));
        await ActAsync(path, "Watch", ("names", string.Join('\n', words.Select(w => w.Text))));
        Visitor.Page.QuerySelector("#dispatch")!.SetAttribute("action", path + "?handler=Submit");
        await Visitor.SendAsync("#dispatch", ("Note", text));
        await PressAsync(path, "SendBack", ("Note", text));
    }

    public Task AskCorrectionAsync(string path, IEnumerable<HostilePayload> words) => ActAsync(path, "AskCorrection", ("Note", HostileCopy.Joined(words)));

    public async Task BreakAsync(HostilePayload words)
    {
        await Visitor.GoAsync("/desk/front");
        await Visitor.SendAsync("form[action$='handler=Break']", ("text", words.Text));
        Assert.Contains(words.Mark, Visitor.Text, StringComparison.Ordinal);
    }

    public void Dispose() => person.Dispose();

    private async Task ActAsync(string path, string handler, params (string Name, string? Value)[] fields)
    {
        await Visitor.GoAsync(path);
        await Visitor.SendAsync($"form[action='{path}?handler={handler}']", fields);
        Assert.NotNull(Visitor.Page.QuerySelector("p.said"));
    }

    /// <summary>Presses one of several buttons of a form.</summary>
    private async Task PressAsync(string path, string handler, params (string Name, string? Value)[] fields)
    {
        await Visitor.GoAsync(path);
        var button = Visitor.Page.QuerySelectorAll("button").Cast<IHtmlButtonElement>().First(b => b.GetAttribute("formaction")?.EndsWith("handler=" + handler, StringComparison.Ordinal) == true);
        var form = button.Form!;
        form.SetAttribute("action", button.GetAttribute("formaction")!);
        form.Id = "pressed";
        await Visitor.SendAsync("#pressed", fields);
        Assert.NotNull(Visitor.Page.QuerySelector("p.said"));
    }

    private void Said(string words)
    {
        var said = Visitor.Page.QuerySelector("p.said")?.TextContent ?? string.Join(' ', Visitor.Page.QuerySelectorAll("[role=alert], .checks .block").Select(e => e.TextContent));
        Assert.True(said.Contains(words, StringComparison.Ordinal), $"{Visitor.Path} did not say “{words}” but {Visitor.Status}: {said} {Visitor.Page.Title}");
    }
}
