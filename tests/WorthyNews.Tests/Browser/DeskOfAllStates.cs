using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Editing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Syndication;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;
using WorthyNews.Web.Access;

namespace WorthyNews.Tests.Browser;

/// <summary>A desk with a dispatch in every state on it, long words and Arabic among them, and people who look at it in a browser.</summary>
internal sealed class DeskOfAllStates : IAsyncDisposable
{
    /// <summary>A headline without a place to break.</summary>
    public static readonly string LongWord = string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 9));

    private static readonly Author Writer = new(Guid.CreateVersion7(), "Basil Merton the Elder of Nicaea");

    private readonly SiteUnderTest site;
    private readonly HttpClient server;
    private readonly BrowserHouse house;
    private readonly bool hasScript;
    private readonly List<IBrowserContext> contexts = [];

    private DeskOfAllStates(SiteUnderTest site, BrowserHouse house, bool hasScript)
    {
        (this.site, this.house, this.hasScript) = (site, house, hasScript);
        // The browser's cookies end by the machine's clock.
        site.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        server = site.VisitOverTheWire();
    }

    /// <summary>Who looks, and at what; the first is a chief.</summary>
    public List<(IBrowserContext Context, IReadOnlyList<string> Paths)> Pages { get; } = [];

    /// <summary>Of two Arabic revisions.</summary>
    public string Comparison { get; private set; } = "";

    /// <summary>Of two Arabic texts.</summary>
    public string Merge { get; private set; } = "";

    private Uri Address => new($"http://localhost:{server.BaseAddress!.Port}/");

    private EditingDesk Editing => site.Services.GetRequiredService<EditingDesk>();

    public static async Task<DeskOfAllStates> OpenAsync(BrowserHouse house, bool hasScript = true)
    {
        var desk = new DeskOfAllStates(await SiteUnderTest.StartAsync(("Site:PublicUrl", "http://localhost")), house, hasScript);
        await desk.FillAsync();
        return desk;
    }

    /// <summary>As it is on the first day: nothing was written, and nothing is in the directory.</summary>
    public static async Task<DeskOfAllStates> OpenFreshAsync(BrowserHouse house)
    {
        var desk = new DeskOfAllStates(await SiteUnderTest.StartAsync(("Site:PublicUrl", "http://localhost")), house, hasScript: true);
        await desk.SitAsync(Role.Chief, _ => ["/desk", "/desk/dispatches/new", "/desk/front"]);
        await desk.SitAsync(Role.Administrator, _ => ["/desk/directory", "/desk/people", "/desk/audit?who=nobody"]);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.DisposeAsync();
        server.Dispose();
        await site.DisposeAsync();
    }

    private static Copy Copy(string headline) => Sample.Copy(headline) with { Bureau = "europe", Standfirst = "Two refused to sign it, and were sent away the same night.", Kicker = "Church" };

    private async Task FillAsync()
    {
        await site.NameAsync(
            Sample.Bureau("europe", "Europe", "Europe/Budapest"), Sample.Bureau("long", "Bureau of the " + LongWord[..60]), new() { Kind = NameKind.Contributor, Slug = "basil-merton", Name = "Basil Merton", Role = "Middle East Correspondent" },
            new() { Kind = NameKind.Section, Slug = "church-life", Name = "Church life" }, new() { Kind = NameKind.Topic, Slug = "councils", Name = "Councils and creeds", IsHidden = true }, new() { Kind = NameKind.Place, Slug = "nicaea", Name = "Nicaea", Country = "Turkey" });
        var invitation = await site.AtDeskAsync<DeskLinks, NewLink>(links => links.InviteAsync("Emil of the Long Name", null, [new GrantedRole(Role.Editor)], new Actor(null, "a test"), CancellationToken.None));
        await SitAsync(Role.Chief, DispatchesAsync);
        await SitAsync(Role.Administrator, person => OfTheHouse(person.Id));
        await SitAsync(Role.Correspondent, _ => ["/desk", "/desk/account", "/desk/account/second-factor"]);
        await BreakFeedsAsync();
        var stranger = await house.VisitorAsync(at: Address, hasScript: hasScript);
        contexts.Add(stranger);
        Pages.Add((stranger, ["/desk/sign-in", "/desk/reset", "/desk/reset?key=no", "/desk/set-up", "/desk/invitation?key=no", invitation.Address.PathAndQuery, "/desk/no/such/page"]));
    }

    /// <summary>What stands on a board then: an item in many feeds, one with an endless word, and a whole document.</summary>
    private async Task BreakFeedsAsync()
    {
        await using var db = site.OpenDb();
        var stories = await db.Stories.Select(c => c.StoryId).Take(2).ToListAsync();
        var now = site.Clock.GetUtcNow();
        foreach (var feed in new[] { "all", "bureaus/europe", "topics/councils", "languages/en" }) db.FeedFaults.Add(new StandingFault(feed, $"urn:uuid:{stories[0]}", "Its first publication is in the future.", now));
        db.FeedFaults.Add(new StandingFault($"topics/{LongWord[..80]}", $"urn:uuid:{stories[1]}", "Its snapshot cannot be read (JsonException).", now.AddDays(-3)));
        db.FeedFaults.Add(new StandingFault("all", null, "Atom: It has 5000001 bytes, and readers may give up at 5000000.", now));
        await db.SaveChangesAsync();
    }

    private static List<string> OfTheHouse(Guid me) =>
    [
        .. Enum.GetValues<NameKind>().Select(kind => $"/desk/directory?kind={kind}"), "/desk/directory/bureau/europe", "/desk/directory/bureau/long", "/desk/directory/contributor/basil-merton", "/desk/directory/topic/councils", "/desk/directory/place/nicaea",
        "/desk/people", $"/desk/people/{me}", "/desk/audit", "/desk/account",
    ];

    private async Task<IReadOnlyList<string>> DispatchesAsync(Author me)
    {
        var draft = await DraftAsync(Copy("Bishops Sit Until Dawn Over One Letter") with { Markdown = "Open “quote.\n\n[x](javascript:x)" });
        await Editing.NoteAsync(draft, $"Ring the abbey.\n{LongWord}", Writer, CancellationToken.None);
        await Editing.WatchAsync(draft, ["Brother Anselm", LongWord], Writer, CancellationToken.None);
        await site.Services.GetRequiredService<PreviewLinks>().MakeAsync(draft, 1, TimeSpan.FromDays(1), Writer, CancellationToken.None);
        var longWord = await DraftAsync(Copy(LongWord) with { Slug = "long", Kicker = LongWord, Standfirst = LongWord, Markdown = LongWord, Bylines = [Sample.Byline(LongWord, LongWord)], Dateline = Sample.Dateline(LongWord[..80]) });
        var longLine = await DraftAsync(Copy(string.Concat(Enumerable.Repeat("The Bishops Agree On A Text That Both Sides Can Read As Their Own, ", 4)).TrimEnd(',', ' ')));
        var review = await DraftAsync(Copy("Copyists Run Short Of Parchment"));
        await Editing.SubmitAsync(review, 1, "Please check the name.", null, Writer, CancellationToken.None);
        var back = await DraftAsync(Copy("Road To The Harbor Washed Away"));
        await Editing.SubmitAsync(back, 1, null, null, Writer, CancellationToken.None);
        await Editing.SendBackAsync(back, 1, "Who says so?", me, CancellationToken.None);
        var approved = await ApprovedAsync("Bells Ring Again In The Valley", me);
        var scheduled = await ApprovedAsync("Pilgrims Set Out For The Coast", me);
        await site.Desk.ScheduleAsync(scheduled, 1, site.Clock.GetUtcNow().AddYears(1), "Europe/Budapest", me, CancellationToken.None);
        var embargoed = await ApprovedAsync("Synod To Name A New Primate", me);
        await site.Desk.EmbargoAsync(embargoed, site.Clock.GetUtcNow().AddYears(1), me, CancellationToken.None);
        var failed = await ApprovedAsync("Choir Sings In The Square", me);
        await site.Desk.ScheduleAsync(failed, 1, site.Clock.GetUtcNow().AddMinutes(1), "Europe/Budapest", me, CancellationToken.None);
        await site.Desk.FailAsync(failed, new InvalidOperationException("The disk is full."), CancellationToken.None);
        var live = await LiveAsync("Council Agrees On A Creed", me);
        var anew = await LiveAsync("Harvest Feast Draws Thousands", me);
        await Editing.SaveAsync(anew, Copy("Harvest Feast Draws Hundreds") with { Markdown = $"A new text.\n\n{LongWord}" }, 1, me, CancellationToken.None);
        await Editing.ApproveAsync(anew, 2, null, me, CancellationToken.None);
        await Editing.AskCorrectionAsync(live, "It was hundreds.", Writer, CancellationToken.None);
        var retracted = await LiveAsync("Hermit Said To Be Three Hundred", me);
        await site.Desk.RetractAsync(retracted, "It does not stand.", me, CancellationToken.None);
        var killed = await LiveAsync("Name Of A Source", me);
        await site.Desk.KillAsync(killed, "It is gone.", "A source is in danger.", me, CancellationToken.None);
        var arabic = await ArabicAsync(me);

        List<string> paths = ["/desk/dispatches/new", "/desk", "/desk?Words=nothing+has+this", "/desk/wire-copy", "/desk/front", "/desk/account/second-factor", "/desk/sign-out", Comparison, Merge];
        foreach (var id in new[] { draft, longWord, longLine, review, back, approved, scheduled, embargoed, failed, live, anew, retracted, killed, arabic }) paths.Add($"/desk/dispatches/{id}");
        paths.AddRange(new[] { draft, longWord, approved, embargoed }.Select(id => $"/desk/dispatches/{id}/publish"));
        paths.AddRange(new[] { "update", "correct", "retract", "kill", "revisions?From=1&To=2", "preview" }.Select(verb => $"/desk/dispatches/{anew}/{verb}"));
        paths.AddRange([$"/desk/dispatches/{retracted}/reinstate", $"/desk/dispatches/{longWord}/revisions", $"/desk/dispatches/{longWord}/preview", $"/desk/dispatches/{killed}/revisions", $"/desk/dispatches/{arabic}/preview"]);
        return paths;
    }

    private async Task<Guid> ArabicAsync(Author me)
    {
        var first = Copy("الأساقفة يتفقون على نص واحد") with { Slug = "arabic", Language = "ar", Standfirst = "رفض اثنان التوقيع عليه.", Markdown = "اجتمع المجلس لليوم الثالث." };
        var id = await DraftAsync(first);
        await Editing.SaveAsync(id, first with { Standfirst = "ثلاثة رفضوا التوقيع عليه.", Markdown = first.Markdown + "\n\nيذهب النص إلى الكنائس.\n\nغادر الإمبراطور قبل الظهر." }, 1, Writer, CancellationToken.None);
        Comparison = $"/desk/dispatches/{id}/revisions?From=1&To=2";
        var conflict = Assert.IsType<SaveResult.Conflict>(await Editing.SaveAsync(id, first with { Standfirst = "أربعة رفضوا.", Markdown = "غدا. " + first.Markdown }, 1, me, CancellationToken.None));
        Merge = $"/desk/dispatches/{id}/merge?copy={conflict.WorkingCopy}";
        return id;
    }

    private async Task<Guid> DraftAsync(Copy copy) => Assert.IsType<SaveResult.Saved>(await Editing.CreateAsync(copy, Writer, CancellationToken.None)).DispatchId;

    private async Task<Guid> ApprovedAsync(string headline, Author me)
    {
        var id = await DraftAsync(Copy(headline));
        await Editing.ApproveAsync(id, 1, null, me, CancellationToken.None);
        return id;
    }

    private async Task<Guid> LiveAsync(string headline, Author me)
    {
        var id = await ApprovedAsync(headline, me);
        await site.Desk.PublishAsync(id, 1, null, me, CancellationToken.None);
        return id;
    }

    private Task SitAsync(Role role, Func<Person, IReadOnlyList<string>> paths) => SitAsync(role, (person, _) => Task.FromResult(paths(person)));

    private Task SitAsync(Role role, Func<Author, Task<IReadOnlyList<string>>> paths) => SitAsync(role, (_, me) => paths(me));

    private async Task SitAsync(Role role, Func<Person, Author, Task<IReadOnlyList<string>>> paths)
    {
        using var signedIn = await SignedInPerson.ComeAsync(site, Address, role);
        var person = await site.PersonAsync(signedIn.Visitor.UserName);
        var context = await house.VisitorAsync(at: Address, hasScript: hasScript);
        contexts.Add(context);
        await signedIn.SitDownAsync(context);
        Pages.Add((context, await paths(person, new Author(person.Id, person.DisplayName))));
    }
}
