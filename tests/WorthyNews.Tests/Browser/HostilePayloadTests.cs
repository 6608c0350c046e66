using Microsoft.Playwright;

using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Browser;

/// <summary>
/// Payloads go in by every field of the desk and come out on every page that shows it, in a browser that heeds no policy,
/// so that nothing but what we write keeps them still.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class HostilePayloadTests(BrowserHouse house)
{
    private const int Stories = 12;
    private const int Drafts = 3;

    private static readonly IReadOnlyList<HostilePayload> Lines = HostilePayloads.Lines;

    [Fact]
    public void There_are_two_hundred_payloads_and_no_two_are_alike()
    {
        var all = HostilePayloads.Bodies.Concat(HostilePayloads.Lines).ToList();

        Assert.InRange(HostilePayloads.Bodies.Select(p => p.Text.Replace(p.Mark, "", StringComparison.Ordinal).Replace($"({p.Number})", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count(), 200, int.MaxValue);
        Assert.Equal(all.Count, all.Select(p => p.Number).Distinct().Count());
        Assert.All(all, p => Assert.Contains(p.Mark, p.Text, StringComparison.Ordinal));
        // Whatever can be published is, and whatever cannot is looked at on the desk.
        var dealt = HostileCopy.ForReaders(Stories).Concat(HostileCopy.ForTheDesk(Drafts)).SelectMany(c => c.Bodies).ToHashSet();
        Assert.Equal(HostilePayloads.Bodies.Count, dealt.Count);
        Assert.All(HostileCopy.ForReaders(Stories), copy => Assert.Equal(copy.Lines, copy.InHeadline));
    }

    [BrowserFact]
    public async Task Nothing_that_is_typed_runs_on_any_page()
    {
        await using var site = await SiteUnderTest.StartAsync(("Site:PublicUrl", "http://localhost"));
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        using var server = site.VisitOverTheWire();
        var address = new Uri($"http://localhost:{server.BaseAddress!.Port}/");
        using var ada = await HostileDesk.SignInAsync(site, address, Role.Administrator, Lines[0]);
        using var ann = await HostileDesk.SignInAsync(site, address, Role.Chief, Lines[19]);
        using var ben = await HostileDesk.SignInAsync(site, address, Role.Chief, Lines[11]);
        foreach (var kind in HostileNames.Kinds)
            for (var number = 0; number < Stories; number++) await ada.NameAsync(kind, number);
        var copies = HostileCopy.ForReaders(Stories);
        var refused = HostileCopy.ForTheDesk(Drafts);

        // Each is published with one set of payloads, corrected to another, and put right by notices that are payloads themselves.
        var stories = new List<OnTheWire>();
        for (var i = 0; i < Stories; i++)
        {
            var path = await ann.WriteAsync(copies[i]);
            var link = await ann.LinkAsync(path);
            await ben.ApproveAsync(path);
            var story = await ann.PublishAsync(path);
            await ann.ReviseAsync(path, copies[(i + 1) % Stories]);
            await ben.ApproveAsync(path);
            await ann.PutRightAsync(path, "correct", copies[i].Lines);
            stories.Add(new(path, story, link));
        }

        await ann.PutRightAsync(stories[^1].Path, "retract", copies[^1].Lines);
        await ann.AskCorrectionAsync(stories[0].Path, copies[0].Lines);
        await ann.BreakAsync(Lines[1]);
        var drafts = new List<AtTheDesk>();
        for (var i = 0; i < Drafts; i++)
        {
            var path = await ann.WriteAsync(refused[i] with { Bodies = [] });
            await ann.ReviseAsync(path, copies[i + Drafts]);
            await ann.TalkAsync(path, refused[i].Lines);
            var merge = await ann.ConflictAsync(path, copies[i], () => ben.ReviseAsync(path, refused[i]));
            drafts.Add(new(path, await ben.LinkAsync(path), merge));
        }

        await using var stranger = await house.VisitorAsync(at: address, isUnguarded: true);
        await using var desk = await house.VisitorAsync(at: address, isUnguarded: true);
        await using var office = await house.VisitorAsync(at: address, isUnguarded: true);
        await ann.SitDownAsync(desk);
        await ada.SitDownAsync(office);
        var (reader, editor, administrator) = (await HostileReader.OpenAsync(stranger, address), await HostileReader.OpenAsync(desk, address), await HostileReader.OpenAsync(office, address));
        await Task.WhenAll(ReadPublicAsync(), ReadDeskAsync(editor, stories, drafts, copies, refused), ReadOfficeAsync(administrator));

        // The same with our policy: it has nothing to refuse.
        await using var guarded = await house.VisitorAsync(at: address);
        await ann.SitDownAsync(guarded);
        var policed = await HostileReader.OpenAsync(guarded, address);
        foreach (var path in new[] { stories[0].Address, stories[0].Path, drafts[0].Path, drafts[0].Path + "/preview", drafts[0].Merge, drafts[0].Path + "/revisions?From=1&To=3", "/desk" }) await policed.ReadAsync(path);

        string[] all = [.. reader.Complaints, .. editor.Complaints, .. administrator.Complaints, .. policed.Complaints];
        Assert.True(all.Length == 0, $"{all.Length} complaints:\n{string.Join('\n', all.Take(50))}");
        Assert.InRange(reader.PagesRead + editor.PagesRead + administrator.PagesRead, 100, 200);

        async Task ReadPublicAsync()
        {
            await ReadStoriesAsync(reader, stories, copies);
            await ReadListsAsync(reader, stories, copies);
        }
    }

    private static async Task ReadStoriesAsync(HostileReader reader, List<OnTheWire> stories, IReadOnlyList<HostileCopy> copies)
    {
        for (var i = 0; i < stories.Count; i++)
        {
            var (was, isNow) = (copies[i], copies[(i + 1) % Stories]);
            await reader.ReadPartsAsync(stories[i].Link, Story(was));
            if (i == stories.Count - 1)
            {
                await reader.ReadPartsAsync(stories[i].Address, ("h1", Marks(isNow.InHeadline)), (".note", Marks(was.Lines)));
                continue;
            }

            await reader.ReadPartsAsync(stories[i].Address, [.. Story(isNow), (".note", Marks(was.Lines))]);
            await reader.ReadPartsAsync($"{stories[i].Address}/changes", ("h1", Marks(isNow.InHeadline)), ("del", Marks(was.Bodies)), ("ins", Marks(isNow.Bodies)), ("main", Marks(was.Lines)));
            await reader.ReadAsync("/text" + stories[i].Address, isNow.Marks);
        }
    }

    private static async Task ReadListsAsync(HostileReader reader, List<OnTheWire> stories, IReadOnlyList<HostileCopy> copies)
    {
        await reader.ReadAsync("/", [Lines[1].Mark, copies[1].Lines[0].Mark]);
        await reader.ReadAsync("/corrections", copies.SelectMany(c => Marks(c.Lines)));
        await reader.ReadAsync(stories[0].Address[..11], copies[1].Marks.Intersect(Marks(copies[1].InHeadline)));
        foreach (var (kind, folder) in new[] { ("bureau", "bureaus"), ("section", "sections") }) await reader.ReadAsync($"/{folder}/{HostileNames.Slug(kind, 1)}", [HostileNames.Of(kind, 1).Mark, .. Marks(copies[1].InHeadline)]);
        await reader.ReadAsync("/places/" + Slug.From(copies[1].InPlaces[0].Text).Value, copies[1].InPlaces[0].Mark);
        foreach (var (kind, folder) in new[] { ("topic", "topics"), ("contributor", "contributors") }) await reader.ReadAsync($"/{folder}/{HostileNames.Slug(kind, 1)}", [HostileNames.Of(kind, 1).Mark]);
        await reader.ReadAsync("/places");
        await reader.ReadAsync("/text", Marks(copies[1].InHeadline));
        await reader.ReadAsync("/no/such/" + Uri.EscapeDataString(Lines[0].Text));
        foreach (var three in Lines.Chunk(3)) await reader.ReadPartsAsync("/search?q=" + Uri.EscapeDataString(HostileCopy.Joined(three)), ("#q", Marks(three)), (".asked", Marks(three)));
        foreach (var copy in copies) await reader.ReadPartsAsync("/search?q=" + copy.Bodies[0].Mark, ("body", Marks(copy == copies[0] ? [] : copy.InHeadline)), ("mark, .asked", [copy.Bodies[0].Mark]));
    }

    private static async Task ReadDeskAsync(
        HostileReader reader, List<OnTheWire> stories, List<AtTheDesk> drafts, IReadOnlyList<HostileCopy> copies, IReadOnlyList<HostileCopy> refused)
    {
        await reader.ReadAsync("/desk", [.. Marks(copies.SelectMany(c => c.InHeadline)), .. Marks(refused.SelectMany(c => c.Lines)), Lines[19].Mark]);
        await reader.ReadPartsAsync("/desk?Words=" + Uri.EscapeDataString(Lines[20].Text), ("#fq", [Lines[20].Mark]));
        await reader.ReadPartsAsync("/desk/front", ("h2 ~ *", [Lines[1].Mark]), ("#front-order", Marks(copies[1].InHeadline)));
        for (var i = 0; i < 3; i++) await ReadOneAsync(stories[i].Path, copies[i + 1]);
        await reader.ReadPartsAsync(stories[0].Path + "/revisions?From=1&To=2", ("del", Marks(copies[0].Bodies)), ("ins", Marks(copies[1].Bodies)), ("ol.ledger", Marks(copies[0].Lines)));
        await reader.ReadAsync(stories[0].Path + "/correct", Marks(copies[1].InHeadline));
        for (var i = 0; i < drafts.Count; i++)
        {
            var (path, link, merge) = drafts[i];
            await reader.ReadPartsAsync(path + "/preview", Story(refused[i]));
            await reader.ReadPartsAsync(link, Story(refused[i]));
            await reader.ReadPartsAsync(merge, ("form.compare", [.. refused[i].Marks, .. copies[i].Marks, .. copies[i + Drafts].Marks]));
            await reader.ReadPartsAsync(path + "/revisions?From=2&To=3", ("del", Marks(copies[i + Drafts].Bodies)), ("ins", Marks(refused[i].Bodies)));
            await reader.ReadAsync(path + "/publish", Marks(refused[i].InHeadline));
            await ReadOneAsync(path + "?saved=true", refused[i]);
            foreach (var panel in new[] { "notes", "watch" }) await reader.CheckAsync(($"section[aria-labelledby={panel}]", Marks(refused[i].Lines)));
        }

        // What is pasted from other pages into the editor: kept, and shown in the frame.
        await reader.Page.Locator(".cm-content").EvaluateAsync("""
            (e, pasted) => {
              e.focus();
              for (const html of pasted) {
                const held = new DataTransfer();
                held.setData('text/html', html);
                e.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
              }
            }
            """, HostilePayloads.Bodies.Select(p => $"<p>pasted{p.Number}x {p.Text}").ToArray());
        await reader.Page.Locator("#kept", new() { HasText = "Kept as your working copy" }).WaitForAsync();
        await reader.CheckAsync(("#body", HostilePayloads.Bodies.Select(p => $"pasted{p.Number}x")));

        // Read as wire copy, from a file: a form cannot bring the sign that ends strings, a file can.
        await reader.ReadAsync("/desk/wire-copy");
        var wire = string.Join("\n", HostilePayloads.Lines.Concat(HostilePayloads.Bodies).Select(p => p.Text.Replace('\u0001', '\0')));
        await reader.Page.SetInputFilesAsync("#drop", new FilePayload { Name = "wire.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(wire) });
        await reader.Page.ClickAsync("main button.act");
        await reader.Page.Locator("#kept", new() { HasText = "Kept as your working copy" }).WaitForAsync();
        await reader.CheckAsync(("main", [.. Marks(Lines), .. Marks(HostilePayloads.Bodies)]));

        async Task ReadOneAsync(string path, HostileCopy copy)
        {
            await reader.ReadPartsAsync(path, ("#headline", Marks(copy.InHeadline)), ("#kicker", Marks(copy.Lines)), ("#bylines", Marks(copy.Lines)), ("#places, #places-said", Marks(copy.InPlaces)), ("#body", Marks(copy.Bodies)));
            await reader.Page.Locator(".cm-content .cm-line").First.WaitForAsync();
        }
    }

    private static async Task ReadOfficeAsync(HostileReader reader)
    {
        foreach (var kind in HostileNames.Kinds)
        {
            await reader.ReadAsync("/desk/directory?kind=" + kind, Enumerable.Range(0, Stories).Select(n => HostileNames.Of(kind, n).Mark));
            await reader.ReadPartsAsync($"/desk/directory/{kind}/{HostileNames.Slug(kind, 1)}", ("h1", [HostileNames.Of(kind, 1).Mark]), ("#description", [HostileNames.Of(kind, 1).Mark]));
        }

        await reader.ReadAsync("/desk/people", [Lines[0].Mark, Lines[19].Mark, Lines[11].Mark]);
        await reader.ReadAsync("/desk/audit");
        await reader.ReadPartsAsync("/desk/audit?who=" + Uri.EscapeDataString(Lines[20].Text) + "&about=" + Uri.EscapeDataString(Lines[21].Text), ("#who", [Lines[20].Mark]), ("#about", [Lines[21].Mark]));
        await reader.ReadPartsAsync("/desk/account", ("#display", [Lines[0].Mark]));
    }

    /// <summary>What a reader must see of a dispatch.</summary>
    private static (string Where, IEnumerable<string> Marks)[] Story(HostileCopy copy) =>
    [
        ("h1", Marks(copy.InHeadline)), (".kicker", Marks(copy.Lines)), (".standfirst", Marks(copy.Lines)), (".facts", Marks(copy.Lines)), (".body", [.. Marks(copy.Bodies), .. Marks(copy.InPlaces)]),
    ];

    private sealed record OnTheWire(string Path, string Address, string Link);

    private sealed record AtTheDesk(string Path, string Link, string Merge);

    private static IEnumerable<string> Marks(IEnumerable<HostilePayload> payloads) => payloads.Select(p => p.Mark);
}
