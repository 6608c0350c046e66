using System.Net;

using AngleSharp.Dom;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using WorthyNews.Newsroom.Directory;
using WorthyNews.Newsroom.Dispatches;
using WorthyNews.Newsroom.Importing;
using WorthyNews.Newsroom.Newsstand;
using WorthyNews.Newsroom.Places;
using WorthyNews.Newsroom.Publishing;
using WorthyNews.Newsroom.Staff;
using WorthyNews.Newsroom.Text;
using WorthyNews.Newsroom.Wire;
using WorthyNews.Tests.Support;

namespace WorthyNews.Tests.Newsroom.Publishing;

/// <summary>Two pages of one thing become one.</summary>
public sealed class MergerTests
{
    private static CancellationToken None => CancellationToken.None;

    public static TheoryData<NameKind, string, string> Kinds => new()
    {
        { NameKind.Bureau, "bureaus", "Old Bureau" },
        { NameKind.Section, "sections", "Old Section" },
        { NameKind.Topic, "topics", "Old Topic" },
        { NameKind.Contributor, "contributors", "Old Contributor" },
        { NameKind.Place, "places", "Old Place" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_stories_of_both_stand_under_the_survivor_and_the_old_address_leads_there(NameKind kind, string folder, string name)
    {
        await using var site = await SiteUnderTest.StartAsync();
        var old = await site.PublishAsync(Filed("From Old", "old"));
        await site.PublishAsync(Filed("From New", "new"));

        var merger = await DeskOf(site).MergeAsync(kind, "old", "new", None);

        Assert.Equal(1, merger.Moved);
        Assert.Equal(["From New", "From Old"], ListOf(await site.ReadAsync($"/{folder}/new")));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/{folder}/new"), await AnswerAsync(site, $"/{folder}/old"));
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/{folder}/new?before=1-1"), await AnswerAsync(site, $"/{folder}/old?before=1-1"));
        // No page of the story leads anywhere else, and neither do the lists.
        foreach (var path in new[] { old.Address!, "/", $"/{folder}/new", "/places", "/search?q=bishops", "/sitemaps/lists.xml", "/feeds/all.rss" })
            Assert.DoesNotContain($"/{folder}/old", await HtmlAsync(site, path), StringComparison.Ordinal);
        Assert.Contains($"/{folder}/new", await HtmlAsync(site, old.Address!), StringComparison.Ordinal);
        Assert.NotEqual(name, merger.Into.Name);
    }

    [Fact]
    public async Task No_snapshot_is_rewritten_and_the_wire_says_what_was_merged()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var old = await site.PublishAsync(Filed("From Old", "old"));
        await site.PublishAsync(Filed("From New", "new"));
        await using var db = site.OpenDb();
        var before = await db.WireEntries.AsNoTracking().OrderBy(e => e.Sequence).Select(e => e.Snapshot).ToListAsync();

        await DeskOf(site).MergeAsync(NameKind.Topic, "old", "new", None);

        var after = await db.WireEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(before, after.Take(before.Count).Select(e => e.Snapshot));
        var entry = Assert.Single(after.Skip(before.Count));
        Assert.Equal(WireKind.DirectoryChanged, entry.Kind);
        Assert.Contains("\"mergedInto\":\"new\"", entry.Snapshot, StringComparison.Ordinal);
        // What the public gets of the snapshot has the name of today.
        Assert.Equal(["new"], (await site.Newsstand.AtAsync(old.Address!, None))!.Story.Topics);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Search_finds_and_counts_both_under_the_survivor(NameKind kind, string folder, string name)
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Filed("From Old", "old"));
        await site.PublishAsync(Filed("From Both", "old", "new"));
        await site.PublishAsync(Filed("From New", "new"));
        await DeskOf(site).MergeAsync(kind, "old", "new", None);
        await site.PublishAsync(Filed("From Later", "old"));

        var filter = kind.ToString().ToLowerInvariant();
        var found = await site.Newsstand.SearchAsync(new SearchQuestion(SearchQuery.Read("bishops"), new Dictionary<NameKind, string>(), null), 1, Sample.Noon, None);
        var under = await site.ReadAsync($"/search?q=bishops&{filter}=new");

        Assert.Equal(4, Assert.Single(found.Names, n => n.Kind == kind).Count);
        Assert.Equal(4, under.QuerySelectorAll(".found-list h3").Length);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/search?q=bishops&{filter}=new"), await AnswerAsync(site, $"/search?q=bishops&{filter}=old"));
        Assert.NotEqual(folder, name);
    }

    [Fact]
    public async Task What_is_published_updated_or_reinstated_later_stands_under_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var draft = await site.DraftAsync(Filed("Draft Of Before", "old"));
        var live = await site.PublishAsync(Filed("Live Before", "old"));
        var killed = await site.PublishAsync(Filed("Killed Before", "old"));
        await site.PublishAsync(Filed("New", "new"));
        await site.Desk.KillAsync(killed.Id, "It is gone.", "A test.", SiteUnderTest.By, None);

        await DeskOf(site).MergeAsync(NameKind.Topic, "old", "new", None);
        Assert.Equal(["New", "Live Before"], ListOf(await site.ReadAsync("/topics/new")));

        await site.Desk.PublishAsync(draft.Id, 1, null, SiteUnderTest.By, None);
        await site.Desk.UpdateAsync(live.Id, await site.ReviseAsync(live, Filed("Live After", "old")), SiteUnderTest.By, None);
        await site.Desk.ReinstateAsync(killed.Id, "It is back.", SiteUnderTest.By, None);

        Assert.Equal(["Draft Of Before", "New", "Killed Before", "Live After"], ListOf(await site.ReadAsync("/topics/new")));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/topics/new"), await AnswerAsync(site, "/topics/old"));
    }

    [Fact]
    public async Task A_story_under_both_is_listed_once()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var both = await site.PublishAsync(Filed("Both", "old", "new"));

        await DeskOf(site).MergeAsync(NameKind.Topic, "old", "new", None);
        await DeskOf(site).MergeAsync(NameKind.Place, "old", "new", None);

        Assert.Equal(["Both"], ListOf(await site.ReadAsync("/topics/new")));
        Assert.Equal(["Both"], ListOf(await site.ReadAsync("/places/new")));
        var facts = (await site.ReadAsync(both.Address!)).QuerySelector(".facts")!;
        Assert.Equal(["New Topic"], facts.QuerySelectorAll("a[href^='/topics/']").Select(a => a.TextContent));
        Assert.Equal(["New Place"], facts.QuerySelectorAll("a[href^='/places/']").Select(a => a.TextContent));
    }

    [Fact]
    public async Task The_map_of_datelines_has_one_dot_for_both()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var slug in new[] { "kiev", "kyiv" })
            await site.PublishAsync(Sample.Copy(slug) with { Dateline = new([new DatelinePlace(slug, slug) { Point = new GeoPoint(50.45, 30.52), CountryCode = "UA" }]) });

        await DeskOf(site).MergeAsync(NameKind.Place, "kiev", "kyiv", None);

        var dot = Assert.Single(await site.Newsstand.DatelinesAsync(Sample.Noon.AddDays(-1), None));
        Assert.Equal(("kyiv", 2), (dot.Place.Slug, dot.Stories));
        Assert.Single((await site.ReadAsync("/places")).QuerySelectorAll(".countries li"));
    }

    [Fact]
    public async Task A_merger_of_a_merger_leads_there_in_one_step()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Filed("A", "a"));
        await site.PublishAsync(Filed("B", "b"));
        await site.PublishAsync(Filed("C", "c"));
        var desk = DeskOf(site);

        await desk.MergeAsync(NameKind.Topic, "a", "b", None);
        await desk.MergeAsync(NameKind.Topic, "b", "c", None);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/topics/c"), await AnswerAsync(site, "/topics/a"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/topics/c"), await AnswerAsync(site, "/topics/b"));
        Assert.Equal(["C", "B", "A"], ListOf(await site.ReadAsync("/topics/c")));
    }

    [Fact]
    public async Task Merging_twice_is_nothing_and_what_cannot_be_merged_is_refused()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var slug in new[] { "a", "b", "c" }) await site.PublishAsync(Filed(slug, slug));
        var desk = DeskOf(site);

        async Task<string> Reason(string from, string into, NameKind kind = NameKind.Topic)
        {
            var asked = Assert.Single(await desk.ReasonsNotToMergeAsync(kind, from, into, None));
            Assert.Equal(asked, Assert.Single((await Assert.ThrowsAsync<DispatchRefusedException>(() => desk.MergeAsync(kind, from, into, None))).Reasons));
            return asked;
        }

        Assert.Equal("A name cannot be merged into itself.", await Reason("a", "a"));
        Assert.Equal("There is no topic “x”.", await Reason("x", "a"));
        Assert.Equal("There is no topic “x”.", await Reason("a", "x"));
        Assert.Equal("Two languages are never one.", await Reason("de", "en", NameKind.Language));

        await desk.MergeAsync(NameKind.Topic, "a", "b", None);
        var entries = await CountAsync(site);
        Assert.Equal(0, (await desk.MergeAsync(NameKind.Topic, "a", "b", None)).Moved);
        Assert.Equal(entries, await CountAsync(site));

        Assert.Equal("It was merged into “B Topic”, and what is merged stays so.", await Reason("a", "c"));
        Assert.Equal("“A Topic” was itself merged into “B Topic”. Merge into that.", await Reason("b", "a"));
        Assert.Equal("“A Topic” was itself merged into “B Topic”. Merge into that.", await Reason("c", "a"));
        await desk.HideAsync(NameKind.Topic, "c", isTold: true, None);
        Assert.StartsWith("“C Topic” is hidden", await Reason("b", "c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_merged_cannot_be_shown_changed_or_made_again()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.PublishAsync(Filed("Old", "old"));
        await site.PublishAsync(Filed("New", "new"));
        var desk = DeskOf(site);
        await desk.MergeAsync(NameKind.Topic, "old", "new", None);

        const string Stays = "It was merged into “New Topic”, and what is merged stays so.";
        async Task<string> Reason(Func<Task> act) => Assert.Single((await Assert.ThrowsAsync<DispatchRefusedException>(act)).Reasons);
        Assert.Equal(Stays, await Reason(() => desk.ShowAsync(NameKind.Topic, "old", None)));
        Assert.Equal(Stays, await Reason(() => desk.ChangeAsync(NameKind.Topic, "old", n => n with { Name = "X" }, None)));
        Assert.Equal("“old” was merged into “New Topic” and leads there.", await Reason(() => desk.CreateAsync(new DirectoryName { Kind = NameKind.Topic, Slug = "old", Name = "Older" }, None)));

        // Nor by whoever says the name as a seed or an import would.
        await site.NameAsync(new DirectoryName { Kind = NameKind.Topic, Slug = "old", Name = "Old" });
        Assert.Equal((HttpStatusCode.MovedPermanently, "/topics/new"), await AnswerAsync(site, "/topics/old"));
    }

    [Fact]
    public async Task A_bureau_takes_its_people_along()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("old", "Old"), Sample.Bureau("new", "New"));
        var old = await site.PublishAsync(Sample.Copy() with { Bureau = "old" });

        await DeskOf(site).MergeAsync(NameKind.Bureau, "old", "new", None);

        Assert.Equal("Basil Merton", (await site.ReadAsync("/bureaus/new")).QuerySelector(".who a")!.TextContent);
        Assert.Equal("/bureaus/new", (await site.ReadAsync("/contributors/basil-merton")).QuerySelector(".list-facts a")!.GetAttribute("href"));
        Assert.Equal(["New"], (await site.ReadAsync(old.Address!)).QuerySelectorAll(".site-nav a[aria-current]").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Who_worked_for_a_merged_bureau_works_for_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(Sample.Bureau("old", "Old"), Sample.Bureau("new", "New"));
        var draft = await site.DraftAsync(Sample.Copy() with { Bureau = "old" });
        await site.MakePersonAsync([new(Role.Editor, "old"), new(Role.Editor, "new"), new(Role.Correspondent, "old")], "anna");

        await DeskOf(site).MergeAsync(NameKind.Bureau, "old", "new", None);

        Assert.Equal([new(Role.Correspondent, "new"), new(Role.Editor, "new")], (await site.PersonAsync("anna")).Granted.OrderBy(g => g.Role));
        await using var db = site.OpenDb();
        Assert.Equal("new", (await db.Dispatches.SingleAsync(d => d.Id == draft.Id)).Bureau);
    }

    [Fact]
    public async Task The_survivor_takes_what_it_lacks_and_no_sample_takes_real_stories_with_it()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(
            new DirectoryName { Kind = NameKind.Place, Slug = "kiev", Name = "Kiev", Country = "Ukraine", Description = "On the Dnipro." },
            new DirectoryName { Kind = NameKind.Place, Slug = "kyiv", Name = "Kyiv", IsSample = true });

        var into = (await DeskOf(site).MergeAsync(NameKind.Place, "kiev", "kyiv", None)).Into;

        Assert.Equal(("Kyiv", "Ukraine", "On the Dnipro.", false), (into.Name, into.Country, into.Description, into.IsSample));
    }

    [Fact]
    public async Task Two_towns_of_one_name_in_two_countries_stay_two()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await site.NameAsync(
            new DirectoryName { Kind = NameKind.Place, Slug = "tripoli", Name = "Tripoli", Country = "Libya" },
            new DirectoryName { Kind = NameKind.Place, Slug = "tripoli-lebanon", Name = "Tripoli", Country = "Lebanon" });

        var refusal = await Assert.ThrowsAsync<DispatchRefusedException>(() => DeskOf(site).MergeAsync(NameKind.Place, "tripoli-lebanon", "tripoli", None));

        Assert.StartsWith("Tripoli lies in Lebanon and Tripoli in Libya.", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_names_the_old_one_lands_on_the_survivor()
    {
        await using var site = await SiteUnderTest.StartAsync();
        foreach (var name in new[] { ("church-councils", "Church Councils"), ("councils", "Councils") })
            await site.NameAsync(new DirectoryName { Kind = NameKind.Topic, Slug = name.Item1, Name = name.Item2 });
        foreach (var (slug, name) in new[] { ("xqz-town", "Xqz Town"), ("xqzville", "Xqzville"), ("kiev", "Kiev"), ("kyiv", "Kyiv") })
            await site.NameAsync(new DirectoryName { Kind = NameKind.Place, Slug = slug, Name = name });
        await site.NameAsync(new DirectoryName { Kind = NameKind.Contributor, Slug = "j-weiss", Name = "J. Weiss" }, new DirectoryName { Kind = NameKind.Contributor, Slug = "clara-weiss", Name = "Clara Weiss" });
        var desk = DeskOf(site);
        await desk.MergeAsync(NameKind.Topic, "church-councils", "councils", None);
        await desk.MergeAsync(NameKind.Place, "xqz-town", "xqzville", None);
        await desk.MergeAsync(NameKind.Place, "kiev", "kyiv", None);
        await desk.MergeAsync(NameKind.Contributor, "j-weiss", "clara-weiss", None);

        var markdown = await ImportAsync(site, "a.md", "---\nheadline: Council\nbylines: [{name: J. Weiss}]\ntopics: [Church Councils, church-councils, councils]\ndateline: [Xqz Town, Kiev, {name: Київ, slug: kiev}]\n---\nText.");
        var wire = await ImportAsync(site, "b.txt", "Council Agrees\n\nBy J. Weiss, Worthy News Correspondent\n\nKIEV/XQZ TOWN (Worthy News) – The bishops agreed on a creed on Thursday.");

        Assert.Equal(["councils"], markdown.Topics);
        Assert.Equal(["xqzville", "kyiv", "kyiv"], markdown.Dateline.Places.Select(p => p.Slug));
        Assert.Equal(["kyiv", "xqzville"], wire.Dateline.Places.Select(p => p.Slug));
        // The dateline keeps its letters.
        Assert.Equal(["Kiev", "Xqz Town"], wire.Dateline.Places.Select(p => p.Name));
        Assert.All([markdown, wire], copy => Assert.Equal("clara-weiss", Assert.Single(copy.Bylines).Printed.Contributor));
    }

    private static async Task<Copy> ImportAsync(SiteUnderTest site, string name, string text)
    {
        var path = Path.Combine(site.Store.Folder, name);
        await File.WriteAllTextAsync(path, text);
        return (await site.Services.GetRequiredService<CopyImport>().ReadAsync(path, new ImportOptions(SiteUnderTest.By, TimeZoneInfo.Utc), None)).Copy;
    }

    /// <summary>A dispatch that names these slugs wherever it can; where it names one thing, the first.</summary>
    private static Copy Filed(string headline, params string[] slugs) => Sample.Copy(headline) with
    {
        Bureau = slugs[0],
        Section = slugs[0],
        Topics = slugs,
        Bylines = [.. slugs.Select(s => new DeskByline(new(Titled(s, NameKind.Contributor), s)))],
        Dateline = new([.. slugs.Select(s => new DatelinePlace(s, Titled(s, NameKind.Place)) { Point = new GeoPoint(40, 29), CountryCode = "TR" })]),
        WrittenNames = [.. new[] { NameKind.Bureau, NameKind.Section, NameKind.Topic }.SelectMany(kind => slugs.Select(s => new WrittenName(kind, s, Titled(s, kind))))],
    };

    private static string Titled(string slug, NameKind kind) => $"{DirectoryName.NameFromSlug(slug)} {kind}";

    private static async Task<int> CountAsync(SiteUnderTest site)
    {
        await using var db = site.OpenDb();
        return await db.WireEntries.CountAsync();
    }

    private static async Task<(HttpStatusCode Status, string? To)> AnswerAsync(SiteUnderTest site, string path)
    {
        using var client = site.Visit();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    private static async Task<string> HtmlAsync(SiteUnderTest site, string path)
    {
        using var client = site.Visit();
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    private static IEnumerable<string> ListOf(IDocument page) => page.QuerySelectorAll(".day-list h3").Select(h => h.TextContent);

    private static DirectoryDesk DeskOf(SiteUnderTest site) => site.Services.GetRequiredService<DirectoryDesk>();
}
